import type { Context } from '../context'
import { getKey, isAllowed } from '../keys'
import { type QueuedMail, ToldRequests } from '../mail'
import { findRequest, isOpen } from '../requests'
import { isStale, kept, type Told, tooLate } from './composing'

/** Those who still wait for an answer, as they asked. */
export async function composeRequests(context: Context, mail: QueuedMail): Promise<Told<'link-requested'>> {
  if (isStale(context, mail)) return tooLate
  const { db, config } = context
  const { requestUids, total } = ToldRequests.parse(mail.facts)
  const list = `${config.publicUrl}/console/requests`
  const requests = []
  for (const uid of requestUids) {
    const request = await findRequest(db, uid)
    if (request === undefined || !isOpen(request)) continue
    const key = await getKey(db, request.keyUid)
    const { address, note, refusal } = request
    const isInvited = key.isBound && isAllowed(key, address)
    requests.push({ address, note, refusal, isInvited, key: kept(context, key), url: `${list}/${uid}` })
  }
  if (requests.length === 0) return { withdraw: 'answered' }
  const unnamed = Math.max(0, total - requestUids.length)
  return { view: { requests, total: requests.length + unnamed, url: list } }
}
