import { z } from 'zod'
import type { Context } from '../../../context'
import {
  countRevocable,
  findNewestUid,
  type KeySelection,
  listKeys,
  nextToRevoke,
  reasonLength,
} from '../../../keys'
import { AppError } from '../../../shared/errors'
import type { Desk, Own } from '../desk'
import { readAsked } from './key-list-page'
import { writeQuery } from './key-query'
import { grantOf, namesOf, nameOf, stateClasses } from './key-rows'

const keysOnPageAtMost = 200
const sampleSize = 5

const Uids = z.union([z.guid().transform((uid) => [uid]), z.array(z.guid()).max(keysOnPageAtMost)])

/** The form of the list, and that of the preview, which says the same again. */
const Form = z.object({
  what: z.enum(['selected', 'all']).catch('selected'),
  query: z.string().max(20_000).default(''),
  uid: Uids.catch([]),
  'up-to': z.guid().optional().catch(undefined),
  reason: z.string().trim().catch(''),
})

export interface AskedRevocation {
  /** Undefined when nothing was chosen. */
  selection: KeySelection | undefined
  reason: string
  /** The list it was asked from. */
  backPath: string
  hidden: { name: string; value: string }[]
}

export async function readRevocation(
  { db, config }: Pick<Context, 'db' | 'config'>,
  { actor: { scope } }: Desk,
  body: unknown,
): Promise<AskedRevocation> {
  const form = Form.safeParse(body ?? {}).data
  if (form === undefined) throw new AppError('INPUT_INVALID', 'the filter is too long')
  const asked = readAsked(Object.fromEntries(new URLSearchParams(form.query)), config.timeZone)
  // What is left out of a filter would be more keys, not fewer.
  if (asked.unread.length > 0) throw new AppError('INPUT_INVALID', 'a part of the filter cannot be read')
  const query = writeQuery(asked.query, { sort: asked.sort })
  const common = { reason: form.reason, backPath: `/keys${query}` }
  if (form.what === 'selected') {
    return {
      ...common,
      selection: form.uid.length === 0 ? undefined : { scope, uids: form.uid },
      hidden: [
        { name: 'what', value: 'selected' },
        { name: 'query', value: query },
        ...form.uid.map((value) => ({ name: 'uid', value })),
      ],
    }
  }
  const upTo = form['up-to'] ?? (await findNewestUid(db))
  return {
    ...common,
    selection: upTo === undefined ? undefined : { scope, filter: asked.filter, upTo },
    hidden: [
      { name: 'what', value: 'all' },
      { name: 'query', value: query },
      ...(upTo === undefined ? [] : [{ name: 'up-to', value: upTo }]),
    ],
  }
}

export const isReasonTooLong = ({ reason }: AskedRevocation): boolean =>
  Array.from(reason).length > reasonLength

/** Undefined when there is nothing to revoke. */
export async function revocationView(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  desk: Desk,
  asked: AskedRevocation,
  selection: KeySelection,
): Promise<Own<'key-revocation'> | undefined> {
  const { t, format, root, csrf } = desk
  const { revoke, states } = t.keyList
  const { alive, revoked } = await countRevocable(db, selection, clock.now())
  if (alive === 0) return undefined
  const sample = await sampleOf(db, selection, clock.now())
  const names = await namesOf(db, desk, sample)
  const written = format.number(alive)
  return {
    title: revoke.title,
    csrf,
    hidden: asked.hidden,
    dies: revoke.dies(alive, written),
    alreadyRevoked: revoked === 0 ? undefined : revoke.alreadyRevoked(revoked, format.number(revoked)),
    sample: sample.map((key) => ({
      name: nameOf(desk, key),
      state: states[key.state],
      stateClass: stateClasses[key.state],
      ...grantOf(desk, names, key),
    })),
    sampleMore: alive > sample.length ? revoke.sampleMore(format.number(alive - sample.length)) : undefined,
    reason: asked.reason,
    reasonError: isReasonTooLong(asked) ? revoke.reasonTooLong(reasonLength) : undefined,
    confirm: revoke.confirm(alive, written),
    backHref: `${root}${asked.backPath}`,
  }
}

async function sampleOf(db: Context['db'], selection: KeySelection, now: Date) {
  const uids = await nextToRevoke(db, selection, { after: undefined, limit: sampleSize, now })
  const scope = selection.scope
  const found = await Promise.all(
    uids.map((uid) =>
      listKeys(db, { scope, filter: { search: uid }, sort: 'newest', page: {}, limit: 1, now }),
    ),
  )
  return found.flatMap(({ keys }) => keys)
}
