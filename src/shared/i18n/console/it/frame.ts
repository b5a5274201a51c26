import type { FrameMessages } from '../messages/frame'

const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

export const frame: FrameMessages = {
  brand: 'Inviti',
  skipToContent: 'Vai al contenuto',
  menu: 'Menu',
  nav: {
    home: 'Pagina iniziale',
    keys: 'Chiavi',
    newKey: 'Nuova chiave',
    batch: 'Più chiavi insieme',
    presets: 'Modelli',
    requests: 'Richieste',
    audit: 'Registro',
    tokens: 'Token API',
    status: 'Stato',
    webhooks: 'Webhook',
    privacy: 'Dati personali',
    killSwitch: 'Arresto di emergenza',
  },
  actingAs: (profile, entity) => `${profile}, ${entity}`,
  switchTitle: 'Profilo ed entità',
  switchLabel: 'Agire come',
  switchSubmit: 'Cambia',
  andBelow: 'e sottoentità',
  signOut: 'Esci',
  signOutEverywhere: 'Esci ovunque',
  toGlpi: 'Apri GLPI',
  stopped: (since) =>
    `L’arresto di emergenza è attivo da ${since}: nessuno può registrarsi e nessun utilizzo viene scalato.`,
  stoppedLink: 'Vedi l’arresto di emergenza',
  reference: 'Quando si chiede aiuto, indicare questo riferimento:',
  notices: {
    signedOut: 'Disconnessione effettuata.',
    signedOutEverywhere: 'Disconnessione effettuata, qui e ovunque fosse aperta la console.',
    switched: 'Cambio effettuato. Elenchi e moduli seguono ora questo profilo e questa entità.',
  },
  errors: {
    notFound: {
      heading: 'A questo indirizzo non c’è nulla',
      reason: 'Ciò che si cerca non esiste, oppure si trova in un’entità che al momento non è attiva.',
      advice: 'Controllare l’indirizzo, cambiare profilo o entità, oppure tornare all’elenco delle chiavi.',
    },
    formUnreadable: {
      heading: 'Il modulo non si è potuto usare',
      reason:
        'Risale a prima dell’ultimo accesso, oppure non è arrivato per intero. Nulla è stato modificato.',
      advice: 'Tornare indietro, ricaricare la pagina e inviare di nuovo il modulo.',
    },
    internal: {
      heading: 'Si è verificato un problema dalla nostra parte',
      reason: 'Non è colpa di chi sta leggendo. L’accaduto è stato registrato.',
      advice: 'Riprovare tra qualche minuto. Se succede ancora, cercare il riferimento nel log del server.',
    },
    unavailable: {
      heading: 'Al momento non funziona',
      reason: 'Il database o GLPI non è disponibile. Nulla è stato modificato.',
      advice: 'Riprovare tra qualche minuto. Sul server, “glpi-invite doctor” dice che cosa non va.',
    },
    policy: {
      heading: 'È più di quanto una chiave possa permettere qui',
      reason:
        'La configurazione del server limita il numero di persone per chiave, la durata delle chiavi e il numero di chiavi per amministratore. Nulla è stato modificato.',
      advice:
        'Tornare indietro e chiedere meno, oppure chiedere a chi gestisce il server di alzare il limite (MAX_USES, MAX_LIFETIME, KEYS_PER_DAY, PENDING_INVITATIONS, ALLOW_UNLIMITED, ALLOW_NEVER).',
    },
    input: {
      heading: 'Così non è possibile',
      reason: 'Qualcosa nella richiesta non è accettabile. Nulla è stato modificato.',
      advice: 'Tornare indietro, correggere e riprovare.',
    },
  },
  notAllowed: {
    heading: 'Il profilo non lo permette',
    reason: 'Ciò che si può fare qui dipende dai diritti del profilo attivo in GLPI.',
    advice: 'Cambiare profilo o entità, oppure chiedere il diritto a un amministratore di GLPI.',
    missing: {
      'see-keys': 'Serve il diritto di leggere gli utenti.',
      'create-keys': 'Serve il diritto di creare utenti.',
      'update-keys': 'Serve il diritto di modificare gli utenti.',
      configure: 'Serve il diritto di modificare la configurazione di GLPI.',
    },
  },
  time: {
    never: 'mai',
    over: 'terminata',
    days: (n) => plural(n, 'giorno', 'giorni'),
    hours: (n) => plural(n, 'ora', 'ore'),
    minutes: (n) => plural(n, 'minuto', 'minuti'),
  },
}
