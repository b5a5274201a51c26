import type { PrivacyMessages } from '../messages/privacy'

export const privacy: PrivacyMessages = {
  title: 'Privacy',
  lead: 'What is kept here about somebody: to give it to them, or to erase it. What is over is forgotten by itself after a while.',
  email: 'Mail address',
  login: 'Login',
  whoHint: 'One of the two is enough: it leads to the other.',
  lookUp: 'Look up',
  sending: 'Looking through everything …',
  nobodyNamed: 'Enter an address or a login.',
  lapsed: 'That was a while ago. Look the person up again.',
  result: 'What is kept',
  knownBy: 'Known by',
  nothing: 'Nothing is kept about this person.',
  sections: {
    registrations: 'Registrations',
    keys: 'Keys',
    mails: 'Mails',
    proofs: 'Links that were mailed',
    requests: 'New links they asked for',
    imports: 'Imported lists they stand in',
    origins: 'Network addresses',
    texts: 'Texts that name them',
  },
  registered: (at) => `registered on ${at}`,
  waits: (at) => `waits since ${at}`,
  from: (ip) => `from ${ip}`,
  noLabel: 'Key without a label',
  theirs: 'for them alone',
  othersToo: 'for others, too',
  ofKey: 'to the key',
  mailed: (at) => `queued on ${at}`,
  more: (n) => `and ${n} more, which are in the file`,
  places: {
    'registration_keys.label': 'label of a key',
    'registration_keys.revoked_reason': 'reason of a revocation',
    'key_messages.message': 'message to invited people',
    'registration_details.reason': 'why a registration was rejected',
    'batches.label': 'label of keys made together',
    'presets.name': 'name of a preset',
    'presets.terms': 'text of a preset',
    'outbox.facts': 'mail',
    'outbox.failure': 'failure of a mail',
    'outbox_details.name': 'name on a mail',
    'link_requests.note': 'note of somebody who asked for a new link',
    'admin_sessions.data': 'session of an administrator',
  },
  exportTitle: 'Give it out',
  exportLead:
    'Everything above as a JSON file, for the person. The record says that somebody’s data was exported, not whose.',
  exportSubmit: 'Download',
  eraseTitle: 'Erase it',
  eraseLead:
    'Names, addresses, logins and network addresses go from all our tables, for good. Counters and the record stay: they hold numbers.',
  revokes: (n, written) =>
    n === 1
      ? 'One key is for this person alone and can still be used. It will be revoked.'
      : `${written} keys are for this person alone and can still be used. They will be revoked.`,
  lookAt:
    'The last name alone stands in the labels of these keys, which stay as they are. Look whether it is theirs:',
  shared: (n) =>
    `GLPI has ${n} accounts with this address, so none of them was looked at. To mean one of them, look it up by its login.`,
  inGlpi: (usersId, login) =>
    `GLPI keeps its account no. ${usersId} (${login}) with its history. Delete it there: Administration > Users > ${login} > Put in trashbin, then Delete permanently.`,
  retype: (asked) => `To confirm, type ${asked} again`,
  retyped: 'This is not the same. Nothing has been erased.',
  eraseSubmit: 'Erase for good',
  erased: (n, written) =>
    n === 0
      ? 'Nothing was kept about this person any more.'
      : `Erased: ${written} ${n === 1 ? 'entry' : 'entries'} of our tables.`,
}
