import type { ApprovalMailMessages } from './approval-messages'

export const approvalMails: ApprovalMailMessages = {
  approvalWaiting: {
    subject: (instance) => `La registrazione a ${instance} attende l’approvazione`,
    heading: 'La registrazione è in attesa di approvazione',
    lead: (instance) =>
      `Grazie, abbiamo tutto quello che serve. Ora una persona di ${instance} esamina la registrazione. Appena la decisione è presa la comunichiamo; fino ad allora non c’è nulla da fare.`,
    until: (until) => `Il posto è riservato fino a ${until}.`,
    why: (instance) =>
      `Questo messaggio arriva perché una persona con un invito a ${instance} ha inserito questo indirizzo nel modulo.`,
    ignore: 'Chi non ha compilato il modulo è pregato di avvisare il servizio di assistenza.',
  },
  notApproved: {
    subject: (instance) => `A proposito della registrazione a ${instance}`,
    heading: {
      rejected: 'La registrazione non è stata approvata',
      undecided: 'Nessuno ha deciso in tempo sulla registrazione',
      revoked: 'L’invito è stato ritirato',
    },
    lead: (instance) => ({
      rejected: `La registrazione a ${instance} non è stata approvata, quindi non è stato creato alcun account. I dati inseriti sono stati eliminati, password compresa.`,
      undecided: `La registrazione a ${instance} era in attesa di approvazione e il tempo è scaduto, quindi non è stato creato alcun account. I dati inseriti sono stati eliminati, password compresa.`,
      revoked: `L’invito a ${instance} usato per la registrazione è stato ritirato prima dell’approvazione, quindi non è stato creato alcun account. I dati inseriti sono stati eliminati, password compresa.`,
    }),
    reason: 'Il motivo indicato:',
    next: 'Se l’account serve ancora, rivolgersi a chi ha inviato l’invito o al servizio di assistenza.',
    why: (instance) =>
      `Questo messaggio arriva perché qualcuno si è registrato a ${instance} con questo indirizzo e avevamo chiesto di attendere.`,
    ignore: 'Chi non si è registrato non deve fare nulla.',
  },
  approvalAsked: {
    subject: (n, instance) =>
      n === 1
        ? `${instance}: una registrazione da approvare`
        : `${instance}: ${n} registrazioni da approvare`,
    heading: (n) =>
      n === 1 ? 'Una registrazione attende l’approvazione' : `${n} registrazioni attendono l’approvazione`,
    lead: (n) =>
      n === 1
        ? 'Non c’è alcun account finché qualcuno non approva questa registrazione:'
        : 'Non c’è alcun account finché qualcuno non approva queste registrazioni:',
    login: (login) => `Nome utente: ${login}`,
    address: (address, isProven) => `${address} (${isProven ? 'confermato' : 'non confermato'})`,
    key: (key) => `Chiave: ${key}`,
    until: (until) => `In attesa fino a ${until}`,
    next: 'Vanno approvate solo persone conosciute o sulle quali ci si è informati. Chi è approvato o rifiutato lo viene a sapere per e-mail.',
    button: (n) => (n === 1 ? 'Vedi la registrazione' : 'Vedi le registrazioni'),
    why: 'Questo messaggio arriva a chi risponde della chiave usata o amministra il servizio di assistenza.',
  },
  approvalReminder: {
    subject: (n, instance) =>
      n === 1
        ? `${instance}: una registrazione è ancora in attesa`
        : `${instance}: ${n} registrazioni sono ancora in attesa`,
    heading: (n) =>
      n === 1 ? 'Una registrazione è ancora in attesa' : `${n} registrazioni sono ancora in attesa`,
    lead: (n) =>
      n === 1
        ? 'Nessuno ha ancora approvato o rifiutato questa registrazione. Senza una decisione, decade:'
        : 'Nessuno ha ancora approvato o rifiutato queste registrazioni. Senza una decisione, decadono:',
  },
}
