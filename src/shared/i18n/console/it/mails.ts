import type { MailsMessages } from '../messages/mails'

export const mails: MailsMessages = {
  title: 'E-mail',
  none: 'Per questa chiave non è stata inviata alcuna e-mail.',
  columns: { kind: 'E-mail', to: 'A', state: 'Esito', when: 'Quando', again: 'Di nuovo' },
  kinds: {
    invitation: 'Invito',
    reminder: 'Promemoria',
    reissued: 'Nuovo link',
    confirmation: 'Conferma dell’indirizzo',
    'account-exists': 'Account già esistente',
    welcome: 'Benvenuto',
    joined: 'Nuova registrazione',
    lapsed: 'Scaduta senza essere usata',
    'key-in-trouble': 'Chiave con un problema',
    'link-requested': 'Nuovo link richiesto',
    'keys-ending': 'Chiavi che scadono presto',
    'issuer-gone': 'Emittente non più presente',
    'webhook-gone': 'Webhook disattivato',
    'approval-waiting': 'In attesa di approvazione',
    'not-approved': 'Non approvata',
    'approval-asked': 'Registrazioni da approvare',
    'approval-reminder': 'Promemoria di registrazioni da approvare',
  },
  states: { waiting: 'In attesa', sent: 'Inviata', failed: 'Non riuscita', withdrawn: 'Ritirata' },
  failures: {
    'address-invalid': 'A questo indirizzo non si può scrivere.',
    'recipient-refused':
      'Il server di posta non conosce questo destinatario, o non accetta nulla per suo conto.',
    'message-refused': 'Il server di posta rifiuta il contenuto dell’e-mail, come fanno i filtri antispam.',
    'sender-refused': 'Il server di posta rifiuta il nostro indirizzo mittente: vedere MAIL_FROM.',
    'sign-in-refused': 'Il server di posta rifiuta il nostro account: vedere SMTP_URL.',
    'not-private': 'Il server di posta non offre una cifratura affidabile.',
    'server-busy': 'Il server di posta ha chiesto di riprovare più tardi.',
    'no-connection': 'Il server di posta non è raggiungibile.',
    'no-answer': 'Il server di posta ha smesso di rispondere.',
    'not-composed': 'L’e-mail non si è potuta comporre, come succede senza il portachiavi.',
  },
  notComposed: {
    paused: 'La chiave è in pausa: riattivandola, l’e-mail parte.',
    'would-be-refused': 'Chi aprisse ora il link verrebbe respinto: sistemando la chiave, l’e-mail parte.',
    'no-key-ring':
      'Il portachiavi non si può leggere, e senza di esso non si può scrivere alcun link: vedere “glpi-invite doctor”.',
    'other-key-ring':
      'Il codice è stato sigillato con un altro portachiavi: ripristinare quello dal backup, oppure dare alla chiave un nuovo link.',
    'no-code':
      'Il link di questa chiave non è conservato da nessuna parte: darle un nuovo link, oppure creare una nuova chiave.',
  },
  answer: (codes) => `La sua risposta: ${codes}`,
  withdrawals: {
    revoked: 'La chiave è stata revocata prima dell’invio.',
    'address-changed': 'La chiave non è più destinata a questo indirizzo.',
    'sent-again': 'Prima dell’invio, un’altra e-mail l’ha sostituita.',
    expired: 'La chiave è scaduta prima dell’invio.',
    'used-up': 'La chiave si è esaurita prima dell’invio.',
    joined: 'La persona si è registrata prima dell’invio.',
    renewed: 'La chiave è stata rinnovata prima dell’invio.',
    reissued: 'La chiave ha ricevuto un altro link prima dell’invio.',
    'key-ended': 'La chiave non si poteva più usare.',
    'too-late': 'Ha atteso così a lungo che non era più una novità.',
    'hold-ended': 'La registrazione era terminata prima dell’invio.',
    decided: 'Tutto era stato deciso prima dell’invio.',
    other: 'Al momento dell’invio non era più vera.',
  },
  nextAttempt: (when) => `Prossimo tentativo: ${when}`,
  attempts: (n) => (n === 1 ? 'Un tentativo finora' : `${n} tentativi finora`),
  noServer: 'Nessun server di posta è configurato (SMTP_URL): le e-mail attendono finché non ce n’è uno.',
  erased: 'cancellato',
  send: 'Invia l’invito per e-mail',
  sendAgain: 'Invia di nuovo l’invito',
  sendHint: 'A ogni indirizzo previsto, tranne a chi si è già registrato.',
  retry: 'Riprova',
  retryLabel: (kind, address) => `Riprova: ${kind} a ${address}`,
  problems: {
    revoked: 'La chiave è revocata: il suo link non apre nulla.',
    paused: 'La chiave è in pausa: riattivarla prima di inviarla.',
    expired: 'La chiave è scaduta: darle una scadenza più lontana prima di inviarla.',
    'used-up': 'La chiave è esaurita: alzarne il limite prima di inviarla.',
    'no-address':
      'La chiave non è riservata ad alcun indirizzo, quindi il link non si può inviare a nessuno: copiarlo.',
    'all-joined': 'Tutte le persone invitate con la chiave si sono registrate.',
    'code-gone':
      'Il link di questa chiave non è conservato da nessuna parte, quindi non si può inviare di nuovo. Distribuirne uno nuovo.',
  },
  limitedForAddress: (limit) =>
    limit === 1
      ? 'A un indirizzo non si invia più di un invito al giorno.'
      : `A un indirizzo non si inviano più di ${limit} inviti al giorno.`,
  limitedForYou: (limit) =>
    limit === 1
      ? 'Un amministratore non invia più di un invito all’ora.'
      : `Un amministratore non invia più di ${limit} inviti all’ora.`,
  possibleAt: (when) => `Sarà di nuovo possibile da ${when}.`,
  tooManyAtOnce: 'Inviarne meno alla volta.',
  noLongerFailed: 'Per questa e-mail non serve più un altro tentativo.',
  notYours: 'Ora non sarebbe possibile creare questa chiave, quindi non se ne può nemmeno inviare il link.',
  sent: (n) => (n === 1 ? 'Un invito è in viaggio.' : `${n} inviti sono in viaggio.`),
  queued: (n) =>
    n === 1 ? 'Un invito attende un server di posta.' : `${n} inviti attendono un server di posta.`,
  retried: 'Nuovo tentativo di invio dell’e-mail.',
  batch: {
    title: 'Invio degli inviti per e-mail',
    summary: (invited, mailed) =>
      `${
        invited === 1
          ? 'Una persona ha un indirizzo e può ancora registrarsi'
          : `${invited} persone hanno un indirizzo e possono ancora registrarsi`
      }; ${
        mailed === 0
          ? 'nessuna ha ricevuto il link'
          : mailed === 1
            ? 'una ha ricevuto il link'
            : `${mailed} hanno ricevuto il link`
      }.`,
    sendRest: (n) => (n === 1 ? 'Invia alla persona rimasta' : `Invia alle ${n} rimaste`),
    sendAll: (n) => (n === 1 ? 'Invia a questa persona' : `Invia a tutte e ${n}`),
    nobody: 'In questo lotto nessuno ha un indirizzo e può ancora registrarsi.',
  },
  list: { failed: 'E-mail non riuscita', waiting: 'E-mail in attesa' },
  home: {
    failed: (n, written) => (n === 1 ? 'Un invito non è arrivato' : `${written} inviti non sono arrivati`),
    failedHint: 'Guardare il motivo, poi riprovare o consegnare il link in altro modo.',
    waiting: (n, written) =>
      n === 1 ? 'Un invito attende un server di posta' : `${written} inviti attendono un server di posta`,
    waitingHint: 'Configurare SMTP_URL, oppure copiare i link a mano.',
    lastFailed: (when) => `non riuscita, in coda dal ${when}`,
  },
}
