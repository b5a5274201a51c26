import { type EventActor, type EventKind, readNumbering, recordEvent } from '../audit'
import type { Clock } from '../shared/clock'
import { type Db, inTransaction } from '../shared/db'
import { AppError } from '../shared/errors'
import { newUid, type Random } from '../shared/random'
import type { Sealer } from '../shared/sealing'
import { giveUpWaiting } from './deliveries-store'
import { type Endpoint, hostOf } from './endpoint'
import {
  deleteEndpointRow,
  findEndpoint,
  insertEndpoint,
  listEndpoints,
  replaceSecret,
  switchOff,
  switchOn,
  updateEndpoint,
} from './endpoints-store'
import type { AllowedPrivate } from './reachable'
import { newSecret, sealSecret } from './secrets'
import { endpointsAtMost, refuse, soundEndpoint, type WantedEndpoint } from './sound-endpoint'

export interface EndpointDeps {
  db: Db
  clock: Clock
  random: Random
  sealer: Sealer
  config: { webhookAllowPrivate: AllowedPrivate }
}

/** At whose hands; the door has looked whether they may change the configuration. */
type Actor = EventActor

/** An endpoint with its secret, which is told to whoever sets up the receiver, now and not again. */
export interface EndpointWithSecret {
  endpoint: Endpoint
  secret: string
}

/**
 * What happens from now on is told there.
 *
 * @param uid of the form it comes from, so that a form sent twice makes one: the second gives the error of a duplicate key
 * @throws {EndpointRefused}
 */
export async function makeEndpoint(
  deps: EndpointDeps,
  actor: Actor,
  wanted: WantedEndpoint,
  uid: string = newUid(deps),
): Promise<EndpointWithSecret> {
  const sound = soundEndpoint(deps.config, wanted)
  const secret = newSecret(deps.random)
  await inTransaction(deps.db, async (trx) => {
    const { position } = await readNumbering(trx)
    await insertEndpoint(trx, {
      ...sound,
      uid,
      position,
      secret: sealSecret(deps.sealer, uid, secret),
      createdAt: deps.clock.now(),
      createdBy: actor.kind === 'user' ? actor.usersId : undefined,
    })
    if ((await listEndpoints(trx)).length > endpointsAtMost)
      throw refuse('too-many', `there may be ${endpointsAtMost} webhooks at most: delete one first`)
    await record(trx, deps, actor, 'webhook.made', { ...sound, uid })
  })
  return { endpoint: await getEndpoint(deps.db, uid), secret }
}

/** @throws {AppError} NOT_FOUND */
export async function getEndpoint(db: Db, uid: string): Promise<Endpoint> {
  const endpoint = await findEndpoint(db, uid)
  if (endpoint === undefined) throw new AppError('NOT_FOUND', `there is no webhook ${uid}`)
  return endpoint
}

/** @throws {EndpointRefused}; {AppError} NOT_FOUND */
export async function changeEndpoint(
  deps: EndpointDeps,
  actor: Actor,
  uid: string,
  wanted: WantedEndpoint,
): Promise<Endpoint> {
  const sound = soundEndpoint(deps.config, wanted)
  return inTransaction(deps.db, async (trx) => {
    await getEndpoint(trx, uid)
    await updateEndpoint(trx, uid, sound)
    await record(trx, deps, actor, 'webhook.changed', { ...sound, uid })
    return getEndpoint(trx, uid)
  })
}

/** What waits for it is given up: switched on again, it hears of what happens from then on. */
export async function switchEndpoint(
  deps: EndpointDeps,
  actor: Actor,
  uid: string,
  to: 'on' | 'off',
): Promise<Endpoint> {
  return inTransaction(deps.db, async (trx) => {
    const now = deps.clock.now()
    const endpoint = await getEndpoint(trx, uid)
    if (to === 'off') {
      if (await switchOff(trx, uid, 'switched-off')) {
        await giveUpWaiting(trx, uid, { why: 'switched-off', now })
        await record(trx, deps, actor, 'webhook.switched-off', endpoint)
      }
    } else if (await switchOn(trx, uid, { ...(await readNumbering(trx)), now })) {
      await record(trx, deps, actor, 'webhook.switched-on', endpoint)
    }
    return getEndpoint(trx, uid)
  })
}

/** So that a receiver can be given the new secret while messages are signed with both. */
export const usualOverlapMs = 24 * 60 * 60_000
const longestOverlapMs = 30 * usualOverlapMs

/**
 * Gives an endpoint a new secret; until `overlapMs` from now messages are signed with the former one, too.
 *
 * @param version the one to replace: of two who do so at once one is told that it was done
 * @throws {AppError} NOT_FOUND; INPUT_INVALID when it was replaced meanwhile, or both should be good for too long
 */
export async function rotateSecret(
  deps: EndpointDeps,
  actor: Actor,
  uid: string,
  { version, overlapMs }: { version: number; overlapMs: number },
): Promise<EndpointWithSecret> {
  if (overlapMs > longestOverlapMs)
    throw new AppError('INPUT_INVALID', 'the former secret stays good for 30 days at most')
  const secret = newSecret(deps.random)
  return inTransaction(deps.db, async (trx) => {
    await getEndpoint(trx, uid)
    const formerUntil = overlapMs === 0 ? undefined : new Date(deps.clock.now().getTime() + overlapMs)
    const sealed = sealSecret(deps.sealer, uid, secret)
    if (!(await replaceSecret(trx, uid, { version, secret: sealed, formerUntil })))
      throw refuse('replaced-since', 'the secret was replaced meanwhile')
    const endpoint = await getEndpoint(trx, uid)
    await record(trx, deps, actor, 'webhook.secret-rotated', endpoint)
    return { endpoint, secret }
  })
}

/** @throws {AppError} NOT_FOUND */
export async function deleteEndpoint(deps: EndpointDeps, actor: Actor, uid: string): Promise<Endpoint> {
  return inTransaction(deps.db, async (trx) => {
    const endpoint = await getEndpoint(trx, uid)
    if (await deleteEndpointRow(trx, uid)) {
      await giveUpWaiting(trx, uid, { why: 'switched-off', now: deps.clock.now() })
      await record(trx, deps, actor, 'webhook.deleted', endpoint)
    }
    return endpoint
  })
}

/** Its path may hold what only the receiver should know: the record has the host. */
const record = (
  trx: Db,
  deps: EndpointDeps,
  actor: Actor,
  kind: EventKind,
  { uid, ...endpoint }: Pick<Endpoint, 'uid' | 'url'>,
): Promise<void> => recordEvent(trx, deps, { kind, actor, details: { webhook: uid, host: hostOf(endpoint) } })
