import type { ApprovalsMessages } from '../messages/approvals'

export const approvals: ApprovalsMessages = {
  title: 'Genehmigungen',
  lead: 'Diese Personen haben das Formular ausgefüllt und haben kein Konto, bis jemand es genehmigt. Wer genehmigt oder abgelehnt wird, erfährt es per E-Mail.',
  leadReader:
    'Diese Personen haben das Formular ausgefüllt und haben kein Konto, bis jemand mit dem Recht, Benutzer zu ändern, es genehmigt.',
  none: 'Niemand wartet auf eine Genehmigung.',
  caption: 'Registrierungen, die auf Genehmigung warten; was zuerst verfällt, steht oben',
  columns: {
    select: 'Auswahl',
    person: 'Person',
    address: 'E-Mail-Adresse',
    key: 'Schlüssel',
    asked: 'Registriert',
    until: 'Wartet bis',
    state: 'Status',
  },
  selectOf: (name) => `${name} auswählen`,
  selectAll: 'Alle auf dieser Seite',
  chosen: 'Mit den ausgewählten',
  reviewSelected: 'Ausgewählte ansehen',
  reviewOf: (name) => `Über ${name} entscheiden`,
  confirmed: 'bestätigt',
  notConfirmed: 'nicht bestätigt',
  more: 'Weitere',
  newest: 'Zurück zum Anfang',
  reviewing: {
    title: (n) => (n === 1 ? 'Über eine Registrierung entscheiden' : `Über ${n} Registrierungen entscheiden`),
    login: 'Anmeldename',
    address: 'E-Mail-Adresse',
    grant: 'Erhält',
    key: 'Schlüssel',
    asked: 'Registriert',
    until: 'Wartet bis',
    accepted: (version, when) => `Fassung „${version}“, angenommen am ${when}`,
    nothing: 'Es ist nichts ausgewählt. Wählen Sie zuerst Registrierungen in der Liste aus.',
    gone: (n) =>
      n === 1
        ? 'Eine davon gibt es nicht, oder sie liegt außerhalb Ihres Bereichs.'
        : `${n} davon gibt es nicht, oder sie liegen außerhalb Ihres Bereichs.`,
    approvedBy: (name, by, when) => `${name}: genehmigt von ${by}, ${when}`,
    rejectedBy: (name, by, when) => `${name}: abgelehnt von ${by}, ${when}`,
    over: (name) => `${name}: wartet nicht mehr`,
    unknownPerson: 'jemand, dessen Angaben gelöscht wurden',
    system: 'die Befehlszeile des Servers',
    cannot: 'Kann jetzt nicht genehmigt werden',
    approve: (n) => (n === 1 ? 'Genehmigen' : `${n} Registrierungen genehmigen`),
    approving: 'Einen Moment, die Konten werden angelegt …',
    approveHint: 'Das Konto wird sofort angelegt, und eine E-Mail sagt es.',
    approveSome: (can, cannot) =>
      `${can === 1 ? 'Eine Registrierung kann' : `${can} Registrierungen können`} jetzt genehmigt werden. ${cannot === 1 ? 'Eine kann es nicht und wartet weiter.' : `${cannot} können es nicht und warten weiter.`}`,
    rejectTitle: 'Oder ablehnen',
    reason: 'Begründung',
    reasonHint:
      'Die Person liest sie in der E-Mail. Ihre Angaben werden gelöscht, und der Platz im Schlüssel wird wieder frei.',
    reasonMissing: 'Nennen Sie den Grund: Die Person erfährt ihn.',
    reasonTooLong: (most) => `Das ist zu lang: höchstens ${most} Zeichen.`,
    reject: (n) => (n === 1 ? 'Ablehnen' : `${n} Registrierungen ablehnen`),
    rejecting: 'Einen Moment …',
    back: 'Zurück zur Liste',
    readOnly:
      'Mit Ihrem Profil können Sie Registrierungen ansehen. Zum Genehmigen und Ablehnen braucht es das Recht, Benutzer zu ändern.',
  },
  problems: {
    'not-waiting': 'Sie wartet nicht mehr auf eine Entscheidung.',
    'login-taken':
      'Jemand in GLPI oder eine andere Registrierung hat inzwischen diesen Anmeldenamen. Geben Sie jenem Konto einen anderen, oder lehnen Sie ab und bitten Sie die Person, einen anderen zu wählen.',
    'email-taken':
      'Ein Konto in GLPI hat inzwischen diese Adresse. Wenn es dieselbe Person ist, lehnen Sie ab: Sie hat schon ein Konto.',
    'not-unique':
      'Eine Eindeutigkeitsregel von GLPI lässt es nicht zu: Jemand hat schon denselben Namen, dieselbe Nummer oder eine andere dieser Angaben. Wenn es dieselbe Person ist, lehnen Sie ab.',
    'key-paused': 'Ihr Schlüssel ist pausiert. Setzen Sie ihn fort und genehmigen Sie dann.',
    'redemption-stopped':
      'Der Notstopp ist an, und niemand kann sich registrieren. Schalten Sie ihn aus und genehmigen Sie dann.',
    issuer:
      'Wer für den Schlüssel verantwortlich ist, darf das nicht mehr vergeben. Übertragen Sie ihn an jemanden, der es darf, etwa an sich selbst, und genehmigen Sie dann.',
    approver:
      'Mit dem aktiven Profil und der aktiven Entität dürfen Sie nicht vergeben, was dieser Schlüssel vergibt. Wechseln Sie, oder überlassen Sie es jemandem, der es darf.',
    grant:
      'Etwas, das der Schlüssel vergibt, gibt es in GLPI nicht mehr, oder es darf nicht vergeben werden. Bringen Sie es in GLPI in Ordnung, oder lehnen Sie ab und machen Sie einen neuen Schlüssel.',
    'account-dates': 'Das Konto wäre schon abgelaufen. Lehnen Sie ab und machen Sie einen neuen Schlüssel.',
  },
  notices: {
    approved: (n) => (n === 1 ? 'Genehmigt: Das Konto ist da.' : `Genehmigt: ${n} Konten sind da.`),
    rejected: (n) =>
      n === 1 ? 'Abgelehnt: Die Person erfährt es.' : `Abgelehnt: ${n} Personen erfahren es.`,
    decidedMeanwhile: (n) =>
      n === 1
        ? 'Über eine hat inzwischen jemand anders entschieden.'
        : `Über ${n} hat inzwischen jemand anders entschieden.`,
    refused: (n) =>
      n === 1
        ? 'Eine konnte nicht genehmigt werden und wartet weiter.'
        : `${n} konnten nicht genehmigt werden und warten weiter.`,
  },
  home: {
    heading: (n, written) =>
      n === 1
        ? 'Eine Registrierung wartet auf Genehmigung'
        : `${written} Registrierungen warten auf Genehmigung`,
    hint: 'Es gibt kein Konto, bis jemand entscheidet.',
    until: (day) => `wartet bis ${day}`,
  },
  onKey: {
    title: 'Noch nicht abgeschlossen',
    states: {
      'awaiting-confirmation': 'Muss die Adresse bestätigen',
      'awaiting-approval': 'Wartet auf Genehmigung',
    },
    fact: 'Genehmigung',
    needed: 'Jede Registrierung muss genehmigt werden',
  },
  making: {
    label: 'Es gibt kein Konto, bis jemand die Registrierung genehmigt',
    hint: 'Jede wartet bis zu 14 Tage auf jemanden mit dem Recht, Benutzer zu ändern. Sie erfahren davon per E-Mail.',
  },
}
