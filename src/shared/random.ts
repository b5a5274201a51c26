import { randomFillSync } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { Clock } from './clock'

export interface Random {
  /** Unpredictable bytes, fit for secrets. */
  bytes(length: number): Buffer
}

const poolBytes = 4096

/**
 * The system's own bytes, drawn by the page: asking takes it the same time for sixteen as for four thousand. None is
 * handed out twice, and the pool forgets what it has handed out, so that a look into memory finds nothing past.
 */
export function createRandom(fill: (buffer: Buffer) => void = randomFillSync): Random {
  const pool = Buffer.alloc(poolBytes)
  let used = poolBytes

  return {
    bytes: (length) => {
      const bytes = Buffer.alloc(length)
      if (length > poolBytes) {
        fill(bytes)
        return bytes
      }
      if (used + length > poolBytes) {
        fill(pool)
        used = 0
      }
      pool.copy(bytes, 0, used, used + length)
      pool.fill(0, used, used + length)
      used += length
      return bytes
    },
  }
}

export const systemRandom: Random = createRandom()

/** A UUIDv7 (RFC 9562 §5.7): known before the insert, and in order of time in an index. */
export function newUid({ clock, random }: { clock: Clock; random: Random }): string {
  return uuidv7({ msecs: clock.now().getTime(), random: random.bytes(16) })
}
