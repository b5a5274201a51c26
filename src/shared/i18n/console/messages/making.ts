/** Fields of the forms that make keys, in the order in which they stand there. */
export const makingFields = [
  'label',
  'people',
  'count',
  'uses',
  'life',
  'until',
  'profile',
  'entity',
  'starts',
  'groups',
  'title',
  'category',
  'location',
  'addresses',
] as const
export type MakingField = (typeof makingFields)[number]

/** What can be wrong with one of them. */
export type MakingProblem =
  | 'label-required'
  | 'label-too-long'
  | 'people-required'
  | 'people-none-good'
  | 'count-out-of-range'
  | 'uses-out-of-range'
  | 'life-missing'
  | 'life-not-allowed'
  | 'until-required'
  | 'until-past'
  | 'starts-unreadable'
  | 'starts-after-end'
  | 'choice-gone'
  | 'addresses-invalid'

/**
 * The parts of the sentence that says what a key will do. Texts with `{gaps}`, since the browser puts them together
 * too while somebody types.
 */
export interface SentenceParts {
  /** `{n}`, `{entity}`, `{profile}`, `{from}`, `{until}`. */
  one: string
  many: string
  unlimited: string
  /** For each of many keys. */
  each: string
  /** `{entity}` */
  andBelow: string
  /** `{start}` */
  from: string
  /** `{end}` */
  until: string
  /** `{day}` */
  untilDay: string
  never: string
  /** `{address}` */
  onlyAddress: string
  /** `{n}` */
  onlyAddresses: string
}

/** Making keys: one, many, and the pages that show them. */
export interface MakingMessages {
  title: string
  titleWithErrors: string
  batchTitle: string
  batchTitleWithErrors: string
  batchLead: string
  errorSummary: string
  errorLine(label: string, message: string): string
  nothingToGive: { heading: string; text: string }
  fields: Record<MakingField, string>
  hints: Record<
    'label' | 'batchLabel' | 'people' | 'count' | 'uses' | 'until' | 'starts' | 'addresses',
    string
  >
  /** The clock that dates are read by. */
  timeZone(zone: string): string
  unlimitedUses: string
  lives: Record<'1d' | '7d' | '30d' | 'date' | 'never', string>
  recursive: string
  bind: string
  more: string
  nothingChosen: string
  filter: string
  /** `{shown}` and `{all}`, filled in by the browser. */
  filterStatus: string
  sentenceTitle: string
  sentence: SentenceParts
  submit: string
  sending: string
  problems: Record<MakingProblem, (limit: number) => string>

  preview: {
    title: string
    submit: string
    back: string
    line: string
    name: string
    address: string
    remark: string
    good: string
    /** Keys that will be made, and lines that are left out. */
    summary(good: number, bad: number): string
    make(n: number): string
    anybody: string
    problems: Record<
      'address-invalid' | 'address-twice' | 'addresses-several' | 'label-too-long' | 'too-many',
      string
    >
  }

  made: {
    title: string
    batchTitle(n: number): string
    link: string
    code: string
    copy: string
    copied: string
    copyFailed: string
    qr: string
    qrAlt: string
    print: string
    shownOnce: string
    again: string
    toKey: string
    another: string
    anotherBatch: string
    toKeys: string
    /** On the list of the keys of one batch. */
    showLinks: string
    sentBefore: string
    copyAll: string
    copiedAll(n: number): string
    csv: string
    printCards: string
    forWhom: string
    cardTitle(instance: string): string
    cardHow: string
    cardCode: string
    cardUntil(end: string): string
    columns: { label: string; address: string; link: string; code: string; until: string }
  }
}
