import type { ApprovalsMessages } from '../messages/approvals'

export const approvals: ApprovalsMessages = {
  title: 'Approvazioni',
  lead: 'Queste persone hanno compilato il modulo e non hanno un account finché qualcuno non lo approva. Chi è approvato o rifiutato lo viene a sapere per e-mail.',
  leadReader:
    'Queste persone hanno compilato il modulo e non hanno un account finché non lo approva qualcuno che può modificare gli utenti.',
  none: 'Nessuno è in attesa di approvazione.',
  caption: 'Registrazioni in attesa di approvazione, in alto quelle che scadono prima',
  columns: {
    select: 'Selezione',
    person: 'Persona',
    address: 'Indirizzo e-mail',
    key: 'Chiave',
    asked: 'Registrazione',
    until: 'In attesa fino a',
    state: 'Stato',
  },
  selectOf: (name) => `Seleziona ${name}`,
  selectAll: 'Tutta la pagina',
  chosen: 'Con quelle selezionate',
  reviewSelected: 'Esamina quelle selezionate',
  reviewOf: (name) => `Decidi su ${name}`,
  confirmed: 'confermato',
  notConfirmed: 'non confermato',
  more: 'Le successive',
  newest: 'Torna alle prime',
  reviewing: {
    title: (n) => (n === 1 ? 'Decidere su una registrazione' : `Decidere su ${n} registrazioni`),
    login: 'Nome utente',
    address: 'Indirizzo e-mail',
    grant: 'Riceverà',
    key: 'Chiave',
    asked: 'Registrazione',
    until: 'In attesa fino a',
    accepted: (version, when) => `Versione «${version}», accettata il ${when}`,
    nothing: 'Non è selezionato nulla. Scegliere prima delle registrazioni nell’elenco.',
    gone: (n) =>
      n === 1
        ? 'Una di esse non esiste o è fuori dal proprio ambito.'
        : `${n} di esse non esistono o sono fuori dal proprio ambito.`,
    approvedBy: (name, by, when) => `${name}: approvata da ${by}, ${when}`,
    rejectedBy: (name, by, when) => `${name}: rifiutata da ${by}, ${when}`,
    over: (name) => `${name}: non è più in attesa`,
    unknownPerson: 'una persona i cui dati sono stati cancellati',
    system: 'la riga di comando del server',
    cannot: 'Ora non si può approvare',
    approve: (n) => (n === 1 ? 'Approva' : `Approva ${n} registrazioni`),
    approving: 'Un momento, gli account vengono creati…',
    approveHint: 'L’account viene creato subito e un’e-mail lo annuncia.',
    approveSome: (can, cannot) =>
      `${can === 1 ? 'Una registrazione si può' : `${can} registrazioni si possono`} approvare ora. ${cannot === 1 ? 'Un’altra no, e resta in attesa.' : `Altre ${cannot} no, e restano in attesa.`}`,
    rejectTitle: 'Oppure rifiutare',
    reason: 'Motivo',
    reasonHint:
      'La persona lo legge nell’e-mail. I dati che ha inserito vengono eliminati e il posto nella chiave torna libero.',
    reasonMissing: 'Indicare il motivo: la persona ne viene informata.',
    reasonTooLong: (most) => `È troppo lungo: al massimo ${most} caratteri.`,
    reject: (n) => (n === 1 ? 'Rifiuta' : `Rifiuta ${n} registrazioni`),
    rejecting: 'Un momento…',
    back: 'Torna all’elenco',
    readOnly:
      'Con questo profilo si possono vedere le registrazioni. Per approvare e rifiutare serve il diritto di aggiornare gli utenti.',
  },
  problems: {
    'not-waiting': 'Non è più in attesa di una decisione.',
    'login-taken':
      'Qualcuno in GLPI, o un’altra registrazione, ha ora questo nome utente. Dare un altro nome a quell’account, oppure rifiutare e chiedere alla persona di sceglierne un altro.',
    'email-taken':
      'Un account in GLPI ha ora questo indirizzo. Se è la stessa persona, rifiutare: ha già un account.',
    'not-unique':
      'Una regola di unicità di GLPI lo impedisce: c’è già qualcuno con lo stesso nome, numero o altro dato. Se è la stessa persona, rifiutare.',
    'key-paused': 'La chiave è in pausa. Riattivarla, poi approvare.',
    'redemption-stopped':
      'L’arresto di emergenza è attivo e nessuno può registrarsi. Disattivarlo, poi approvare.',
    issuer:
      'Chi risponde della chiave non può più assegnare questo. Trasferirla a qualcuno che può, per esempio a sé stessi, poi approvare.',
    approver:
      'Con il profilo e l’entità attivi non si può assegnare ciò che assegna questa chiave. Cambiare profilo, o lasciar decidere chi può.',
    grant:
      'Qualcosa che la chiave assegna non esiste più in GLPI o non si può assegnare. Correggerlo in GLPI, oppure rifiutare e creare una nuova chiave.',
    'account-dates': 'L’account sarebbe già scaduto. Rifiutare e creare una nuova chiave.',
  },
  notices: {
    approved: (n) => (n === 1 ? 'Approvata: l’account è pronto.' : `Approvate: ${n} account sono pronti.`),
    rejected: (n) =>
      n === 1 ? 'Rifiutata: la persona ne viene informata.' : `Rifiutate: ${n} persone ne vengono informate.`,
    decidedMeanwhile: (n) =>
      n === 1 ? 'Su una ha già deciso qualcun altro.' : `Su ${n} ha già deciso qualcun altro.`,
    refused: (n) =>
      n === 1
        ? 'Una non si è potuta approvare e resta in attesa.'
        : `${n} non si sono potute approvare e restano in attesa.`,
  },
  home: {
    heading: (n, written) =>
      n === 1
        ? 'Una registrazione attende l’approvazione'
        : `${written} registrazioni attendono l’approvazione`,
    hint: 'Non c’è alcun account finché qualcuno non decide.',
    until: (day) => `in attesa fino a ${day}`,
  },
  onKey: {
    title: 'Non ancora concluse',
    states: {
      'awaiting-confirmation': 'Deve confermare l’indirizzo',
      'awaiting-approval': 'In attesa di approvazione',
    },
    fact: 'Approvazione',
    needed: 'Ogni registrazione deve essere approvata',
  },
  making: {
    label: 'Nessun account finché qualcuno non approva la registrazione',
    hint: 'Ognuna attende fino a 14 giorni qualcuno con il diritto di aggiornare gli utenti. L’avviso arriva per e-mail.',
  },
}
