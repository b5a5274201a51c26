import { findTakenLogins, type GlpiSide, isEmail, normaliseEmail } from '../glpi'
import type { Db } from '../shared/db'
import { AppError } from '../shared/errors'
import type { Carried, KeyField } from './carried'
import { ensureFieldsFit, soundFields } from './carried-rules'
import { type FormSettings, type FormTerms, withLocks } from './form-modes'

/** Every registration with the key reads them all; for more people there are batches. */
export const addressesAtMost = 1_000
/** In characters. */
export const labelLength = 255

/** In what keys that are made together differ. */
export interface WantedKey {
  label: string
  addresses: readonly string[]
  /** Before those that all have. */
  fields?: readonly KeyField[] | undefined
}

/**
 * What is a key's own, in the form in which it is kept, together with the values for the form that all have.
 *
 * @throws {AppError} INPUT_INVALID that names what is wrong
 */
export function soundKey(
  side: GlpiSide,
  { label, addresses, fields = [] }: WantedKey,
  terms: Pick<Carried, 'domains'> & FormTerms & { maxUses: number | undefined },
  settings: FormSettings,
) {
  ensureLabelFits(label)
  const key = {
    label,
    addresses: distinct(addresses),
    ...withLocks(
      {
        ...terms,
        fields: soundFields(side, [...fields, ...terms.fields.filter((shared) => !isAmong(fields, shared))]),
      },
      settings,
    ),
  }
  const wrong = key.addresses.filter((address) => !isEmail(address))
  if (wrong.length > 0) throw invalid('/emails', `not an e-mail address: ${wrong.join(', ')}`)
  if (key.addresses.length > addressesAtMost)
    throw invalid(
      '/emails',
      `a key is for at most ${addressesAtMost} addresses: make a batch, or name a domain`,
    )
  ensureFieldsFit(key.fields, { ...key, domains: terms.domains }, terms.maxUses)
  return bound(key)
}

const isAmong = (fields: readonly KeyField[], { field }: KeyField): boolean =>
  fields.some((own) => own.field === field)

/** An address that is locked is the one the key is for. */
function bound<T extends { addresses: readonly string[]; fields: readonly KeyField[] }>(key: T): T {
  const locked = key.fields.find(({ field, isLocked }) => field === 'email' && isLocked)
  return locked === undefined ? key : { ...key, addresses: [locked.value] }
}

/** Whoever gets a login that is taken could not register, nor choose another. */
export async function ensureLoginsFree(
  db: Db,
  side: GlpiSide,
  people: readonly { fields: readonly KeyField[] }[],
): Promise<void> {
  const logins = people.flatMap(({ fields }) =>
    fields.filter(({ field, isLocked }) => field === 'login' && isLocked).map(({ value }) => value),
  )
  if (new Set(logins.map((login) => login.toLowerCase())).size < logins.length)
    throw invalid('/fields', 'a locked login fits one person: several keys cannot have the same')
  const taken = await findTakenLogins(db, side, logins)
  if (taken.length > 0)
    throw invalid('/fields', `GLPI has somebody with this login already: ${taken.join(', ')}`)
}

export function ensureLabelFits(label: string): void {
  if (Array.from(label).length > labelLength)
    throw invalid('/label', `the label has more than ${labelLength} characters`)
}

/** Two spellings of one address are one to the table, whose collation sees no case. */
function distinct(addresses: readonly string[]): string[] {
  const bySpelling = new Map(
    addresses.map(normaliseEmail).map((address) => [address.toLowerCase(), address] as const),
  )
  return Array.from(bySpelling.values())
}

const invalid = (pointer: string, reason: string) => new AppError('INPUT_INVALID', reason, { pointer })
