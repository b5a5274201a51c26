import type { SignInMessages } from '../messages/sign-in'

export const signIn: SignInMessages = {
  title: 'Anmelden',
  lead: (instanceName) =>
    `Einladungen für ${instanceName}. Melden Sie sich mit Ihrem Anmeldenamen und Passwort von GLPI an.`,
  login: 'Anmeldename',
  password: 'Passwort',
  submit: 'Anmelden',
  as: (user) => `Wieder als ${user} anmelden`,
  sending: 'Einen Moment\u00a0…',
  failed: 'Anmeldename oder Passwort stimmt nicht. Geben Sie beides noch einmal ein.',
  refusals: {
    'no-account':
      'Das Single Sign-on Ihrer Organisation hat einen Namen übermittelt, zu dem es in GLPI kein Konto gibt oder mehr als eines. Bitten Sie die GLPI-Administration, die Anmeldenamen zu prüfen.',
    inactive: 'Ihr GLPI-Konto ist nicht aktiv. Bitten Sie die GLPI-Administration, es zu aktivieren.',
    'outside-dates':
      'Ihr GLPI-Konto ist heute nicht gültig. Bitten Sie die GLPI-Administration, seine Gültigkeit zu prüfen.',
    'password-expired':
      'Ihr Passwort ist abgelaufen. Melden Sie sich bei GLPI an, wählen Sie ein neues, und kommen Sie dann wieder.',
    'two-factor':
      'GLPI verlangt von Ihnen einen zweiten Faktor, der sich hier nicht prüfen lässt. Nutzen Sie das Single Sign-on Ihrer Organisation, oder bitten Sie die Person, die diesen Server betreibt, um einen Link zur Konsole (glpi-invite console-link).',
    'grants-missing':
      'Dieser Server darf nicht sehen, ob GLPI einen zweiten Faktor verlangt, deshalb kann sich niemand mit einem Passwort anmelden. Wer ihn betreibt, muss anwenden, was „glpi-invite db grants“ ausgibt.',
    'no-authorisation':
      'Ihr GLPI-Konto hat in keiner Entität ein Profil. Bitten Sie die GLPI-Administration, Ihnen eines zu geben.',
    'no-right':
      'Keines Ihrer GLPI-Profile darf Benutzer lesen, und das ist für Schlüssel nötig. Bitten Sie die GLPI-Administration um dieses Recht.',
  },
  throttled: (minutes) =>
    `Zu viele Versuche sind fehlgeschlagen. Warten Sie ${minutes === 1 ? '1 Minute' : `${minutes} Minuten`}, und versuchen Sie es dann noch einmal.`,
  hint: 'Wenn Sie sich bei GLPI mit einem Konto aus einem Verzeichnisdienst oder mit einem zweiten Faktor anmelden, nutzen Sie das Single Sign-on Ihrer Organisation, oder bitten Sie die Person, die diesen Server betreibt, um einen Link zur Konsole.',
  link: {
    title: 'Mit diesem Link anmelden',
    lead: 'Dieser Link wurde auf dem Server für Sie erstellt. Er meldet Sie einmal an.',
    submit: 'Anmelden',
    spent:
      'Dieser Link wurde schon benutzt oder ist älter als fünf Minuten. Bitten Sie um einen neuen: „glpi-invite console-link“ erstellt ihn auf dem Server.',
    instead: 'Mit Passwort anmelden',
  },
}
