import { approvals } from './approvals/de'
import { ends } from './ends/de'
import { form } from './form/de'
import { holds } from './holds/de'
import { limits } from './limits/de'
import type { Messages } from './messages'
import { page } from './page/de'

const stillGood = 'Es geht nichts verloren: Ihre Einladung gilt weiter.'
const tryInMinutes =
  'Versuchen Sie es in ein paar Minuten noch einmal. Wenn sich in einer Stunde nichts geändert hat, wenden Sie sich an die Person, die Ihnen die Einladung geschickt hat, oder an den Helpdesk.'

export const de: Messages = {
  ...ends,
  ...holds,
  ...limits,
  ...approvals,
  ...form,
  ...page,

  layout: {
    brand: 'Helpdesk-Konto',
    reference: 'Wenn Sie um Hilfe bitten, nennen Sie bitte diese Kennung:',
    help: 'Nicht sicher, was Sie eintragen sollen? Fragen Sie die Person, die Ihnen die Einladung geschickt hat, oder den Helpdesk.',
  },

  register: {
    title: 'Konto anlegen',
    titleWithErrors: 'Bitte prüfen Sie das Formular – Konto anlegen',
    lead: (instanceName) =>
      `Sie sind zu ${instanceName} eingeladen. Dort können Sie um Hilfe bitten und sehen, wie es mit Ihren Anfragen weitergeht. Das hier dauert etwa zwei Minuten.`,
    allRequired: 'Bitte füllen Sie alle Felder aus.',
    errorSummary: 'Fast geschafft: Bitte prüfen Sie diese Punkte',
    errorLine: (label, message) => `${label}: ${message}`,
    fields: {
      firstname: 'Vorname',
      realname: 'Nachname',
      email: 'E-Mail-Adresse',
      login: 'Anmeldename',
      password: 'Passwort',
    },
    loginHint: 'Der Name, mit dem Sie sich anmelden werden, zum Beispiel erika.muster',
    emailHint: 'Dorthin kommen die Antworten auf Ihre Anfragen.',
    emailLocked: 'Ihre Einladung gilt für diese Adresse, deshalb lässt sie sich hier nicht ändern.',
    emailEndings: (endings) => `Ihre Einladung gilt für Adressen, die auf ${endings} enden.`,
    locked:
      'Das ist für Sie ausgefüllt worden. Wenn es nicht stimmt, wenden Sie sich an die Person, die Ihnen die Einladung geschickt hat.',
    show: 'Anzeigen',
    hide: 'Verbergen',
    showWhat: 'des Passworts',
    passwordShown: 'Das Passwort ist jetzt zu sehen.',
    passwordHidden: 'Das Passwort ist wieder verborgen.',
    submit: 'Mein Konto anlegen',
    sending: 'Einen Moment, Ihr Konto wird angelegt\u00a0…',
  },

  done: {
    title: 'Ihr Konto ist bereit',
    lead: 'Sie können sich jetzt anmelden. Das brauchen Sie dafür:',
    login: 'Ihr Anmeldename',
    password: 'Ihr Passwort',
    passwordNote:
      'Das, was Sie eben gewählt haben. Niemand sonst kennt es, und es wird nicht per E-Mail verschickt.',
    address: 'Hier melden Sie sich an',
    signIn: 'Anmelden',
  },

  code: {
    title: 'Einladungscode eingeben',
    lead: 'Am einfachsten ist es, den Link in Ihrer Einladung zu öffnen. Wenn Sie nur den Code haben, tippen Sie ihn hier ein oder fügen Sie ihn ein.',
    label: 'Einladungscode',
    hint: 'Er beginnt mit GLPI, danach kommen sieben Gruppen aus je fünf Buchstaben und Ziffern. Großbuchstaben, Leerzeichen und Striche spielen keine Rolle.',
    empty: 'Tippen Sie den Code aus Ihrer Einladung ein oder fügen Sie ihn ein.',
    submit: 'Weiter',
    sending: 'Einen Moment, der Code wird geprüft\u00a0…',
    enterHere: 'Code hier eingeben',
  },

  refusals: {
    KEY_MALFORMED: {
      heading: 'Dieser Code stimmt nicht ganz',
      reason:
        'Einige Zeichen fehlen oder sind anders. Das passiert leicht, wenn man einen Code abtippt oder ein Link in zwei Teile zerfällt.',
      advice:
        'Vergleichen Sie den Code mit Ihrer Einladung und geben Sie ihn noch einmal ein, oder öffnen Sie gleich den Link aus der Einladung. Wenn es dann immer noch nicht geht, bitten Sie die Person, die Ihnen die Einladung geschickt hat, sie noch einmal zu schicken.',
    },
    KEY_UNKNOWN: {
      heading: 'Zu diesem Code gibt es keine Einladung',
      reason:
        'Der Code hat die richtige Form, aber hier gehört keine Einladung dazu. Vielleicht wurde er durch einen neueren ersetzt.',
      advice:
        'Suchen Sie nach einer neueren Nachricht von der Person, die Ihnen die Einladung geschickt hat, oder bitten Sie sie um eine neue.',
    },
    KEY_OF_OTHER_INSTANCE: {
      heading: 'Diese Einladung gehört zu einem anderen Helpdesk',
      reason: 'Der Code ist in Ordnung, wurde aber für eine andere Adresse als diese gemacht.',
      advice:
        'Öffnen Sie den Link in Ihrer Einladung, statt den Code hier einzugeben. Wenn Sie dadurch wieder auf diese Seite kommen, fragen Sie die Person, die Ihnen die Einladung geschickt hat, wohin Sie gehen sollen.',
    },
    KEY_OF_TEST_INSTANCE: {
      heading: 'Das ist eine Testeinladung',
      reason: 'Sie ist zum Ausprobieren gedacht; ein echtes Konto lässt sich damit nicht anlegen.',
      advice: 'Bitten Sie die Person, die sie Ihnen geschickt hat, um eine echte Einladung.',
    },
    KEY_REVOKED: {
      heading: 'Diese Einladung wurde zurückgezogen',
      reason: 'Sie wurde nach dem Verschicken zurückgenommen. Damit lässt sich kein Konto mehr anlegen.',
      advice: 'Bitten Sie die Person, die Ihnen die Einladung geschickt hat, oder den Helpdesk um eine neue.',
    },
    KEY_PAUSED: {
      heading: 'Diese Einladung ruht gerade',
      reason: 'Sie ist vorübergehend angehalten, aber nicht zurückgezogen.',
      advice:
        'Behalten Sie den Link und versuchen Sie es später noch einmal. Wenn Sie Ihr Konto heute brauchen, wenden Sie sich an die Person, die Ihnen die Einladung geschickt hat, oder an den Helpdesk.',
    },
    KEY_NOT_YET_VALID: {
      heading: 'Diese Einladung gilt noch nicht',
      reason: 'Sie gilt erst ab einem späteren Tag.',
      advice:
        'Behalten Sie den Link und öffnen Sie ihn an dem Tag wieder, der in Ihrer Einladung steht. Wenn dort kein Datum steht, fragen Sie die Person, die sie Ihnen geschickt hat.',
    },
    KEY_EXPIRED: {
      heading: 'Diese Einladung ist abgelaufen',
      reason: 'Sie galt bis zu einem bestimmten Tag, und dieser Tag ist vorbei.',
      advice:
        'Bitten Sie die Person, die Ihnen die Einladung geschickt hat, um eine neue. Das kostet sie nur einen Augenblick.',
    },
    KEY_REISSUED: {
      heading: 'Dieser Link wurde ersetzt',
      reason: 'Die Einladung hat einen neuen Link bekommen, und dieser hier gilt nicht mehr.',
      advice:
        'Bitten Sie die Person, die Sie eingeladen hat, um den neuen Link, oder suchen Sie nach einer neueren Nachricht von ihr.',
    },
    KEY_USED_UP: {
      heading: 'Diese Einladung wurde schon benutzt',
      reason: 'Sie galt für eine bestimmte Zahl von Konten, und alle sind angelegt.',
      advice:
        'Wenn eines davon Ihres ist, können Sie sich einfach anmelden. Sonst bitten Sie die Person, die Ihnen die Einladung geschickt hat, um eine neue.',
    },
    KEY_HELD_UP: {
      heading: 'Im Moment sind alle Plätze belegt',
      reason:
        'Andere haben angefangen, mit dieser Einladung ein Konto anzulegen, und sind noch nicht fertig. Plätze, die nicht genutzt werden, werden wieder frei.',
      advice:
        'Behalten Sie den Link und versuchen Sie es später noch einmal. Wenn Sie Ihr Konto heute brauchen, wenden Sie sich an die Person, die Ihnen die Einladung geschickt hat.',
    },
    KEY_ISSUER_REFUSED: {
      heading: 'Diese Einladung gilt nicht mehr',
      reason: 'Die Person, von der sie kommt, lädt nicht mehr zu diesem Helpdesk ein.',
      advice: 'Bitten Sie den Helpdesk oder jemand anderen in der Organisation um eine neue Einladung.',
    },
    KEY_GRANT_REFUSED: {
      heading: 'Diese Einladung muss erneuert werden',
      reason: 'Wozu sie Zugang geben sollte, hat sich geändert, seit sie verschickt wurde.',
      advice:
        'Bitten Sie die Person, die Ihnen die Einladung geschickt hat, um eine neue, und nennen Sie ihr die Kennung auf dieser Seite.',
    },
    ACCOUNT_END_PAST: {
      heading: 'Diese Einladung ist abgelaufen',
      reason: 'Sie war für ein Konto bis zu einem bestimmten Tag, und dieser Tag ist vorbei.',
      advice:
        'Bitten Sie die Person, die Ihnen die Einladung geschickt hat, um eine neue. Das kostet sie nur einen Augenblick.',
    },
    ACCOUNT_END_TOO_LATE: {
      heading: 'Diese Einladung muss erneuert werden',
      reason:
        'Sie ist für ein Konto, das nach dem 19.\u00a0Januar 2038 enden würde. Ein so spätes Datum kann der Helpdesk nicht speichern.',
      advice:
        'Bitten Sie die Person, die Ihnen die Einladung geschickt hat, um eine neue mit einem früheren Ende, und nennen Sie ihr die Kennung auf dieser Seite.',
    },
    REDEMPTION_STOPPED: {
      heading: 'Zurzeit keine neuen Konten',
      reason: `Der Helpdesk legt gerade keine neuen Konten an. ${stillGood}`,
      advice: tryInMinutes,
    },
    GLPI_MAINTENANCE: {
      heading: 'Der Helpdesk wird gerade gewartet',
      reason: `Es wird daran gearbeitet, und er ist bald wieder da. ${stillGood}`,
      advice: tryInMinutes,
    },
    GLPI_CHANGED: {
      heading: 'Der Helpdesk wurde gerade aktualisiert',
      reason: `Neue Konten müssen warten, bis die Aktualisierung geprüft ist. ${stillGood}`,
      advice: tryInMinutes,
    },
    SERVER_BUSY: {
      heading: 'Gerade legen sehr viele Menschen ein Konto an',
      reason: `Für Ihre Anfrage war im Moment kein Platz. ${stillGood}`,
      advice: tryInMinutes,
    },
  },

  problems: {
    required: () => 'Bitte füllen Sie dieses Feld aus.',
    'too-long': (limit) => `Das ist zu lang. Platz ist für ${limit} Zeichen.`,
    'login-characters': () =>
      "Nehmen Sie Buchstaben und Ziffern; auch Leerzeichen und die Zeichen . - _ @ und ' sind möglich. Eine E-Mail-Adresse geht ebenfalls.",
    'login-taken': () =>
      'Diesen Anmeldenamen hat schon jemand. Wählen Sie einen anderen, zum Beispiel mit einer Ziffer am Ende.',
    'locked-login-taken': () =>
      'Diesen Anmeldenamen hat schon jemand, und Ihre Einladung legt ihn fest. Bitten Sie die Person, die sie geschickt hat, um eine neue.',
    'name-characters': () =>
      'Eine Internetadresse oder ein unsichtbares Zeichen kann nicht Teil eines Namens sein. Tippen Sie den Namen noch einmal.',
    'email-invalid': () =>
      'Das sieht nicht wie eine E-Mail-Adresse aus. Ein Beispiel: erika.muster@example.org',
    'email-taken': () =>
      'Mit dieser Adresse gibt es schon ein Konto. Wenn es Ihres ist, können Sie sich anmelden; sonst nehmen Sie eine andere Adresse oder fragen Sie den Helpdesk.',
    'email-held': () =>
      'Gerade legt jemand mit dieser Adresse ein Konto an und hat sie noch nicht bestätigt. Wenn Sie das waren, öffnen Sie den Link in der Nachricht, die wir dorthin geschickt haben.',
    'email-not-invited': () =>
      'Diese Einladung gilt für eine andere Adresse. Nehmen Sie die, an die sie geschickt wurde, oder fragen Sie die Person, die sie geschickt hat.',
    'email-not-in-domains': (_, endings) =>
      `Diese Einladung gilt für Adressen, die auf ${endings} enden. Nehmen Sie eine davon, oder fragen Sie die Person, die sie geschickt hat.`,
    'not-unique': () =>
      'Mit diesen Angaben hat schon jemand ein Konto. Wenn es Ihres ist, können Sie sich anmelden; sonst fragen Sie den Helpdesk.',
    'password-too-short': (limit) => `Das ist zu kurz. Nehmen Sie mindestens ${limit} Zeichen.`,
    'password-too-long': (limit) => `Das ist zu lang. Nehmen Sie höchstens ${limit} Zeichen.`,
    'password-too-many-bytes': (limit) =>
      `Das ist zu lang. Platz ist für ${limit} einfache Buchstaben und Ziffern; Umlaute, ß und Buchstaben mit Akzent zählen doppelt, Emojis vierfach.`,
    'password-zero-byte': () =>
      'Darin steht ein unsichtbares Zeichen, das nicht möglich ist. Tippen Sie das Passwort noch einmal.',
    'password-weak': () =>
      'Das ist leicht zu erraten. Machen Sie es länger, zum Beispiel mit vier Wörtern, die nichts miteinander und nichts mit Ihnen zu tun haben.',
    'password-common': () =>
      'Das ist eines der Passwörter, die zuerst probiert werden. Wählen Sie eines, auf das niemand sonst käme.',
    'password-needs-number': () => 'Fügen Sie mindestens eine Ziffer hinzu.',
    'password-needs-lowercase': () => 'Fügen Sie mindestens einen Kleinbuchstaben hinzu.',
    'password-needs-uppercase': () => 'Fügen Sie mindestens einen Großbuchstaben hinzu.',
    'password-needs-symbol': () => 'Fügen Sie mindestens ein Sonderzeichen hinzu, etwa ! oder %.',
    'password-wrong': () =>
      'Das ist nicht das Passwort, das im Formular gewählt wurde. Geben Sie es noch einmal ein.',
  },

  passwordHints: {
    length: (min) => `Mindestens ${min} Zeichen.`,
    maxBytes: (max) =>
      `Höchstens ${max} einfache Buchstaben und Ziffern; Umlaute, ß und Buchstaben mit Akzent zählen doppelt, Emojis vierfach.`,
    number: 'Mindestens eine Ziffer.',
    lowercase: 'Mindestens ein Kleinbuchstabe.',
    uppercase: 'Mindestens ein Großbuchstabe.',
    symbol: 'Mindestens ein Sonderzeichen, etwa ! oder %.',
    strength:
      'Schwer zu erraten: Gut sind vier Wörter, die nichts miteinander und nichts mit Ihnen zu tun haben.',
  },

  errors: {
    notFound: {
      heading: 'Unter dieser Adresse gibt es nichts',
      reason: 'Vielleicht fehlt ein Teil der Adresse, oder die Seite ist umgezogen.',
      advice:
        'Öffnen Sie den Link in Ihrer Einladung noch einmal. Wenn das nicht hilft, fragen Sie die Person, die sie Ihnen geschickt hat.',
    },
    internal: {
      heading: 'Bei uns ist etwas schiefgegangen',
      reason: 'Es liegt nicht an Ihnen. Wir haben festgehalten, was passiert ist.',
      advice:
        'Öffnen Sie den Link in Ihrer Einladung in ein paar Minuten noch einmal. Wenn es wieder passiert, sagen Sie dem Helpdesk Bescheid und nennen Sie die Kennung unten.',
    },
    formUnreadable: {
      heading: 'Das Formular ist nicht vollständig angekommen',
      reason:
        'Vielleicht war es lange offen, oder die Verbindung wurde unterbrochen. Es wurde kein Konto angelegt.',
      advice:
        'Öffnen Sie den Link in Ihrer Einladung noch einmal und füllen Sie das Formular neu aus. Wenn das nicht hilft, fragen Sie den Helpdesk.',
    },
    confirmationUnknown: {
      heading: 'Dieser Link funktioniert nicht',
      reason:
        'Vielleicht fehlt ein Teil davon, die Seite war lange offen, oder die Adresse wurde berichtigt, nachdem die Nachricht verschickt war.',
      advice:
        'Öffnen Sie den Link in der neuesten Nachricht von uns noch einmal. Wenn das nicht hilft, öffnen Sie wieder den Link in Ihrer Einladung, oder fragen Sie den Helpdesk.',
    },
  },
}
