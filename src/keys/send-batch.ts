import type { EntityScope, GlpiWatch } from '../glpi'
import { withdrawInvitations } from '../mail'
import { type Db, inTransaction } from '../shared/db'
import { AppError } from '../shared/errors'
import { type InvitedOfBatch, listInvitedOfBatch } from './batch-mails-store'
import type { KeyKeeper } from './could-make'
import { ensureCouldMakeAll } from './could-make-all'
import { queueInvitations, type QueueInvitationsDeps } from './queue-invitations'

export interface SendBatchDeps extends QueueInvitationsDeps {
  db: Db
  glpi: GlpiWatch
}

export interface BatchSending {
  batchUid: string
  /** Who asks sees nothing beyond these entities. */
  scope: EntityScope
  /** Everybody who can still join, or only those who were not sent their link yet. */
  to: 'all' | 'rest'
}

/**
 * Mails the links of a batch to those who can still join with them: all of them or, when that were too many, none. A
 * mailed link is as good as the key: only for who could make these very keys now.
 *
 * @returns how many mails there are
 * @throws {AppError} NOT_FOUND, NOT_ALLOWED, KEY_ISSUER_REFUSED, KEY_GRANT_REFUSED
 * @throws {SendingLimited}
 */
export async function sendBatch(
  deps: SendBatchDeps,
  by: KeyKeeper,
  { batchUid, scope, to }: BatchSending,
): Promise<number> {
  const side = await deps.glpi.side()
  return inTransaction(deps.db, async (trx) => {
    const now = deps.clock.now()
    const invited = await listInvitedOfBatch(trx, batchUid, now)
    if (invited.length === 0) throw nobody(batchUid)
    await ensureCouldMakeAll(trx, side, by, { keys: invited, scope, now })

    const chosen = sendable(invited).filter(({ wasMailed }) => to === 'all' || !wasMailed)
    const uids = chosen.map(({ uid }) => uid)
    await withdrawInvitations(trx, uids, { why: 'sent-again', now })
    return queueInvitations(
      trx,
      deps,
      by.actor,
      chosen.map((key) => ({ ...key, code: undefined })),
    )
  })
}

/** How many could be sent their link, and how many of them were. */
export async function countBatchMails(
  { db, clock }: Pick<SendBatchDeps, 'db' | 'clock'>,
  batchUid: string,
): Promise<{ invited: number; mailed: number }> {
  const invited = sendable(await listInvitedOfBatch(db, batchUid, clock.now()))
  return { invited: invited.length, mailed: invited.filter(({ wasMailed }) => wasMailed).length }
}

const sendable = (keys: readonly InvitedOfBatch[]) => keys.filter(({ isSealed }) => isSealed)

const nobody = (batchUid: string) =>
  new AppError('NOT_FOUND', `there is nobody in batch ${batchUid} who could be sent a link`)
