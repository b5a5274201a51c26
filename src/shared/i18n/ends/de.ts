import type { EndMessages } from './messages'

const minutes = (n: number) => (n === 1 ? 'einer Minute' : `${n} Minuten`)

export const ends: EndMessages = {
  deadEnd: {
    ended: (until) => `Sie galt bis ${until}.`,
    begins: (from) => `Sie können sie ab ${from} nutzen.`,
    shared:
      'Ein Link ist für eine bestimmte Zahl von Personen, oft für eine einzige. Wenn Sie ihn weitergegeben oder von jemandem bekommen haben, braucht jede Person eine eigene Einladung.',
    whom: { title: 'Wer Ihnen helfen kann', inviter: 'Ihre Einladung kam von', helpdesk: 'Der Helpdesk' },
    ask: {
      title: 'Um einen neuen Link bitten',
      lead: 'Ihre Bitte geht an die Personen, die die Einladungen betreuen. Sie können einmal darum bitten.',
      address: 'Ihre E-Mail-Adresse',
      addressHint:
        'Dorthin wird der neue Link geschickt. Wenn Sie per E-Mail eingeladen wurden, geben Sie dieselbe Adresse an.',
      note: 'Nachricht (freiwillig)',
      noteHint: 'Ihr Name und woher man Sie kennt: Das hilft bei der Antwort.',
      noteTooLong: (limit) => `Das ist zu lang. Es ist Platz für ${limit} Zeichen.`,
      submit: 'Um einen neuen Link bitten',
      sending: 'Einen Augenblick, Ihre Bitte wird weitergegeben\u00a0…',
      titleWithErrors: (title) => `Bitte prüfen Sie das Formular – ${title}`,
      throttled: (n) =>
        `Von Ihrem Anschluss kamen viele Anfragen, vielleicht teilen Sie ihn mit anderen. Versuchen Sie es in ${minutes(n)} noch einmal oder wenden Sie sich an die oben Genannten.`,
    },
    own: {
      heading: 'Sie haben sich schon registriert',
      reason: (when) => `Ihr Konto wurde mit diesem Link angelegt, am ${when}. Er wird nicht mehr gebraucht.`,
      advice: 'Melden Sie sich mit dem Benutzernamen und dem Passwort an, die Sie damals gewählt haben.',
      again: (when) =>
        `Mit diesem Link wurde hier schon ein Konto angelegt, am ${when}. Wenn es Ihres ist, brauchen Sie kein weiteres: Melden Sie sich einfach an.`,
    },
  },

  asked: {
    title: 'Ihre Bitte wurde weitergegeben',
    lead: 'Die Personen, die die Einladungen betreuen, können sie jetzt sehen.',
    mailbox:
      'Wenn diese Einladung an die angegebene Adresse geschickt wurde, ist vielleicht schon ein neuer Link dorthin unterwegs: Sehen Sie in den nächsten Minuten in Ihr Postfach, auch in den Spam-Ordner.',
    others:
      'Sonst muss erst jemand einen Blick darauf werfen. Sie hören per E-Mail davon, wenn Ihnen ein neuer Link geschickt wird.',
  },

  codeBox: {
    lost: 'Nichts ist verloren: Ihre Einladung gilt weiterhin. Diese Seite weiß nur nicht mehr, welche Ihre ist, etwa nach einiger Zeit, in einem anderen Browser oder ohne Cookies. Öffnen Sie den Link in Ihrer Einladung noch einmal oder fügen Sie ihn hier ein.',
    check: {
      complete: 'Der Code ist vollständig.',
      completeLink: 'Das ist ein Einladungslink, und er ist vollständig.',
      test: 'Es ist ein Code zum Ausprobieren.',
      otherStart: 'Ein Code beginnt mit GLPI. Sehen Sie nach, wo er anfängt.',
      otherCharacter: (character) => `„${character}“ kommt in keinem Code vor. Sehen Sie noch einmal hin.`,
      more: (n) => (n === 1 ? 'Es fehlt noch 1 Zeichen.' : `Es fehlen noch ${n} Zeichen.`),
      tooMany: (n) => (n === 1 ? '1 Zeichen zu viel.' : `${n} Zeichen zu viel.`),
      mistyped: 'Da ist ein Tippfehler: Vielleicht sind zwei Zeichen vertauscht oder sehen sich ähnlich.',
    },
  },

  sending: {
    slow: 'Das dauert länger als sonst. Sie können es noch einmal senden: Nichts geschieht doppelt.',
    offline:
      'Im Moment besteht keine Verbindung. Was Sie eingegeben haben, bleibt hier: Senden Sie es, wenn Sie wieder online sind.',
  },
}
