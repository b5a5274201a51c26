import type { GlpiSide, GlpiWatch } from '../glpi'
import { withdrawInvitations } from '../mail'
import { type Db, inTransaction } from '../shared/db'
import { AppError } from '../shared/errors'
import { ensureCouldMake, type KeyKeeper } from './could-make'
import { type DetailedKey, type KeyState, stateOf } from './key'
import { queueInvitations, type QueueInvitationsDeps } from './queue-invitations'
import { getKey } from './revoke-key'
import { listAddressesOfRegistered } from './invited-addresses-store'

export interface SendInvitationDeps extends QueueInvitationsDeps {
  db: Db
  glpi: GlpiWatch
}

/** Why there is nothing to send. */
export type SendingProblem =
  'revoked' | 'paused' | 'expired' | 'used-up' | 'no-address' | 'all-joined' | 'code-gone'

export class SendingRefused extends AppError {
  constructor(
    readonly problem: SendingProblem,
    keyUid: string,
  ) {
    super('INPUT_INVALID', `key ${keyUid} ${reasons[problem]}`)
  }
}

const reasons: Record<SendingProblem, string> = {
  revoked: 'is revoked, so its link opens nothing',
  paused: 'is paused: resume it first',
  expired: 'has ended: renew it first',
  'used-up': 'is used up: raise its limit first',
  'no-address': 'is bound to no address, so there is nobody to send it to: copy its link',
  'all-joined': 'was used by everybody whom it invites',
  'code-gone': 'was made without a key ring, so its link cannot be had again: reissue it, or make a new key',
}

/**
 * Mails a key's link, again if need be, to those of its addresses that have not joined with it. A mailed link is as
 * good as the key: only for who could make this very key now. Whatever waits to go to them is replaced.
 *
 * @returns to whom
 * @throws {AppError} NOT_FOUND, NOT_ALLOWED, KEY_ISSUER_REFUSED, KEY_GRANT_REFUSED
 * @throws {SendingRefused}
 * @throws {SendingLimited}
 */
export async function sendInvitation(
  deps: SendInvitationDeps,
  by: KeyKeeper,
  keyUid: string,
): Promise<string[]> {
  const side = await deps.glpi.side()
  return inTransaction(deps.db, (trx) => sendInvitationIn(trx, deps, side, by, keyUid))
}

/** The same as a part of something greater. */
export async function sendInvitationIn(
  trx: Db,
  deps: QueueInvitationsDeps,
  side: GlpiSide,
  by: KeyKeeper,
  keyUid: string,
): Promise<string[]> {
  const now = deps.clock.now()
  const key = await getKey(trx, keyUid)
  const problem = problemOfSending(key, now)
  if (problem !== undefined) throw new SendingRefused(problem, keyUid)
  await ensureCouldMake(trx, side, by, key, now)
  const joined = await listAddressesOfRegistered(trx, keyUid)
  const addresses = key.addresses.filter((address) => !joined.has(address.toLowerCase()))
  if (addresses.length === 0) throw new SendingRefused('all-joined', keyUid)

  await withdrawInvitations(trx, [keyUid], { why: 'sent-again', now, to: addresses })
  await queueInvitations(trx, deps, by.actor, [
    { uid: keyUid, addresses, language: key.language, code: undefined },
  ])
  return addresses
}

/** Undefined when there is something to send. */
export function problemOfSending(
  key: Pick<DetailedKey, 'addresses' | 'codes'> & Parameters<typeof stateOf>[0],
  now: Date,
): SendingProblem | undefined {
  const state = stateOf(key, now)
  if (isOver(state)) return state
  if (key.addresses.length === 0) return 'no-address'
  return key.codes[0]?.sealed === undefined ? 'code-gone' : undefined
}

const over = ['revoked', 'paused', 'expired', 'used-up'] as const
const isOver = (state: KeyState): state is (typeof over)[number] =>
  (over as readonly KeyState[]).includes(state)
