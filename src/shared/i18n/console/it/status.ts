import type { StatusMessages } from '../messages/status'

export const status: StatusMessages = {
  title: 'Stato',
  lead: 'Tutto ciò di cui il server ha bisogno, verificato in questo momento.',
  again: 'Verifica di nuovo',
  inEnglish: 'Ciò che dicono i controlli è in inglese, come nella riga di comando.',
  summary: {
    good: 'Va tutto bene.',
    warn: (n) => (n === 1 ? 'C’è un punto da guardare.' : `Ci sono ${n} punti da guardare.`),
    bad: (n) => (n === 1 ? 'Un punto non funziona.' : `${n} punti non funzionano.`),
  },
  columns: { check: 'Controllo', state: 'Stato', message: 'Che cosa è emerso e che cosa fare' },
  states: { ok: 'Va bene', warn: 'Da guardare', fail: 'Non funziona' },
  checks: {
    configuration: 'Configurazione',
    database: 'Server di database',
    migrations: 'Le nostre tabelle',
    glpi: 'GLPI',
    grants: 'Diritti dell’account del database',
    'key-ring': 'Portachiavi',
    'public-url': 'Indirizzo pubblico',
    clock: 'Orologio',
    'time-zones': 'Fusi orari',
    mail: 'Server di posta',
    altcha: 'Prova di lavoro',
    background: 'Lavori in background',
    webhooks: 'Webhook',
  },
  commandLine: 'Sul server, questo comando dice lo stesso:',
  jobs: {
    title: 'Lavori in background',
    lead: 'Ciò che avviene senza che nessuno lo chieda, a opera del server o di “glpi-invite work”.',
    columns: {
      job: 'Lavoro',
      state: 'Stato',
      last: 'Ultima volta',
      outcome: 'Che cosa ha fatto',
      next: 'Prossima volta',
    },
    states: {
      running: 'In corso',
      done: 'Fatto',
      failed: 'Non riuscito',
      late: 'In ritardo',
      waiting: 'Non ancora fatto',
    },
    never: 'mai',
    names: {
      'sweep-holds': 'Liberazione dei posti delle registrazioni non concluse in tempo',
      approvals: 'Promemoria delle registrazioni in attesa di approvazione',
      verify: 'Confronto delle chiavi con GLPI',
      reseal: 'Sigillatura dei codici con la chiave più recente del portachiavi',
      requests: 'Richieste di nuovi link',
      reminders: 'Promemoria a chi non ha usato l’invito',
      lapsed: 'Avviso agli emittenti degli inviti scaduti senza essere usati',
      digest: 'E-mail settimanale sulle chiavi che scadono presto',
      events: 'Assegnazione della posizione agli eventi',
      post: 'Invio delle e-mail',
      webhooks: 'Invio dei webhook',
      retention: 'Cancellazione dei dati personali giunti a scadenza',
    },
  },
  killSwitch: {
    title: 'Arresto di emergenza',
    lead: 'Finché è attivo, nessuno può registrarsi con alcuna chiave di questo servizio di assistenza. Nessun utilizzo viene scalato e nessuna chiave va persa: chi arriva è invitato a riprovare più tardi. Tutto il resto continua.',
    isOff: 'L’arresto di emergenza non è attivo: le registrazioni sono possibili.',
    stops: (n, written) =>
      n === 0
        ? 'Al momento nessuna chiave è utilizzabile.'
        : `Fermerà ${written} ${n === 1 ? 'chiave utilizzabile' : 'chiavi utilizzabili'}, di tutte le entità.`,
    understood: 'Sì, nessuno deve potersi registrare',
    notUnderstood: 'Selezionare la casella per confermare. Non è ancora cambiato nulla.',
    turnOn: 'Ferma tutte le registrazioni',
    isOn: (since) => `L’arresto di emergenza è attivo da ${since}: nessuno può registrarsi.`,
    waits: (n, written) =>
      n === 0
        ? 'Nessuna chiave ne attende la fine.'
        : `${written} ${n === 1 ? 'chiave ne attende' : 'chiavi ne attendono'} la fine, di tutte le entità.`,
    turnOff: 'Permetti di nuovo le registrazioni',
    notices: {
      on: 'Le registrazioni sono ferme. Ogni pagina della console lo ricorda finché non vengono riattivate.',
      off: 'Le registrazioni sono di nuovo possibili.',
    },
  },
}
