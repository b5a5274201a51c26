import { z } from 'zod'
import type { Context } from '../../context'
import { findNewestUid, keyFilterFields, type KeySelection, readKeyFilter } from '../../keys'
import { InputInvalid } from '../../shared/errors'
import type { Caller } from '../caller'
import { Uid } from '../common-schemas'

/** One field of a filter: text in a query string, in JSON a number where it is one. */
export const filterTexts = <T extends z.ZodType>(value: T) =>
  Object.fromEntries(keyFilterFields.map((field) => [field, value.optional()])) as Record<
    (typeof keyFilterFields)[number],
    z.ZodOptional<T>
  >

const FilterValue = z.union([z.string().min(1).max(255), z.int().min(0)])

/** Which keys something is done to. */
export const Selection = z.strictObject({
  uids: z
    .array(Uid)
    .min(1)
    .max(1_000)
    .optional()
    .meta({ description: 'These; those that are not there for you are passed over' }),
  filter: z
    .strictObject(filterTexts(FilterValue))
    .optional()
    .meta({ description: 'All that a list with this filter has; one field at least' }),
  upTo: Uid.optional().meta({
    description:
      'With a filter: none that is newer than this key. The answer to a dry run has it, so that what is done is what was seen',
  }),
  dryRun: z.boolean().default(false).meta({ description: 'Look, and leave everything as it is' }),
})

/** @returns undefined when there are no keys at all @throws {InputInvalid} */
export async function readSelection(
  { db, config }: Pick<Context, 'db' | 'config'>,
  { actor: { scope } }: Caller,
  { uids, filter, upTo }: z.output<typeof Selection>,
): Promise<KeySelection | undefined> {
  const asked = Object.values(filter ?? {}).some((value) => value !== undefined) ? filter : undefined
  if ((uids === undefined) === (asked === undefined))
    throw invalid('/filter', 'say which keys: either "uids", or "filter" with one field at least')
  if (uids !== undefined) return { scope, uids }
  const read = readKeyFilter(textsOf(asked ?? {}), config.timeZone)
  // What is left out of a filter would be more keys, not fewer.
  if (read.unread.length > 0)
    throw new InputInvalid(
      read.unread.map((field) => ({ pointer: `/filter/${field}`, reason: 'not such a value' })),
    )
  const last = upTo ?? (await findNewestUid(db))
  return last === undefined ? undefined : { scope, filter: read.filter, upTo: last }
}

const textsOf = (filter: Readonly<Record<string, string | number | undefined>>) =>
  Object.fromEntries(Object.entries(filter).map(([field, value]) => [field, value?.toString()]))

/** Of a selection by filter. */
export const upToOf = (selected: KeySelection | undefined): string | null =>
  selected !== undefined && 'upTo' in selected ? selected.upTo : null

const invalid = (pointer: string, reason: string) => new InputInvalid([{ pointer, reason }])
