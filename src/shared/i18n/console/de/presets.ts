import type { PresetsMessages } from '../messages/presets'
import { figuresIn } from '../../figures'

const figure = figuresIn('de')

const why = {
  'not-theirs-to-give': 'GLPI erlaubt der Person nicht, das zu vergeben',
  'grant-gone': 'was sie vergibt, gibt es in GLPI nicht mehr',
  unbounded:
    'ohne Begrenzung oder ohne Ende, und die Person darf die Konfiguration von GLPI nicht aktualisieren',
}

export const presets: PresetsMessages = {
  title: 'Vorlagen',
  lead: 'Benannte Vorgaben, um gleichartige Schlüssel zu erstellen: was sie vergeben, für wie viele Personen, wie lange.',
  newPreset: 'Neue Vorlage',
  newTitle: 'Neue Vorlage',
  newTitleWithErrors: 'Neue Vorlage: bitte berichtigen',
  editTitle: (name) => `Vorlage ${name}`,
  editTitleWithErrors: (name) => `Vorlage ${name}: bitte berichtigen`,
  keysStay: 'Schlüssel, die damit erstellt wurden, bleiben, wie sie sind.',
  errorSummary: 'Bitte prüfen Sie das vor dem Speichern:',
  empty: {
    heading: 'Hier gibt es noch keine Vorlagen',
    advice:
      'Legen Sie eine an für das, was Sie immer wieder vergeben: für die Auszubildenden dieses Jahres, für die Gäste eines Standorts.',
  },
  columns: {
    name: 'Name',
    grant: 'Vergibt',
    uses: 'Personen',
    days: 'Gilt für',
    owner: 'Gehört',
    what: 'Aktionen',
  },
  unlimited: 'unbegrenzt',
  days: (n, written) => `${written} ${n === 1 ? 'Tag' : 'Tage'}`,
  never: 'ohne Ende',
  notYours: 'Dürfen Sie nicht vergeben',
  several: 'Vergibt mehrere Profile: Nutzen und ändern lässt sie sich nur auf der Kommandozeile.',
  use: 'Schlüssel erstellen',
  useOf: (name) => `Schlüssel mit ${name} erstellen`,
  useForMany: 'Viele erstellen',
  useForManyOf: (name) => `Viele Schlüssel mit ${name} erstellen`,
  edit: 'Bearbeiten',
  editOf: (name) => `${name} bearbeiten`,
  delete: 'Löschen',
  deleteOf: (name) => `${name} löschen`,
  keys: 'Ihre Schlüssel',
  keysOf: (name) => `Schlüssel von ${name}`,
  fields: { name: 'Name der Vorlage', days: 'Gilt für (Tage)' },
  hints: {
    name: 'Daran erkennt man sie im Team.',
    days: 'Ab dem Tag, an dem ein Schlüssel erstellt wird oder beginnt.',
    uses: 'Wie viele Personen sich mit einem Schlüssel registrieren können.',
    send: 'Für wen ein Schlüssel mit dieser Vorlage erstellt wird, bekommt den Link per E-Mail.',
  },
  more: 'Mehr: Gruppen, Standort, für wen, Konto, Sprache, Nachricht',
  neverEnds: 'Ohne Ende',
  daysAtMost: (n) => `Höchstens ${figure(n)} Tage.`,
  problems: {
    nameRequired: 'Geben Sie ihr einen Namen.',
    nameTooLong: (limit) => `Nehmen Sie höchstens ${figure(limit)} Zeichen.`,
    daysOutOfRange: (limit) => `Geben Sie eine ganze Zahl von 1 bis ${figure(limit)} ein.`,
  },
  save: 'Vorlage speichern',
  cancel: 'Abbrechen',
  sending: 'Wird gespeichert\u00a0…',
  transfer: {
    open: 'Übergeben',
    openOf: (name) => `${name} übergeben`,
    title: (name) => `${name} übergeben`,
    lead: 'Danach gehört die Vorlage jemand anderem, der sie ändern und löschen kann. Schlüssel, die damit erstellt wurden, bleiben, wo sie sind.',
    loginHint: 'Jemand aus der GLPI-Administration, der damit Schlüssel erstellen könnte.',
    all: (_, written, owner) => `Alle ${written} Vorlagen von ${owner}, nicht nur diese`,
    submit: 'Übergeben',
    done: (n, written, login) =>
      n === 0
        ? `Es wurde keine Vorlage an ${login} übergeben.`
        : `${n === 1 ? 'Eine Vorlage' : `${written} Vorlagen`} an ${login} übergeben.`,
    stays: (name, obstacle) => `${name} bleibt (${why[obstacle]}).`,
  },
  deletion: {
    title: (name) => `${name} löschen?`,
    lead: 'Danach kann niemand mehr Schlüssel damit erstellen. Schlüssel, die damit erstellt wurden, bleiben, wie sie sind, und gelten weiter.',
    submit: 'Vorlage löschen',
  },
  choose: {
    label: 'Vorlage',
    none: 'Keine',
    submit: 'Verwenden',
    used: (name) => `Ausgefüllt nach ${name}. Was Sie hier ändern, ändert nichts an der Vorlage.`,
  },
  ofKey: 'Mit der Vorlage erstellt',
  like: {
    submit: 'Vorlage daraus machen',
    hint: 'Eine Vorlage hält fest, was der Schlüssel vergibt, nicht, für wen er ist.',
    untitled: (hint) => `Wie …${hint}`,
  },
  notices: {
    made: (name) => `Die Vorlage ${name} ist angelegt.`,
    changed: (name) => `Die Vorlage ${name} ist gespeichert.`,
    deleted: (name) => `Die Vorlage ${name} ist gelöscht.`,
    madeLike: 'Die Vorlage ist angelegt. Geben Sie ihr einen Namen, an dem man sie im Team erkennt.',
  },
}
