import type { HoldMessages } from './messages'

const minutes = (n: number) => (n === 1 ? 'un minuto' : `${n} minuti`)

export const holds: HoldMessages = {
  waiting: {
    title: 'Ancora un passo: controllare la posta',
    titleWithErrors: 'Controllare l’indirizzo – Ancora un passo',
    lead: 'Abbiamo inviato un messaggio a',
    todo: 'Basta aprire il link che contiene e l’account è pronto. Su questo dispositivo è sufficiente un clic; su un altro viene chiesta la password appena scelta.',
    until: (until) => `Il link funziona fino a ${until}. Fino ad allora il posto resta riservato.`,
    sentAgain: 'Il messaggio è stato inviato di nuovo.',
    nothingCame: 'Non è arrivato nulla?',
    hints: [
      'Può richiedere qualche minuto. Guardare anche nella cartella della posta indesiderata.',
      'Se ci sono più messaggi, funziona il link di uno qualsiasi.',
      'Se il messaggio proprio non arriva, rivolgersi alla persona che ha inviato l’invito o al servizio di assistenza.',
    ],
    again: 'Invia di nuovo',
    otherAddress: 'L’indirizzo è sbagliato?',
    otherAddressHint: 'Correggerlo qui: il messaggio andrà al nuovo indirizzo.',
    address: 'Indirizzo e-mail',
    change: 'Usa questo indirizzo',
    throttled: (n) =>
      `Il messaggio è già stato richiesto più volte. Cercarlo prima nella posta e riprovare tra ${minutes(n)}.`,
  },
  confirm: {
    title: 'Confermare l’indirizzo',
    titleWithErrors: 'Controllare la password – Confermare l’indirizzo',
    lead: 'C’è un account in attesa della persona che legge la posta di',
    password: 'La password scelta nel modulo',
    passwordHint:
      'Questo dispositivo deve conoscerla, perché nessun altro possa completare la registrazione.',
    submit: 'Sì, crea l’account',
    sending: 'Un momento, creazione dell’account in corso…',
    notYou:
      'Chi non ha compilato il modulo può chiudere questa pagina: senza conferma non viene creato alcun account.',
    throttled: (n) =>
      `Troppe password errate. Riprovare tra ${minutes(n)}, oppure aprire il link sul dispositivo su cui è stato compilato il modulo.`,
  },
  released: {
    lapsed: {
      heading: 'Il tempo è scaduto',
      reason:
        'L’indirizzo non è stato confermato in tempo e il posto è stato liberato. Nessun account è stato creato.',
      advice:
        'Aprire di nuovo il link dell’invito e compilare il modulo un’altra volta. Se non funziona più, chiederne uno nuovo alla persona che lo ha inviato.',
    },
    revoked: {
      heading: 'Questo invito è stato ritirato',
      reason: 'È stato annullato prima della creazione dell’account.',
      advice: 'Chiedere un nuovo invito alla persona che lo ha inviato o al servizio di assistenza.',
    },
    'login-taken': {
      heading: 'Questo nome utente ora è in uso',
      reason:
        'È stato assegnato a un’altra persona prima della conferma dell’indirizzo. Nessun account è stato creato.',
      advice:
        'Aprire di nuovo il link dell’invito, compilare il modulo un’altra volta e scegliere un altro nome utente. Il posto è di nuovo libero.',
    },
    'not-unique': {
      heading: 'Uno dei dati inseriti è già di un’altra persona',
      reason:
        'Un altro account di GLPI ha lo stesso nome, o un altro dato che lì deve essere unico. Nessun account è stato creato.',
      advice:
        'Aprire di nuovo il link dell’invito, compilare il modulo un’altra volta e controllare i dati inseriti. Se sono tutti giusti, rivolgersi al servizio di assistenza. Il posto è di nuovo libero.',
    },
    erased: {
      heading: 'Non c’è più nulla da confermare',
      reason:
        'I dati inseriti nel modulo sono stati cancellati su richiesta, quindi nessun account è stato creato.',
      advice:
        'Se l’account serve ancora, aprire di nuovo il link dell’invito o rivolgersi alla persona che lo ha inviato.',
    },
    'account-exists': {
      heading: 'Esiste già un account con questo indirizzo',
      reason:
        'È stato creato prima della conferma di questo indirizzo, quindi non ne è stato creato un secondo.',
      advice: 'Accedere con l’account esistente. Se non è possibile, rivolgersi al servizio di assistenza.',
    },
  },
  fieldTaken: {
    heading: 'Uno dei dati inseriti è già di un’altra persona',
    reason: (field) =>
      `Un altro account di GLPI ha già il valore inserito in «${field}», che lì deve essere unico. Nessun account è stato creato.`,
    advice:
      'Aprire di nuovo il link dell’invito, compilare il modulo un’altra volta e controllare questo campo. Se è giusto, rivolgersi al servizio di assistenza. Il posto è di nuovo libero.',
  },
}
