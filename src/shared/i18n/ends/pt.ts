import type { EndMessages } from './messages'

const minutes = (n: number) => (n === 1 ? 'um minuto' : `${n} minutos`)

export const ends: EndMessages = {
  deadEnd: {
    ended: (until) => `Ele valia até ${until}.`,
    begins: (from) => `Você poderá usá-lo a partir de ${from}.`,
    shared:
      'Um link vale para um certo número de pessoas, muitas vezes uma só. Se você o passou a alguém, ou alguém o passou a você, cada pessoa precisa de um convite próprio.',
    whom: {
      title: 'Quem pode ajudar você',
      inviter: 'Seu convite veio de',
      helpdesk: 'O suporte',
    },
    ask: {
      title: 'Pedir um novo link',
      lead: 'Seu pedido chega a quem cuida dos convites. Você pode fazê-lo uma vez.',
      address: 'Seu endereço de e-mail',
      addressHint:
        'O novo link será enviado para lá. Se o convite chegou por e-mail, informe esse mesmo endereço.',
      note: 'Mensagem (opcional)',
      noteHint: 'Seu nome e de onde conhecem você: isso ajuda na resposta.',
      noteTooLong: (limit) => `É longo demais. Há espaço para ${limit} caracteres.`,
      submit: 'Pedir um novo link',
      sending: 'Um momento, seu pedido está sendo encaminhado…',
      titleWithErrors: (title) => `Verifique o formulário – ${title}`,
      throttled: (n) =>
        `Muitos pedidos vieram da sua conexão, que talvez seja compartilhada com outras pessoas. Tente de novo em ${minutes(n)} ou pergunte às pessoas indicadas acima.`,
    },
    own: {
      heading: 'Você já se inscreveu',
      reason: (when) => `Sua conta foi criada com este link em ${when}. Ele não é mais necessário.`,
      advice: 'Entre com o nome de usuário e a senha que você escolheu naquele momento.',
      again: (when) =>
        `Uma conta já foi criada aqui com este link em ${when}. Se for a sua, não é preciso outra: basta entrar.`,
    },
  },

  asked: {
    title: 'Seu pedido foi encaminhado',
    lead: 'Quem cuida dos convites já pode vê-lo.',
    mailbox:
      'Se este convite foi enviado ao endereço que você informou, um novo link talvez já esteja a caminho: olhe sua caixa de entrada nos próximos minutos, e também a pasta de spam.',
    others:
      'Caso contrário, alguém precisa vê-lo antes. Você receberá um e-mail quando um novo link for enviado.',
  },

  codeBox: {
    lost: 'Nada se perdeu: seu convite continua válido. Esta página só não sabe mais qual é o seu, como acontece depois de algum tempo, em outro navegador ou sem cookies. Abra de novo o link do seu convite, ou cole-o aqui.',
    check: {
      complete: 'O código está completo.',
      completeLink: 'É um link de convite e está completo.',
      test: 'É um código de teste.',
      otherStart: 'Um código começa com GLPI. Veja onde ele começa.',
      otherCharacter: (character) => `“${character}” não aparece em nenhum código. Olhe de novo.`,
      more: (n) => (n === 1 ? 'Falta 1 caractere.' : `Faltam ${n} caracteres.`),
      tooMany: (n) => (n === 1 ? 'Sobra 1 caractere.' : `Sobram ${n} caracteres.`),
      mistyped: 'Há um erro de digitação: talvez dois caracteres estejam trocados ou sejam parecidos.',
    },
  },

  sending: {
    slow: 'Está demorando mais que o normal. Você pode enviar de novo: nada é feito duas vezes.',
    offline:
      'Não há conexão no momento. O que você digitou fica aqui: envie quando estiver on-line novamente.',
  },
}
