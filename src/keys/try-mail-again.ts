import { recordEvent } from '../audit'
import type { GlpiWatch } from '../glpi'
import { listDeliveriesOf, retryMail } from '../mail'
import type { Clock } from '../shared/clock'
import { type Db, inTransaction } from '../shared/db'
import { AppError } from '../shared/errors'
import type { Random } from '../shared/random'
import { ensureCouldMake, type KeyKeeper } from './could-make'
import { getKey } from './revoke-key'

export interface TryMailAgainDeps {
  db: Db
  glpi: GlpiWatch
  clock: Clock
  random: Random
}

/** More than a key of the most addresses has. */
const mailsAtMost = 10_000

/**
 * Has a mail about a key that failed sent once more, as it was. As good as sending the invitation again, so for the
 * same people; and not counted against any limit, since nothing arrived.
 *
 * @throws {AppError} NOT_FOUND unless it is a mail about this key that has failed; NOT_ALLOWED, KEY_ISSUER_REFUSED,
 *   KEY_GRANT_REFUSED
 */
export async function tryMailAgain(
  deps: TryMailAgainDeps,
  by: KeyKeeper,
  { keyUid, mailUid }: { keyUid: string; mailUid: string },
): Promise<void> {
  const side = await deps.glpi.side()
  await inTransaction(deps.db, async (trx) => {
    const now = deps.clock.now()
    const key = await getKey(trx, keyUid)
    await ensureCouldMake(trx, side, by, key, now)
    const isOfKey = (await listDeliveriesOf(trx, keyUid, mailsAtMost)).some(({ uid }) => uid === mailUid)
    if (!isOfKey || !(await retryMail(trx, mailUid, now)))
      throw new AppError('NOT_FOUND', `key ${keyUid} has no mail ${mailUid} that has failed`)
    await recordEvent(trx, deps, { kind: 'key.sent', actor: by.actor, keyUid, details: { mails: 1 } })
  })
}
