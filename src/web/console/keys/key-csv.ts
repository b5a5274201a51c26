import { stringify } from 'csv-stringify'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Response } from 'express'
import { csvOptions } from '../../../csv'
import type { Names } from '../../../glpi'
import { isLasting, type KeyOfList } from '../../../keys'
import type { Db } from '../../../shared/db'
import { keyProblemWordsFor } from '../../../shared/i18n/key-problems'
import { isGivenUp } from '../given-up'
import type { Desk } from '../desk'
import { issuerOf, namesOf } from './key-rows'

/**
 * Keys as a table for spreadsheets, sent as they are read. It holds no codes. Excel takes it for UTF-8 by the mark at
 * its beginning; a cell that looks like a formula gets a quote in front, so that opening the file runs nothing.
 */
export async function sendCsv(
  db: Db,
  desk: Desk,
  res: Response,
  keys: AsyncIterable<KeyOfList>,
): Promise<void> {
  const { columns } = desk.t.keyList.csv
  const sending = pipeline(
    Readable.from(recordsOf(db, desk, keys)),
    stringify({ ...csvOptions, header: true, columns }),
    res,
  )
  await sending.catch((error: unknown) => {
    if (!isGivenUp(error)) throw error
  })
}

const keysAtOnce = 500

/** Names are looked up for a few hundred keys at once. */
async function* recordsOf(db: Db, desk: Desk, keys: AsyncIterable<KeyOfList>) {
  let waiting: KeyOfList[] = []
  for await (const key of keys) {
    waiting.push(key)
    if (waiting.length < keysAtOnce) continue
    yield* await withNames(waiting)
    waiting = []
  }
  yield* await withNames(waiting)

  async function withNames(some: KeyOfList[]) {
    const names = await namesOf(db, desk, some)
    return some.map((key) => recordOf(desk, names, key))
  }
}

type Column = keyof Desk['t']['keyList']['csv']['columns']

function recordOf(desk: Desk, names: Names, key: KeyOfList): Record<Column, string | number> {
  const { t, format, language } = desk
  const { keyList } = t
  const { states, csv } = keyList
  const instant = (at: Date | undefined) => (at === undefined ? '' : format.iso(at))
  const each = (nameOf: (one: KeyOfList['authorisations'][number]) => string) =>
    Array.from(new Set(key.authorisations.map(nameOf))).join('; ')
  return {
    uid: key.uid,
    label: key.label,
    hint: key.hint,
    state: states[key.state],
    limit: key.maxUses ?? csv.unlimited,
    used: key.usesCompleted,
    held: key.usesHeld,
    left: key.usesLeft ?? csv.unlimited,
    profiles: each(({ profilesId }) => names.profile(profilesId) ?? keyList.gone(profilesId)),
    entities: each(({ entitiesId }) => names.entityPath(entitiesId) ?? keyList.gone(entitiesId)),
    issuer: issuerOf(desk, names, key),
    made: instant(key.createdAt),
    begins: instant(key.notBefore),
    ends: instant(format.endOf(key)),
    revoked: instant(key.revokedAt),
    reason: key.revokedReason ?? '',
    batch: key.batchUid ?? '',
    problem:
      key.problem === undefined || !isLasting(key.state)
        ? ''
        : keyProblemWordsFor(language)[key.problem].short,
  }
}
