import type { SignInMessages } from '../messages/sign-in'

export const signIn: SignInMessages = {
  title: 'Entrar',
  lead: (instanceName) => `Convites para ${instanceName}. Entre com seu nome de usuário e sua senha do GLPI.`,
  login: 'Nome de usuário',
  password: 'Senha',
  submit: 'Entrar',
  as: (user) => `Entrar novamente como ${user}`,
  sending: 'Um momento…',
  failed: 'O nome de usuário ou a senha não está correto. Digite os dois novamente.',
  refusals: {
    'no-account':
      'O login único da sua organização informou um nome para o qual o GLPI não tem conta, ou tem mais de uma. Peça a um administrador do GLPI que verifique os nomes de usuário.',
    inactive: 'Sua conta no GLPI não está ativa. Peça a um administrador do GLPI que a ative.',
    'outside-dates':
      'Sua conta no GLPI não é válida hoje. Peça a um administrador do GLPI que verifique as datas de validade.',
    'password-expired': 'Sua senha expirou. Entre no GLPI, escolha uma nova e depois volte aqui.',
    'two-factor':
      'O GLPI pede a você um segundo fator, que não pode ser verificado aqui. Use o login único da sua organização, ou peça um link do console a quem cuida deste servidor (glpi-invite console-link).',
    'grants-missing':
      'Este servidor não pode ver se o GLPI pede um segundo fator, por isso ninguém pode entrar com uma senha. Quem cuida dele precisa aplicar o que “glpi-invite db grants” mostra.',
    'no-authorisation':
      'Sua conta no GLPI não tem autorização em nenhuma entidade. Peça uma a um administrador do GLPI.',
    'no-right':
      'Nenhum dos seus perfis do GLPI pode ler usuários, o que é necessário para as chaves. Peça esse direito a um administrador do GLPI.',
  },
  throttled: (minutes) =>
    `Muitas tentativas falharam. Espere ${minutes} ${minutes === 1 ? 'minuto' : 'minutos'} e tente novamente.`,
  hint: 'Se você entra no GLPI com uma conta de diretório ou com um segundo fator, use o login único da sua organização, ou peça um link do console a quem cuida deste servidor.',
  link: {
    title: 'Entrar com este link',
    lead: 'Este link foi criado para você no servidor. Com ele você entra uma única vez.',
    submit: 'Entrar',
    spent:
      'Este link já foi usado, ou tem mais de cinco minutos. Peça um novo: “glpi-invite console-link” o cria no servidor.',
    instead: 'Entrar com uma senha',
  },
}
