import type { EndMessages } from './messages'

const minutes = (n: number) => (n === 1 ? 'un minuto' : `${n} minuti`)

export const ends: EndMessages = {
  deadEnd: {
    ended: (until) => `Era valido fino a ${until}.`,
    begins: (from) => `Sarà utilizzabile a partire da ${from}.`,
    shared:
      'Un link vale per un certo numero di persone, spesso una sola. Se è stato passato a qualcuno, o ricevuto da qualcuno, ogni persona ha bisogno di un invito proprio.',
    whom: {
      title: 'Chi può aiutare',
      inviter: 'L’invito viene da',
      helpdesk: 'Il servizio di assistenza',
    },
    ask: {
      title: 'Chiedere un nuovo link',
      lead: 'La richiesta arriva a chi si occupa degli inviti. Si può fare una volta sola.',
      address: 'Indirizzo e-mail',
      addressHint:
        'Il nuovo link viene inviato lì. Se l’invito è arrivato per e-mail, indicare lo stesso indirizzo.',
      note: 'Messaggio (facoltativo)',
      noteHint: 'Il proprio nome e come si è conosciuti: aiuta chi risponde.',
      noteTooLong: (limit) => `È troppo lungo. C’è posto per ${limit} caratteri.`,
      submit: 'Chiedi un nuovo link',
      sending: 'Un momento, la richiesta viene trasmessa…',
      titleWithErrors: (title) => `Controllare il modulo – ${title}`,
      throttled: (n) =>
        `Da questa connessione, forse condivisa con altri, sono arrivate molte richieste. Riprovare tra ${minutes(n)} o rivolgersi alle persone indicate sopra.`,
    },
    own: {
      heading: 'La registrazione è già stata fatta',
      reason: (when) => `L’account è stato creato con questo link: ${when}. Il link non serve più.`,
      advice: 'Accedere con il nome utente e la password scelti allora.',
      again: (when) =>
        `Con questo link qui è già stato creato un account: ${when}. Se è il proprio, non ne serve un altro: basta accedere.`,
    },
  },

  asked: {
    title: 'La richiesta è stata trasmessa',
    lead: 'Chi si occupa degli inviti ora può vederla.',
    mailbox:
      'Se l’invito era stato inviato all’indirizzo indicato, un nuovo link potrebbe essere già in arrivo: guardare la posta nei prossimi minuti, anche tra la posta indesiderata.',
    others: 'Altrimenti qualcuno deve prima esaminarla. Se viene inviato un nuovo link, arriverà per e-mail.',
  },

  codeBox: {
    lost: 'Nulla è andato perso: l’invito resta valido. Questa pagina non sa più di quale invito si tratta, come accade dopo qualche tempo, in un altro browser o senza cookie. Aprire di nuovo il link dell’invito, oppure incollarlo qui.',
    check: {
      complete: 'Il codice è completo.',
      completeLink: 'È un link di invito ed è completo.',
      test: 'È un codice di prova.',
      otherStart: 'Un codice inizia con GLPI. Guardare dove comincia.',
      otherCharacter: (character) => `“${character}” non compare in nessun codice. Guardare di nuovo.`,
      more: (n) => (n === 1 ? 'Manca 1 carattere.' : `Mancano ${n} caratteri.`),
      tooMany: (n) => (n === 1 ? '1 carattere di troppo.' : `${n} caratteri di troppo.`),
      mistyped: 'C’è un errore di battitura: forse due caratteri sono scambiati o si somigliano.',
    },
  },

  sending: {
    slow: 'Ci vuole più tempo del solito. Si può inviare di nuovo: nulla viene fatto due volte.',
    offline:
      'Al momento non c’è connessione. Quanto inserito resta qui: inviarlo quando la connessione torna.',
  },
}
