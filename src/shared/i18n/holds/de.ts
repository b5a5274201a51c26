import type { HoldMessages } from './messages'

const minutes = (n: number) => (n === 1 ? 'einer Minute' : `${n} Minuten`)

export const holds: HoldMessages = {
  waiting: {
    title: 'Noch ein Schritt: Sehen Sie in Ihr Postfach',
    titleWithErrors: 'Bitte prüfen Sie die Adresse – Noch ein Schritt',
    lead: 'Wir haben eine Nachricht geschickt an',
    todo: 'Öffnen Sie den Link darin, und Ihr Konto ist bereit. Auf diesem Gerät genügt ein Klick; auf einem anderen werden Sie nach dem Passwort gefragt, das Sie eben gewählt haben.',
    until: (until) => `Der Link gilt bis ${until}. So lange bleibt Ihr Platz für Sie frei.`,
    sentAgain: 'Die Nachricht ist noch einmal unterwegs.',
    nothingCame: 'Ist nichts angekommen?',
    hints: [
      'Es kann ein paar Minuten dauern. Sehen Sie auch im Ordner für unerwünschte E-Mails nach.',
      'Wenn es mehrere Nachrichten gibt, funktioniert der Link in jeder davon.',
      'Wenn gar nichts kommt, wenden Sie sich an die Person, die Ihnen die Einladung geschickt hat, oder an den Helpdesk.',
    ],
    again: 'Noch einmal schicken',
    otherAddress: 'Stimmt die Adresse nicht?',
    otherAddressHint: 'Berichtigen Sie sie hier, dann geht die Nachricht an die neue Adresse.',
    address: 'E-Mail-Adresse',
    change: 'Diese Adresse nehmen',
    throttled: (n) =>
      `Die Nachricht wurde schon mehrmals angefordert. Suchen Sie zuerst danach, und versuchen Sie es in ${minutes(n)} wieder.`,
  },
  confirm: {
    title: 'Ist das Ihre Adresse?',
    titleWithErrors: 'Bitte prüfen Sie das Passwort – Ist das Ihre Adresse?',
    lead: 'Ein Konto wartet auf die Person, die E-Mails liest an',
    password: 'Das Passwort, das Sie im Formular gewählt haben',
    passwordHint: 'Damit niemand sonst das Konto fertigstellt, muss dieses Gerät es kennen.',
    submit: 'Ja, mein Konto anlegen',
    sending: 'Einen Moment, Ihr Konto wird angelegt\u00a0…',
    notYou:
      'Wenn Sie das Formular nicht ausgefüllt haben, schließen Sie diese Seite: Ohne Sie entsteht kein Konto.',
    throttled: (n) =>
      `Das Passwort war zu oft falsch. Versuchen Sie es in ${minutes(n)} wieder, oder öffnen Sie den Link auf dem Gerät, auf dem Sie das Formular ausgefüllt haben.`,
  },
  released: {
    lapsed: {
      heading: 'Die Zeit ist abgelaufen',
      reason:
        'Die Adresse wurde nicht rechtzeitig bestätigt, deshalb ist der Platz wieder frei. Es wurde kein Konto angelegt.',
      advice:
        'Öffnen Sie den Link in Ihrer Einladung noch einmal und füllen Sie das Formular neu aus. Wenn er nicht mehr funktioniert, bitten Sie die Person, die ihn Ihnen geschickt hat, um einen neuen.',
    },
    revoked: {
      heading: 'Diese Einladung wurde zurückgezogen',
      reason: 'Sie wurde zurückgenommen, bevor Ihr Konto angelegt wurde.',
      advice: 'Bitten Sie die Person, die Ihnen die Einladung geschickt hat, oder den Helpdesk um eine neue.',
    },
    'login-taken': {
      heading: 'Diesen Anmeldenamen hat jetzt jemand anderes',
      reason: 'Er wurde vergeben, bevor Ihre Adresse bestätigt war. Es wurde kein Konto angelegt.',
      advice:
        'Öffnen Sie den Link in Ihrer Einladung noch einmal, füllen Sie das Formular neu aus und wählen Sie einen anderen Anmeldenamen. Ihr Platz ist wieder frei.',
    },
    'not-unique': {
      heading: 'Eine Ihrer Angaben gehört schon jemand anderem',
      reason:
        'Ein anderes Konto in GLPI hat denselben Namen oder eine andere Angabe, die es dort nur einmal geben darf. Es wurde kein Konto angelegt.',
      advice:
        'Öffnen Sie den Link in Ihrer Einladung noch einmal, füllen Sie das Formular neu aus und prüfen Sie Ihre Angaben. Wenn alles stimmt, fragen Sie den Helpdesk. Ihr Platz ist wieder frei.',
    },
    erased: {
      heading: 'Hier wartet nichts mehr',
      reason: 'Was im Formular stand, wurde auf Wunsch gelöscht. Es wurde kein Konto angelegt.',
      advice:
        'Wenn Sie noch ein Konto brauchen, öffnen Sie den Link in Ihrer Einladung noch einmal, oder fragen Sie die Person, die sie Ihnen geschickt hat.',
    },
    'account-exists': {
      heading: 'Mit dieser Adresse gibt es schon ein Konto',
      reason:
        'Es wurde angelegt, bevor diese Adresse bestätigt war. Ein zweites ist deshalb nicht entstanden.',
      advice: 'Melden Sie sich mit Ihrem Konto an. Wenn das nicht geht, fragen Sie den Helpdesk.',
    },
  },
  fieldTaken: {
    heading: 'Eine Ihrer Angaben gehört schon jemand anderem',
    reason: (field) =>
      `Ein anderes Konto in GLPI hat dieselbe Angabe unter „${field}“, und die darf es dort nur einmal geben. Es wurde kein Konto angelegt.`,
    advice:
      'Öffnen Sie den Link in Ihrer Einladung noch einmal, füllen Sie das Formular neu aus und prüfen Sie dieses Feld. Wenn es stimmt, fragen Sie den Helpdesk. Ihr Platz ist wieder frei.',
  },
}
