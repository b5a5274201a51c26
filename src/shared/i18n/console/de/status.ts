import type { StatusMessages } from '../messages/status'

export const status: StatusMessages = {
  title: 'Status',
  lead: 'Alles, was der Server braucht, gerade eben geprüft.',
  again: 'Noch einmal prüfen',
  inEnglish: 'Was die Prüfungen melden, steht auf Englisch da, wie auf der Kommandozeile.',
  summary: {
    good: 'Alles ist in Ordnung.',
    warn: (n) => (n === 1 ? 'Eine Sache sollte man sich ansehen.' : `${n} Sachen sollte man sich ansehen.`),
    bad: (n) => (n === 1 ? 'Eine Sache funktioniert nicht.' : `${n} Sachen funktionieren nicht.`),
  },
  columns: { check: 'Prüfung', state: 'Status', message: 'Was gefunden wurde und was zu tun ist' },
  states: { ok: 'Gut', warn: 'Bitte ansehen', fail: 'Funktioniert nicht' },
  checks: {
    configuration: 'Einstellungen',
    database: 'Datenbankserver',
    migrations: 'Unsere Tabellen',
    glpi: 'GLPI',
    grants: 'Rechte des Datenbankkontos',
    'key-ring': 'Schlüsselbund',
    'public-url': 'Öffentliche Adresse',
    clock: 'Uhr',
    'time-zones': 'Zeitzonen',
    mail: 'Mailserver',
    altcha: 'Arbeitsnachweis',
    background: 'Hintergrundarbeit',
    webhooks: 'Webhooks',
  },
  commandLine: 'Auf dem Server sagt dieser Befehl dasselbe:',
  jobs: {
    title: 'Hintergrundarbeit',
    lead: 'Was ohne Zutun geschieht, durch den Server oder durch „glpi-invite work“.',
    columns: {
      job: 'Aufgabe',
      state: 'Status',
      last: 'Zuletzt',
      outcome: 'Ergebnis',
      next: 'Nächstes Mal',
    },
    states: {
      running: 'Läuft',
      done: 'Erledigt',
      failed: 'Fehlgeschlagen',
      late: 'Überfällig',
      waiting: 'Noch nicht erledigt',
    },
    never: 'nie',
    names: {
      'sweep-holds': 'Freigabe der Plätze nicht rechtzeitig abgeschlossener Registrierungen',
      approvals: 'Erinnerung an Registrierungen, die auf Genehmigung warten',
      verify: 'Schlüssel mit GLPI abgleichen',
      reseal: 'Codes mit dem neuesten Schlüssel des Bunds versiegeln',
      requests: 'Bitten um neue Links',
      reminders: 'Erinnern, wer seine Einladung noch nicht genutzt hat',
      lapsed: 'Melden, was ungenutzt abgelaufen ist',
      digest: 'Die wöchentliche E-Mail über bald ablaufende Schlüssel',
      events: 'Ereignissen ihre Position geben',
      post: 'E-Mails verschicken',
      webhooks: 'Webhooks benachrichtigen',
      retention: 'Persönliche Daten löschen, deren Zeit um ist',
    },
  },
  killSwitch: {
    title: 'Notstopp',
    lead: 'Solange er gilt, kann sich mit keinem Schlüssel dieses Helpdesks jemand registrieren. Es wird nichts verbraucht, und kein Schlüssel geht verloren: Die Leute werden gebeten, es später noch einmal zu versuchen. Alles andere läuft weiter.',
    isOff: 'Der Notstopp ist ausgeschaltet: Registrierungen sind möglich.',
    stops: (n, written) =>
      n === 0
        ? 'Zurzeit ist kein Schlüssel nutzbar.'
        : `Er hält ${written} ${n === 1 ? 'nutzbaren' : 'nutzbare'} Schlüssel aus allen Entitäten an.`,
    understood: 'Ja, niemand soll sich registrieren können',
    notUnderstood: 'Setzen Sie das Häkchen zur Bestätigung. Noch hat sich nichts geändert.',
    turnOn: 'Alle Registrierungen anhalten',
    isOn: (since) => `Der Notstopp gilt seit ${since}: Niemand kann sich registrieren.`,
    waits: (n, written) =>
      n === 0
        ? 'Kein Schlüssel wartet auf sein Ende.'
        : `${written} Schlüssel aus allen Entitäten ${n === 1 ? 'wartet' : 'warten'} auf sein Ende.`,
    turnOff: 'Registrierungen wieder erlauben',
    notices: {
      on: 'Registrierungen sind angehalten. Jede Seite der Konsole weist darauf hin, bis Sie es beenden.',
      off: 'Registrierungen sind wieder möglich.',
    },
  },
}
