import type { PrivacyMessages } from '../messages/privacy'

export const privacy: PrivacyMessages = {
  title: 'Datenschutz',
  lead: 'Was hier über eine Person gespeichert ist: um es ihr zu geben oder um es zu löschen. Was vorbei ist, wird nach einiger Zeit von selbst gelöscht.',
  email: 'E-Mail-Adresse',
  login: 'Anmeldename',
  whoHint: 'Eines von beiden genügt: Es führt zum anderen.',
  lookUp: 'Nachsehen',
  sending: 'Alles wird durchgesehen\u00a0…',
  nobodyNamed: 'Geben Sie eine Adresse oder einen Anmeldenamen ein.',
  lapsed: 'Das ist eine Weile her. Sehen Sie noch einmal nach der Person.',
  result: 'Was gespeichert ist',
  knownBy: 'Bekannt als',
  nothing: 'Über diese Person ist nichts gespeichert.',
  sections: {
    registrations: 'Registrierungen',
    keys: 'Schlüssel',
    mails: 'E-Mails',
    proofs: 'Verschickte Links',
    requests: 'Bitten um neue Links',
    imports: 'Importierte Listen, in denen sie stehen',
    origins: 'Netzwerkadressen',
    texts: 'Texte, in denen sie vorkommt',
  },
  registered: (at) => `registriert am ${at}`,
  waits: (at) => `wartet seit ${at}`,
  from: (ip) => `von ${ip}`,
  noLabel: 'Schlüssel ohne Bezeichnung',
  theirs: 'nur für diese Person',
  othersToo: 'auch für andere',
  ofKey: 'zum Schlüssel',
  mailed: (at) => `eingereiht am ${at}`,
  more: (n) => `und ${n} weitere, die in der Datei stehen`,
  places: {
    'registration_keys.label': 'Bezeichnung eines Schlüssels',
    'registration_keys.revoked_reason': 'Grund eines Widerrufs',
    'key_messages.message': 'Nachricht an Eingeladene',
    'registration_details.reason': 'warum eine Registrierung abgelehnt wurde',
    'batches.label': 'Bezeichnung zusammen erstellter Schlüssel',
    'presets.name': 'Name einer Vorlage',
    'presets.terms': 'Text einer Vorlage',
    'outbox.facts': 'E-Mail',
    'outbox.failure': 'Fehlermeldung zu einer E-Mail',
    'outbox_details.name': 'Name auf einer E-Mail',
    'link_requests.note': 'Nachricht zu einer Bitte um einen neuen Link',
    'admin_sessions.data': 'Sitzung in der Konsole',
  },
  exportTitle: 'Herausgeben',
  exportLead:
    'Alles oben Genannte als JSON-Datei, für die Person. Im Protokoll steht, dass Daten exportiert wurden, nicht wessen.',
  exportSubmit: 'Herunterladen',
  eraseTitle: 'Löschen',
  eraseLead:
    'Namen, Adressen, Anmeldenamen und Netzwerkadressen verschwinden endgültig aus allen unseren Tabellen. Zähler und Protokoll bleiben: Darin stehen nur Nummern.',
  revokes: (n, written) =>
    n === 1
      ? 'Ein Schlüssel gilt nur für diese Person und ist noch nutzbar. Er wird widerrufen.'
      : `${written} Schlüssel gelten nur für diese Person und sind noch nutzbar. Sie werden widerrufen.`,
  lookAt:
    'In den Bezeichnungen dieser Schlüssel steht nur der Nachname; sie bleiben, wie sie sind. Sehen Sie nach, ob die Person gemeint ist:',
  shared: (n) =>
    `In GLPI haben ${n} Konten diese Adresse, deshalb wurde nach keinem davon gesehen. Wenn Sie eines davon meinen, sehen Sie mit seinem Anmeldenamen nach.`,
  inGlpi: (usersId, login) =>
    `GLPI behält das Konto Nr.\u00a0${usersId} (${login}) mit seinem Verlauf. Löschen Sie es dort: Administration > Benutzer > ${login} > In den Papierkorb verschieben, dann Endgültig löschen.`,
  retype: (asked) => `Geben Sie zur Bestätigung noch einmal ${asked} ein`,
  retyped: 'Das ist nicht dasselbe. Es wurde nichts gelöscht.',
  eraseSubmit: 'Endgültig löschen',
  erased: (n, written) =>
    n === 0
      ? 'Über diese Person war nichts mehr gespeichert.'
      : `Gelöscht: ${written} ${n === 1 ? 'Eintrag' : 'Einträge'} in unseren Tabellen.`,
}
