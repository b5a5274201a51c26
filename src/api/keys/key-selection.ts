import { z } from 'zod'
import type { Context } from '../../context'
import { findNewestUid, type KeySelection, readKeyFilter } from '../../keys'
import { InputInvalid } from '../../shared/errors'
import type { Caller } from '../caller'
import { Uid } from '../common-schemas'
import { filterFields } from './filter-fields'

/** Which keys something is done to. */
export const Selection = z.strictObject({
  uids: z
    .array(Uid)
    .min(1)
    .max(1_000)
    .optional()
    .meta({ description: 'These; those that are not there for you are passed over' }),
  filter: z
    .strictObject(filterFields)
    .partial()
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
  const read = readKeyFilter(asked ?? {}, config.timeZone)
  // What is left out of a filter would be more keys, not fewer.
  if (read.unread.length > 0)
    throw new InputInvalid(
      read.unread.map((field) => ({ pointer: `/filter/${field}`, reason: 'not such a value' })),
    )
  const last = upTo ?? (await findNewestUid(db))
  return last === undefined ? undefined : { scope, filter: read.filter, upTo: last }
}

/** Of a selection by filter. */
export const upToOf = (selected: KeySelection | undefined): string | null =>
  selected !== undefined && 'upTo' in selected ? selected.upTo : null

const invalid = (pointer: string, reason: string) => new InputInvalid([{ pointer, reason }])
