import type { ApprovalMailMessages } from './approval-messages'

export const approvalMails: ApprovalMailMessages = {
  approvalWaiting: {
    subject: (instance) => `Seu cadastro em ${instance} aguarda aprovação`,
    heading: 'Seu cadastro aguarda aprovação',
    lead: (instance) =>
      `Obrigado, temos tudo de que precisamos. Agora uma pessoa de ${instance} vai analisar seu cadastro. Avisaremos assim que houver uma decisão; até lá, você não precisa fazer nada.`,
    until: (until) => `Sua vaga fica reservada até ${until}.`,
    why: (instance) =>
      `Você recebeu esta mensagem porque alguém com um convite para ${instance} digitou seu endereço no formulário.`,
    ignore: 'Se não foi você, avise o suporte.',
  },
  notApproved: {
    subject: (instance) => `Sobre seu cadastro em ${instance}`,
    heading: {
      rejected: 'Seu cadastro não foi aprovado',
      undecided: 'Ninguém decidiu a tempo sobre seu cadastro',
      revoked: 'Seu convite foi retirado',
    },
    lead: (instance) => ({
      rejected: `Seu cadastro em ${instance} não foi aprovado, por isso nenhuma conta foi criada. O que você digitou foi apagado, inclusive a senha.`,
      undecided: `Seu cadastro em ${instance} aguardava aprovação e o prazo terminou, por isso nenhuma conta foi criada. O que você digitou foi apagado, inclusive a senha.`,
      revoked: `O convite para ${instance} com o qual você se cadastrou foi retirado antes da aprovação, por isso nenhuma conta foi criada. O que você digitou foi apagado, inclusive a senha.`,
    }),
    reason: 'O motivo informado:',
    next: 'Se você ainda precisa de uma conta, fale com a pessoa que enviou o convite ou com o suporte.',
    why: (instance) =>
      `Você recebeu esta mensagem porque alguém se cadastrou em ${instance} com seu endereço e pedimos que aguardasse.`,
    ignore: 'Se não foi você, não é preciso fazer nada.',
  },
  approvalAsked: {
    subject: (n, instance) =>
      n === 1 ? `${instance}: um cadastro para aprovar` : `${instance}: ${n} cadastros para aprovar`,
    heading: (n) => (n === 1 ? 'Um cadastro aguarda aprovação' : `${n} cadastros aguardam aprovação`),
    lead: (n) =>
      n === 1
        ? 'Não haverá conta até que alguém aprove este cadastro:'
        : 'Não haverá contas até que alguém aprove estes cadastros:',
    login: (login) => `Usuário: ${login}`,
    address: (address, isProven) => `${address} (${isProven ? 'confirmado' : 'não confirmado'})`,
    key: (key) => `Chave: ${key}`,
    until: (until) => `Aguarda até ${until}`,
    next: 'Aprove somente pessoas que você conhece ou sobre as quais se informou. Cada uma recebe a decisão por e-mail.',
    button: (n) => (n === 1 ? 'Ver o cadastro' : 'Ver os cadastros'),
    why: 'Você recebeu esta mensagem porque responde pela chave usada ou cuida do suporte.',
  },
  approvalReminder: {
    subject: (n, instance) =>
      n === 1 ? `${instance}: um cadastro ainda aguarda` : `${instance}: ${n} cadastros ainda aguardam`,
    heading: (n) => (n === 1 ? 'Um cadastro ainda aguarda' : `${n} cadastros ainda aguardam`),
    lead: (n) =>
      n === 1
        ? 'Ninguém aprovou nem recusou este cadastro ainda. Sem uma decisão, ele expira:'
        : 'Ninguém aprovou nem recusou estes cadastros ainda. Sem uma decisão, eles expiram:',
  },
}
