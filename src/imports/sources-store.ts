import { z } from 'zod'
import { change, type Db, select, uidFromBytes, uidToBytes } from '../shared/db'
import { AppError } from '../shared/errors'
import { newUid, type Random } from '../shared/random'
import type { Clock } from '../shared/clock'

/** A list that keys are imported from, again and again. */
export interface Source {
  uid: string
  salt: Buffer
}

/** The list of those who name none. */
export const usualSource = 'default'
export const sourceLength = 64
const saltBytes = 32

const Row = z.object({ uid: z.instanceof(Buffer), salt: z.instanceof(Buffer) })

export async function findSource(db: Db, name: string): Promise<Source | undefined> {
  const [row] = await select(db, Row, 'SELECT uid, salt FROM import_sources WHERE name = ?', [named(name)])
  return row === undefined ? undefined : { uid: uidFromBytes(row.uid), salt: row.salt }
}

/** The list of that name, new if there is none. */
export async function takeSource(
  trx: Db,
  deps: { clock: Clock; random: Random },
  name: string,
): Promise<Source> {
  const known = await findSource(trx, name)
  if (known !== undefined) return known
  // IGNORE: whoever is first has chosen the salt.
  await change(trx, 'INSERT IGNORE INTO import_sources (uid, name, salt, created_at) VALUES (?, ?, ?, ?)', [
    uidToBytes(newUid(deps)),
    named(name),
    deps.random.bytes(saltBytes),
    deps.clock.now(),
  ])
  const made = await findSource(trx, name)
  if (made === undefined) throw new Error('a source that was just written is not there')
  return made
}

/** @throws {AppError} INPUT_INVALID */
function named(name: string): string {
  const tidy = name.trim().normalize('NFC')
  if (tidy !== '' && Array.from(tidy).length <= sourceLength) return tidy
  throw new AppError('INPUT_INVALID', `the name of a source has from 1 to ${sourceLength} characters`)
}
