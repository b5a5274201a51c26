import type { TransferMessages } from '../messages/transfer'

const keys = (n: number, written: string) => (n === 1 ? 'Ein Schlüssel' : `${written} Schlüssel`)

const why = {
  'not-theirs-to-give': 'GLPI erlaubt der Person nicht, das zu vergeben',
  'grant-gone': 'was vergeben werden soll, gibt es in GLPI nicht mehr',
  unbounded:
    'ohne Begrenzung oder ohne Ende, und die Person darf die Konfiguration von GLPI nicht aktualisieren',
}

export const transfer: TransferMessages = {
  selected: 'Ausgewählte übergeben',
  all: 'Alle passenden übergeben',
  one: 'Jemand anderem übergeben',
  title: 'Schlüssel übergeben',
  lead: 'Danach steht jemand anderes für diese Schlüssel ein. Die Links bleiben dieselben.',
  nothingSelected: 'Wählen Sie zuerst die Schlüssel aus, die übergeben werden sollen.',
  login: 'Anmeldename der Person, die sie übernimmt',
  loginHint: 'Jemand aus der GLPI-Administration, der diese Schlüssel erstellen könnte.',
  look: 'Vorschau anzeigen',
  goes: (n, written, login) =>
    n === 0
      ? `Kein Schlüssel geht an ${login}.`
      : `${keys(n, written)} ${n === 1 ? 'geht' : 'gehen'} an ${login}.`,
  stays: (n, written, obstacle) =>
    `${keys(n, written)} ${n === 1 ? 'bleibt' : 'bleiben'} (${why[obstacle]}).`,
  theirsAlready: 'Widerrufene Schlüssel bleiben, ebenso die, die der Person schon gehören.',
  confirm: (n, written) => `${keys(n, written)} übergeben`,
  cancel: 'Abbrechen',
  sending: 'Wird übergeben\u00a0…',
  problems: {
    missing: 'Geben Sie einen Anmeldenamen ein.',
    unknown: 'In GLPI gibt es niemanden mit diesem Anmeldenamen.',
    several: 'In GLPI gibt es mehrere Personen mit diesem Anmeldenamen.',
    'no-maker': 'Diese Person hat in GLPI kein Profil, mit dem man Schlüssel erstellt.',
  },
  done: (n, written, login) =>
    n === 0 ? `Es wurde kein Schlüssel an ${login} übergeben.` : `${keys(n, written)} an ${login} übergeben.`,
  stayed: (n, written) => `${keys(n, written)} ${n === 1 ? 'ist' : 'sind'} geblieben.`,
}
