import type { PrivacyMessages } from '../messages/privacy'

export const privacy: PrivacyMessages = {
  title: 'Dados pessoais',
  lead: 'O que é guardado aqui sobre alguém: para entregar à pessoa, ou para apagar. O que terminou é esquecido sozinho depois de algum tempo.',
  email: 'Endereço de e-mail',
  login: 'Nome de usuário',
  whoHint: 'Um dos dois basta: ele leva ao outro.',
  lookUp: 'Procurar',
  sending: 'Procurando em tudo…',
  nobodyNamed: 'Informe um endereço ou um nome de usuário.',
  lapsed: 'Esta pesquisa já é antiga. Procure a pessoa novamente.',
  result: 'O que é guardado',
  knownBy: 'Conhecida como',
  nothing: 'Nada é guardado sobre esta pessoa.',
  sections: {
    registrations: 'Inscrições',
    keys: 'Chaves',
    mails: 'E-mails',
    proofs: 'Links enviados por e-mail',
    requests: 'Novos links pedidos',
    imports: 'Listas importadas em que a pessoa aparece',
    origins: 'Endereços de rede',
    texts: 'Textos que a mencionam',
  },
  registered: (at) => `inscrição em ${at}`,
  waits: (at) => `à espera desde ${at}`,
  from: (ip) => `de ${ip}`,
  noLabel: 'Chave sem rótulo',
  theirs: 'só para esta pessoa',
  othersToo: 'para outras pessoas também',
  ofKey: 'para a chave',
  mailed: (at) => `na fila desde ${at}`,
  more: (n) => `e mais ${n}, que estão no arquivo`,
  places: {
    'registration_keys.label': 'rótulo de uma chave',
    'registration_keys.revoked_reason': 'motivo de uma revogação',
    'key_messages.message': 'mensagem às pessoas convidadas',
    'registration_details.reason': 'motivo da recusa de um cadastro',
    'batches.label': 'rótulo de chaves criadas juntas',
    'presets.name': 'nome de um modelo',
    'presets.terms': 'texto de um modelo',
    'outbox.facts': 'e-mail',
    'outbox.failure': 'falha de um e-mail',
    'outbox_details.name': 'nome em um e-mail',
    'link_requests.note': 'mensagem de um pedido de novo link',
    'admin_sessions.data': 'sessão de um administrador',
  },
  exportTitle: 'Entregar',
  exportLead:
    'Tudo o que está acima em um arquivo JSON, para a pessoa. O registro diz que os dados de alguém foram exportados, não de quem.',
  exportSubmit: 'Baixar',
  eraseTitle: 'Apagar',
  eraseLead:
    'Nomes, endereços, nomes de usuário e endereços de rede saem de todas as nossas tabelas, de vez. Os contadores e o registro ficam: eles só têm números.',
  revokes: (n, written) =>
    n === 1
      ? 'Uma chave é só para esta pessoa e ainda pode ser usada. Ela será revogada.'
      : `${written} chaves são só para esta pessoa e ainda podem ser usadas. Elas serão revogadas.`,
  lookAt:
    'O sobrenome sozinho aparece nos rótulos destas chaves, que ficam como estão. Veja se se trata desta pessoa:',
  shared: (n) =>
    `O GLPI tem ${n} contas com este endereço, por isso nenhuma foi examinada. Para indicar uma delas, procure pelo nome de usuário.`,
  inGlpi: (usersId, login) =>
    `O GLPI guarda a conta nº ${usersId} (${login}) com o histórico. Elimine-a lá: Administração > Usuários > ${login} > Colocar na lixeira, depois Excluir permanentemente.`,
  retype: (asked) => `Para confirmar, digite ${asked} novamente`,
  retyped: 'Não é igual. Nada foi apagado.',
  eraseSubmit: 'Apagar de vez',
  erased: (n, written) =>
    n === 0
      ? 'Nada mais era guardado sobre esta pessoa.'
      : `${n === 1 ? 'Apagada' : 'Apagadas'}: ${written} ${n === 1 ? 'entrada' : 'entradas'} das nossas tabelas.`,
}
