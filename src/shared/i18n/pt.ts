import { approvals } from './approvals/pt'
import { ends } from './ends/pt'
import { form } from './form/pt'
import { holds } from './holds/pt'
import { limits } from './limits/pt'
import type { Messages } from './messages'
import { page } from './page/pt'

// Brazilian, with the word that Portugal uses too wherever there is a choice of words.

const stillGood = 'Nada se perdeu: seu convite continua válido.'
const tryInMinutes =
  'Tente novamente em alguns minutos. Se nada mudar em uma hora, fale com a pessoa que enviou o convite ou com o suporte.'

export const pt: Messages = {
  ...ends,
  ...holds,
  ...approvals,
  ...form,
  ...limits,
  ...page,

  layout: {
    brand: 'Sua conta no suporte',
    reference: 'Se pedir ajuda, informe esta referência:',
    help: 'Não sabe o que preencher? Pergunte à pessoa que enviou o convite ou ao suporte.',
  },

  register: {
    title: 'Crie sua conta',
    titleWithErrors: 'Verifique o formulário – Crie sua conta',
    lead: (instanceName) =>
      `Você recebeu um convite para ${instanceName}, onde pode pedir ajuda e acompanhar suas solicitações. Leva cerca de dois minutos.`,
    allRequired: 'Preencha todos os campos.',
    errorSummary: 'Falta pouco: verifique estes pontos',
    errorLine: (label, message) => `${label}: ${message}`,
    fields: {
      firstname: 'Nome',
      realname: 'Sobrenome',
      email: 'Endereço de e-mail',
      login: 'Nome de usuário',
      password: 'Senha',
    },
    loginHint: 'O nome com que você vai entrar, por exemplo maria.silva',
    emailHint: 'As respostas às suas solicitações são enviadas para este endereço.',
    emailLocked: 'Seu convite é para este endereço, por isso ele não pode ser alterado aqui.',
    emailEndings: (endings) => `Seu convite é para endereços que terminam em ${endings}.`,
    locked: 'Este campo já veio preenchido. Se houver algum erro, fale com a pessoa que enviou o convite.',
    show: 'Mostrar',
    hide: 'Ocultar',
    showWhat: 'a senha',
    passwordShown: 'A senha agora está visível.',
    passwordHidden: 'A senha está oculta novamente.',
    submit: 'Criar minha conta',
    sending: 'Um momento, estamos criando sua conta…',
  },

  done: {
    title: 'Sua conta está pronta',
    lead: 'Você já pode entrar. É disto que você precisa:',
    login: 'Seu nome de usuário',
    password: 'Sua senha',
    passwordNote: 'A que você acabou de escolher. Ninguém mais a conhece, e ela não é enviada por e-mail.',
    address: 'Onde entrar',
    signIn: 'Entrar',
  },

  code: {
    title: 'Digite seu código de convite',
    lead: 'O mais fácil é abrir o link do seu convite. Se você só tem o código, digite-o ou cole-o aqui.',
    label: 'Código de convite',
    hint: 'Começa com GLPI, seguido de sete grupos de cinco letras e números. Maiúsculas, espaços e traços não fazem diferença.',
    empty: 'Digite ou cole o código que está no seu convite.',
    submit: 'Continuar',
    sending: 'Um momento, estamos verificando o código…',
    enterHere: 'Digite o código aqui',
  },

  refusals: {
    KEY_MALFORMED: {
      heading: 'Este código não está bem certo',
      reason:
        'Alguns caracteres faltam ou são diferentes. Isso acontece facilmente quando se digita um código ou quando um link é cortado em dois.',
      advice:
        'Compare o código com o seu convite e digite-o novamente, ou abra diretamente o link do convite. Se ainda não funcionar, peça à pessoa que enviou o convite que o envie mais uma vez.',
    },
    KEY_UNKNOWN: {
      heading: 'Não há convite com este código',
      reason:
        'O código tem a forma correta, mas não corresponde a nenhum convite daqui. Talvez tenha sido substituído por um mais recente.',
      advice: 'Procure uma mensagem mais recente da pessoa que enviou o convite, ou peça a ela um novo.',
    },
    KEY_OF_OTHER_INSTANCE: {
      heading: 'Este convite é para outro suporte',
      reason: 'O código está correto, mas foi criado para um endereço diferente deste.',
      advice:
        'Abra o link do seu convite em vez de digitar o código aqui. Se você voltar a esta página, pergunte à pessoa que enviou o convite qual é o endereço.',
    },
    KEY_OF_TEST_INSTANCE: {
      heading: 'Este é um convite de teste',
      reason: 'Ele foi feito para testes e não pode criar uma conta de verdade.',
      advice: 'Peça um convite de verdade à pessoa que o enviou.',
    },
    KEY_REVOKED: {
      heading: 'Este convite foi retirado',
      reason: 'Ele foi cancelado depois do envio e não permite mais criar uma conta.',
      advice: 'Peça um novo à pessoa que enviou o convite, ou fale com o suporte.',
    },
    KEY_PAUSED: {
      heading: 'Este convite está suspenso',
      reason: 'Ele está suspenso por enquanto, mas não foi cancelado.',
      advice:
        'Guarde o link e tente novamente mais tarde. Se precisar da conta hoje, fale com a pessoa que enviou o convite ou com o suporte.',
    },
    KEY_NOT_YET_VALID: {
      heading: 'Este convite ainda não pode ser usado',
      reason: 'Ele começa a valer em uma data posterior.',
      advice:
        'Guarde o link e abra-o novamente na data indicada no seu convite. Se não houver data, pergunte à pessoa que o enviou.',
    },
    KEY_EXPIRED: {
      heading: 'Este convite expirou',
      reason: 'Ele podia ser usado até certa data, que já passou.',
      advice: 'Peça um novo à pessoa que enviou o convite. Para ela, é só um instante.',
    },
    KEY_REISSUED: {
      heading: 'Este link foi substituído',
      reason: 'O convite recebeu um novo link, e este deixou de funcionar.',
      advice: 'Peça o novo link à pessoa que enviou o convite, ou procure uma mensagem mais recente dela.',
    },
    KEY_USED_UP: {
      heading: 'Este convite já foi usado',
      reason: 'Ele valia para um certo número de contas, e todas já foram criadas.',
      advice: 'Se uma delas é sua, basta entrar. Caso contrário, peça um novo à pessoa que enviou o convite.',
    },
    KEY_HELD_UP: {
      heading: 'Todas as vagas estão ocupadas no momento',
      reason:
        'Outras pessoas começaram a criar uma conta com este convite e ainda não terminaram. As vagas que não forem usadas voltam a ficar livres.',
      advice:
        'Guarde o link e tente novamente mais tarde. Se precisar da conta hoje, fale com a pessoa que enviou o convite.',
    },
    KEY_ISSUER_REFUSED: {
      heading: 'Este convite não pode mais ser usado',
      reason: 'A pessoa de quem ele vem não envia mais convites para este suporte.',
      advice: 'Peça um novo convite ao suporte ou a outra pessoa da organização.',
    },
    KEY_GRANT_REFUSED: {
      heading: 'Este convite precisa ser renovado',
      reason: 'Aquilo a que ele daria acesso mudou desde o envio.',
      advice:
        'Peça um novo à pessoa que enviou o convite e informe a ela a referência que está nesta página.',
    },
    ACCOUNT_END_PAST: {
      heading: 'Este convite expirou',
      reason: 'Ele era para uma conta até certa data, que já passou.',
      advice: 'Peça um novo à pessoa que enviou o convite. Para ela, é só um instante.',
    },
    ACCOUNT_END_TOO_LATE: {
      heading: 'Este convite precisa ser renovado',
      reason:
        'Ele é para uma conta que terminaria depois de 19 de janeiro de 2038, uma data que o suporte não consegue registrar.',
      advice:
        'Peça à pessoa que enviou o convite um novo, com um fim mais próximo, e informe a ela a referência que está nesta página.',
    },
    REDEMPTION_STOPPED: {
      heading: 'Sem novas contas por enquanto',
      reason: `O suporte não está criando novas contas neste momento. ${stillGood}`,
      advice: tryInMinutes,
    },
    GLPI_MAINTENANCE: {
      heading: 'O suporte está em manutenção',
      reason: `Há um trabalho em andamento e o serviço voltará em breve. ${stillGood}`,
      advice: tryInMinutes,
    },
    GLPI_CHANGED: {
      heading: 'O suporte acaba de ser atualizado',
      reason: `As novas contas precisam esperar que a atualização seja verificada. ${stillGood}`,
      advice: tryInMinutes,
    },
    SERVER_BUSY: {
      heading: 'Muitas pessoas estão se inscrevendo agora',
      reason: `Não houve lugar para a sua solicitação neste instante. ${stillGood}`,
      advice: tryInMinutes,
    },
  },

  problems: {
    required: () => 'Preencha este campo.',
    'too-long': (limit) => `O texto é longo demais. Há espaço para ${limit} caracteres.`,
    'login-characters': () =>
      "Use letras e números; o espaço e os caracteres . - _ @ e ' também servem. Um endereço de e-mail também é aceito.",
    'login-taken': () =>
      'Este nome de usuário já está em uso. Escolha outro, por exemplo com um número no fim.',
    'locked-login-taken': () =>
      'Este nome de usuário já está em uso, e é o seu convite que o define. Peça um novo à pessoa que o enviou.',
    'name-characters': () =>
      'Um nome não pode conter um endereço da web nem um caractere invisível. Digite o nome novamente.',
    'email-invalid': () => 'Isto não parece um endereço de e-mail. Um exemplo: maria.silva@example.org',
    'email-taken': () =>
      'Já existe uma conta com este endereço. Se ela é sua, basta entrar; caso contrário, use outro endereço ou fale com o suporte.',
    'email-held': () =>
      'Alguém está se inscrevendo com este endereço e ainda não o confirmou. Se foi você, abra o link da mensagem que enviamos.',
    'email-not-invited': () =>
      'Este convite é para outro endereço. Use aquele para o qual ele foi enviado, ou fale com a pessoa que o enviou.',
    'email-not-in-domains': (_, endings) =>
      `Este convite é para endereços que terminam em ${endings}. Use um deles, ou fale com a pessoa que o enviou.`,
    'not-unique': () =>
      'Já existe uma conta com estes dados. Se ela é sua, basta entrar; caso contrário, fale com o suporte.',
    'password-too-short': (limit) => `A senha é curta demais. Use pelo menos ${limit} caracteres.`,
    'password-too-long': (limit) => `A senha é longa demais. Use no máximo ${limit} caracteres.`,
    'password-too-many-bytes': (limit) =>
      `A senha é longa demais. Há espaço para ${limit} letras sem acento e números; uma letra com acento conta como duas, um emoji como quatro.`,
    'password-zero-byte': () =>
      'A senha contém um caractere invisível que não pode ser usado. Digite-a novamente.',
    'password-weak': () =>
      'A senha é fácil de adivinhar. Use uma mais longa, por exemplo com quatro palavras que não têm nada a ver entre si nem com você.',
    'password-common': () =>
      'Esta é uma das senhas que são tentadas primeiro. Escolha uma em que mais ninguém pensaria.',
    'password-needs-number': () => 'Acrescente pelo menos um número.',
    'password-needs-lowercase': () => 'Acrescente pelo menos uma letra minúscula.',
    'password-needs-uppercase': () => 'Acrescente pelo menos uma letra maiúscula.',
    'password-needs-symbol': () => 'Acrescente pelo menos um símbolo, como ! ou %.',
    'password-wrong': () => 'Esta não é a senha escolhida no formulário. Digite-a novamente.',
  },

  passwordHints: {
    length: (min) => `Pelo menos ${min} caracteres.`,
    maxBytes: (max) =>
      `No máximo ${max} letras sem acento e números; uma letra com acento conta como duas, um emoji como quatro.`,
    number: 'Pelo menos um número.',
    lowercase: 'Pelo menos uma letra minúscula.',
    uppercase: 'Pelo menos uma letra maiúscula.',
    symbol: 'Pelo menos um símbolo, como ! ou %.',
    strength:
      'Difícil de adivinhar: quatro palavras que não têm nada a ver entre si nem com você funcionam bem.',
  },

  errors: {
    notFound: {
      heading: 'Não há nada neste endereço',
      reason: 'Talvez falte uma parte do endereço, ou a página tenha mudado de lugar.',
      advice: 'Abra novamente o link do seu convite. Se não adiantar, fale com a pessoa que o enviou.',
    },
    internal: {
      heading: 'Algo deu errado do nosso lado',
      reason: 'Não foi culpa sua. Guardamos um registro do que aconteceu.',
      advice:
        'Abra novamente o link do seu convite em alguns minutos. Se acontecer de novo, avise o suporte e informe a referência abaixo.',
    },
    formUnreadable: {
      heading: 'O formulário não chegou inteiro',
      reason:
        'Talvez tenha ficado aberto por muito tempo, ou a conexão tenha caído. Nenhuma conta foi criada.',
      advice:
        'Abra novamente o link do seu convite e preencha o formulário mais uma vez. Se não adiantar, fale com o suporte.',
    },
    confirmationUnknown: {
      heading: 'Este link não funciona',
      reason:
        'Talvez falte uma parte dele, a página tenha ficado aberta por muito tempo, ou o endereço tenha sido corrigido depois do envio da mensagem.',
      advice:
        'Abra mais uma vez o link da nossa mensagem mais recente. Se não adiantar, abra novamente o link do seu convite ou fale com o suporte.',
    },
  },
}
