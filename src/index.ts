import { createMountedApp } from './app'
import type { EventActor } from './audit'
import { createContext } from './context'
import type { Issuer } from './glpi'
import {
  createKey,
  type DetailedKey,
  getKey,
  invitationLink,
  type ListedKey,
  listNewestKeys,
  type NewKey,
  type KeyKeeper,
  printedForm,
  reissueKey,
  type Renewal,
  renewKey,
  revokeKey,
  unrevokeKey,
} from './keys'
import type { Middleware } from './middleware'
import { type Env, parseConfig } from './shared/config'
import { type End, endAfter, endAt } from './shared/ends'
import { AppError } from './shared/errors'
import { startBackground } from './work'

export type { DetailedKey, End, Env, Issuer, ListedKey, Middleware, NewKey, Renewal }
export { AppError }
export type { ErrorCode } from './shared/errors'

export interface Invitations {
  /**
   * Every page, to be mounted where requests for PUBLIC_URL arrive: `app.use('/invite', invitations.router)`, in Express
   * 5 or 4, or anything that takes middleware.
   */
  router: Middleware
  /**
   * Makes a key in the name of `issuer`, within what that person may give in GLPI; `system` may give any profile of
   * the simplified interface.
   *
   * @returns the key with its code and link, which cannot be had again when sealing is off
   * @throws {AppError} INPUT_INVALID, KEY_GRANT_REFUSED, KEY_ISSUER_REFUSED, NOT_ALLOWED
   */
  createKey(key: NewKey, issuer?: Issuer): Promise<{ key: DetailedKey; code: string; link: string }>
  /** The newest first, after the key `before` names. */
  listKeys(page?: { limit?: number; before?: string }): Promise<ListedKey[]>
  /** @throws {AppError} NOT_FOUND */
  getKey(uid: string): Promise<DetailedKey>
  /** @throws {AppError} NOT_FOUND */
  revokeKey(uid: string, by?: Issuer): Promise<DetailedKey>
  /** @throws {AppError} NOT_FOUND, NOT_ALLOWED, KEY_ISSUER_REFUSED, KEY_GRANT_REFUSED when `by` could not make it now */
  unrevokeKey(uid: string, by?: Issuer): Promise<DetailedKey>
  /** Same code, later end or more uses; `by` becomes the issuer. @throws {AppError} as `createKey`; NOT_FOUND */
  renewKey(uid: string, renewal: Renewal, by?: Issuer): Promise<DetailedKey>
  /**
   * A new code; the one before works for `overlapMs` more (0 unless told, 30 days at most). `by` becomes the issuer.
   *
   * @throws {AppError} as `createKey`; NOT_FOUND
   */
  reissueKey(
    uid: string,
    options?: { overlapMs?: number },
    by?: Issuer,
  ): Promise<{ key: DetailedKey; code: string; link: string }>
  /**
   * An end as people say it, for `createKey` and `renewKey`: `7d` from `begin` (now unless told), `12h`, `2027-07-04`,
   * `2027-07-04T18:00`, by TIME_ZONE, WORK_DAYS and EXPIRY_GRACE.
   *
   * @throws {AppError} INPUT_INVALID
   */
  endOf(said: string, begin?: Date): End
  /**
   * Does the work in the background, mails included, until it is stopped; nothing of it is done otherwise, unless
   * "glpi-invite work" runs beside. Stop it before `close()`.
   */
  startBackground(): { stop(): Promise<void> }
  close(): Promise<void>
}

/**
 * glpi-invite inside another application.
 *
 * @param settings the settings of `.env.example`, by the same names
 * @throws {AppError} CONFIG_INVALID that lists every problem at once
 */
export function createInvitations(settings: Env): Invitations {
  const context = createContext(parseConfig(settings))
  return {
    router: createMountedApp(context),
    createKey: async (wanted, issuer = { kind: 'system' }) => {
      const { key, code } = await createKey(context, { issuer, actor: actorFor(issuer) }, wanted)
      return { key, code: printedForm(code), link: invitationLink(context.config.publicUrl, code) }
    },
    listKeys: ({ limit = 50, before } = {}) => listNewestKeys(context.db, { limit, before }),
    getKey: (uid) => getKey(context.db, uid),
    revokeKey: (uid, by = { kind: 'system' }) => revokeKey(context, actorFor(by), uid),
    unrevokeKey: (uid, by = { kind: 'system' }) => unrevokeKey(context, keeperFor(by), uid),
    renewKey: (uid, renewal, by = { kind: 'system' }) => renewKey(context, keeperFor(by), uid, renewal),
    reissueKey: async (uid, { overlapMs = 0 } = {}, by = { kind: 'system' }) => {
      const { key, code } = await reissueKey(context, keeperFor(by), uid, { overlapMs })
      return { key, code: printedForm(code), link: invitationLink(context.config.publicUrl, code) }
    },
    endOf: (said, begin = context.clock.now()) => {
      const end = endAfter(said, begin, context.config) ?? endAt(said, context.config)
      if (end === undefined) throw new AppError('INPUT_INVALID', `no end: ${JSON.stringify(said)}`)
      return end
    },
    startBackground: () => startBackground(context),
    close: () => context.close(),
  }
}

const actorFor = (issuer: Issuer): EventActor =>
  issuer.kind === 'user' ? { kind: 'user', usersId: issuer.usersId } : { kind: 'system' }

/** Whether that person may make keys is asked of GLPI, with what the key grants. */
const keeperFor = (issuer: Issuer): KeyKeeper => ({ actor: actorFor(issuer), issuer, mayMake: true })
