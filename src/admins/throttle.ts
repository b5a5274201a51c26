import { SignInThrottled } from '../shared/errors'
import type { Sealer } from '../shared/sealing'
import { addressBlock } from '../shared/address-block'
import type { Counter, CounterFor } from './counters-store'
import { type LimitName, limits } from './limits'

/** Who tries, as far as it is counted. */
export interface Attempt {
  ip: string
  /** What GLPI compares logins by; never kept in clear. */
  loginWeight: string
  /** The browser's own id, when it has signed in as this person before. */
  deviceId: string | undefined
  /** Whether the person last came in from this address. Asked only when it matters. */
  isAtLastGoodAddress: () => Promise<boolean>
}

/** An attempt that was let through, counted as a failure until told otherwise. */
export interface Turn {
  succeeded(): Promise<void>
  /** Nothing was tried after all. */
  withdraw(): Promise<void>
}

export interface Throttle {
  /** @throws {SignInThrottled} at once, and uncounted, while somebody is held up */
  take(attempt: Attempt): Promise<Turn>
}

/**
 * Slows down who guesses passwords, without a way to lock the owner out: a browser that has been in before is counted
 * by itself and nothing else (OWASP's "device cookies"), and the address of the last good sign-in is not held up by
 * what the rest of the world does to that login.
 */
export function createThrottle({ counterFor, sealer }: { counterFor: CounterFor; sealer: Sealer }): Throttle {
  const counters: Record<LimitName, Counter> = {
    address: counterFor('address', limits.address),
    loginFromAddress: counterFor('loginFromAddress', limits.loginFromAddress),
    login: counterFor('login', limits.login),
    device: counterFor('device', limits.device),
  }
  // Hexadecimal, since the table's keys are compared without regard to case.
  const keyOf = (...parts: string[]) =>
    Buffer.from(sealer.sign('throttle', parts.join(' ')), 'base64url').toString('hex')

  return {
    take: async (attempt) => {
      const taken: Place[] = []
      for (const place of await placesWithRoom(counters, placesFor(attempt, keyOf), attempt)) {
        const fullFor = await counters[place.name].take(place.key)
        if (fullFor !== undefined) {
          await giveBack(counters, taken)
          throw throttledFor([fullFor])
        }
        taken.push(place)
      }
      return {
        succeeded: async () => {
          const isOwn = ({ name }: Place) => ownCounters.has(name)
          for (const { name, key } of taken.filter(isOwn)) await counters[name].clear(key)
          await giveBack(
            counters,
            taken.filter((place) => !isOwn(place)),
          )
        },
        withdraw: () => giveBack(counters, taken),
      }
    },
  }
}

/** What only this person at this place fills: a success wipes it. What others share keeps their failures. */
const ownCounters: ReadonlySet<LimitName> = new Set(['loginFromAddress', 'device'])

interface Place {
  name: LimitName
  key: string
}

function placesFor({ ip, loginWeight, deviceId }: Attempt, keyOf: (...parts: string[]) => string): Place[] {
  if (deviceId !== undefined) return [{ name: 'device', key: keyOf('device', deviceId, loginWeight) }]
  const address = addressBlock(ip)
  return [
    { name: 'loginFromAddress', key: keyOf('login and address', address, loginWeight) },
    { name: 'address', key: keyOf('address', address) },
    { name: 'login', key: keyOf('login', loginWeight) },
  ]
}

/** The places an attempt takes, once all have room. @throws {SignInThrottled} */
async function placesWithRoom(
  counters: Record<LimitName, Counter>,
  places: Place[],
  { isAtLastGoodAddress }: Attempt,
): Promise<Place[]> {
  const full = new Map<Place, number>()
  for (const place of places) {
    const ms = await counters[place.name].fullFor(place.key)
    if (ms !== undefined) full.set(place, ms)
  }
  if (full.size === 0) return places
  const others = places.filter(({ name }) => name !== 'login')
  const isOnlyTheLogin = others.every((place) => !full.has(place))
  if (isOnlyTheLogin && (await isAtLastGoodAddress())) return others
  throw throttledFor(Array.from(full.values()))
}

async function giveBack(counters: Record<LimitName, Counter>, places: readonly Place[]): Promise<void> {
  for (const { name, key } of places) await counters[name].giveBack(key)
}

const throttledFor = (ms: readonly number[]): SignInThrottled =>
  new SignInThrottled(Math.max(1, Math.ceil(Math.max(...ms) / 1000)))
