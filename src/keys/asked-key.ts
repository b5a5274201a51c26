import type { FieldMode, ModedField } from './form-modes'
import type { KeyFieldName } from './key-fields'

/**
 * A key as programs ask for it, in JSON: things of GLPI by id or name, times in ISO 8601. What is left out comes from the
 * preset, else it is as usual; null is none.
 */
export interface AskedKey {
  /** By its uid or its name. */
  preset?: string | undefined
  label?: string | undefined
  /** Null: unlimited. */
  maxUses?: number | null | undefined
  notBefore?: string | null | undefined
  /** A bare date is the end of that day; null: never. */
  expiresAt?: string | null | undefined
  /** `P7D`, `P2W`, `PT12H`, or `7d`, `2w`, `12h`. */
  expiresIn?: string | undefined
  profile?: string | number | undefined
  entity?: string | number | undefined
  /** In the entities below, too. */
  recursive?: boolean | undefined
  groups?: readonly (string | number)[] | undefined
  title?: string | number | null | undefined
  category?: string | number | null | undefined
  location?: string | number | null | undefined
  /** Only these may register with it. */
  emails?: readonly string[] | undefined
  domains?: readonly string[] | undefined
  account?: AskedAccount | undefined
  language?: string | null | undefined
  fields?: readonly { field: KeyFieldName; value: string; locked?: boolean | undefined }[] | undefined
  form?: Readonly<Partial<Record<ModedField, FieldMode>>> | undefined
  proveAddress?: boolean | undefined
  approval?: boolean | undefined
  shareInviter?: boolean | undefined
  message?: string | null | undefined
  /** Mail the link to those addresses. */
  send?: boolean | undefined
}

/** How a key is to be from now on. What is left out stays as it is; null is none. Lists are replaced as a whole. */
export interface AskedChange extends Pick<
  AskedKey,
  | 'label'
  | 'maxUses'
  | 'notBefore'
  | 'expiresAt'
  | 'emails'
  | 'domains'
  | 'language'
  | 'fields'
  /** What is left out of it stays, too. */
  | 'form'
  | 'proveAddress'
  | 'approval'
  | 'shareInviter'
  | 'message'
> {
  /** From now on. */
  expiresIn?: string | undefined
  /** As a whole; null: it begins at once, and lives for good. */
  account?: AskedAccount | null | undefined
}

/** From when, and how long, the account lives; of the three ends at most one. */
export interface AskedAccount {
  from?: string | null | undefined
  /** After joining. */
  days?: number | null | undefined
  months?: number | null | undefined
  /** A bare date is the end of that day. */
  until?: string | null | undefined
}

/** Notes what is wrong with it, and where that stands. */
export type Note = (pointer: string, reason: string) => void
