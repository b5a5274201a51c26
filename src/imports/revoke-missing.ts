import { countRevocable, revokeKeys } from '../keys'
import type { Clock } from '../shared/clock'
import type { Db } from '../shared/db'
import { AppError } from '../shared/errors'
import type { Random } from '../shared/random'
import { listLivingKeys } from './known-rows-store'
import type { Importer } from './outcome'
import { findSource } from './sources-store'

interface ListDeps {
  db: Db
  clock: Clock
}

/** More at once would be a long answer. */
const membersAtOnce = 1_000

/**
 * The keys of a list that people may still come to use, in order of uid: whoever has the list at hand knows which of
 * them are in it no more. Only those that this person may see are listed.
 *
 * @throws {AppError} NOT_FOUND when there is no such list
 */
export async function listSourceKeys(
  { db, clock }: ListDeps,
  { scope }: Pick<Importer, 'scope'>,
  source: string,
  after: string | undefined,
): Promise<{ keyUids: string[]; next: string | undefined }> {
  const found = await findSource(db, source)
  if (found === undefined)
    throw new AppError('NOT_FOUND', `nothing was ever imported into ${JSON.stringify(source)}`)
  const keyUids = await listLivingKeys(db, found, { scope, after, limit: membersAtOnce, now: clock.now() })
  return { keyUids, next: keyUids.length < membersAtOnce ? undefined : keyUids.at(-1) }
}

/**
 * Ends keys whose rows are gone from their list, those of them that this person looks after.
 *
 * @returns how many were, or would be, revoked
 * @throws {AppError} NOT_ALLOWED
 */
export async function revokeMissing(
  deps: ListDeps & { random: Random },
  { actor, scope, mayUpdate }: Importer,
  { keyUids, dryRun }: { keyUids: readonly string[]; dryRun: boolean },
): Promise<number> {
  if (!mayUpdate) throw new AppError('NOT_ALLOWED', 'your profile in GLPI does not let you update users')
  const selection = { scope, uids: keyUids }
  if (dryRun) return (await countRevocable(deps.db, selection, deps.clock.now())).alive
  return revokeKeys(deps, { actor }, selection, 'no longer in the imported list')
}
