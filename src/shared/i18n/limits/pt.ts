import type { LimitMessages } from './messages'

export const limits: LimitMessages = {
  limits: {
    heading: 'Espere um momento',
    reason:
      'Chegaram muitas solicitações da sua conexão em pouco tempo. Talvez você a compartilhe com outras pessoas, e pode não ter sido você. Seu convite continua válido como antes.',
    advice: (when) =>
      `Abra novamente o link do seu convite ${when}. Se não adiantar, fale com a pessoa que o enviou ou com o suporte.`,
    form: (when) =>
      `Muitos formulários da sua conexão, que talvez você compartilhe com outras pessoas, não foram aceitos em pouco tempo. Verifique o que está marcado e o que você digitou, e digite a senha novamente. Se o formulário voltar mais uma vez, envie-o novamente ${when}.`,
    unproven: (when) =>
      `Muitos formulários da sua conexão chegaram sem o trabalho que o navegador faz em segundo plano. Ative o JavaScript e abra o link do seu convite novamente, ou informe a senha outra vez e envie este formulário ${when}. O que você digitou continua aqui.`,
    code: (when) =>
      `Muitos códigos foram tentados em pouco tempo a partir da sua conexão, que talvez você compartilhe com outras pessoas. Compare o código com o seu convite e digite-o novamente ${when}.`,
  },
  taken: {
    email: 'Já existe uma conta com este endereço.',
    advice: {
      usable: 'Se ela é sua, entre com ela; você não precisa de uma segunda.',
      passwordless: 'Se ela é sua, foi criada sem senha: pergunte ao suporte como entrar com ela.',
      directory: 'Se ela é sua, entre com o nome de usuário e a senha que você usa na sua organização.',
      'mail-server': 'Se ela é sua, entre com a senha da sua caixa de e-mail.',
      disabled: 'Se ela é sua, está desativada no momento: peça ao suporte que a ative novamente.',
      deleted: 'Se ela é sua, foi eliminada: peça ao suporte que a recupere.',
    },
  },
}
