import { createHash } from 'node:crypto'
import { type SessionData, Store } from 'express-session'
import type { Redis } from '../../shared/redis'

type Done<T = unknown> = (error?: unknown, value?: T) => void

/** The part of the library's store that is used. */
interface LibraryStore {
  get(id: string): Promise<unknown>
  set(id: string, session: SessionData): Promise<unknown>
  destroy(id: string): Promise<unknown>
  touch(id: string, session: SessionData): Promise<unknown>
}

/**
 * Sessions in Redis, which drops those that are over by itself. The cookie's id is hashed there, too.
 *
 * @param idleMs a session that is silent for so long is over
 */
export class RedisSessionStore extends Store {
  private known: LibraryStore | undefined

  constructor(
    private readonly redis: Redis,
    private readonly idleMs: number,
  ) {
    super()
  }

  override get(id: string, done: Done<SessionData | null>): void {
    this.ask((store) => store.get(hashOf(id)) as Promise<SessionData | undefined>).then(
      (session) => done(undefined, session ?? null),
      (error: unknown) => done(error),
    )
  }

  override set(id: string, session: SessionData, done?: Done): void {
    settle(
      this.ask((store) => store.set(hashOf(id), session)),
      done,
    )
  }

  override destroy(id: string, done?: Done): void {
    settle(
      this.ask((store) => store.destroy(hashOf(id))),
      done,
    )
  }

  override touch(id: string, session: SessionData, done?: Done): void {
    settle(
      this.ask((store) => store.touch(hashOf(id), session)),
      done,
    )
  }

  private ask<T>(work: (store: LibraryStore) => Promise<T>): Promise<T> {
    return this.redis.use(async (client) => {
      this.known ??= await this.open(client)
      return work(this.known)
    })
  }

  private async open(client: unknown): Promise<LibraryStore> {
    const library = await import('connect-redis') // loaded by the instances that use it only
    return new library.RedisStore({
      client,
      prefix: 'glpi-invite:session:',
      ttl: Math.ceil(this.idleMs / 1000),
    })
  }
}

const hashOf = (id: string): string => createHash('sha256').update(id).digest('hex')

function settle(work: Promise<unknown>, done: Done | undefined): void {
  work.then(
    () => done?.(),
    (error: unknown) => done?.(error),
  )
}
