import { RateLimiterMySQL, RateLimiterRes } from 'rate-limiter-flexible'
import type { Db } from '../shared/db'
import type { Limit, LimitName } from './limits'

/** Counts attempts by key, each within a window that the first of them opens. */
export interface Counter {
  /** How long this key is full for, in milliseconds; undefined while there is room. */
  fullFor(key: string): Promise<number | undefined>
  /** Takes one place, or says how long there is none: one answer, however many ask at once. */
  take(key: string): Promise<number | undefined>
  giveBack(key: string): Promise<void>
  clear(key: string): Promise<void>
}

/** The part of a library's limiter that is used, of the one for MySQL and the one for Redis alike. */
interface Limiter {
  get(key: string): Promise<RateLimiterRes | null>
  consume(key: string): Promise<RateLimiterRes>
  reward(key: string): Promise<RateLimiterRes>
  delete(key: string): Promise<boolean>
}

export type CounterFor = (name: LimitName, limit: Limit) => Counter

/** Counters in our table `rate_limits`. */
export function countersInDatabase(db: Db, database: string): CounterFor {
  return (name, limit) =>
    counterWith(
      limit,
      new RateLimiterMySQL({
        storeClient: db,
        storeType: 'knex',
        dbName: database,
        tableName: 'rate_limits',
        tableCreated: true,
        keyPrefix: name,
        points: limit.points,
        duration: limit.seconds,
      }),
    )
}

export function counterWith({ points }: Limit, limiter: Limiter): Counter {
  return {
    fullFor: async (key) => {
      const state = await limiter.get(key)
      return state !== null && state.consumedPoints >= points ? state.msBeforeNext : undefined
    },
    take: async (key) => {
      try {
        await limiter.consume(key)
        return undefined
      } catch (error) {
        if (error instanceof RateLimiterRes) return error.msBeforeNext
        throw error
      }
    },
    giveBack: async (key) => {
      await limiter.reward(key)
    },
    clear: async (key) => {
      await limiter.delete(key)
    },
  }
}
