import type { Db } from '../shared/db'
import { readRing, retirementOf } from './key-ring-file'
import { countSealed } from './sealed-codes-store'

export interface RingKey {
  id: string
  isCurrent: boolean
  /** How many codes it has sealed. */
  codes: number
  retiredAt: Date | undefined
}

/** The keys of the ring, and those that codes were sealed with and the ring does not have. */
export async function describeKeyRing(
  db: Db,
  path: string,
): Promise<{ keys: RingKey[]; unreadableCodes: number }> {
  const ring = readRing(path)
  const counts = await countSealed(db)
  const unreadable = Array.from(counts).filter(([id]) => ring.keys[id] === undefined)
  return {
    keys: Object.keys(ring.keys).map((id) => ({
      id,
      isCurrent: id === ring.current,
      codes: counts.get(id) ?? 0,
      retiredAt: retirementOf(ring, id),
    })),
    unreadableCodes: unreadable.reduce((sum, [, count]) => sum + count, 0),
  }
}
