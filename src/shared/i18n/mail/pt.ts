import { approvalMails } from './approval-pt'
import { reasons } from '../refusal-reasons/pt'
import type { MailMessages } from './messages'

const keys = (n: number) => (n === 1 ? '1 chave' : `${n} chaves`)
const invitedYou = (inviter: string | undefined, instance: string) =>
  inviter === undefined
    ? `Você recebeu um convite para ${instance}`
    : `${inviter} convidou você para ${instance}`

export const pt: MailMessages = {
  ...approvalMails,
  hello: (name) => (name === undefined ? 'Olá!' : `Olá, ${name}!`),
  fact: (label, value) => `${label}: ${value}`,
  plainLink: 'Se o botão não funcionar, copie este endereço para o navegador:',
  contact: (contact) => `Alguma dúvida? ${contact}`,
  validity: (from, until) => {
    if (from === undefined)
      return until === undefined ? 'O convite não tem data de fim.' : `O convite é válido até ${until}.`
    return until === undefined
      ? `O convite é válido a partir de ${from}.`
      : `O convite é válido a partir de ${from}, até ${until}.`
  },
  yours: 'O link é só seu e vale pelo seu endereço de e-mail: por favor, não encaminhe esta mensagem.',
  unnamedKey: (hint) => `Chave …${hint}`,
  more: (n) => (n === 1 ? 'E mais uma.' : `E mais ${n}.`),

  invitation: {
    subject: (inviter, instance) =>
      inviter === undefined ? `Seu convite para ${instance}` : `${inviter} convida você para ${instance}`,
    heading: (instance) => `Seu acesso a ${instance}`,
    lead: (inviter, instance) =>
      `${invitedYou(inviter, instance)}, onde você pode pedir ajuda e acompanhar suas solicitações.`,
    todo: 'Abra seu convite, preencha o formulário e escolha uma senha. Leva cerca de dois minutos.',
    todoFrom: (from) =>
      `A partir de ${from}, você poderá abrir seu convite, preencher o formulário e escolher uma senha. Leva cerca de dois minutos: guarde esta mensagem até lá.`,
    writes: (inviter) => (inviter === undefined ? 'Uma mensagem para você:' : `${inviter} escreve:`),
    button: 'Criar minha conta',
    why: (inviter, address, instance) =>
      inviter === undefined
        ? `Você recebe esta mensagem porque o endereço ${address} foi informado para um convite para ${instance}.`
        : `Você recebe esta mensagem porque ${inviter} informou o endereço ${address} para convidar você para ${instance}.`,
    ignore: 'Se você não a esperava, ignore-a: nenhuma conta é criada se você não preencher o formulário.',
  },
  reminder: {
    subject: (instance, day) => `Seu convite para ${instance} termina em ${day}`,
    heading: (day) => `Seu convite termina em ${day}`,
    lead: (inviter, instance) =>
      `${invitedYou(inviter, instance)}, e parece que você ainda não tem uma conta. Se quiser uma, crie-a antes que o convite termine: leva cerca de dois minutos.`,
    why: (inviter, address, instance) =>
      `Você recebe este lembrete porque ${inviter === undefined ? `o endereço ${address} foi informado para um convite para ${instance}` : `${inviter} informou o endereço ${address} para convidar você`}. Há apenas um para cada data de fim.`,
    ignore: 'Se você já tem sua conta, ou não quer uma, não precisa fazer nada.',
  },
  reissued: {
    subject: (instance) => `O novo link do seu convite para ${instance}`,
    heading: 'Seu convite tem um novo link',
    lead: (inviter, instance) =>
      `${inviter === undefined ? `O link do seu convite para ${instance} foi substituído` : `${inviter} substituiu o link do seu convite para ${instance}`}. A partir de agora, use este.`,
    oldUntil: (until) => `O link que você tinha ainda funciona até ${until}.`,
    oldDead: 'O link que você tinha não funciona mais.',
  },
  confirmation: {
    subject: (instance) => `Confirme seu endereço de e-mail para ${instance}`,
    heading: 'Este endereço de e-mail é seu?',
    lead: (address, instance) =>
      `O formulário de uma conta em ${instance} foi preenchido com o endereço ${address}. Se foi você, confirme-o: sua conta é criada em seguida.`,
    button: 'Confirmar meu endereço',
    until: (until) =>
      `Você pode fazer isso até ${until}. Depois disso, abra seu convite e preencha o formulário novamente.`,
    why: (instance) =>
      `Você recebe esta mensagem porque uma pessoa com um convite para ${instance} digitou seu endereço no formulário.`,
    ignore: 'Se não foi você, ignore-a: sem a sua confirmação, nenhuma conta é criada.',
  },
  accountExists: {
    subject: (instance) => `Você já tem uma conta em ${instance}`,
    heading: 'Você já tem uma conta',
    lead: (address, instance) =>
      `O formulário de uma nova conta em ${instance} foi preenchido com o endereço ${address}, ao qual já pertence uma conta. Se foi você, não precisa de outra: basta entrar.`,
    forgotten: 'Se você esqueceu sua senha, o suporte pode ajudar.',
    why: (instance) =>
      `Você recebe esta mensagem porque uma pessoa com um convite para ${instance} digitou seu endereço no formulário.`,
    ignore: 'Se não foi você, não precisa fazer nada: sua conta não mudou.',
  },
  welcome: {
    subject: (instance) => `Sua conta em ${instance} está pronta`,
    heading: 'Sua conta está pronta',
    lead: (instance) => `Sua conta em ${instance} espera por você. É disto que você precisa para entrar:`,
    login: 'Seu nome de usuário',
    password: 'Sua senha',
    passwordValue: 'A que você escolheu. Ninguém mais a conhece, e ela nunca é enviada por e-mail.',
    address: 'Onde entrar',
    from: 'Você pode entrar a partir de',
    until: 'Sua conta termina em',
    button: 'Entrar',
    why: (address, instance, made) =>
      `Você recebe esta mensagem porque uma conta em ${instance} foi criada com o endereço ${address} em ${made}.`,
    ignore: 'Se não foi você, avise o suporte.',
  },
  joined: {
    subject: (name, instance) => `${name} agora tem conta em ${instance}`,
    subjectOfMany: (n, instance) => `${n} pessoas agora têm conta em ${instance}`,
    lead: (name) => `${name} usou seu convite e já pode entrar. Você não precisa fazer nada.`,
    leadOfMany: 'Desde ontem, elas usaram seus convites e já podem entrar. Você não precisa fazer nada.',
    login: 'Nome de usuário',
    key: 'Chave',
    at: 'Inscrição em',
    uses: 'Usos',
    usesOf: (used, limit) => (limit === undefined ? `${used}, sem limite` : `${used} de ${limit}`),
    button: 'Ver a chave',
    buttonOfMany: 'Ver suas chaves',
    why: 'Você recebe esta mensagem porque responde pela chave que foi usada.',
  },
  lapsed: {
    subject: (key) => `Ninguém usou o convite “${key}”`,
    subjectOfMany: (n) => `${n} convites terminaram sem uso`,
    heading: (n) => (n === 1 ? 'Um convite terminou sem uso' : `${n} convites terminaram sem uso`),
    lead: (n) =>
      n === 1
        ? 'Ninguém se inscreveu com esta chave antes do fim:'
        : 'Ninguém se inscreveu com estas chaves antes do fim:',
    ended: (at) => `Terminou em ${at}`,
    invited: (addresses) => `Convite para ${addresses}`,
    next: (n) =>
      n === 1
        ? 'Se a conta ainda é necessária, renove a chave: o link volta a funcionar e você pode enviá-lo mais uma vez. Se não, não precisa fazer nada.'
        : 'Onde uma conta ainda é necessária, renove a chave: o link volta a funcionar e você pode enviá-lo mais uma vez. Para as outras, não precisa fazer nada.',
    button: (n) => (n === 1 ? 'Abrir a chave' : 'Ver as chaves'),
    why: 'Você recebe esta mensagem porque responde pelas chaves que ela menciona.',
  },
  keyInTrouble: {
    subject: (n, instance) =>
      `${instance}: ${n === 1 ? 'uma chave precisa de atenção' : `${n} chaves precisam de atenção`}`,
    heading: (n) => (n === 1 ? 'Uma chave precisa de atenção' : `${n} chaves precisam de atenção`),
    lead: (n) =>
      n === 1
        ? 'Algo mudou desde que esta chave foi criada. Você pode resolver antes que as pessoas convidadas percebam:'
        : 'Algo mudou desde que estas chaves foram criadas. Você pode resolver antes que as pessoas convidadas percebam:',
    button: (n) => (n === 1 ? 'Abrir a chave' : 'Ver as chaves'),
    why: 'Você recebe esta mensagem porque responde pelas chaves que ela menciona, ou cuida do suporte. As chaves são verificadas todos os dias.',
  },
  linkRequested: {
    subject: (address, instance) => `${address} pede um novo link para ${instance}`,
    subjectOfMany: (n, instance) => `${n} pessoas pedem novos links para ${instance}`,
    heading: 'Alguém pede um novo link',
    lead: 'O link de um convite foi recusado, e quem o abriu pede um novo.',
    leadOfMany: 'Os links de alguns convites foram recusados, e quem os abriu pede outros.',
    address: 'Endereço informado',
    reason: 'Motivo da recusa',
    key: 'Chave',
    reasons,
    writes: 'A mensagem:',
    invited: 'A chave é para este endereço. Um novo link vai somente para ele.',
    unproven:
      'A chave não é para este endereço, e ninguém mostrou de quem ele é: certifique-se de que conhece esta pessoa antes de responder.',
    next: 'Abra o pedido: um botão envia um novo link, outro o recusa. Antes disso, nada acontece.',
    button: 'Responder ao pedido',
    buttonOfMany: 'Ver os pedidos',
    why: 'Você recebe esta mensagem porque responde pela chave ou cuida do suporte. Cada endereço pode pedir uma vez por chave.',
  },
  keysEnding: {
    subject: (n, instance) => `${instance}: ${n === 1 ? '1 chave termina' : `${n} chaves terminam`} em breve`,
    heading: (n) => `${n === 1 ? '1 chave termina' : `${n} chaves terminam`} em breve`,
    lead: (n) =>
      n === 1
        ? 'Esta chave ainda pode ser usada e termina nos próximos dias:'
        : 'Estas chaves ainda podem ser usadas e terminam nos próximos dias:',
    ends: (until) => `Termina em ${until}`,
    left: (n) => (n === undefined ? 'Usos sem limite' : n === 1 ? '1 uso restante' : `${n} usos restantes`),
    next: 'Para dar mais tempo, abra a chave e renove-a: o link continua o mesmo.',
    button: 'Ver as chaves',
    why: 'Você recebe esta mensagem, no máximo uma vez por semana, porque responde por estas chaves ou cuida do suporte.',
  },
  webhookGone: {
    subject: (host, instance) => `${instance}: o webhook para ${host} foi desativado`,
    heading: (host) => `${host} não quer mais mensagens`,
    lead: (host) =>
      `${host} respondeu que este endereço não existe mais (410). O webhook foi desativado: nada mais é enviado para lá, e o que esperava foi abandonado.`,
    next: 'Exclua o webhook, ou conserte o destinatário e ative-o de novo; depois, envie novamente o que foi abandonado.',
    button: 'Ver o webhook',
  },
  issuerGone: {
    subject: (name, instance) => `${instance}: as chaves de ${name} não funcionam mais`,
    heading: (name) => `${name} não pode mais responder por chaves`,
    lead: (name, n) =>
      `A conta de ${name} no GLPI não está mais ativa, ou não pode mais convidar ninguém. Desde então, ${n === 1 ? `${keys(n)} que poderia ser usada é recusada` : `${keys(n)} que poderiam ser usadas são recusadas`}.`,
    next: 'Transfira-as para alguém que possa conceder o mesmo, e elas voltam a funcionar; ou revogue-as.',
    button: 'Ver as chaves',
    why: 'Você recebe esta mensagem porque cuida do suporte.',
  },
}
