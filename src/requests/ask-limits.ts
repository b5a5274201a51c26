import { addressBlock } from '../shared/address-block'
import { TooManyRequests } from '../shared/errors'
import type { Sealer } from '../shared/sealing'

/** Counts tries by key, each within a window that the first of them opens. */
interface Counter {
  /** Takes one place, or says for how many milliseconds there is none. */
  take(key: string): Promise<number | undefined>
}

type CounterFor = (name: string, limit: { points: number; seconds: number }) => Counter

export interface AskLimits {
  /** @throws {TooManyRequests} */
  take(ip: string): Promise<void>
}

/** A class behind one address may find its link dead on one morning; a list of addresses does not fit. */
const perAddress = { points: 40, seconds: 60 * 60 }

export function createAskLimits(counterFor: CounterFor, sealer: Sealer): AskLimits {
  const counter = counterFor('link-request', perAddress)
  return {
    take: async (ip) => {
      // Hexadecimal, since the table's keys are compared without regard to case; and no address stands there in clear.
      const mark = Buffer.from(sealer.sign('link-request', addressBlock(ip)), 'base64url').toString('hex')
      const fullForMs = await counter.take(mark)
      if (fullForMs === undefined) return
      const seconds = Math.max(1, Math.ceil(fullForMs / 1000))
      throw new TooManyRequests(seconds, 'too many requests for new links from one address')
    },
  }
}
