import { type EventActor, recordEvent } from '../audit'
import type { Clock } from '../shared/clock'
import { type Db, inTransaction } from '../shared/db'
import { AppError } from '../shared/errors'
import { newUid, type Random } from '../shared/random'
import { type Scope, scopesFor } from '../shared/scopes'
import type { Actor } from './actor'
import { soundNetworks } from './token-networks'
import { ensureLifeWithinPolicy, type TokenPolicy, usualLifeMs } from './token-policy'
import { generateToken, hashOfToken, hintOfToken } from './token-text'
import { insertToken, insertTokenSecret } from './tokens-store'

export interface TokenDeps {
  db: Db
  clock: Clock
  random: Random
  config: TokenPolicy
}

export interface WantedToken {
  /** Known beforehand where asking twice must not make two: the second is refused by the table. */
  uid?: string | undefined
  label: string
  scopes: readonly Scope[]
  /** Ninety days when left out. */
  lifeMs?: number | undefined
  /** CIDR, or single addresses; none: from anywhere. */
  networks?: readonly string[] | undefined
}

/** A token that has just been made: the only time anybody sees it. */
export interface NewToken {
  uid: string
  token: string
  validUntil: Date
}

export const tokenLabelLength = 255

/**
 * Makes a token that works in the name of `owner`, under the authorisation they have taken.
 *
 * @throws {AppError} INPUT_INVALID, NOT_ALLOWED, POLICY_EXCEEDED
 */
export async function makeToken(
  deps: TokenDeps,
  { owner, actor }: { owner: Actor; actor: EventActor },
  wanted: WantedToken,
): Promise<NewToken> {
  const label = soundLabel(wanted.label)
  ensureMayCarry(owner, wanted.scopes)
  const lifeMs = wanted.lifeMs ?? usualLifeMs(deps.config)
  ensureLifeWithinPolicy(deps.config, lifeMs)
  const networks = await soundNetworks(wanted.networks ?? [])

  const now = deps.clock.now()
  const uid = wanted.uid ?? newUid(deps)
  const token = generateToken(deps.random)
  const validUntil = new Date(now.getTime() + lifeMs)
  const { usersId, profilesId, entitiesId } = owner
  await inTransaction(deps.db, async (trx) => {
    const terms = { uid, usersId, profilesId, entitiesId, label, scopes: new Set(wanted.scopes), networks }
    await insertToken(trx, terms, now)
    const secret = { hash: hashOfToken(token), hint: hintOfToken(token), validUntil }
    await insertTokenSecret(trx, uid, 0, secret, now)
    await recordEvent(trx, deps, {
      kind: 'token.made',
      actor,
      details: { token: uid, usersId, profilesId, entitiesId, scopes: Array.from(terms.scopes) },
    })
  })
  return { uid, token, validUntil }
}

function soundLabel(typed: string): string {
  const label = typed.trim()
  if (label === '') throw new AppError('INPUT_INVALID', 'a token has a label that says what it is for')
  if (Array.from(label).length > tokenLabelLength)
    throw new AppError('INPUT_INVALID', `the label has more than ${tokenLabelLength} characters`)
  return label
}

/** What they could not do themselves, a token of theirs is not made for, though it would not let them either. */
function ensureMayCarry({ permissions, login }: Actor, wanted: readonly Scope[]): void {
  if (wanted.length === 0) throw new AppError('INPUT_INVALID', 'a token carries one scope at least')
  const possible = scopesFor(permissions)
  const beyond = wanted.filter((scope) => !possible.includes(scope))
  if (beyond.length > 0)
    throw new AppError(
      'NOT_ALLOWED',
      `the profile that ${JSON.stringify(login)} acts under has no rights for ${beyond.join(', ')}`,
    )
}
