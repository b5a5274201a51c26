import type { HomeMessages } from '../messages/home'

const keys = (written: string) => `${written} Schlüssel`

export const home: HomeMessages = {
  title: 'Start',
  needs: {
    title: 'Was zu tun ist',
    nothing:
      'Im Moment ist nichts zu tun. Hier erscheinen Schlüssel, die bald enden oder keinen Platz mehr haben.',
    ending: (n, written) =>
      n === 1
        ? `${keys(written)} endet in den nächsten 7 Tagen und hat noch freie Plätze`
        : `${keys(written)} enden in den nächsten 7 Tagen und haben noch freie Plätze`,
    usedUp: (n, written) =>
      n === 1
        ? `${keys(written)} wurde in den letzten 30 Tagen aufgebraucht`
        : `${keys(written)} wurden in den letzten 30 Tagen aufgebraucht`,
    usedUpHint: 'Wer jetzt einen der Links öffnet, erfährt, dass kein Platz mehr frei ist.',
    placesLeft: (n, written) => `${written} ${n === 1 ? 'Platz' : 'Plätze'} frei`,
    unlimited: 'unbegrenzt',
    endsIn: (left) => `noch ${left}`,
    allUsed: (n, written) =>
      n === 1 ? 'der einzige Platz ist vergeben' : `alle ${written} Plätze sind vergeben`,
    all: 'Alle ansehen',
    inTrouble: (n, written) => `${keys(written)} ${n === 1 ? 'macht' : 'machen'} Probleme`,
    checkNow: 'Alle Schlüssel jetzt mit GLPI abgleichen',
    checkNowHint: 'Das geschieht jeden Tag von selbst.',
    checked: 'Alle Schlüssel wurden mit dem jetzigen Stand von GLPI abgeglichen.',
    checkBusy: 'Sie werden gerade schon abgeglichen: Sehen Sie in einer Minute wieder nach.',
    inTroubleHint: 'Seit sie erstellt wurden, hat sich GLPI oder dieser Helpdesk geändert.',
  },
  chart: {
    title: 'Die letzten 30 Tage',
    description: (accounts, keys) =>
      `Ein Balken für jeden Tag zeigt die angelegten Konten, zusammen ${accounts}; eine Linie zeigt die erstellten Schlüssel, zusammen ${keys}. Eine Tabelle mit denselben Zahlen folgt.`,
    accounts: (n) => (n === 1 ? 'Konto angelegt' : 'Konten angelegt'),
    keys: () => 'Schlüssel erstellt',
    day: (day, accounts, keys) => `${day}: ${accounts}, ${keys}`,
    nothing: 'In den letzten 30 Tagen wurde kein Konto angelegt und kein Schlüssel erstellt.',
    asTable: 'Dasselbe als Tabelle',
    columns: { day: 'Tag', accounts: 'Angelegte Konten', keys: 'Erstellte Schlüssel' },
  },
  newest: {
    title: 'Neueste Registrierungen',
    none: 'In den letzten 30 Tagen hat sich niemand registriert.',
    columns: { who: 'Wer', key: 'Schlüssel', when: 'Wann' },
  },
}
