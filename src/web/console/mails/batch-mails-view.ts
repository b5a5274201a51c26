import type { Context } from '../../../context'
import { countBatchMails } from '../../../keys'
import type { Desk } from '../desk'
import type { BatchMadeView } from '../views/making'

/** What there is to send of a batch. */
export async function batchMailsView(
  context: Context,
  { t }: Desk,
  batchUid: string,
): Promise<BatchMadeView['mails']> {
  const { invited, mailed } = await countBatchMails(context, batchUid)
  if (invited === 0) return undefined
  const words = t.mails.batch
  return {
    summary: words.summary(invited, mailed),
    rest: mailed > 0 && mailed < invited ? words.sendRest(invited - mailed) : undefined,
    all: words.sendAll(invited),
  }
}
