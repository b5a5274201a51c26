import type { ApprovalMessages } from './messages'

export const approvals: ApprovalMessages = {
  approval: {
    title: 'Ihre Registrierung wartet auf die Genehmigung',
    lead: (instance) =>
      `Wir haben alles, was wir von Ihnen brauchen. Jemand von ${instance} sieht es sich nun an, dann wird Ihr Konto angelegt.`,
    mail: 'Sobald entschieden ist, schicken wir eine Nachricht an',
    until: (until) =>
      `Ihr Platz ist bis ${until} reserviert. Wenn bis dahin niemand entschieden hat, erfahren Sie auch das.`,
    close: 'Sie müssen nichts weiter tun und können diese Seite schließen.',
    another: 'Möchte sich an diesem Gerät noch jemand registrieren?',
    anotherLink: 'Formular für eine andere Person ausfüllen',
  },
  declined: {
    undecided: {
      heading: 'Niemand hat rechtzeitig entschieden',
      reason:
        'Ihre Registrierung hat auf die Genehmigung gewartet, und die Zeit dafür ist abgelaufen. Ihre Angaben wurden gelöscht, es wurde kein Konto angelegt.',
      advice:
        'Fragen Sie die Person, die Ihnen die Einladung geschickt hat, oder den Helpdesk. Wenn der Link in Ihrer Einladung noch funktioniert, können Sie das Formular noch einmal ausfüllen.',
    },
    rejected: {
      heading: 'Ihre Registrierung wurde nicht genehmigt',
      reason: 'Ihre Angaben wurden gelöscht, es wurde kein Konto angelegt.',
      advice:
        'Wenn Sie das für einen Irrtum halten, fragen Sie die Person, die Ihnen die Einladung geschickt hat, oder den Helpdesk.',
    },
    because: (why) => `Die Begründung: „${why}“`,
  },
}
