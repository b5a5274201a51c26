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

/** The keys of the ring in order, and those that codes were sealed with and the ring does not have. */
export async function describeKeyRing(
  db: Db,
  path: string,
): Promise<{ keys: RingKey[]; unreadableCodes: number }> {
  const ring = readRing(path)
  const counts = await countSealed(db)
  const unreadable = Array.from(counts).filter(([id]) => ring.keys[id] === undefined)
  const keys = Object.keys(ring.keys).map((id) => ({
    id,
    isCurrent: id === ring.current,
    codes: counts.get(id) ?? 0,
    retiredAt: retirementOf(ring, id),
  }))
  return {
    keys: keys.sort((one, other) => rankOf(one) - rankOf(other)),
    unreadableCodes: unreadable.reduce((sum, [, count]) => sum + count, 0),
  }
}

/** Those that have sealed, in the order of their time, then the one that does, then those that are to. */
const rankOf = ({ isCurrent, retiredAt }: RingKey): number =>
  isCurrent ? Number.MAX_VALUE : (retiredAt?.getTime() ?? Infinity)
