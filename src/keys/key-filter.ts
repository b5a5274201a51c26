import { DateTime } from 'luxon'
import { z } from 'zod'
import { type KeyProblem, keyProblems } from '../shared/key-problems'
import { dayForm } from '../shared/time'
import { type MailFilter, mailFilters } from './failed-mails-store'
import { keyStates, type KeyState } from './key'

/** Which keys to list; what is undefined does not matter. */
export interface KeyFilter {
  state?: KeyState | undefined
  /** The id in `glpi_users`, or the server itself. */
  issuer?: number | 'system' | undefined
  /** Keys that grant something there. */
  entitiesId?: number | undefined
  profilesId?: number | undefined
  batchUid?: string | undefined
  presetUid?: string | undefined
  /** What would have people turned away who come with the key; only keys that somebody may still come with. */
  problem?: KeyProblem | 'any' | undefined
  /** Of which an invitation failed, or waits to be sent. */
  mail?: MailFilter | undefined
  /** As typed: beginnings of the label's words, an address, a hint, a uid, a code or a link. */
  search?: string | undefined
  /** Bound to it, or used by it. */
  address?: string | undefined
  /** From this instant on, up to but not including that one. */
  madeFrom?: Date | undefined
  madeTo?: Date | undefined
  endsFrom?: Date | undefined
  endsTo?: Date | undefined
}

export const keySorts = ['newest', 'oldest', 'ends-first', 'ends-last', 'label'] as const
export type KeySort = (typeof keySorts)[number]

const Id = z.coerce.number().int().min(0).max(4_294_967_295)
const Text = z.string().trim().min(1).max(255)

/** One field of a query string each. Days are those of the organisation: "to the 31st" includes that day. */
const fieldsIn = (timeZone: string) => {
  const day = (toInstant: (start: DateTime) => DateTime) =>
    z
      .string()
      .regex(dayForm)
      .transform((text) => DateTime.fromISO(text, { zone: timeZone }))
      .refine((start) => start.isValid && start.year >= 1970)
      .transform((start) => toInstant(start).toJSDate())
  const from = day((start) => start)
  const to = day((start) => start.plus({ days: 1 }))
  return {
    state: z.enum(keyStates),
    issuer: z.union([z.literal('system'), Id.min(1)]),
    entity: Id,
    profile: Id.min(1),
    batch: z.guid(),
    preset: z.guid(),
    problem: z.enum(['any', ...keyProblems]),
    mail: z.enum(mailFilters),
    search: Text,
    address: Text,
    'made-from': from,
    'made-to': to,
    'ends-from': from,
    'ends-to': to,
  }
}

/** What a query string calls the fields of a filter. */
export const keyFilterFields = [
  'state',
  'issuer',
  'entity',
  'profile',
  'batch',
  'preset',
  'problem',
  'mail',
  'search',
  'address',
  'made-from',
  'made-to',
  'ends-from',
  'ends-to',
] as const
export type KeyFilterField = (typeof keyFilterFields)[number]

/**
 * A filter from a query string. Addresses are bookmarked and edited by hand: what cannot be read is left out, and
 * named, so that the page can say so.
 */
export function readKeyFilter(
  query: Readonly<Record<string, unknown>>,
  timeZone: string,
): { filter: KeyFilter; unread: KeyFilterField[] } {
  const fields = fieldsIn(timeZone)
  const unread: KeyFilterField[] = []
  const read = <T>(name: KeyFilterField, schema: z.ZodType<T>): T | undefined => {
    const value = query[name]
    if (value === undefined || value === '') return undefined // a form sends its empty fields too
    const { success, data } = schema.safeParse(value)
    if (!success) unread.push(name)
    return data
  }
  const filter = {
    state: read('state', fields.state),
    issuer: read('issuer', fields.issuer),
    entitiesId: read('entity', fields.entity),
    profilesId: read('profile', fields.profile),
    batchUid: read('batch', fields.batch),
    presetUid: read('preset', fields.preset),
    problem: read('problem', fields.problem),
    mail: read('mail', fields.mail),
    search: read('search', fields.search),
    address: read('address', fields.address),
    madeFrom: read('made-from', fields['made-from']),
    madeTo: read('made-to', fields['made-to']),
    endsFrom: read('ends-from', fields['ends-from']),
    endsTo: read('ends-to', fields['ends-to']),
  }
  return { filter, unread }
}

/** As asked, or as suits the filter: who asks for keys by their end wants to see which ends first. */
export function readKeySort(asked: unknown, { endsFrom, endsTo }: KeyFilter): KeySort {
  const { data } = z.enum(keySorts).safeParse(asked)
  return data ?? (endsFrom !== undefined || endsTo !== undefined ? 'ends-first' : 'newest')
}
