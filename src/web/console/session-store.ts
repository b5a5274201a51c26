import { createHash } from 'node:crypto'
import { type SessionData, Store } from 'express-session'
import { z } from 'zod'
import type { Clock } from '../../shared/clock'
import { change, type Db, retryTransient, select } from '../../shared/db'

type Done<T = unknown> = (error?: unknown, value?: T) => void

/** Longer than the writing it saves, short beside the time after which a silent session ends. */
const touchEveryMs = 60_000

/**
 * Sessions in our database. The cookie's id is stored as a hash, so that nobody signs in with what a dump holds.
 *
 * @param idleMs a session that is silent for so long is over
 */
export class DatabaseSessionStore extends Store {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly idleMs: number,
  ) {
    super()
  }

  override get(id: string, done: Done<SessionData | null>): void {
    settle(this.find(id), done)
  }

  override set(id: string, session: SessionData, done?: Done): void {
    settle(
      retryTransient(() => this.write(id, session)),
      done,
    )
  }

  override destroy(id: string, done?: Done): void {
    settle(change(this.db, 'DELETE FROM admin_sessions WHERE id_hash = ?', [hashOf(id)]), done)
  }

  override touch(id: string, _session: SessionData, done?: () => void): void {
    settle(this.keepAlive(id), done)
  }

  private async find(id: string): Promise<SessionData | null> {
    const [row] = await select(
      this.db,
      z.object({ data: z.string() }),
      'SELECT data FROM admin_sessions WHERE id_hash = ? AND expires_at > ?',
      [hashOf(id), this.clock.now()],
    )
    return row === undefined ? null : (JSON.parse(row.data) as SessionData)
  }

  private async write(id: string, session: SessionData): Promise<void> {
    await change(
      this.db,
      `INSERT INTO admin_sessions (id_hash, data, expires_at) VALUES (?, ?, ?)
       ON DUPLICATE KEY UPDATE data = VALUES(data), expires_at = VALUES(expires_at)`,
      [hashOf(id), JSON.stringify(session), this.idleEnd()],
    )
    await change(this.db, 'DELETE FROM admin_sessions WHERE expires_at <= ?', [this.clock.now()])
  }

  private async keepAlive(id: string): Promise<void> {
    const end = this.idleEnd()
    await change(this.db, 'UPDATE admin_sessions SET expires_at = ? WHERE id_hash = ? AND expires_at < ?', [
      end,
      hashOf(id),
      new Date(end.getTime() - touchEveryMs),
    ])
  }

  private idleEnd(): Date {
    return new Date(this.clock.now().getTime() + this.idleMs)
  }
}

const hashOf = (id: string): Buffer => createHash('sha256').update(id).digest()

function settle<T>(work: Promise<T>, done: Done<T> | undefined): void {
  work.then(
    (value) => done?.(undefined, value),
    (error: unknown) => done?.(error),
  )
}
