import type { ApprovalMailMessages } from './approval-messages'

export const approvalMails: ApprovalMailMessages = {
  approvalWaiting: {
    subject: (instance) => `Sua inscrição em ${instance} aguarda aprovação`,
    heading: 'Sua inscrição aguarda aprovação',
    lead: (instance) =>
      `Obrigado, temos tudo de que precisamos. Agora uma pessoa de ${instance} vai analisar sua inscrição. Avisaremos assim que houver uma decisão; até lá, você não precisa fazer nada.`,
    until: (until) => `Sua vaga fica reservada até ${until}.`,
    why: (instance) =>
      `Você recebeu esta mensagem porque alguém com um convite para ${instance} digitou seu endereço no formulário.`,
    ignore: 'Se não foi você, avise o suporte.',
  },
  notApproved: {
    subject: (instance) => `Sobre sua inscrição em ${instance}`,
    heading: {
      rejected: 'Sua inscrição não foi aprovada',
      undecided: 'Ninguém decidiu a tempo sobre sua inscrição',
      revoked: 'Seu convite foi retirado',
    },
    lead: (instance) => ({
      rejected: `Sua inscrição em ${instance} não foi aprovada, por isso nenhuma conta foi criada. O que você digitou foi apagado, inclusive a senha.`,
      undecided: `Sua inscrição em ${instance} aguardava aprovação e o prazo terminou, por isso nenhuma conta foi criada. O que você digitou foi apagado, inclusive a senha.`,
      revoked: `O convite para ${instance} com o qual você se inscreveu foi retirado antes da aprovação, por isso nenhuma conta foi criada. O que você digitou foi apagado, inclusive a senha.`,
    }),
    reason: 'O motivo informado:',
    next: 'Se você ainda precisa de uma conta, fale com a pessoa que enviou o convite ou com o suporte.',
    why: (instance) =>
      `Você recebeu esta mensagem porque alguém se inscreveu em ${instance} com seu endereço e pedimos que aguardasse.`,
    ignore: 'Se não foi você, não é preciso fazer nada.',
  },
  approvalAsked: {
    subject: (n, instance) =>
      n === 1 ? `${instance}: uma inscrição para aprovar` : `${instance}: ${n} inscrições para aprovar`,
    heading: (n) => (n === 1 ? 'Uma inscrição aguarda aprovação' : `${n} inscrições aguardam aprovação`),
    lead: (n) =>
      n === 1
        ? 'Não haverá conta até que alguém aprove esta inscrição:'
        : 'Não haverá contas até que alguém aprove estas inscrições:',
    login: (login) => `Nome de usuário: ${login}`,
    address: (address, isProven) => `${address} (${isProven ? 'confirmado' : 'não confirmado'})`,
    key: (key) => `Chave: ${key}`,
    until: (until) => `Aguarda até ${until}`,
    next: 'Aprove somente pessoas que você conhece ou sobre as quais se informou. Cada uma recebe a decisão por e-mail.',
    button: (n) => (n === 1 ? 'Ver a inscrição' : 'Ver as inscrições'),
    why: 'Você recebeu esta mensagem porque responde pela chave usada ou cuida do suporte.',
  },
  approvalReminder: {
    subject: (n, instance) =>
      n === 1 ? `${instance}: uma inscrição ainda aguarda` : `${instance}: ${n} inscrições ainda aguardam`,
    heading: (n) => (n === 1 ? 'Uma inscrição ainda aguarda' : `${n} inscrições ainda aguardam`),
    lead: (n) =>
      n === 1
        ? 'Ninguém aprovou nem recusou esta inscrição ainda. Sem uma decisão, ela expira:'
        : 'Ninguém aprovou nem recusou estas inscrições ainda. Sem uma decisão, elas expiram:',
  },
}
