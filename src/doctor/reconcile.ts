import { uidToBytes } from '../shared/db'
import type { Db } from '../shared/db'
import {
  type CountedUses,
  listBesideAccounts,
  listCountedUses,
  type RegistrationBesideAccount,
} from './reconcile-store'

export interface Reconciliation {
  /** How many were compared. */
  registrations: number
  keys: number
  /** GLPI has no account with this number. */
  withoutAccount: RegistrationBesideAccount[]
  /** It has one that is not theirs: numbers are given again after a restore. */
  ofSomebodyElse: RegistrationBesideAccount[]
  /** Neither a login nor a time is there to compare. */
  unknown: number
  usesThatDoNotAddUp: CountedUses[]
}

const atOnce = 1_000
/** The account is made in the transaction of its registration, with the same clock; GLPI keeps whole seconds. */
const toleranceMs = 60_000

/**
 * Compares what we know of registrations with the accounts that GLPI has, for after a restore: one of the two databases
 * may be older than the other. By number first, then by the time the account was made, which nothing changes, and where
 * GLPI has none by login; a login alone proves nothing, since GLPI lets people be renamed.
 */
export async function reconcile(db: Db, glpiDatabase: string): Promise<Reconciliation> {
  const result: Reconciliation = {
    registrations: 0,
    keys: 0,
    withoutAccount: [],
    ofSomebodyElse: [],
    unknown: 0,
    usesThatDoNotAddUp: [],
  }
  for await (const one of inOrder(
    (after) => listBesideAccounts(db, glpiDatabase, { after, limit: atOnce }),
    uidOf,
  )) {
    const verdict = judge(one)
    result.registrations += 1
    if (verdict === 'none') result.withoutAccount.push(one)
    if (verdict === 'somebody-else') result.ofSomebodyElse.push(one)
    if (verdict === 'unknown') result.unknown += 1
  }
  for await (const uses of inOrder((after) => listCountedUses(db, { after, limit: atOnce }), keyUidOf)) {
    result.keys += 1
    if (!addsUp(uses)) result.usesThatDoNotAddUp.push(uses)
  }
  return result
}

const uidOf = ({ uid }: RegistrationBesideAccount): string => uid
const keyUidOf = ({ keyUid }: CountedUses): string => keyUid

async function* inOrder<T>(
  next: (after: Buffer) => Promise<T[]>,
  uid: (row: T) => string,
): AsyncGenerator<T> {
  let after: Buffer = Buffer.alloc(16)
  for (;;) {
    const rows = await next(after)
    yield* rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < atOnce) return
    after = uidToBytes(uid(last))
  }
}

function judge({
  account,
  login,
  completedAt,
}: RegistrationBesideAccount): 'theirs' | 'none' | 'somebody-else' | 'unknown' {
  if (account === undefined) return 'none'
  if (account.createdAt !== undefined) {
    const apart = Math.abs(account.createdAt.getTime() - completedAt.getTime())
    return apart <= toleranceMs ? 'theirs' : 'somebody-else'
  }
  if (login === undefined) return 'unknown'
  return login.toLowerCase() === account.login.toLowerCase() ? 'theirs' : 'somebody-else'
}

const addsUp = ({ completed, held }: CountedUses): boolean =>
  completed.counted === completed.registered && held.counted === held.registered
