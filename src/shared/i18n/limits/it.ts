import type { LimitMessages } from './messages'

export const limits: LimitMessages = {
  limits: {
    heading: 'Un momento di pazienza',
    reason:
      'Dalla connessione in uso sono arrivate molte richieste in poco tempo. Forse è condivisa con altre persone. L’invito resta valido come prima.',
    advice: (when) =>
      `Aprire di nuovo il link dell’invito ${when}. Se non basta, chiedere a chi l’ha inviato o al servizio di assistenza.`,
    form: (when) =>
      `Dalla connessione in uso, forse condivisa con altre persone, molti moduli non sono stati accettati in poco tempo. Controllare i punti segnalati e i dati inseriti, e inserire di nuovo la password. Se il modulo ritorna ancora, inviarlo di nuovo ${when}.`,
    unproven: (when) =>
      `Dalla connessione in uso sono arrivati molti moduli senza il lavoro che il browser svolge in background. Attivare JavaScript e aprire di nuovo il link dell’invito, oppure inserire di nuovo la password e inviare questo modulo ${when}. I dati inseriti sono ancora qui.`,
    code: (when) =>
      `Dalla connessione in uso, forse condivisa con altre persone, sono stati provati molti codici in poco tempo. Confrontare il codice con l’invito e inserirlo di nuovo ${when}.`,
  },
  taken: {
    email: 'Esiste già un account con questo indirizzo.',
    advice: {
      usable: 'Se è il proprio, basta accedere con quello: non ne serve un secondo.',
      passwordless:
        'Se è il proprio, è stato creato senza password: chiedere al servizio di assistenza come accedere.',
      directory:
        'Se è il proprio, accedere con il nome utente e la password usati nella propria organizzazione.',
      'mail-server': 'Se è il proprio, accedere con la password della propria casella di posta.',
      disabled:
        'Se è il proprio, al momento è disattivato: chiedere al servizio di assistenza di riattivarlo.',
      deleted: 'Se è il proprio, è stato eliminato: chiedere al servizio di assistenza di ripristinarlo.',
    },
  },
}
