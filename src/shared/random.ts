import { randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { Clock } from './clock'

export interface Random {
  /** Unpredictable bytes, fit for secrets. */
  bytes(length: number): Buffer
}

export const systemRandom: Random = { bytes: (length) => randomBytes(length) }

/** A UUIDv7 (RFC 9562 §5.7): known before the insert, and in order of time in an index. */
export function newUid({ clock, random }: { clock: Clock; random: Random }): string {
  return uuidv7({ msecs: clock.now().getTime(), random: random.bytes(16) })
}
