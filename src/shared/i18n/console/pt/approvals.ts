import type { ApprovalsMessages } from '../messages/approvals'

export const approvals: ApprovalsMessages = {
  title: 'Aprovações',
  lead: 'Estas pessoas preencheram o formulário e não têm conta até que alguém o aprove. Cada uma recebe a decisão por e-mail.',
  leadReader:
    'Estas pessoas preencheram o formulário e não têm conta até que alguém com o direito de alterar usuários o aprove.',
  none: 'Ninguém aguarda aprovação.',
  caption: 'Inscrições que aguardam aprovação, primeiro as que expiram antes',
  columns: {
    select: 'Seleção',
    person: 'Pessoa',
    address: 'E-mail',
    key: 'Chave',
    asked: 'Inscrição',
    until: 'Aguarda até',
    state: 'Estado',
  },
  selectOf: (name) => `Selecionar ${name}`,
  selectAll: 'Toda a página',
  chosen: 'Com as selecionadas',
  reviewSelected: 'Analisar as selecionadas',
  reviewOf: (name) => `Decidir sobre ${name}`,
  confirmed: 'confirmado',
  notConfirmed: 'não confirmado',
  more: 'As seguintes',
  newest: 'Voltar às primeiras',
  reviewing: {
    title: (n) => (n === 1 ? 'Decidir sobre uma inscrição' : `Decidir sobre ${n} inscrições`),
    login: 'Nome de usuário',
    address: 'E-mail',
    grant: 'Receberá',
    key: 'Chave',
    asked: 'Inscrição',
    until: 'Aguarda até',
    accepted: (version, when) => `Versão “${version}”, aceita em ${when}`,
    nothing: 'Nada está selecionado. Primeiro escolha inscrições na lista.',
    gone: (n) =>
      n === 1
        ? 'Uma delas não existe ou está fora do seu alcance.'
        : `${n} delas não existem ou estão fora do seu alcance.`,
    approvedBy: (name, by, when) => `${name}: aprovada por ${by}, ${when}`,
    rejectedBy: (name, by, when) => `${name}: recusada por ${by}, ${when}`,
    over: (name) => `${name}: não aguarda mais`,
    unknownPerson: 'uma pessoa cujos dados foram apagados',
    system: 'a linha de comando do servidor',
    cannot: 'Não pode ser aprovada agora',
    approve: (n) => (n === 1 ? 'Aprovar' : `Aprovar ${n} inscrições`),
    approving: 'Um momento, as contas estão sendo criadas…',
    approveHint: 'A conta é criada na hora e um e-mail avisa.',
    approveSome: (can, cannot) =>
      `${can === 1 ? 'Uma inscrição pode' : `${can} inscrições podem`} ser ${can === 1 ? 'aprovada' : 'aprovadas'} agora. ${cannot === 1 ? 'Outra não, e continua aguardando.' : `Outras ${cannot} não, e continuam aguardando.`}`,
    rejectTitle: 'Ou recusar',
    reason: 'Motivo',
    reasonHint: 'A pessoa o lê no e-mail. O que ela digitou é apagado e a vaga na chave fica livre.',
    reasonMissing: 'Diga o motivo: a pessoa é informada.',
    reasonTooLong: (most) => `É longo demais: no máximo ${most} caracteres.`,
    reject: (n) => (n === 1 ? 'Recusar' : `Recusar ${n} inscrições`),
    rejecting: 'Um momento…',
    back: 'Voltar à lista',
    readOnly:
      'Com o seu perfil você pode ver inscrições. Para aprovar e recusar é preciso o direito de atualizar usuários.',
  },
  problems: {
    'not-waiting': 'Não aguarda mais nenhuma decisão.',
    'login-taken':
      'Alguém no GLPI, ou outra inscrição, tem agora este nome de usuário. Dê outro nome àquela conta, ou recuse a inscrição e peça à pessoa que escolha outro.',
    'email-taken':
      'Uma conta do GLPI tem agora este endereço. Se for a mesma pessoa, recuse a inscrição: ela já tem uma conta.',
    'not-unique':
      'Uma regra de unicidade do GLPI impede: já existe alguém com o mesmo nome, número ou outro destes dados. Se for a mesma pessoa, recuse a inscrição.',
    'key-paused': 'A chave está em pausa. Reative-a e depois aprove.',
    'redemption-stopped':
      'A parada de emergência está ativa e ninguém pode se inscrever. Desative-a e depois aprove.',
    issuer:
      'Quem responde pela chave não pode mais conceder isto. Transfira-a para alguém que possa, por exemplo você, e depois aprove.',
    approver:
      'Com o perfil e a entidade ativos você não pode conceder o que esta chave concede. Troque de perfil ou deixe a decisão para quem pode.',
    grant:
      'Algo que a chave concede não existe mais no GLPI ou não pode ser concedido. Corrija no GLPI, ou recuse a inscrição e crie outra chave.',
    'account-dates': 'A conta já teria terminado. Recuse o cadastro e crie outra chave.',
  },
  notices: {
    approved: (n) => (n === 1 ? 'Aprovada: a conta está pronta.' : `Aprovadas: ${n} contas estão prontas.`),
    rejected: (n) =>
      n === 1 ? 'Recusada: a pessoa é informada.' : `Recusadas: ${n} pessoas são informadas.`,
    decidedMeanwhile: (n) =>
      n === 1
        ? 'Outra pessoa decidiu nesse meio-tempo sobre uma delas.'
        : `Outra pessoa decidiu nesse meio-tempo sobre ${n} delas.`,
    refused: (n) =>
      n === 1
        ? 'Uma não pôde ser aprovada e continua aguardando.'
        : `${n} não puderam ser aprovadas e continuam aguardando.`,
  },
  home: {
    heading: (n, written) =>
      n === 1 ? 'Uma inscrição aguarda aprovação' : `${written} inscrições aguardam aprovação`,
    hint: 'Não há conta até que alguém decida.',
    until: (day) => `aguarda até ${day}`,
  },
  onKey: {
    title: 'Ainda não concluídas',
    states: {
      'awaiting-confirmation': 'Precisa confirmar o endereço',
      'awaiting-approval': 'Aguarda aprovação',
    },
    fact: 'Aprovação',
    needed: 'Cada inscrição precisa ser aprovada',
  },
  making: {
    label: 'Não há conta até que alguém aprove a inscrição',
    hint: 'Cada uma aguarda até 14 dias por alguém com o direito de atualizar usuários. O aviso chega a você por e-mail.',
  },
}
