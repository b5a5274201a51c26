import type { ApprovalMessages } from './messages'

export const approvals: ApprovalMessages = {
  approval: {
    title: 'La registrazione è in attesa di approvazione',
    lead: (instance) =>
      `Abbiamo tutto quello che serve. Ora una persona di ${instance} esamina la registrazione, poi l’account viene creato.`,
    mail: 'Appena la decisione è presa, inviamo un messaggio a',
    until: (until) =>
      `Il posto è riservato fino a ${until}. Se per allora nessuno ha deciso, lo comunichiamo comunque.`,
    close: 'Non c’è altro da fare: questa pagina si può chiudere.',
    another: 'Qualcun altro vuole registrarsi da questo dispositivo?',
    anotherLink: 'Compila il modulo per un’altra persona',
  },
  declined: {
    undecided: {
      heading: 'Nessuno ha deciso in tempo',
      reason:
        'La registrazione era in attesa di approvazione e il tempo è scaduto. I dati inseriti sono stati eliminati e non è stato creato alcun account.',
      advice:
        'Rivolgersi a chi ha inviato l’invito o al servizio di assistenza. Se il link dell’invito funziona ancora, si può compilare di nuovo il modulo.',
    },
    rejected: {
      heading: 'La registrazione non è stata approvata',
      reason: 'I dati inseriti sono stati eliminati e non è stato creato alcun account.',
      advice: 'Se sembra un errore, rivolgersi a chi ha inviato l’invito o al servizio di assistenza.',
    },
    because: (why) => `Il motivo indicato: “${why}”`,
  },
}
