import type { IncomingMessage, ServerResponse } from 'node:http'
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
  printedForm,
  revokeKey,
} from './keys'
import { type Env, parseConfig } from './shared/config'
import { createWebRouter } from './web'

export type { DetailedKey, Env, Issuer, ListedKey, NewKey }
export { AppError, type ErrorCode } from './shared/errors'

/** Middleware for Express 5, in the types of Node alone. */
export type Middleware = (req: IncomingMessage, res: ServerResponse, next: (error?: unknown) => void) => void

export interface Invitations {
  /** Every page, to be mounted where PUBLIC_URL says: `app.use('/invite', invitations.router)`. */
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
    router: createWebRouter(context) as unknown as Middleware,
    createKey: async (wanted, issuer = { kind: 'system' }) => {
      const { key, code } = await createKey(context, { issuer, actor: actorFor(issuer) }, wanted)
      return { key, code: printedForm(code), link: invitationLink(context.config.publicUrl, code) }
    },
    listKeys: ({ limit = 50, before } = {}) => listNewestKeys(context.db, { limit, before }),
    getKey: (uid) => getKey(context.db, uid),
    revokeKey: (uid, by = { kind: 'system' }) => revokeKey(context, actorFor(by), uid),
    close: () => context.close(),
  }
}

const actorFor = (issuer: Issuer): EventActor =>
  issuer.kind === 'user' ? { kind: 'user', usersId: issuer.usersId } : { kind: 'system' }
