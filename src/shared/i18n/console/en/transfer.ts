import type { TransferMessages } from '../messages/transfer'

const keys = (n: number, written: string) => (n === 1 ? 'One key' : `${written} keys`)

const why = {
  'not-theirs-to-give': 'GLPI would not let the new owner give what it gives',
  'grant-gone': 'GLPI has no more what it gives',
  unbounded: 'it has no limit or no end, and the new owner may not update GLPI’s configuration',
}

export const transfer: TransferMessages = {
  selected: 'Transfer selected',
  all: 'Transfer all that match',
  one: 'Transfer to somebody else',
  title: 'Transfer keys',
  lead: 'From then on somebody else answers for these keys. The links stay the same.',
  nothingSelected: 'Tick the keys to transfer first.',
  login: 'Login of the new owner',
  loginHint: 'An administrator of GLPI who could make these keys.',
  look: 'Look what would go',
  goes: (n, written, login) => `${n === 0 ? 'No key' : keys(n, written)} will go to ${login}.`,
  stays: (n, written, obstacle) => `${keys(n, written)} will stay: ${why[obstacle]}.`,
  theirsAlready: 'Revoked keys stay, and so do those that are theirs already.',
  confirm: (n, written) => `Transfer ${n === 1 ? 'one key' : `${written} keys`}`,
  cancel: 'Cancel',
  sending: 'Transferring…',
  problems: {
    missing: 'Enter a login.',
    unknown: 'GLPI has nobody of that login.',
    several: 'GLPI has several people of that login.',
    'no-maker': 'In GLPI they have no profile under which keys are made.',
  },
  done: (n, written, login) => `${n === 0 ? 'No key' : keys(n, written)} went to ${login}.`,
  stayed: (n, written) => `${keys(n, written)} stayed.`,
}
