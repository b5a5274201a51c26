import type { Issuer } from '../glpi'
import type { Config } from '../shared/config'
import type { Db } from '../shared/db'
import type { EndRules } from '../shared/ends'
import { AppError } from '../shared/errors'
import { dayAt } from '../shared/time'
import { countPending, countUpMade } from './key-quotas-store'
import { latestEnd } from './latest-end'

/** What the configuration lets keys be, and how many of them there may be. */
export type KeyPolicy = Pick<
  Config,
  'maxUses' | 'maxLifetimeMs' | 'keysPerDay' | 'pendingInvitations' | 'allowUnlimited' | 'allowNever'
> &
  EndRules

/** The limit that was met. */
export type PolicyLimit =
  | { kind: 'uses'; most: number }
  | { kind: 'life'; latest: Date }
  | { kind: 'unlimited' }
  | { kind: 'never' }
  /** `left`: that many are possible still. */
  | { kind: 'keys-per-day'; most: number; left: number }
  | { kind: 'pending'; most: number; left: number }

/** A limit of the configuration, and no failing of whoever asked. */
export class PolicyExceeded extends AppError {
  constructor(readonly limit: PolicyLimit) {
    super(
      'POLICY_EXCEEDED',
      `${reasonOf(limit)} (${settings[limit.kind]} in the configuration of the server)`,
      { pointer: pointers[limit.kind] },
    )
  }
}

const settings: Record<PolicyLimit['kind'], string> = {
  uses: 'MAX_USES',
  life: 'MAX_LIFETIME',
  unlimited: 'ALLOW_UNLIMITED',
  never: 'ALLOW_NEVER',
  'keys-per-day': 'KEYS_PER_DAY',
  pending: 'PENDING_INVITATIONS',
}

/** Which part of a key can mend it. */
const pointers: Record<PolicyLimit['kind'], string | undefined> = {
  uses: '/maxUses',
  life: '/expiresAt',
  unlimited: '/maxUses',
  never: '/expiresAt',
  'keys-per-day': undefined,
  pending: undefined,
}

function reasonOf(limit: PolicyLimit): string {
  switch (limit.kind) {
    case 'uses':
      return `a key is for at most ${limit.most} people here: ask for fewer, or make several keys`
    case 'life':
      return `the key would work too long here: let it end by ${limit.latest.toISOString()}, and renew it then`
    case 'unlimited':
      return 'keys without a limit are not allowed here: give a number of uses'
    case 'never':
      return 'keys without an end are not allowed here: give an end'
    case 'keys-per-day':
      return `one administrator makes at most ${limit.most} keys a day, and ${limit.left} are left for today: make the rest tomorrow`
    case 'pending':
      return (
        `an administrator may have at most ${limit.most} keys out that nobody has used yet, and has room for ` +
        `${limit.left} more: revoke what is needed no more`
      )
  }
}

interface Bounds {
  maxUses: number | undefined
  notBefore: Date | undefined
  expiresAt: Date | undefined
}

/**
 * Makes sure that a key stays within what the configuration allows. Of a key that is there already only what reaches
 * further than before is looked at: a limit that was lowered since does not forbid narrowing what is older.
 *
 * @param before undefined for a key that comes to life: a new one, or one that was revoked
 * @throws {PolicyExceeded}
 */
export function ensureWithinPolicy(
  policy: KeyPolicy,
  before: Bounds | undefined,
  after: Bounds,
  now: Date,
): void {
  const { maxUses, notBefore, expiresAt } = after
  if (before === undefined || isMore(maxUses, before.maxUses)) {
    if (maxUses === undefined && !policy.allowUnlimited) throw new PolicyExceeded({ kind: 'unlimited' })
    if (maxUses !== undefined && maxUses > policy.maxUses)
      throw new PolicyExceeded({ kind: 'uses', most: policy.maxUses })
  }
  const isLonger =
    before === undefined ||
    isMore(expiresAt?.getTime(), before.expiresAt?.getTime()) ||
    (notBefore?.getTime() ?? 0) < (before.notBefore?.getTime() ?? 0)
  if (isLonger) {
    if (expiresAt === undefined) {
      if (!policy.allowNever) throw new PolicyExceeded({ kind: 'never' })
      return
    }
    const latest = latestEnd(policy, notBefore !== undefined && notBefore > now ? notBefore : now)
    if (expiresAt > latest) throw new PolicyExceeded({ kind: 'life', latest })
  }
}

/** Undefined is without a bound. */
const isMore = (one: number | undefined, other: number | undefined): boolean =>
  (one ?? Infinity) > (other ?? Infinity)

/**
 * Makes sure that this person may have so many keys more, and counts them. Call it before the keys are written, in the
 * same transaction: until its end, nobody else makes keys in that name.
 *
 * @param made how many of them are new, and not revoked ones that live again
 * @throws {PolicyExceeded}
 */
export async function ensureWithinQuota(
  trx: Db,
  policy: KeyPolicy,
  { issuer, made, alive, now }: { issuer: Issuer; made: number; alive: number; now: Date },
): Promise<void> {
  if (issuer.kind === 'system') return
  const { keysPerDay, pendingInvitations } = policy
  const ofToday = await countUpMade(trx, issuer.usersId, dayAt(now, policy.timeZone), made)
  if (ofToday > keysPerDay)
    throw new PolicyExceeded({
      kind: 'keys-per-day',
      most: keysPerDay,
      left: leftOf(keysPerDay, ofToday - made),
    })
  const pending = await countPending(trx, issuer.usersId, { now, atMost: pendingInvitations })
  if (pending + alive > pendingInvitations)
    throw new PolicyExceeded({
      kind: 'pending',
      most: pendingInvitations,
      left: leftOf(pendingInvitations, pending),
    })
}

const leftOf = (limit: number, taken: number): number => Math.max(0, limit - taken)
