import type { FormPart, FormPartProblem } from './form-fields'

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
  'send',
  'domains',
  'account',
  'accountFrom',
  'language',
  'fillFirstname',
  'fillRealname',
  'fillEmail',
  'fillLogin',
  'fillPhone',
  'fillMobile',
  'fillRegistrationNumber',
  'asks',
  'message',
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
  | 'life-too-long'
  | 'unlimited-forbidden'
  | 'never-forbidden'
  | 'keys-per-day'
  | 'pending'
  | 'until-required'
  | 'until-past'
  | 'starts-unreadable'
  | 'starts-after-end'
  | 'choice-gone'
  | 'addresses-invalid'
  | 'addresses-too-many'
  | 'send-needs-address'
  | 'sending-limited'
  | 'domains-invalid'
  | 'domains-too-many'
  | 'account-missing'
  | 'account-out-of-range'
  | 'account-date-required'
  | 'account-from-unreadable'
  | 'account-past'
  | 'account-too-late'
  | 'too-long'
  | 'login-characters'
  | 'name-characters'
  | 'email-invalid'
  | 'login-taken'
  | 'lock-one-person'
  | 'email-not-for-key'
  | 'back-office-uses'
  | 'back-office-address'
  | 'back-office-people'
  | 'phone-characters'
  | 'number-characters'
  | 'locked-empty'
  | 'mode-impossible'
  | 'terms-missing'
  | 'login-pattern-off'

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
  /** `{day}` */
  untilDay: string
  never: string
  /** `{address}` */
  onlyAddress: string
  /** `{n}` */
  onlyAddresses: string
  /** `{domains}` */
  onlyDomains: string
  /** `{who}` (an address, or `addresses`), `{domains}` */
  onlyBoth: string
  /** `{n}` */
  addresses: string
  /** `{n}` */
  accountDay: string
  accountDays: string
  accountMonth: string
  accountMonths: string
  /** `{day}` */
  accountUntil: string
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
  fields: Record<Exclude<MakingField, FormPart>, string>
  hints: Record<
    | 'label'
    | 'share'
    | 'batchLabel'
    | 'people'
    | 'count'
    | 'uses'
    | 'until'
    | 'workDays'
    | 'starts'
    | 'addresses'
    | 'send'
    | 'batchSend'
    | 'domains'
    | 'account'
    | 'accountFrom'
    | 'language'
    | 'fills'
    | 'message'
    | 'backOffice',
    string
  >
  /** The clock that dates are read by. */
  timeZone(zone: string): string
  unlimitedUses: string
  /** The most that the configuration allows. */
  usesAtMost(n: number): string
  lifeAtMost(lastDay: string): string
  lives: Record<'1d' | '7d' | '30d' | 'date' | 'never', string>
  recursive: string
  /** How long the account lives. */
  accounts: {
    /** It has no end. */
    forGood: string
    /** Before and after a number. */
    days: string
    months: string
    after: string
    /** Before a date. */
    until: string
    number: string
    date: string
  }
  /** Values that stand in the form already. */
  fills: { legend: string; lock: string; lockOf(field: string): string }
  prove: string
  share: string
  /** Where no mail server is set up. */
  proofNeedsMail: string
  /** Of the key: none. */
  anyLanguage: string
  bind: string
  batchSend: string
  /** A profile that opens GLPI's back office, in the list. */
  backOffice(profile: string): string
  more: string
  nothingChosen: string
  filter: string
  /** `{shown}` and `{all}`, filled in by the browser. */
  filterStatus: string
  sentenceTitle: string
  sentence: SentenceParts
  submit: string
  sending: string
  /** `entries` are what was typed and cannot be used. */
  problems: Record<Exclude<MakingProblem, FormPartProblem>, (limit: number, entries: string) => string>

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
    /** Of them, with an address. */
    send(n: number): string
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
    /** How the address is proven; `address` of a key by itself. */
    proof(address: string | undefined): string
    cardTitle(instance: string): string
    cardHow: string
    cardCode: string
    cardUntil(end: string): string
    columns: { label: string; address: string; link: string; code: string; until: string }
  }
}
