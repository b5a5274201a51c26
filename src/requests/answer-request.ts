import { type EventActor, recordEvent } from '../audit'
import type { EntityScope, GlpiWatch } from '../glpi'
import {
  type DetailedKey,
  getKeyInScope,
  type KeyKeeper,
  type KeyRing,
  mailNewLink,
  makeKeys,
  presetLike,
  reissueKey,
} from '../keys'
import type { Clock } from '../shared/clock'
import type { Config } from '../shared/config'
import { type Db, inTransaction } from '../shared/db'
import { AppError } from '../shared/errors'
import type { Random } from '../shared/random'
import type { Sealer } from '../shared/sealing'
import { isOpen, type LinkRequest } from './link-request'
import { formForOthers } from './form-for-others'
import { canBeReissued, endIn, isForThemAlone, renewalFor } from './new-life'
import { findRequest, markAnswered } from './requests-store'

export interface AnswerDeps {
  db: Db
  glpi: GlpiWatch
  clock: Clock
  random: Random
  sealer: Sealer
  home: Parameters<typeof reissueKey>[0]['home']
  keyRing: KeyRing | undefined
  config: Config
}

/** Who answers, and which keys they look after. */
export interface Answerer extends KeyKeeper {
  scope: EntityScope
}

/** Somebody else was faster. */
export class RequestAnswered extends AppError {
  constructor(uid: string) {
    super('INPUT_INVALID', `request ${uid} was answered already`)
  }
}

/** A request about a key that this person looks after. @throws {AppError} NOT_FOUND */
export async function getRequest(
  db: Db,
  uid: string,
  scope: EntityScope,
): Promise<{ request: LinkRequest; key: DetailedKey }> {
  const request = await findRequest(db, uid)
  if (request === undefined) throw new AppError('NOT_FOUND', `there is no request ${uid}`)
  return { request, key: await getKeyInScope(db, request.keyUid, scope, `request ${uid}`) }
}

/**
 * Answers with a new link of the same key, which lives on for a week if it would not anyway, mailed to whom the key is
 * for. Whoever does it must be able to make this very key now, and answers for it from then on.
 *
 * @throws {AppError} NOT_FOUND, INPUT_INVALID, NOT_ALLOWED, KEY_ISSUER_REFUSED, KEY_GRANT_REFUSED, SENDING_LIMITED,
 *   POLICY_EXCEEDED
 */
export async function grantByReissue(deps: AnswerDeps, by: Answerer, uid: string): Promise<LinkRequest> {
  const { request, key } = await getOpenRequest(deps.db, uid, by.scope)
  const now = deps.clock.now()
  if (!canBeReissued(key, request.address, now))
    throw new AppError(
      'INPUT_INVALID',
      `key ${key.uid} cannot be reissued for this address: answer with an invitation of their own`,
    )
  await reissueKey(deps, by, key.uid, {
    overlapMs: 0,
    renewal: renewalFor(key, deps.config, now),
    also: async (trx, reissued) => {
      await answer(deps, trx, by.actor, request, { keyUid: key.uid, how: 'reissue' })
      if ((await mailNewLink(deps, trx, by.actor, reissued)) === 0)
        throw new AppError('INPUT_INVALID', 'whoever asked has an account by now')
    },
  })
  return reread(deps.db, uid)
}

/** For a key without an end: an invitation for one person has one. */
const longestDays = 30

/**
 * Answers with a key of their own: the same terms, one use, for this address alone, and mailed to it. Opening that mail
 * is what proves the address.
 *
 * @throws {AppError} as `grantByReissue`
 */
export async function grantByInvitation(deps: AnswerDeps, by: Answerer, uid: string): Promise<LinkRequest> {
  const { request, key } = await getOpenRequest(deps.db, uid, by.scope)
  if (!by.mayMake) throw new AppError('NOT_ALLOWED', 'who may not make keys cannot invite anybody')
  const now = deps.clock.now()
  const { life } = presetLike(key)
  await makeKeys(deps, by, {
    terms: {
      ...carriedFor(key, request.address),
      grant: key.grant,
      maxUses: 1,
      notBefore: key.notBefore !== undefined && key.notBefore > now ? key.notBefore : undefined,
      ...endIn(life === 'never' ? longestDays : life.days, deps.config, now),
    },
    keys: [{ label: key.label, addresses: [request.address] }],
    batch: undefined,
    seed: undefined,
    send: true,
    also: async (trx, [keyUid = key.uid]) => {
      await answer(deps, trx, by.actor, request, { keyUid, how: 'invitation' })
    },
  })
  return reread(deps.db, uid)
}

/** What the key carries, for whoever asks. */
function carriedFor(key: DetailedKey, address: string) {
  const { accountValidity, language, needsProof, needsApproval, presetUid, message, sharesInviter } = key
  const { form, fields } = isForThemAlone(key, address) ? key : formForOthers(key)
  return {
    accountValidity,
    language,
    form,
    needsProof,
    needsApproval,
    presetUid,
    message,
    sharesInviter,
    fields,
    domains: [],
  }
}

/** Nobody is written to: the address may be anybody's. */
export async function declineRequest(deps: AnswerDeps, by: Answerer, uid: string): Promise<LinkRequest> {
  const { request } = await getOpenRequest(deps.db, uid, by.scope)
  await inTransaction(deps.db, (trx) => answer(deps, trx, by.actor, request, undefined))
  return reread(deps.db, uid)
}

async function getOpenRequest(db: Db, uid: string, scope: EntityScope) {
  const found = await getRequest(db, uid, scope)
  if (!isOpen(found.request)) throw new RequestAnswered(uid)
  return found
}

async function answer(
  deps: AnswerDeps,
  trx: Db,
  actor: EventActor,
  { uid, keyUid }: LinkRequest,
  given: { keyUid: string; how: 'reissue' | 'invitation' } | undefined,
): Promise<void> {
  const usersId = actor.kind === 'user' ? actor.usersId : undefined
  const now = deps.clock.now()
  if (!(await markAnswered(trx, uid, { usersId, givenKeyUid: given?.keyUid, now })))
    throw new RequestAnswered(uid)
  const isOther = given !== undefined && given.keyUid !== keyUid
  await recordEvent(trx, deps, {
    kind: given === undefined ? 'link.declined' : 'link.granted',
    actor,
    keyUid,
    details: { request: uid, by: given?.how, key: isOther ? given.keyUid : undefined },
  })
}

async function reread(db: Db, uid: string): Promise<LinkRequest> {
  const request = await findRequest(db, uid)
  if (request === undefined) throw new AppError('NOT_FOUND', `request ${uid} was erased meanwhile`)
  return request
}
