import type { FrameMessages } from '../messages/frame'

const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

export const frame: FrameMessages = {
  brand: 'Einladungen',
  skipToContent: 'Zum Inhalt springen',
  menu: 'Menü',
  nav: {
    home: 'Start',
    keys: 'Schlüssel',
    newKey: 'Neuer Schlüssel',
    batch: 'Viele auf einmal',
    presets: 'Vorlagen',
    requests: 'Anfragen',
    audit: 'Protokoll',
    tokens: 'API-Tokens',
    status: 'Status',
    webhooks: 'Webhooks',
    privacy: 'Datenschutz',
    killSwitch: 'Notstopp',
  },
  actingAs: (profile, entity) => `${profile} in ${entity}`,
  switchTitle: 'Profil und Entität',
  switchLabel: 'Handeln als',
  switchSubmit: 'Wechseln',
  andBelow: 'und darunter',
  signOut: 'Abmelden',
  signOutEverywhere: 'Überall abmelden',
  toGlpi: 'GLPI öffnen',
  stopped: (since) =>
    `Der Notstopp gilt seit ${since}: Niemand kann sich registrieren, und kein Platz wird verbraucht.`,
  stoppedLink: 'Zum Notstopp',
  reference: 'Wenn Sie um Hilfe bitten, nennen Sie bitte diese Kennung:',
  notices: {
    signedOut: 'Sie sind abgemeldet.',
    signedOutEverywhere: 'Sie sind hier und überall sonst abgemeldet.',
    switched:
      'Sie haben gewechselt. Listen und Formulare zeigen jetzt, was dieses Profil und diese Entität erlauben.',
  },
  errors: {
    notFound: {
      heading: 'Unter dieser Adresse gibt es nichts',
      reason:
        'Was Sie suchen, gibt es nicht, oder es liegt in einer Entität, die Sie im Moment nicht betreuen.',
      advice:
        'Prüfen Sie die Adresse, wechseln Sie zu einem anderen Profil oder einer anderen Entität, oder gehen Sie zurück zur Liste der Schlüssel.',
    },
    formUnreadable: {
      heading: 'Das Formular ließ sich nicht verwenden',
      reason:
        'Es stammt aus der Zeit vor Ihrer letzten Anmeldung, oder es ist nicht vollständig angekommen. Geändert wurde nichts.',
      advice: 'Gehen Sie zurück, laden Sie die Seite neu, und schicken Sie das Formular noch einmal ab.',
    },
    internal: {
      heading: 'Bei uns ist etwas schiefgegangen',
      reason: 'Es liegt nicht an Ihnen. Wir haben festgehalten, was passiert ist.',
      advice:
        'Versuchen Sie es in ein paar Minuten noch einmal. Wenn es wieder passiert, suchen Sie die Kennung im Log des Servers.',
    },
    unavailable: {
      heading: 'Das geht im Moment nicht',
      reason: 'Die Datenbank oder GLPI ist gerade nicht verfügbar. Geändert wurde nichts.',
      advice:
        'Versuchen Sie es in ein paar Minuten noch einmal. „glpi-invite doctor“ auf dem Server sagt, woran es liegt.',
    },
    policy: {
      heading: 'Das ist mehr, als hier möglich ist',
      reason:
        'In den Einstellungen des Servers steht, für wie viele Personen ein Schlüssel gelten darf, wie lange, und wie viele Schlüssel eine Person haben darf. Geändert wurde nichts.',
      advice:
        'Gehen Sie zurück und verlangen Sie weniger, oder bitten Sie die Person, die den Server betreibt, die Grenze anzuheben (MAX_USES, MAX_LIFETIME, KEYS_PER_DAY, PENDING_INVITATIONS, ALLOW_UNLIMITED, ALLOW_NEVER).',
    },
    input: {
      heading: 'Das geht so nicht',
      reason: 'Etwas in der Anfrage ist nicht zulässig. Geändert wurde nichts.',
      advice: 'Gehen Sie zurück, berichtigen Sie es, und versuchen Sie es noch einmal.',
    },
  },
  notAllowed: {
    heading: 'Ihr Profil erlaubt das nicht',
    reason: 'Was Sie hier tun dürfen, ergibt sich aus den Rechten Ihres aktiven Profils in GLPI.',
    advice:
      'Wechseln Sie zu einem anderen Profil oder einer anderen Entität, oder bitten Sie die GLPI-Administration um das Recht.',
    missing: {
      'see-keys': 'Dafür ist das Recht nötig, Benutzer zu lesen.',
      'create-keys': 'Dafür ist das Recht nötig, Benutzer zu erstellen.',
      'update-keys': 'Dafür ist das Recht nötig, Benutzer zu aktualisieren.',
      configure: 'Dafür ist das Recht nötig, die Konfiguration von GLPI zu aktualisieren.',
    },
  },
  time: {
    never: 'nie',
    over: 'vorbei',
    days: (n) => plural(n, 'Tag', 'Tage'),
    hours: (n) => plural(n, 'Stunde', 'Stunden'),
    minutes: (n) => plural(n, 'Minute', 'Minuten'),
  },
}
