import type { ApprovalMailMessages } from './approval-messages'

export const approvalMails: ApprovalMailMessages = {
  approvalWaiting: {
    subject: (instance) => `Ihre Registrierung bei ${instance} wartet auf Genehmigung`,
    heading: 'Ihre Registrierung wartet auf die Genehmigung',
    lead: (instance) =>
      `Vielen Dank, wir haben alles, was wir brauchen. Jemand von ${instance} sieht sich Ihre Registrierung nun an. Sie hören von uns, sobald entschieden ist; bis dahin müssen Sie nichts tun.`,
    until: (until) => `Ihr Platz ist bis ${until} reserviert.`,
    why: (instance) =>
      `Sie erhalten diese Nachricht, weil jemand mit einer Einladung zu ${instance} Ihre Adresse in das Formular eingegeben hat.`,
    ignore: 'Wenn Sie das nicht waren, sagen Sie bitte dem Helpdesk Bescheid.',
  },
  notApproved: {
    subject: (instance) => `Zu Ihrer Registrierung bei ${instance}`,
    heading: {
      rejected: 'Ihre Registrierung wurde nicht genehmigt',
      undecided: 'Über Ihre Registrierung wurde nicht rechtzeitig entschieden',
      revoked: 'Ihre Einladung wurde zurückgezogen',
    },
    lead: (instance) => ({
      rejected: `Ihre Registrierung bei ${instance} wurde nicht genehmigt, deshalb wurde kein Konto angelegt. Ihre Angaben wurden gelöscht, auch Ihr Passwort.`,
      undecided: `Ihre Registrierung bei ${instance} hat auf die Genehmigung gewartet, und die Zeit dafür ist abgelaufen. Deshalb wurde kein Konto angelegt. Ihre Angaben wurden gelöscht, auch Ihr Passwort.`,
      revoked: `Die Einladung zu ${instance}, mit der Sie sich registriert haben, wurde vor der Genehmigung zurückgezogen. Deshalb wurde kein Konto angelegt. Ihre Angaben wurden gelöscht, auch Ihr Passwort.`,
    }),
    reason: 'Die Begründung:',
    next: 'Wenn Sie weiterhin ein Konto brauchen, fragen Sie die Person, die Ihnen die Einladung geschickt hat, oder den Helpdesk.',
    why: (instance) =>
      `Sie erhalten diese Nachricht, weil sich jemand bei ${instance} mit Ihrer Adresse registriert hat und Sie gebeten wurden zu warten.`,
    ignore: 'Wenn Sie das nicht waren, müssen Sie nichts tun.',
  },
  approvalAsked: {
    subject: (n, instance) =>
      n === 1
        ? `${instance}: Eine Registrierung wartet auf Sie`
        : `${instance}: ${n} Registrierungen warten auf Sie`,
    heading: (n) =>
      n === 1 ? 'Eine Registrierung wartet auf Genehmigung' : `${n} Registrierungen warten auf Genehmigung`,
    lead: (n) =>
      n === 1
        ? 'Es gibt kein Konto, bis jemand diese Registrierung genehmigt:'
        : 'Es gibt keine Konten, bis jemand diese Registrierungen genehmigt:',
    login: (login) => `Anmeldename: ${login}`,
    address: (address, isProven) => `${address} (${isProven ? 'bestätigt' : 'nicht bestätigt'})`,
    key: (key) => `Schlüssel: ${key}`,
    until: (until) => `Wartet bis ${until}`,
    next: 'Genehmigen Sie nur Personen, die Sie kennen oder nach denen Sie sich erkundigt haben. Wer genehmigt oder abgelehnt wird, erfährt es per E-Mail.',
    button: (n) => (n === 1 ? 'Registrierung ansehen' : 'Registrierungen ansehen'),
    why: 'Sie erhalten diese Nachricht, weil Sie für den benutzten Schlüssel verantwortlich sind oder den Helpdesk betreuen.',
  },
  approvalReminder: {
    subject: (n, instance) =>
      n === 1
        ? `${instance}: Eine Registrierung wartet noch immer`
        : `${instance}: ${n} Registrierungen warten noch immer`,
    heading: (n) =>
      n === 1 ? 'Eine Registrierung wartet noch immer' : `${n} Registrierungen warten noch immer`,
    lead: (n) =>
      n === 1
        ? 'Noch hat niemand diese Registrierung genehmigt oder abgelehnt. Wenn es niemand tut, verfällt sie:'
        : 'Noch hat niemand diese Registrierungen genehmigt oder abgelehnt. Wenn es niemand tut, verfallen sie:',
  },
}
