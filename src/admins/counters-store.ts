import type { RateLimiterRes } from 'rate-limiter-flexible'
import { z } from 'zod'
import { type Db, retryTransient } from '../shared/db'
import type { Redis, RedisClient } from '../shared/redis'
import type { Limit } from './limits'

/** Counts attempts by key, each within a window that the first of them opens. */
export interface Counter {
  /** How long this key is full for, in milliseconds; undefined while there is room. */
  fullFor(key: string): Promise<number | undefined>
  /** Takes one place, or says how long there is none: one answer, however many ask at once. */
  take(key: string): Promise<number | undefined>
  giveBack(key: string): Promise<void>
  clear(key: string): Promise<void>
}

export type CounterFor = (name: string, limit: Limit) => Counter

/** The part of a library's limiter that is used, of the one for MySQL and the one for Redis alike. */
interface Limiter {
  get(key: string): Promise<RateLimiterRes | null>
  consume(key: string): Promise<RateLimiterRes>
  reward(key: string): Promise<RateLimiterRes>
  delete(key: string): Promise<boolean>
}

type UseLimiter = <T>(work: (limiter: Limiter) => Promise<T>) => Promise<T>

/** The library comes with a client for every database there is, so it is loaded when somebody first signs in. */
const loadLibrary = () => import('rate-limiter-flexible')

/** Counters in our table `rate_limits`. */
export function countersInDatabase(db: Db, database: string): CounterFor {
  return (name, limit) => {
    let known: Promise<Limiter> | undefined
    const open = async (): Promise<Limiter> => {
      const { RateLimiterMySQL } = await loadLibrary()
      return new RateLimiterMySQL({
        ...optionsOf(name, limit),
        storeClient: db,
        storeType: 'knex',
        dbName: database,
        tableName: 'rate_limits',
        tableCreated: true,
      })
    }
    return counterWith(limit, async (work) => {
      const limiter = await (known ??= open())
      // The library writes in transactions of its own, which lose a deadlock now and then like any other.
      return retryTransient(() => work(limiter))
    })
  }
}

export function countersInRedis(redis: Redis): CounterFor {
  return (name, limit) => {
    let known: { client: RedisClient; limiter: Limiter } | undefined
    return counterWith(limit, (work) =>
      redis.use(async (client) => {
        if (known?.client !== client) {
          const { RateLimiterRedis } = await loadLibrary()
          const limiter = new RateLimiterRedis({
            ...optionsOf(name, limit),
            keyPrefix: `glpi-invite:attempts:${name}`,
            storeClient: client,
            useRedisPackage: true,
          })
          known = { client, limiter }
        }
        return work(known.limiter)
      }),
    )
  }
}

const optionsOf = (name: string, { points, seconds }: Limit) => ({
  keyPrefix: name,
  points,
  duration: seconds,
})

function counterWith({ points }: Limit, use: UseLimiter): Counter {
  return {
    fullFor: async (key) => {
      const state = await use((limiter) => limiter.get(key))
      return state !== null && state.consumedPoints >= points ? state.msBeforeNext : undefined
    },
    take: (key) => use((limiter) => limiter.consume(key).then(() => undefined, msUntilRoom)),
    giveBack: async (key) => {
      await use((limiter) => limiter.reward(key))
    },
    clear: async (key) => {
      await use((limiter) => limiter.delete(key))
    },
  }
}

const State = z.object({ msBeforeNext: z.number() })

/** The library rejects with its state when there is no room, and with an error when something went wrong. */
function msUntilRoom(rejection: unknown): number {
  const state = State.safeParse(rejection).data
  if (state === undefined) throw rejection
  return state.msBeforeNext
}
