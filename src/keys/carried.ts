import type { FormModes } from './form-modes'
import type { KeyField } from './key-fields'

export { type KeyField, type KeyFieldName, keyFieldNames } from './key-fields'

export type AccountEnd =
  /** Counted from the day of joining, or from the day the account begins if that is later. */
  | { kind: 'days'; days: number }
  | { kind: 'months'; months: number }
  /** An instant: the end of its day is for the door to say, in the zone of who asks. */
  | { kind: 'date'; at: Date }

/** From when, and how long, the account lives that is made with a key. */
export interface AccountValidity {
  /** Undefined: at once. */
  from: Date | undefined
  /** Undefined: for good. */
  end: AccountEnd | undefined
}

/** What a key carries besides what it grants: to the form, to the account, and to its mails. */
export interface Carried {
  /** In lower case and ASCII; `*.example.org` stands for those below it. With addresses: who has either may register. */
  domains: readonly string[]
  accountValidity: AccountValidity
  /** Of its mails, its form and the account, as GLPI writes it: `fr_FR`. Undefined: whatever the person reads. */
  language: string | undefined
  fields: readonly KeyField[]
  /** What its form asks for. */
  form: FormModes
  /** The address has to be proven before there is an account. */
  needsProof: boolean
  /** An administrator has to approve each registration. */
  needsApproval: boolean
  /** The preset it was made with. */
  presetUid: string | undefined
  /** What the inviter writes to the invited. */
  message: string | undefined
  /** Pages that refuse the key name the inviter, as somebody to turn to. */
  sharesInviter: boolean
}

export const nothingCarried: Carried = {
  domains: [],
  accountValidity: { from: undefined, end: undefined },
  language: undefined,
  fields: [],
  form: {},
  needsProof: false,
  needsApproval: false,
  presetUid: undefined,
  message: undefined,
  sharesInviter: true,
}

/** What is asked for, and nothing of the rest. */
export type AskedCarried = { [Name in keyof Carried]?: Carried[Name] | undefined }

export const wholeCarried = (asked: AskedCarried): Carried => ({
  domains: asked.domains ?? [],
  accountValidity: asked.accountValidity ?? nothingCarried.accountValidity,
  language: asked.language,
  fields: asked.fields ?? [],
  form: asked.form ?? {},
  needsProof: asked.needsProof ?? false,
  needsApproval: asked.needsApproval ?? false,
  presetUid: asked.presetUid,
  message: asked.message,
  sharesInviter: asked.sharesInviter ?? true,
})
