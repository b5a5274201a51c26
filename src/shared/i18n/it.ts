import { approvals } from './approvals/it'
import { ends } from './ends/it'
import { form } from './form/it'
import { holds } from './holds/it'
import { limits } from './limits/it'
import type { Messages } from './messages'
import { page } from './page/it'

// Instructions stand in the infinitive and buttons in the imperative, as in GLPI: nobody is called "tu" or "Lei".

const stillGood = 'Nulla è andato perso: l’invito resta valido.'
const tryInMinutes =
  'Riprovare tra qualche minuto. Se dopo un’ora non è cambiato nulla, rivolgersi alla persona che ha inviato l’invito o al servizio di assistenza.'

export const it: Messages = {
  ...ends,
  ...holds,
  ...limits,
  ...approvals,
  ...form,
  ...page,

  layout: {
    brand: 'Account per l’assistenza',
    reference: 'Quando si chiede aiuto, indicare questo riferimento:',
    help: 'Dubbi su che cosa inserire? Chiedere alla persona che ha inviato l’invito o al servizio di assistenza.',
  },

  register: {
    title: 'Creazione dell’account',
    titleWithErrors: 'Controllare il modulo – Creazione dell’account',
    lead: (instanceName) =>
      `L’invito dà accesso a ${instanceName}, dove è possibile chiedere assistenza e seguire le proprie richieste. Bastano circa due minuti.`,
    allRequired: 'Compilare tutti i campi.',
    errorSummary: 'Ci siamo quasi: controllare questi punti',
    errorLine: (label, message) => `${label}: ${message}`,
    fields: {
      firstname: 'Nome',
      realname: 'Cognome',
      email: 'Indirizzo e-mail',
      login: 'Nome utente',
      password: 'Password',
    },
    loginHint: 'Il nome con cui si accederà, per esempio maria.rossi',
    emailHint: 'Le risposte alle richieste arrivano a questo indirizzo.',
    emailLocked: 'L’invito vale per questo indirizzo, che quindi non può essere modificato qui.',
    emailEndings: (endings) => `L’invito vale per gli indirizzi che terminano con ${endings}.`,
    locked:
      'Questo campo è già compilato. Se contiene un errore, rivolgersi alla persona che ha inviato l’invito.',
    show: 'Mostra',
    hide: 'Nascondi',
    showWhat: 'la password',
    passwordShown: 'Ora la password è visibile.',
    passwordHidden: 'La password è di nuovo nascosta.',
    submit: 'Crea l’account',
    sending: 'Un momento, creazione dell’account in corso…',
  },

  done: {
    title: 'L’account è pronto',
    lead: 'È già possibile accedere. Ecco che cosa serve:',
    login: 'Nome utente',
    password: 'Password',
    passwordNote: 'Quella appena scelta. Nessun altro la conosce e non viene inviata per e-mail.',
    address: 'Dove accedere',
    signIn: 'Accedi',
  },

  code: {
    title: 'Inserire il codice di invito',
    lead: 'Il modo più semplice è aprire il link contenuto nell’invito. Se si ha solo il codice, digitarlo o incollarlo qui.',
    label: 'Codice di invito',
    hint: 'Inizia con GLPI, seguito da sette gruppi di cinque lettere e cifre. Maiuscole, spazi e trattini non hanno importanza.',
    empty: 'Digitare o incollare il codice che si trova nell’invito.',
    submit: 'Continua',
    sending: 'Un momento, verifica del codice in corso…',
    enterHere: 'Inserire il codice qui',
  },

  refusals: {
    KEY_MALFORMED: {
      heading: 'Il codice non è del tutto esatto',
      reason:
        'Alcuni caratteri mancano o sono diversi. Succede facilmente quando un codice viene digitato o un link viene spezzato in due.',
      advice:
        'Confrontare il codice con l’invito e inserirlo di nuovo, oppure aprire direttamente il link dell’invito. Se non funziona ancora, chiedere alla persona che ha inviato l’invito di inviarlo un’altra volta.',
    },
    KEY_UNKNOWN: {
      heading: 'Non c’è nessun invito con questo codice',
      reason:
        'Il codice ha la forma giusta, ma qui non corrisponde ad alcun invito. Forse è stato sostituito da uno più recente.',
      advice:
        'Cercare un messaggio più recente della persona che ha inviato l’invito, oppure chiederle un nuovo invito.',
    },
    KEY_OF_OTHER_INSTANCE: {
      heading: 'Questo invito è per un altro servizio di assistenza',
      reason: 'Il codice è corretto, ma è stato creato per un indirizzo diverso da questo.',
      advice:
        'Aprire il link contenuto nell’invito invece di inserire il codice qui. Se si torna su questa pagina, chiedere alla persona che ha inviato l’invito quale indirizzo usare.',
    },
    KEY_OF_TEST_INSTANCE: {
      heading: 'Questo è un invito di prova',
      reason: 'Serve solo a fare prove e non permette di creare un vero account.',
      advice: 'Chiedere un invito vero alla persona che lo ha inviato.',
    },
    KEY_REVOKED: {
      heading: 'Questo invito è stato ritirato',
      reason: 'È stato annullato dopo l’invio e non permette più di creare un account.',
      advice: 'Chiedere un nuovo invito alla persona che lo ha inviato o al servizio di assistenza.',
    },
    KEY_PAUSED: {
      heading: 'Questo invito è sospeso',
      reason: 'È sospeso per il momento, ma non è annullato.',
      advice:
        'Conservare il link e riprovare più tardi. Se l’account serve oggi, rivolgersi alla persona che ha inviato l’invito o al servizio di assistenza.',
    },
    KEY_NOT_YET_VALID: {
      heading: 'Questo invito non si può ancora usare',
      reason: 'Sarà valido a partire da una data successiva.',
      advice:
        'Conservare il link e aprirlo di nuovo nella data indicata nell’invito. Se non c’è una data, chiederla alla persona che lo ha inviato.',
    },
    KEY_EXPIRED: {
      heading: 'Questo invito è scaduto',
      reason: 'Si poteva usare fino a una certa data, che è passata.',
      advice: 'Chiedere un nuovo invito alla persona che lo ha inviato: le basta un momento.',
    },
    KEY_REISSUED: {
      heading: 'Questo link è stato sostituito',
      reason: 'L’invito ha ricevuto un nuovo link e questo non funziona più.',
      advice:
        'Chiedere il nuovo link alla persona che ha inviato l’invito, oppure cercare un suo messaggio più recente.',
    },
    KEY_USED_UP: {
      heading: 'Questo invito è già stato usato',
      reason: 'Valeva per un certo numero di account, e sono già stati creati tutti.',
      advice:
        'Se l’account esiste già, basta accedere. Altrimenti chiedere un nuovo invito alla persona che lo ha inviato.',
    },
    KEY_HELD_UP: {
      heading: 'Al momento tutti i posti sono occupati',
      reason:
        'Altre persone hanno iniziato a creare un account con questo invito e non hanno ancora finito. I posti non usati si liberano di nuovo.',
      advice:
        'Conservare il link e riprovare più tardi. Se l’account serve oggi, rivolgersi alla persona che ha inviato l’invito.',
    },
    KEY_ISSUER_REFUSED: {
      heading: 'Questo invito non si può più usare',
      reason: 'La persona da cui proviene non invia più inviti per questo servizio di assistenza.',
      advice: 'Chiedere un nuovo invito al servizio di assistenza o a un’altra persona dell’organizzazione.',
    },
    KEY_GRANT_REFUSED: {
      heading: 'Questo invito deve essere rinnovato',
      reason: 'Ciò a cui doveva dare accesso è cambiato dopo l’invio.',
      advice:
        'Chiedere un nuovo invito alla persona che lo ha inviato, comunicandole il riferimento che si trova in questa pagina.',
    },
    ACCOUNT_END_PAST: {
      heading: 'Questo invito è scaduto',
      reason: 'Valeva per un account fino a una certa data, che è passata.',
      advice: 'Chiedere un nuovo invito alla persona che lo ha inviato: le basta un momento.',
    },
    ACCOUNT_END_TOO_LATE: {
      heading: 'Questo invito deve essere rinnovato',
      reason:
        'Vale per un account che terminerebbe dopo il 19 gennaio 2038, una data che il servizio di assistenza non può registrare.',
      advice:
        'Chiedere alla persona che lo ha inviato un nuovo invito con una scadenza più vicina, comunicandole il riferimento che si trova in questa pagina.',
    },
    REDEMPTION_STOPPED: {
      heading: 'Per il momento nessun nuovo account',
      reason: `Il servizio di assistenza non sta creando nuovi account. ${stillGood}`,
      advice: tryInMinutes,
    },
    GLPI_MAINTENANCE: {
      heading: 'Il servizio di assistenza è in manutenzione',
      reason: `È in corso un intervento e il servizio tornerà presto disponibile. ${stillGood}`,
      advice: tryInMinutes,
    },
    GLPI_CHANGED: {
      heading: 'Il servizio di assistenza è stato appena aggiornato',
      reason: `Per i nuovi account bisogna attendere la verifica dell’aggiornamento. ${stillGood}`,
      advice: tryInMinutes,
    },
    SERVER_BUSY: {
      heading: 'Molte persone si stanno registrando in questo momento',
      reason: `Per questa richiesta non c’era posto. ${stillGood}`,
      advice: tryInMinutes,
    },
  },

  problems: {
    required: () => 'Compilare questo campo.',
    'too-long': (limit) => `Il testo è troppo lungo. C’è spazio per ${limit} caratteri.`,
    'login-characters': () =>
      "Usare lettere e cifre; vanno bene anche lo spazio e i caratteri . - _ @ e '. È accettato anche un indirizzo e-mail.",
    'login-taken': () =>
      'Questo nome utente è già in uso. Sceglierne un altro, per esempio con una cifra alla fine.',
    'locked-login-taken': () =>
      'Questo nome utente è già in uso ed è stabilito dall’invito. Chiederne uno nuovo alla persona che lo ha inviato.',
    'name-characters': () =>
      'Un nome non può contenere un indirizzo web né un carattere invisibile. Digitarlo di nuovo.',
    'email-invalid': () => 'Non sembra un indirizzo e-mail. Un esempio: maria.rossi@example.org',
    'email-taken': () =>
      'Esiste già un account con questo indirizzo. Se è il proprio, si può accedere; altrimenti usare un altro indirizzo o rivolgersi al servizio di assistenza.',
    'email-held': () =>
      'Qualcuno si sta registrando con questo indirizzo e non lo ha ancora confermato. Chi ha già compilato il modulo può aprire il link nel messaggio inviato a questo indirizzo.',
    'email-not-invited': () =>
      'Questo invito vale per un altro indirizzo. Usare quello a cui è stato inviato, oppure rivolgersi alla persona che lo ha inviato.',
    'email-not-in-domains': (_, endings) =>
      `Questo invito vale per gli indirizzi che terminano con ${endings}. Usarne uno, oppure rivolgersi alla persona che lo ha inviato.`,
    'not-unique': () =>
      'Esiste già un account con questi dati. Se è il proprio, si può accedere; altrimenti rivolgersi al servizio di assistenza.',
    'password-too-short': (limit) => `La password è troppo corta. Usare almeno ${limit} caratteri.`,
    'password-too-long': (limit) => `La password è troppo lunga. Usare al massimo ${limit} caratteri.`,
    'password-too-many-bytes': (limit) =>
      `La password è troppo lunga. C’è spazio per ${limit} lettere senza accento e cifre; una lettera accentata vale due, un’emoji quattro.`,
    'password-zero-byte': () =>
      'La password contiene un carattere invisibile che non si può usare. Digitarla di nuovo.',
    'password-weak': () =>
      'La password è facile da indovinare. Allungarla, per esempio con quattro parole che non hanno nulla a che fare tra loro né con la propria persona.',
    'password-common': () =>
      'È una delle password che vengono provate per prime. Sceglierne una a cui nessun altro penserebbe.',
    'password-needs-number': () => 'Aggiungere almeno una cifra.',
    'password-needs-lowercase': () => 'Aggiungere almeno una lettera minuscola.',
    'password-needs-uppercase': () => 'Aggiungere almeno una lettera maiuscola.',
    'password-needs-symbol': () => 'Aggiungere almeno un simbolo, come ! o %.',
    'password-wrong': () => 'Non è la password scelta nel modulo. Digitarla di nuovo.',
  },

  passwordHints: {
    length: (min) => `Almeno ${min} caratteri.`,
    maxBytes: (max) =>
      `Al massimo ${max} lettere senza accento e cifre; una lettera accentata vale due, un’emoji quattro.`,
    number: 'Almeno una cifra.',
    lowercase: 'Almeno una lettera minuscola.',
    uppercase: 'Almeno una lettera maiuscola.',
    symbol: 'Almeno un simbolo, come ! o %.',
    strength:
      'Difficile da indovinare: vanno bene quattro parole che non hanno nulla a che fare tra loro né con la propria persona.',
  },

  errors: {
    notFound: {
      heading: 'A questo indirizzo non c’è nulla',
      reason: 'Forse manca una parte dell’indirizzo, oppure la pagina è stata spostata.',
      advice:
        'Aprire di nuovo il link contenuto nell’invito. Se non basta, rivolgersi alla persona che lo ha inviato.',
    },
    internal: {
      heading: 'Si è verificato un problema dalla nostra parte',
      reason: 'Non è colpa di chi sta leggendo. L’accaduto è stato registrato.',
      advice:
        'Aprire di nuovo il link dell’invito tra qualche minuto. Se succede ancora, avvisare il servizio di assistenza indicando il riferimento qui sotto.',
    },
    formUnreadable: {
      heading: 'Il modulo non è arrivato per intero',
      reason:
        'Forse è rimasto aperto a lungo, oppure la connessione si è interrotta. Nessun account è stato creato.',
      advice:
        'Aprire di nuovo il link dell’invito e compilare il modulo un’altra volta. Se non basta, rivolgersi al servizio di assistenza.',
    },
    confirmationUnknown: {
      heading: 'Questo link non funziona',
      reason:
        'Forse ne manca una parte, la pagina è rimasta aperta a lungo, oppure l’indirizzo è stato corretto dopo l’invio del messaggio.',
      advice:
        'Aprire ancora una volta il link nel nostro messaggio più recente. Se non basta, aprire di nuovo il link dell’invito o rivolgersi al servizio di assistenza.',
    },
  },
}
