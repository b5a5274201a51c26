import { once } from 'node:events'
import type { createClient } from 'redis'
import { AppError } from './errors'
import type { Logger } from './log'

export type RedisClient = ReturnType<typeof createClient>

/** One connection, opened by the first who needs it. */
export interface Redis {
  /**
   * Lends the connection to `work`.
   *
   * @throws {AppError} DATABASE_UNAVAILABLE while Redis cannot be reached
   */
  use<T>(work: (client: RedisClient) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export function createRedis(url: string, log: Logger): Redis {
  let opening: Promise<RedisClient> | undefined

  async function open(): Promise<RedisClient> {
    const { createClient: create } = await import('redis') // loaded by the instances that use it only
    // Without a queue, and with an end to each wait: a request that waits for Redis to come back helps nobody.
    const client = create({ url, disableOfflineQueue: true, socket: { connectTimeout: 5_000 } })
    client.on('error', (error: unknown) => log.warn({ err: error }, 'Redis cannot be reached'))
    const settled = once(client, 'ready').catch(() => undefined)
    client.connect().catch(() => undefined) // it goes on trying until it is closed; the listener above has the error
    await settled
    return client
  }

  return {
    use: async (work) => {
      opening ??= open()
      const client = await opening
      try {
        return await work(client)
      } catch (cause) {
        throw new AppError('DATABASE_UNAVAILABLE', 'Redis cannot be reached', { cause })
      }
    },
    close: async () => {
      const client = await opening
      if (client?.isOpen === true) client.destroy()
    },
  }
}
