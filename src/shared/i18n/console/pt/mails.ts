import type { MailsMessages } from '../messages/mails'

export const mails: MailsMessages = {
  title: 'E-mails',
  none: 'Nenhum e-mail foi enviado sobre esta chave.',
  columns: { kind: 'E-mail', to: 'Para', state: 'O que aconteceu', when: 'Quando', again: 'De novo' },
  kinds: {
    invitation: 'Convite',
    reminder: 'Lembrete',
    reissued: 'Novo link',
    confirmation: 'Confirmação do endereço',
    'account-exists': 'Já tem uma conta',
    welcome: 'Boas-vindas',
    joined: 'Alguém se inscreveu',
    lapsed: 'Terminou sem uso',
    'key-in-trouble': 'Chave com problema',
    'link-requested': 'Novo link pedido',
    'keys-ending': 'Chaves que terminam em breve',
    'issuer-gone': 'Emissor ausente',
    'webhook-gone': 'Webhook desativado',
    'approval-waiting': 'Aguardando aprovação',
    'not-approved': 'Não aprovado',
    'approval-asked': 'Cadastros para aprovar',
    'approval-reminder': 'Lembrete de cadastros para aprovar',
  },
  states: { waiting: 'À espera', sent: 'Enviado', failed: 'Falhou', withdrawn: 'Retirado' },
  failures: {
    'address-invalid': 'Não é possível escrever para este endereço.',
    'recipient-refused': 'O servidor de e-mail não conhece este destinatário, ou não aceita nada para ele.',
    'message-refused': 'O servidor de e-mail recusou o conteúdo do e-mail, como fazem os filtros de spam.',
    'sender-refused': 'O servidor de e-mail recusa nosso endereço de remetente: veja MAIL_FROM.',
    'sign-in-refused': 'O servidor de e-mail recusa nossa conta: veja SMTP_URL.',
    'not-private': 'O servidor de e-mail não oferece uma criptografia confiável.',
    'server-busy': 'O servidor de e-mail pediu para voltar mais tarde.',
    'no-connection': 'Não é possível alcançar o servidor de e-mail.',
    'no-answer': 'O servidor de e-mail parou de responder.',
    'not-composed': 'O e-mail não pôde ser montado, como acontece sem o chaveiro.',
  },
  notComposed: {
    paused: 'A chave está em pausa: reative-a, e o e-mail sai.',
    'would-be-refused': 'Quem abrisse o link agora seria recusado: corrija a chave, e o e-mail sai.',
    'no-key-ring':
      'O chaveiro não pode ser lido, e sem ele nenhum link pode ser escrito: veja “glpi-invite doctor”.',
    'other-key-ring':
      'O código foi selado com outro chaveiro: restaure-o da cópia de segurança, ou dê um novo link à chave.',
    'no-code':
      'O link desta chave não está guardado em lugar nenhum: dê um novo link a ela, ou crie uma nova chave.',
  },
  answer: (codes) => `A resposta dele: ${codes}`,
  withdrawals: {
    revoked: 'A chave foi revogada antes do envio.',
    'sent-again': 'Outro e-mail o substituiu antes do envio.',
    expired: 'A chave terminou antes do envio.',
    'used-up': 'A chave se esgotou antes do envio.',
    joined: 'A pessoa se inscreveu antes do envio.',
    renewed: 'A chave foi renovada antes do envio.',
    reissued: 'A chave recebeu outro link antes do envio.',
    'address-changed': 'A chave não é mais para esse endereço.',
    'key-ended': 'A chave não podia mais ser usada.',
    'too-late': 'Ele esperou tanto que não era mais novidade.',
    'hold-ended': 'O cadastro havia terminado antes do envio.',
    decided: 'Tudo foi decidido antes do envio.',
    other: 'Ele não era mais verdade na hora do envio.',
  },
  nextAttempt: (when) => `Próxima tentativa: ${when}`,
  attempts: (n) => (n === 1 ? '1 tentativa até agora' : `${n} tentativas até agora`),
  noServer: 'Nenhum servidor de e-mail está configurado (SMTP_URL): os e-mails esperam até que haja um.',
  erased: 'apagado',
  send: 'Enviar o convite por e-mail',
  sendAgain: 'Enviar o convite novamente',
  sendHint: 'A cada endereço para o qual ela é, exceto a quem já se inscreveu.',
  retry: 'Tentar novamente',
  retryLabel: (kind, address) => `Tentar novamente: ${kind} para ${address}`,
  problems: {
    revoked: 'A chave está revogada: o link dela não abre nada.',
    paused: 'A chave está em pausa: reative-a antes de enviá-la.',
    expired: 'A chave terminou: dê a ela um fim mais distante antes de enviá-la.',
    'used-up': 'A chave está esgotada: aumente o limite antes de enviá-la.',
    'no-address':
      'A chave não está reservada a nenhum endereço, por isso o link não pode ser enviado a ninguém: copie-o.',
    'all-joined': 'Todas as pessoas que a chave convida já se inscreveram.',
    'code-gone':
      'O link desta chave não está guardado em lugar nenhum, por isso não pode ser enviado novamente. Distribua um novo.',
  },
  limitedForAddress: (limit) =>
    limit === 1
      ? 'Um endereço não recebe mais de um convite por dia.'
      : `Um endereço não recebe mais de ${limit} convites por dia.`,
  limitedForYou: (limit) =>
    limit === 1
      ? 'Um administrador não envia mais de um convite por hora.'
      : `Um administrador não envia mais de ${limit} convites por hora.`,
  possibleAt: (when) => `Será possível novamente a partir de ${when}.`,
  tooManyAtOnce: 'Envie menos de cada vez.',
  noLongerFailed: 'Este e-mail não precisa mais de outra tentativa.',
  notYours: 'Você não poderia criar esta chave agora, por isso também não pode enviar o link dela.',
  sent: (n) => (n === 1 ? 'Um convite está a caminho.' : `${n} convites estão a caminho.`),
  queued: (n) =>
    n === 1
      ? 'Um convite espera por um servidor de e-mail.'
      : `${n} convites esperam por um servidor de e-mail.`,
  retried: 'Nova tentativa de envio do e-mail.',
  batch: {
    title: 'Enviar os convites por e-mail',
    summary: (invited, mailed) =>
      `${
        invited === 1
          ? 'Uma pessoa tem um endereço e ainda pode se inscrever'
          : `${invited} pessoas têm um endereço e ainda podem se inscrever`
      }; ${
        mailed === 0
          ? 'nenhuma recebeu o link'
          : mailed === 1
            ? 'uma recebeu o link'
            : `${mailed} receberam o link`
      }.`,
    sendRest: (n) => (n === 1 ? 'Enviar a quem falta' : `Enviar às ${n} que faltam`),
    sendAll: (n) => (n === 1 ? 'Enviar a esta pessoa' : `Enviar a todas as ${n}`),
    nobody: 'Ninguém neste lote tem um endereço e ainda pode se inscrever.',
  },
  list: { failed: 'E-mail falhou', waiting: 'E-mail à espera' },
  home: {
    failed: (n, written) => (n === 1 ? 'Um convite não chegou' : `${written} convites não chegaram`),
    failedHint: 'Veja o motivo, depois tente novamente ou entregue o link de outra forma.',
    waiting: (n, written) =>
      n === 1
        ? 'Um convite espera por um servidor de e-mail'
        : `${written} convites esperam por um servidor de e-mail`,
    waitingHint: 'Configure SMTP_URL, ou copie os links à mão.',
    lastFailed: (when) => `falhou, na fila desde ${when}`,
  },
}
