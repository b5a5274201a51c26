import type { PresetsMessages } from '../messages/presets'
import { figuresIn } from '../../figures'

const figure = figuresIn('it')

const why = {
  'not-theirs-to-give': 'GLPI non permetterebbe al nuovo responsabile di dare ciò che prevede',
  'grant-gone': 'in GLPI non c’è più ciò che prevede',
  unbounded:
    'non ha un limite o una scadenza, e il nuovo responsabile non può modificare la configurazione di GLPI',
}

export const presets: PresetsMessages = {
  title: 'Modelli',
  lead: 'Condizioni con un nome, per creare chiavi simili: che cosa assegnano, a quante persone, per quanto tempo.',
  newPreset: 'Nuovo modello',
  newTitle: 'Nuovo modello',
  newTitleWithErrors: 'Nuovo modello: da correggere',
  editTitle: (name) => `Modello ${name}`,
  editTitleWithErrors: (name) => `Modello ${name}: da correggere`,
  keysStay: 'Le chiavi già create con questo modello restano come sono.',
  empty: {
    heading: 'Qui non ci sono ancora modelli',
    advice:
      'Crearne uno per ciò che si distribuisce spesso: i tirocinanti dell’anno, i visitatori di una sede.',
  },
  errorSummary: 'Da controllare prima di salvare:',
  columns: {
    name: 'Nome',
    grant: 'Assegna',
    uses: 'Persone',
    days: 'Durata',
    owner: 'Responsabile',
    what: 'Azioni',
  },
  unlimited: 'senza limite',
  days: (n, written) => `${written} ${n === 1 ? 'giorno' : 'giorni'}`,
  never: 'senza scadenza',
  notYours: 'Non assegnabile con il profilo attivo',
  several: 'Assegna più profili: solo la riga di comando lo usa e lo modifica.',
  use: 'Crea una chiave',
  useOf: (name) => `Crea una chiave con ${name}`,
  useForMany: 'Creane più d’una',
  useForManyOf: (name) => `Crea più chiavi con ${name}`,
  edit: 'Modifica',
  editOf: (name) => `Modifica ${name}`,
  delete: 'Elimina',
  deleteOf: (name) => `Elimina ${name}`,
  keys: 'Le sue chiavi',
  keysOf: (name) => `Le sue chiavi (${name})`,
  fields: { name: 'Nome del modello', days: 'Durata (giorni)' },
  hints: {
    name: 'Ciò da cui i colleghi lo riconoscono.',
    days: 'Dal giorno in cui la chiave viene creata, o inizia.',
    uses: 'Quante persone possono registrarsi con una stessa chiave.',
    send: 'I destinatari di una chiave creata con questo modello ricevono il link per e-mail.',
  },
  more: 'Altro: gruppi, posizione, destinatari, account, lingua, messaggio',
  neverEnds: 'Senza scadenza',
  daysAtMost: (n) => (n === 1 ? 'Al massimo 1 giorno.' : `Al massimo ${n} giorni.`),
  problems: {
    nameRequired: 'Inserire un nome.',
    nameTooLong: (limit) => `Usare al massimo ${figure(limit)} caratteri.`,
    daysOutOfRange: (limit) => `Inserire un numero intero da 1 a ${figure(limit)}.`,
  },
  save: 'Salva il modello',
  cancel: 'Annulla',
  sending: 'Salvataggio in corso…',
  deletion: {
    title: (name) => `Eliminare ${name}?`,
    lead: 'Nessuno potrà più creare chiavi con questo modello. Le chiavi già create restano come sono e continuano a funzionare.',
    submit: 'Elimina il modello',
  },
  transfer: {
    open: 'Trasferisci',
    openOf: (name) => `Trasferisci ${name}`,
    title: (name) => `Trasferimento di ${name}`,
    lead: 'Da quel momento appartiene a qualcun altro, che può modificarlo ed eliminarlo. Le chiavi già create restano dove sono.',
    loginHint: 'Un amministratore di GLPI che potrebbe creare chiavi con questo modello.',
    all: (_, written, owner) => `Tutti i ${written} modelli di ${owner}, e non solo questo`,
    submit: 'Trasferisci',
    done: (n, written, login) =>
      n === 0
        ? `Nessun modello è passato a ${login}.`
        : `${n === 1 ? 'Un modello è passato' : `${written} modelli sono passati`} a ${login}.`,
    stays: (name, obstacle) => `${name} resta dov’è: ${why[obstacle]}.`,
  },
  choose: {
    label: 'Modello',
    none: 'Nessuno',
    submit: 'Usa',
    used: (name) => `Compilato da ${name}. Ciò che si modifica qui non cambia il modello.`,
  },
  ofKey: 'Creata con il modello',
  like: {
    submit: 'Crea un modello simile',
    hint: 'Un modello contiene ciò che la chiave assegna, non a chi è destinata.',
    untitled: (hint) => `Come …${hint}`,
  },
  notices: {
    made: (name) => `Il modello ${name} è stato creato.`,
    changed: (name) => `Il modello ${name} è stato salvato.`,
    deleted: (name) => `Il modello ${name} è stato eliminato.`,
    madeLike: 'Il modello è stato creato. Dargli un nome che i colleghi riconoscano.',
  },
}
