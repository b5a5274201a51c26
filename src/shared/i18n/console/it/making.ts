import type { MakingMessages } from '../messages/making'
import { figuresIn } from '../../figures'

const figure = figuresIn('it')

const keys = (n: number) => `${figure(n)} ${n === 1 ? 'chiave' : 'chiavi'}`

export const making: MakingMessages = {
  title: 'Nuova chiave',
  titleWithErrors: 'Da controllare: nuova chiave',
  batchTitle: 'Più chiavi insieme',
  batchTitleWithErrors: 'Da controllare: più chiavi insieme',
  batchLead: 'Una chiave per ogni persona, valida per un solo account.',
  errorSummary: 'Non è stato ancora creato nulla. Da controllare:',
  errorLine: (label, message) => `${label}: ${message}`,
  nothingToGive: {
    heading: 'Qui non c’è nulla da assegnare',
    text: 'Con il profilo attivo GLPI non permette di assegnare alcun profilo. Cambiare profilo o entità, oppure rivolgersi a un amministratore di GLPI.',
  },
  fields: {
    label: 'Etichetta',
    people: 'Persone',
    count: 'O un numero di chiavi',
    uses: 'Numero di persone',
    life: 'Durata della chiave',
    until: 'Ultimo giorno',
    profile: 'Profilo',
    entity: 'Entità',
    starts: 'Non prima di',
    groups: 'Gruppi',
    title: 'Titolo',
    category: 'Categoria',
    location: 'Posizione',
    addresses: 'Solo per questi indirizzi e-mail',
    send: 'Invia l’invito per e-mail',
    domains: 'Solo per indirizzi di questi domini',
    account: 'Durata dell’account',
    accountFrom: 'Inizio dell’account',
    language: 'Lingua',
    fillFirstname: 'Nome',
    fillRealname: 'Cognome',
    fillEmail: 'Indirizzo e-mail',
    fillLogin: 'Nome utente',
    message: 'Messaggio per chi è invitato',
  },
  hints: {
    share:
      'Chi apre il link legge allora il nome di chi ha invitato e sa a chi rivolgersi. Il contatto dell’assistenza è indicato in ogni caso.',
    label: 'Serve a ritrovarla. Compare sulla scheda stampata.',
    batchLabel: 'Serve a ritrovarle, per esempio “Tirocinanti 2026”.',
    people:
      'Una per riga: nomi, indirizzi o entrambi, come “Ada Lovelace <ada@example.org>”. Le colonne di un foglio di calcolo si possono incollare così come sono.',
    count: 'Quando non si sa ancora a chi sono destinate.',
    uses: 'Ognuna riceve un proprio account.',
    until: 'Funziona fino alla fine di questo giorno.',
    workDays:
      'Un giorno non lavorativo viene saltato: la chiave scade allora il giorno lavorativo successivo.',
    starts: 'Lasciare vuoto se si può usare subito.',
    backOffice:
      'Un profilo dell’interfaccia standard richiede una chiave per una sola persona con un solo indirizzo e-mail, confermato aprendo il link ricevuto per e-mail.',
    addresses: 'Uno per riga. Lasciare vuoto se può usarla chiunque abbia il link.',
    send: 'Ogni indirizzo qui sopra riceve il link. Un link ricevuto per e-mail dimostra che l’indirizzo è il proprio.',
    batchSend:
      'Chi ha un indirizzo riceve il proprio link. Un link ricevuto per e-mail dimostra che l’indirizzo è il proprio.',
    domains:
      'Uno per riga, per esempio example.org. *.example.org indica tutti i suoi sottodomini. Se sopra ci sono indirizzi, valgono gli uni e gli altri.',
    account: 'I giorni e i mesi si contano dalla registrazione, fino alla fine dell’ultimo giorno.',
    accountFrom: 'Prima di questo giorno nessuno può accedere a GLPI. Lasciare vuoto se si può subito.',
    language: 'Delle e-mail, del modulo e dell’account.',
    fills: 'Sono già nel modulo. Chi è invitato non può modificare ciò che è bloccato.',
    message: 'Compare nell’e-mail con il link.',
  },
  timeZone: (zone) => `Gli orari sono quelli di ${zone}.`,
  usesAtMost: (n) => `Al massimo ${figure(n)}.`,
  lifeAtMost: (lastDay) => `Al più tardi il ${lastDay}.`,
  unlimitedUses: 'Un numero qualsiasi di persone',
  lives: {
    '1d': '1 giorno',
    '7d': '7 giorni',
    '30d': '30 giorni',
    date: 'Fino a una data',
    never: 'Senza scadenza',
  },
  recursive: 'Anche nelle sottoentità',
  accounts: {
    forGood: 'Senza scadenza',
    days: 'giorni',
    months: 'mesi',
    after: 'dopo la registrazione',
    until: 'Fino alla fine del',
    number: 'Numero',
    date: 'Ultimo giorno dell’account',
  },
  fills: { legend: 'Già compilato', lock: 'Bloccato', lockOf: (field) => `Bloccato: ${field}` },
  proofNeedsMail:
    'Qui non è configurato alcun server di posta (SMTP_URL): finché manca, nessuno può confermare il proprio indirizzo e non viene creato alcun account.',
  anyLanguage: '– quella di ciascuno –',
  prove: 'Nessun account viene creato finché l’indirizzo e-mail non è confermato',
  share: 'Indica chi ha invitato quando il link non funziona più',
  backOffice: (profile) => `${profile} (interfaccia standard)`,
  batchSend: 'Invia gli inviti per e-mail',
  bind: 'Chi ha un indirizzo può registrarsi solo con quell’indirizzo',
  more: 'Altro: inizio, gruppi, posizione, destinatari, account, lingua, messaggio',
  nothingChosen: '– nessuno –',
  filter: 'Filtra l’elenco',
  filterStatus: '{shown} su {all}',
  sentenceTitle: 'Che cosa permetterà',
  sentence: {
    one: 'Una persona può entrare in {entity} con il profilo {profile}{from}{until}.',
    many: 'Fino a {n} persone possono entrare in {entity} con il profilo {profile}{from}{until}.',
    unlimited:
      'Un numero qualsiasi di persone può entrare in {entity} con il profilo {profile}{from}{until}.',
    each: 'Con ogni chiave una persona può entrare in {entity} con il profilo {profile}{from}{until}.',
    andBelow: '{entity} e nelle sue sottoentità',
    from: ', da {start}',
    untilDay: ' fino al {day} compreso',
    never: ', senza scadenza',
    onlyAddress: 'Può usarla solo {address}.',
    onlyAddresses: 'Possono usarla solo {n} indirizzi.',
    onlyDomains: 'Possono usarla solo gli indirizzi in {domains}.',
    onlyBoth: 'Possono usarla solo {who} e gli indirizzi in {domains}.',
    addresses: '{n} indirizzi',
    accountDay: 'L’account termina {n} giorno dopo la registrazione.',
    accountDays: 'L’account termina {n} giorni dopo la registrazione.',
    accountMonth: 'L’account termina {n} mese dopo la registrazione.',
    accountMonths: 'L’account termina {n} mesi dopo la registrazione.',
    accountUntil: 'L’account termina alla fine del {day}.',
  },
  submit: 'Crea la chiave',
  sending: 'Un momento…',
  problems: {
    'label-required': () => 'Inserire un’etichetta, per poterle ritrovare.',
    'label-too-long': (limit) => `Il testo è troppo lungo. C’è spazio per ${figure(limit)} caratteri.`,
    'people-required': () => 'Incollare almeno una persona, oppure indicare sotto un numero di chiavi.',
    'people-none-good': () => 'Nessuna riga si può usare così com’è. La tabella qui sotto spiega perché.',
    'count-out-of-range': (limit) => `Indicare un numero intero da 1 a ${figure(limit)}.`,
    'uses-out-of-range': (limit) => `Indicare un numero intero da 1 a ${figure(limit)}.`,
    'life-missing': () => 'Scegliere la durata della chiave.',
    'life-too-long': (_, lastDay) =>
      `Qui una chiave non può funzionare così a lungo. L’ultimo giorno possibile è il ${lastDay}; la chiave si potrà poi rinnovare (MAX_LIFETIME).`,
    'unlimited-forbidden': () =>
      'Qui non sono permesse chiavi senza limite. Indicare un numero; chi gestisce il server può permetterle (ALLOW_UNLIMITED).',
    'never-forbidden': () =>
      'Qui non sono permesse chiavi senza scadenza. Scegliere una scadenza; chi gestisce il server può permetterle (ALLOW_NEVER).',
    'keys-per-day': (left) =>
      `${left === 0 ? 'Per oggi non si possono più creare chiavi' : left === 1 ? 'Per oggi si può creare ancora 1 chiave' : `Per oggi si possono creare ancora ${keys(left)}`}. Creare le altre domani, oppure rivolgersi a chi gestisce il server (KEYS_PER_DAY).`,
    pending: (left) =>
      `Ci sono tante chiavi di questo account che nessuno ha ancora usato: ${left === 0 ? 'non c’è più spazio' : left === 1 ? 'c’è spazio per un’altra sola' : `c’è spazio per altre ${left}`}. Revocare quelle che non servono più, oppure rivolgersi a chi gestisce il server (PENDING_INVITATIONS).`,
    'life-not-allowed': () =>
      'Una chiave senza limite deve avere una scadenza; per le chiavi senza limite o senza scadenza serve il diritto di modificare la configurazione di GLPI.',
    'until-required': () => 'Indicare l’ultimo giorno, per esempio 2026-12-31.',
    'until-past': () => 'Questo giorno è passato. Sceglierne uno successivo.',
    'starts-unreadable': () => 'Indicare una data e un’ora, per esempio 2026-12-31T18:00.',
    'starts-after-end': () =>
      'Scadrebbe prima di iniziare. Scegliere un inizio più vicino o una scadenza più lontana.',
    'choice-gone': () => 'Questa voce non si può più assegnare, o in GLPI non c’è più. Scegliere di nuovo.',
    'addresses-invalid': (_, entries) => `Non sembra un indirizzo e-mail: ${entries}`,
    'addresses-too-many': (limit) =>
      `C’è spazio per ${figure(limit)} indirizzi. Creare più chiavi insieme, oppure indicare un dominio.`,
    'send-needs-address': () =>
      'Non c’è nessuno a cui inviarlo: inserire degli indirizzi e riservare a questi la registrazione.',
    'sending-limited': (_, entries) => entries,
    'domains-invalid': (_, entries) =>
      `Non è un dominio: ${entries}. Scrivere example.org, oppure *.example.org per tutti i suoi sottodomini.`,
    'domains-too-many': (limit) => `C’è spazio per ${figure(limit)} domini.`,
    'account-missing': () => 'Scegliere la durata dell’account.',
    'account-out-of-range': (limit) => `Indicare un numero intero da 1 a ${figure(limit)}.`,
    'account-date-required': () => 'Indicare l’ultimo giorno dell’account, per esempio 2027-06-30.',
    'account-from-unreadable': () => 'Indicare una data, per esempio 2027-09-01.',
    'account-past': () =>
      'L’account terminerebbe prima che qualcuno possa usarlo. Scegliere una data più lontana.',
    'account-too-late': () =>
      'GLPI non può registrare date successive al 18 gennaio 2038. Scegliere una data più vicina.',
    'too-long': (limit) => `Il testo è troppo lungo. C’è spazio per ${figure(limit)} caratteri.`,
    'login-characters': () =>
      "Un nome utente contiene solo lettere, cifre, spazi e i caratteri . - _ @ ', oppure è un indirizzo e-mail.",
    'name-characters': () => 'Un nome non può contenere un indirizzo web né un carattere invisibile.',
    'email-invalid': () => 'Non sembra un indirizzo e-mail.',
    'login-taken': () => 'In GLPI questo nome utente è già in uso.',
    'lock-one-person': () =>
      'Può averlo una sola persona: creare la chiave per una persona, oppure non bloccarlo.',
    'email-not-for-key': () =>
      'La chiave non vale per questo indirizzo: controllare gli indirizzi e i domini qui sopra.',
    'back-office-uses': () =>
      'Questo profilo apre l’interfaccia standard di GLPI, quindi la chiave vale per una sola persona.',
    'back-office-address': () =>
      'Questo profilo apre l’interfaccia standard di GLPI. Indicare l’unico indirizzo e-mail che può registrarsi con la chiave.',
    'back-office-people': () =>
      'Questo profilo apre l’interfaccia standard di GLPI. Ogni persona deve avere un indirizzo e-mail, e ogni chiave deve valere solo per quell’indirizzo.',
  },
  preview: {
    title: 'Controllare prima di creare',
    submit: 'Continua',
    back: 'Modifica',
    line: 'Riga',
    name: 'Nome',
    address: 'Indirizzo',
    remark: 'Nota',
    good: 'Va bene',
    summary: (good, bad) => {
      const made = good === 1 ? '1 chiave verrà creata.' : `${good} chiavi verranno create.`
      if (bad === 0) return made
      return `${made} ${bad === 1 ? '1 riga viene tralasciata' : `${bad} righe vengono tralasciate`}.`
    },
    make: (n) => `Crea ${keys(n)}`,
    send: (n) =>
      n === 1
        ? 'Una persona riceve il proprio link per e-mail.'
        : `${n} persone ricevono il proprio link per e-mail.`,
    anybody: 'chiunque abbia il link',
    problems: {
      'address-invalid': 'Tralasciata: non sembra un indirizzo e-mail.',
      'address-twice': 'Tralasciata: questo indirizzo compare già più in alto.',
      'addresses-several': 'Tralasciata: c’è più di un indirizzo. Lasciarne uno.',
      'label-too-long': 'Tralasciata: questo nome è troppo lungo.',
      'too-many': 'Tralasciata: si possono creare 1.000 chiavi alla volta. Creare un altro lotto.',
    },
  },
  made: {
    title: 'La chiave è stata creata',
    batchTitle: (n) => (n === 1 ? '1 chiave creata' : `${n} chiavi create`),
    link: 'Link di invito',
    code: 'Codice da digitare:',
    copy: 'Copia il link',
    copied: 'Copiato. Il link è negli appunti.',
    copyFailed: 'Non è stato possibile copiare. Selezionare il testo e copiarlo a mano.',
    qr: 'Per la fotocamera di un telefono',
    qrAlt: 'Codice QR del link di invito',
    print: 'Stampa una scheda',
    shownOnce:
      'Viene mostrato solo questa volta: la sigillatura è disattivata, quindi il link non si può mostrare di nuovo. Copiarlo o stamparlo ora.',
    again: 'Il link si può mostrare di nuovo in seguito, nella pagina della chiave.',
    toKey: 'Vedi la chiave',
    another: 'Creane un’altra simile',
    anotherBatch: 'Creane altre',
    toKeys: 'Vedi queste chiavi',
    showLinks: 'Mostra i link e le schede',
    sentBefore: 'Questo modulo era già stato inviato. Ecco che cosa aveva creato; non è stato creato altro.',
    copyAll: 'Copia tutto',
    copiedAll: (n) => (n === 1 ? 'Copiata: 1 riga.' : `Copiate: ${n} righe.`),
    csv: 'Scarica come CSV',
    printCards: 'Stampa le schede',
    forWhom: 'Per',
    proof: (address) =>
      `Meglio inviarlo per e-mail da qui: chi apre il link ricevuto conferma così l’indirizzo${address === undefined ? '' : ` ${address}`}. Con un link copiato o un codice digitato, la persona riceve prima un’e-mail con un link per confermarlo, e solo dopo viene creato l’account.`,
    cardTitle: (instance) => `Invito a ${instance}`,
    cardHow: 'Inquadrare il codice con il telefono, oppure digitare questo indirizzo:',
    cardCode: 'e lì questo codice:',
    cardUntil: (end) => `Funziona fino a ${end}.`,
    columns: { label: 'Nome', address: 'Indirizzo', link: 'Link', code: 'Codice', until: 'Fino a' },
  },
}
