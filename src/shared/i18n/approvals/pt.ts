import type { ApprovalMessages } from './messages'

export const approvals: ApprovalMessages = {
  approval: {
    title: 'Sua inscrição aguarda aprovação',
    lead: (instance) =>
      `Temos tudo de que precisamos. Agora uma pessoa de ${instance} vai analisá-la e, em seguida, sua conta será criada.`,
    mail: 'Assim que houver uma decisão, enviaremos uma mensagem para',
    until: (until) =>
      `Sua vaga fica reservada até ${until}. Se até lá ninguém tiver decidido, também avisaremos você.`,
    close: 'Você não precisa fazer mais nada: pode fechar esta página.',
    another: 'Outra pessoa quer se inscrever neste aparelho?',
    anotherLink: 'Preencher o formulário para outra pessoa',
  },
  declined: {
    undecided: {
      heading: 'Ninguém decidiu a tempo',
      reason:
        'Sua inscrição aguardava aprovação e o prazo terminou. O que você digitou foi apagado e nenhuma conta foi criada.',
      advice:
        'Fale com a pessoa que enviou o convite ou com o suporte. Se o link do convite ainda funcionar, você pode preencher o formulário novamente.',
    },
    rejected: {
      heading: 'Sua inscrição não foi aprovada',
      reason: 'O que você digitou foi apagado e nenhuma conta foi criada.',
      advice: 'Se você acha que é um engano, fale com a pessoa que enviou o convite ou com o suporte.',
    },
    because: (why) => `O motivo informado: “${why}”`,
  },
}
