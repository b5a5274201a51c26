import type { Request, RequestHandler } from 'express'
import session from 'express-session'
import type { SessionIdentity } from '../../admins'
import type { Context } from '../../context'
import { AppError } from '../../shared/errors'
import { cookieRulesFor } from '../cookies'
import { RedisSessionStore } from './redis-session-store'
import { DatabaseSessionStore } from './session-store'

/** Whom a session belongs to. */
export interface ConsoleIdentity extends SessionIdentity {
  /** The name by which a trusted proxy signed them in: when it names somebody else, the session is over. */
  proxyUser?: string
}

declare module 'express-session' {
  interface SessionData {
    admin: ConsoleIdentity
    /** A finished sentence for the next page. */
    notice: string
  }
}

/** Sessions exist only after sign-in: before it, nothing is stored and no cookie is set. */
export function createSessions(context: Context): RequestHandler {
  const { config, db, clock, redis, sealer } = context
  const store =
    redis === undefined
      ? new DatabaseSessionStore(db, clock, config.sessionIdleMs)
      : new RedisSessionStore(redis, config.sessionIdleMs)
  const { secure, path, prefix } = cookieRulesFor(config.publicUrl)
  const ours = session({
    name: `${prefix}console`,
    secret: [...sealer.textKeys('session-cookie')],
    store,
    resave: false,
    saveUninitialized: false,
    // No Max-Age: it goes with the browser; how long it is good for is the store's to say.
    cookie: { httpOnly: true, secure, sameSite: 'lax', path },
  })
  return (req, res, next) => {
    // The library would leave a session that is there already as it is, and administrators' sessions to its rules.
    if ((req as { session?: unknown }).session !== undefined) throw nested()
    ours(req, res, next)
  }
}

const nested = () =>
  new AppError(
    'CONFIG_INVALID',
    'mount the router of glpi-invite before the session middleware (docs/module.md)',
  )

/** A new id for a new standing: a session that somebody else may have planted never becomes more than it was. */
export function renewSession(req: Request, admin: ConsoleIdentity, notice?: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error: unknown) =>
      error === undefined || error === null ? resolve() : reject(asError(error))
    req.session.regenerate((error: unknown) => {
      if (error !== undefined && error !== null) {
        reject(asError(error))
        return
      }
      req.session.admin = admin
      if (notice !== undefined) req.session.notice = notice
      req.session.save(settle)
    })
  })
}

export function endSession(req: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    req.session.destroy((error: unknown) =>
      error === undefined || error === null ? resolve() : reject(asError(error)),
    )
  })
}

export function saveSession(req: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    req.session.save((error: unknown) =>
      error === undefined || error === null ? resolve() : reject(asError(error)),
    )
  })
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)))
