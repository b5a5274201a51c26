import type { FrameMessages } from '../messages/frame'

const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

export const frame: FrameMessages = {
  brand: 'Convites',
  skipToContent: 'Ir para o conteúdo',
  menu: 'Menu',
  nav: {
    home: 'Início',
    keys: 'Chaves',
    newKey: 'Nova chave',
    batch: 'Várias de uma vez',
    presets: 'Modelos',
    requests: 'Pedidos',
    audit: 'Auditoria',
    tokens: 'Tokens de API',
    status: 'Estado',
    webhooks: 'Webhooks',
    privacy: 'Dados pessoais',
    killSwitch: 'Parada de emergência',
  },
  actingAs: (profile, entity) => `${profile} em ${entity}`,
  switchTitle: 'Perfil e entidade',
  switchLabel: 'Agir como',
  switchSubmit: 'Trocar',
  andBelow: 'e subentidades',
  signOut: 'Sair',
  signOutEverywhere: 'Sair de todos os lugares',
  toGlpi: 'Abrir o GLPI',
  stopped: (since) =>
    `A parada de emergência está ativa desde ${since}: ninguém pode se inscrever, e nenhum uso é gasto.`,
  stoppedLink: 'Ver a parada de emergência',
  reference: 'Se pedir ajuda, informe esta referência:',
  notices: {
    signedOut: 'Você saiu.',
    signedOutEverywhere: 'Você saiu aqui e em todos os outros lugares.',
    switched: 'Troca feita. As listas e os formulários agora seguem este perfil e esta entidade.',
  },
  errors: {
    notFound: {
      heading: 'Não há nada neste endereço',
      reason:
        'O que você procura não existe, ou está em uma entidade que não está ativa para você no momento.',
      advice: 'Verifique o endereço, troque de perfil ou de entidade, ou volte à lista de chaves.',
    },
    formUnreadable: {
      heading: 'O formulário não pôde ser usado',
      reason: 'Ele é anterior à última vez em que você entrou, ou não chegou inteiro. Nada foi alterado.',
      advice: 'Volte, recarregue a página e envie o formulário novamente.',
    },
    internal: {
      heading: 'Algo deu errado do nosso lado',
      reason: 'Não foi culpa sua. Guardamos um registro do que aconteceu.',
      advice:
        'Tente novamente em alguns minutos. Se acontecer de novo, procure a referência no log do servidor.',
    },
    unavailable: {
      heading: 'Isto não funciona no momento',
      reason: 'O banco de dados ou o GLPI não está disponível. Nada foi alterado.',
      advice: 'Tente novamente em alguns minutos. No servidor, “glpi-invite doctor” diz o que há de errado.',
    },
    policy: {
      heading: 'Isto é mais do que uma chave pode permitir aqui',
      reason:
        'A configuração do servidor limita o número de pessoas por chave, a duração das chaves e o número de chaves por administrador. Nada foi alterado.',
      advice:
        'Volte e peça menos, ou peça a quem cuida do servidor que aumente o limite (MAX_USES, MAX_LIFETIME, KEYS_PER_DAY, PENDING_INVITATIONS, ALLOW_UNLIMITED, ALLOW_NEVER).',
    },
    input: {
      heading: 'Assim não é possível',
      reason: 'Algo na solicitação não é aceitável. Nada foi alterado.',
      advice: 'Volte, corrija e tente novamente.',
    },
  },
  notAllowed: {
    heading: 'Seu perfil não permite isto',
    reason: 'O que você pode fazer aqui depende dos direitos do seu perfil ativo no GLPI.',
    advice: 'Troque de perfil ou de entidade, ou peça o direito a um administrador do GLPI.',
    missing: {
      'see-keys': 'É preciso o direito de ler usuários.',
      'create-keys': 'É preciso o direito de criar usuários.',
      'update-keys': 'É preciso o direito de atualizar usuários.',
      configure: 'É preciso o direito de atualizar a configuração do GLPI.',
    },
  },
  time: {
    never: 'nunca',
    over: 'terminada',
    days: (n) => plural(n, 'dia', 'dias'),
    hours: (n) => plural(n, 'hora', 'horas'),
    minutes: (n) => plural(n, 'minuto', 'minutos'),
  },
}
