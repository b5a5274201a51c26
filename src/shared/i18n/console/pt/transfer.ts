import type { TransferMessages } from '../messages/transfer'

const keys = (n: number, written: string) => (n === 1 ? 'Uma chave' : `${written} chaves`)

const why = {
  'not-theirs-to-give': 'o GLPI não permitiria que o novo responsável desse o que está previsto',
  'grant-gone': 'o GLPI não tem mais o que está previsto',
  unbounded: 'falta um limite ou um fim, e o novo responsável não pode atualizar a configuração do GLPI',
}

export const transfer: TransferMessages = {
  selected: 'Transferir as selecionadas',
  all: 'Transferir todas as encontradas',
  one: 'Transferir para outra pessoa',
  title: 'Transferir chaves',
  lead: 'A partir daí, outra pessoa responde por estas chaves. Os links continuam os mesmos.',
  nothingSelected: 'Marque primeiro as chaves a transferir.',
  login: 'Nome de usuário do novo responsável',
  loginHint: 'Um administrador do GLPI que poderia criar estas chaves.',
  look: 'Ver o que seria transferido',
  goes: (n, written, login) =>
    n === 0
      ? `Nenhuma chave passará para ${login}.`
      : `${keys(n, written)} ${n === 1 ? 'passará' : 'passarão'} para ${login}.`,
  stays: (n, written, obstacle) =>
    `${keys(n, written)} ${n === 1 ? 'ficará onde está' : 'ficarão onde estão'}: ${why[obstacle]}.`,
  theirsAlready: 'As chaves revogadas ficam onde estão, assim como as que já são dessa pessoa.',
  confirm: (n, written) => `Transferir ${n === 1 ? 'uma chave' : `${written} chaves`}`,
  cancel: 'Cancelar',
  sending: 'Transferindo…',
  problems: {
    missing: 'Informe um nome de usuário.',
    unknown: 'O GLPI não tem ninguém com este nome de usuário.',
    several: 'O GLPI tem várias pessoas com este nome de usuário.',
    'no-maker': 'No GLPI, essa pessoa não tem nenhum perfil com que se criam chaves.',
  },
  done: (n, written, login) =>
    n === 0
      ? `Nenhuma chave passou para ${login}.`
      : `${keys(n, written)} ${n === 1 ? 'passou' : 'passaram'} para ${login}.`,
  stayed: (n, written) => `${keys(n, written)} ${n === 1 ? 'ficou onde estava' : 'ficaram onde estavam'}.`,
}
