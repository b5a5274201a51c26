import type { ApprovalsMessages } from '../messages/approvals'

export const approvals: ApprovalsMessages = {
  title: 'Aprovações',
  lead: 'Estas pessoas preencheram o formulário e não têm conta até que alguém o aprove. Cada uma recebe a decisão por e-mail.',
  leadReader:
    'Estas pessoas preencheram o formulário e não têm conta até que alguém com o direito de alterar usuários o aprove.',
  none: 'Ninguém aguarda aprovação.',
  caption: 'Cadastros que aguardam aprovação, primeiro os que expiram antes',
  columns: {
    select: 'Seleção',
    person: 'Pessoa',
    address: 'E-mail',
    key: 'Chave',
    asked: 'Cadastro',
    until: 'Aguarda até',
    state: 'Estado',
  },
  selectOf: (name) => `Selecionar ${name}`,
  selectAll: 'Toda a página',
  chosen: 'Com os selecionados',
  reviewSelected: 'Analisar os selecionados',
  review: 'Decidir',
  reviewOf: (name) => `Decidir sobre ${name}`,
  confirmed: 'confirmado',
  notConfirmed: 'não confirmado',
  more: 'Os seguintes',
  newest: 'Voltar aos primeiros',
  reviewing: {
    title: (n) => (n === 1 ? 'Decidir sobre um cadastro' : `Decidir sobre ${n} cadastros`),
    login: 'Usuário',
    address: 'E-mail',
    grant: 'Receberá',
    key: 'Chave',
    issuer: 'Emitida por',
    asked: 'Cadastro',
    until: 'Aguarda até',
    nothing: 'Nada está selecionado. Primeiro escolha cadastros na lista.',
    gone: (n) =>
      n === 1
        ? 'Um deles não existe ou está fora do seu alcance.'
        : `${n} deles não existem ou estão fora do seu alcance.`,
    approvedBy: (name, by, when) => `${name}: aprovado por ${by}, ${when}`,
    rejectedBy: (name, by, when) => `${name}: recusado por ${by}, ${when}`,
    over: (name) => `${name}: não aguarda mais`,
    unknownPerson: 'uma pessoa cujos dados foram apagados',
    system: 'a linha de comando do servidor',
    cannot: 'Não pode ser aprovado agora',
    approve: (n) => (n === 1 ? 'Aprovar' : `Aprovar ${n} cadastros`),
    approving: 'Um momento, as contas estão sendo criadas…',
    approveHint: 'A conta é criada na hora e um e-mail avisa.',
    approveSome: (can, cannot) =>
      `${can === 1 ? 'Um cadastro pode' : `${can} cadastros podem`} ser ${can === 1 ? 'aprovado' : 'aprovados'} agora. ${cannot === 1 ? 'Outro não, e continua aguardando.' : `Outros ${cannot} não, e continuam aguardando.`}`,
    rejectTitle: 'Ou recusar',
    reason: 'Motivo',
    reasonHint: 'A pessoa o lê no e-mail. O que ela digitou é apagado e a vaga na chave fica livre.',
    reasonMissing: 'Diga o motivo: a pessoa é informada.',
    reasonTooLong: (most) => `É longo demais: no máximo ${most} caracteres.`,
    reject: (n) => (n === 1 ? 'Recusar' : `Recusar ${n} cadastros`),
    rejecting: 'Um momento…',
    back: 'Voltar à lista',
    readOnly:
      'Com o seu perfil você pode ver cadastros. Para aprovar e recusar é preciso o direito de atualizar usuários.',
  },
  problems: {
    'not-waiting': 'Não aguarda mais nenhuma decisão.',
    'login-taken':
      'Alguém no GLPI, ou outro cadastro, tem agora este usuário. Dê outro nome àquela conta, ou recuse o cadastro e peça à pessoa que escolha outro.',
    'email-taken':
      'Uma conta do GLPI tem agora este endereço. Se for a mesma pessoa, recuse o cadastro: ela já tem uma conta.',
    'not-unique':
      'Uma regra de unicidade do GLPI impede: já existe alguém com esse nome. Se for a mesma pessoa, recuse o cadastro.',
    'key-paused': 'A chave está pausada. Retome-a e depois aprove.',
    'redemption-stopped':
      'A parada de emergência está ligada e ninguém pode se cadastrar. Desligue-a e depois aprove.',
    issuer:
      'Quem responde pela chave não pode mais conceder isto. Transfira-a para alguém que possa, por exemplo você, e depois aprove.',
    approver:
      'Com o perfil e a entidade ativos você não pode conceder o que esta chave concede. Troque de perfil ou deixe a decisão para quem pode.',
    grant:
      'Algo que a chave concede não existe mais no GLPI ou não pode ser concedido. Corrija no GLPI, ou recuse o cadastro e crie outra chave.',
    'account-dates': 'A conta já teria terminado. Recuse o cadastro e crie outra chave.',
  },
  notices: {
    approved: (n) => (n === 1 ? 'Aprovado: a conta está pronta.' : `Aprovados: ${n} contas estão prontas.`),
    rejected: (n) =>
      n === 1 ? 'Recusado: a pessoa é informada.' : `Recusados: ${n} pessoas são informadas.`,
    decidedMeanwhile: (n) =>
      n === 1
        ? 'Outra pessoa decidiu nesse meio-tempo sobre um deles.'
        : `Outra pessoa decidiu nesse meio-tempo sobre ${n} deles.`,
    refused: (n) =>
      n === 1
        ? 'Um não pôde ser aprovado e continua aguardando.'
        : `${n} não puderam ser aprovados e continuam aguardando.`,
  },
  home: {
    heading: (n, written) =>
      n === 1 ? 'Um cadastro aguarda aprovação' : `${written} cadastros aguardam aprovação`,
    hint: 'Não há conta até que alguém decida.',
    until: (day) => `aguarda até ${day}`,
  },
  onKey: {
    title: 'Ainda não concluídos',
    states: {
      'awaiting-confirmation': 'Precisa confirmar o endereço',
      'awaiting-approval': 'Aguarda aprovação',
    },
    fact: 'Aprovação',
    needed: 'Cada cadastro precisa ser aprovado',
  },
  making: {
    label: 'Não há conta até que alguém aprove o cadastro',
    hint: 'Cada um aguarda até 14 dias por alguém com o direito de atualizar usuários. Você é avisado por e-mail.',
  },
}
