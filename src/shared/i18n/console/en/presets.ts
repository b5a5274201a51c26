import type { PresetsMessages } from '../messages/presets'
import { figuresIn } from '../../figures'

const figure = figuresIn('en')

const why = {
  'not-theirs-to-give': 'GLPI would not let the new owner give what it gives',
  'grant-gone': 'GLPI has no more what it gives',
  unbounded: 'it has no limit or no end, and the new owner may not update GLPI’s configuration',
}

export const presets: PresetsMessages = {
  title: 'Presets',
  lead: 'Named terms for making keys alike: what they give, for how many, how long.',
  newPreset: 'New preset',
  newTitle: 'New preset',
  newTitleWithErrors: 'New preset: please correct',
  editTitle: (name) => `Preset ${name}`,
  editTitleWithErrors: (name) => `Preset ${name}: please correct`,
  keysStay: 'Keys that were made with it stay as they are.',
  errorSummary: 'Please check this before it can be saved:',
  empty: {
    heading: 'There are no presets here yet',
    advice: 'Make one for what you hand out again and again: this year’s interns, the visitors of a site.',
  },
  columns: {
    name: 'Name',
    grant: 'Grants',
    uses: 'People',
    days: 'Works for',
    owner: 'Owner',
    what: 'Actions',
  },
  unlimited: 'unlimited',
  days: (n, written) => `${written} ${n === 1 ? 'day' : 'days'}`,
  never: 'no end',
  notYours: 'Not yours to give',
  several: 'Gives several profiles: only the command line uses and changes it.',
  use: 'Make a key',
  useOf: (name) => `Make a key with ${name}`,
  useForMany: 'Make many',
  useForManyOf: (name) => `Make many keys with ${name}`,
  edit: 'Edit',
  editOf: (name) => `Edit ${name}`,
  delete: 'Delete',
  deleteOf: (name) => `Delete ${name}`,
  keys: 'Its keys',
  keysOf: (name) => `Its keys (${name})`,
  fields: { name: 'Name of the preset', days: 'Works for (days)' },
  hints: {
    name: 'What your colleagues choose it by.',
    days: 'From the day on which a key is made, or begins.',
    uses: 'How many people may register with one key.',
    send: 'Whoever a key is made for with this preset is mailed the link.',
  },
  more: 'More: groups, place, for whom, the account, language, message',
  neverEnds: 'No end',
  daysAtMost: (n) => `At most ${figure(n)} days.`,
  problems: {
    nameRequired: 'Give it a name.',
    nameTooLong: (limit) => `Use at most ${figure(limit)} characters.`,
    daysOutOfRange: (limit) => `Enter a whole number from 1 to ${figure(limit)}.`,
  },
  save: 'Save the preset',
  cancel: 'Cancel',
  sending: 'Saving…',
  transfer: {
    open: 'Hand over',
    openOf: (name) => `Hand over ${name}`,
    title: (name) => `Hand over ${name}`,
    lead: 'From then on it belongs to somebody else, who changes and deletes it. Keys that were made with it stay where they are.',
    loginHint: 'An administrator of GLPI who could make keys with it.',
    all: (_, written, owner) => `All ${written} presets of ${owner}, not this one alone`,
    submit: 'Hand over',
    done: (n, written, login) =>
      `${n === 0 ? 'No preset' : n === 1 ? 'One preset' : `${written} presets`} went to ${login}.`,
    stays: (name, obstacle) => `${name} stays: ${why[obstacle]}.`,
  },
  deletion: {
    title: (name) => `Delete ${name}?`,
    lead: 'Nobody can make keys with it any more. Keys that were made with it stay as they are and keep working.',
    submit: 'Delete the preset',
  },
  choose: {
    label: 'Preset',
    none: 'None',
    submit: 'Use',
    used: (name) => `Filled in from ${name}. What you change here does not change the preset.`,
  },
  ofKey: 'Made with the preset',
  like: {
    submit: 'Make a preset like this',
    hint: 'A preset holds what the key gives, not whom it is for.',
    untitled: (hint) => `Like …${hint}`,
  },
  notices: {
    made: (name) => `The preset ${name} is made.`,
    changed: (name) => `The preset ${name} is saved.`,
    deleted: (name) => `The preset ${name} is deleted.`,
    madeLike: 'The preset is made. Give it a name that your colleagues know it by.',
  },
}
