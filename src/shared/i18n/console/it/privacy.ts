import type { PrivacyMessages } from '../messages/privacy'

export const privacy: PrivacyMessages = {
  title: 'Dati personali',
  lead: 'Ciò che qui è conservato su una persona: per consegnarglielo o per cancellarlo. Ciò che è concluso si cancella da sé dopo un certo tempo.',
  email: 'Indirizzo e-mail',
  login: 'Nome utente',
  whoHint: 'Basta uno dei due: porta all’altro.',
  lookUp: 'Cerca',
  sending: 'Ricerca in corso…',
  nobodyNamed: 'Inserire un indirizzo o un nome utente.',
  lapsed: 'La ricerca risale a troppo tempo fa. Cercare di nuovo la persona.',
  result: 'Che cosa è conservato',
  knownBy: 'Conosciuta come',
  nothing: 'Su questa persona non è conservato nulla.',
  sections: {
    registrations: 'Registrazioni',
    keys: 'Chiavi',
    mails: 'E-mail',
    proofs: 'Link inviati per e-mail',
    requests: 'Nuovi link richiesti',
    imports: 'Elenchi importati in cui compare',
    origins: 'Indirizzi di rete',
    texts: 'Testi che la nominano',
  },
  registered: (at) => `registrazione: ${at}`,
  waits: (at) => `in attesa da ${at}`,
  from: (ip) => `da ${ip}`,
  noLabel: 'Chiave senza etichetta',
  theirs: 'solo per questa persona',
  othersToo: 'anche per altre persone',
  ofKey: 'alla chiave',
  mailed: (at) => `in coda da ${at}`,
  more: (n) => `e altri ${n}, che si trovano nel file`,
  places: {
    'registration_keys.label': 'etichetta di una chiave',
    'registration_keys.revoked_reason': 'motivo di una revoca',
    'key_messages.message': 'messaggio alle persone invitate',
    'registration_details.reason': 'motivo del rifiuto di una registrazione',
    'batches.label': 'etichetta di chiavi create insieme',
    'presets.name': 'nome di un modello',
    'presets.terms': 'testo di un modello',
    'outbox.facts': 'e-mail',
    'outbox.failure': 'mancato invio di un’e-mail',
    'outbox_details.name': 'nome su un’e-mail',
    'link_requests.note': 'messaggio di una richiesta di nuovo link',
    'admin_sessions.data': 'sessione di un amministratore',
  },
  exportTitle: 'Consegnare questi dati',
  exportLead:
    'Tutto quanto sopra in un file JSON, per la persona. Il registro dice che i dati di qualcuno sono stati esportati, non di chi.',
  exportSubmit: 'Scarica',
  eraseTitle: 'Cancellare questi dati',
  eraseLead:
    'Nomi, indirizzi, nomi utente e indirizzi di rete spariscono definitivamente da tutte le nostre tabelle. I contatori e il registro restano: contengono solo numeri.',
  revokes: (n, written) =>
    n === 1
      ? 'Una chiave è destinata solo a questa persona e si può ancora usare. Verrà revocata.'
      : `${written} chiavi sono destinate solo a questa persona e si possono ancora usare. Verranno revocate.`,
  lookAt:
    'Il cognome da solo compare nelle etichette di queste chiavi, che restano come sono. Controllare se si tratta di questa persona:',
  shared: (n) =>
    `In GLPI ci sono ${n} account con questo indirizzo, quindi nessuno è stato esaminato. Per intenderne uno, cercarne il nome utente.`,
  inGlpi: (usersId, login) =>
    `GLPI conserva il suo account n. ${usersId} (${login}) con la cronologia. Eliminarlo lì: Amministrazione > Utenti > ${login} > Metti nel cestino, poi Elimina definitivamente.`,
  retype: (asked) => `Per confermare, digitare di nuovo ${asked}`,
  retyped: 'Non è uguale. Nulla è stato cancellato.',
  eraseSubmit: 'Cancella definitivamente',
  erased: (n, written) =>
    n === 0
      ? 'Su questa persona non era più conservato nulla.'
      : `${n === 1 ? 'Cancellata' : 'Cancellate'}: ${written} ${n === 1 ? 'voce' : 'voci'} delle nostre tabelle.`,
}
