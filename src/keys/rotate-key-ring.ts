import { type EventActor, recordEvent } from '../audit'
import type { Clock } from '../shared/clock'
import type { Db } from '../shared/db'
import { AppError } from '../shared/errors'
import type { Random } from '../shared/random'
import { newRingKey, replaceRing, retirementOf, type RingFile, without } from './key-ring-file'
import { countSealed } from './sealed-codes-store'

export interface RotateKeyRingDeps {
  db: Db
  clock: Clock
  random: Random
}

/**
 * Puts another key on the ring, which opens and does not seal yet: with several servers, each needs the new file before
 * any of them seals with the new key, or else one could not open what another has sealed.
 *
 * @returns the id of the key
 * @throws {AppError} CONFIG_INVALID when the file cannot be read or written
 */
export function addRingKey(path: string, { random }: Pick<RotateKeyRingDeps, 'random'>): string {
  const { id, key } = newRingKey(random)
  replaceRing(path, (ring) => ({ ...ring, keys: { ...ring.keys, [id]: key } }))
  return id
}

/**
 * Seals with this key from now on. What others have sealed stays readable, and is sealed anew by `resealCodes`.
 *
 * @throws {AppError} NOT_FOUND when the ring has no such key; CONFIG_INVALID
 */
export async function useRingKey(
  deps: RotateKeyRingDeps,
  actor: EventActor,
  path: string,
  id: string,
): Promise<void> {
  const now = deps.clock.now().toISOString()
  let former = id
  replaceRing(path, (ring) => {
    if (ring.keys[id] === undefined) throw new AppError('NOT_FOUND', `the key ring has no key ${id}`)
    former = ring.current
    if (former === id) return ring
    return { ...ring, current: id, retired: { ...without(ring.retired, [id]), [former]: now } }
  })
  if (former !== id)
    await recordEvent(deps.db, deps, { kind: 'key-ring.rotated', actor, details: { former, current: id } })
}

/** A server may have sealed with a key that was current when it began, and written it a little later. */
const restMs = 60 * 60_000

/**
 * Takes keys off the ring that no code needs any more, an hour after they stopped being used.
 *
 * @returns their ids
 * @throws {AppError} CONFIG_INVALID
 */
export async function pruneKeyRing({ db, clock }: RotateKeyRingDeps, path: string): Promise<string[]> {
  const counts = await countSealed(db)
  const before = new Date(clock.now().getTime() - restMs)
  const isIdle = (ring: RingFile, id: string) => {
    const retiredAt = retirementOf(ring, id)
    return id !== ring.current && !counts.has(id) && retiredAt !== undefined && retiredAt < before
  }
  let pruned: string[] = []
  replaceRing(path, (ring) => {
    pruned = Object.keys(ring.keys).filter((id) => isIdle(ring, id))
    return { ...ring, keys: without(ring.keys, pruned), retired: without(ring.retired, pruned) }
  })
  return pruned
}
