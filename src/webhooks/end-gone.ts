import { recordEvent } from '../audit'
import { queueMails } from '../mail'
import type { Clock } from '../shared/clock'
import type { Config } from '../shared/config'
import { type Db, inTransaction } from '../shared/db'
import type { Random } from '../shared/random'
import { giveUpWaiting } from './deliveries-store'
import { hostOf } from './endpoint'
import { findEndpoint, switchOff } from './endpoints-store'

export interface EndGoneDeps {
  db: Db
  clock: Clock
  random: Random
  config: Pick<Config, 'adminMail' | 'defaultLanguage'>
}

/** An endpoint has answered that it is gone for good: it is switched off, and whoever looks after the helpdesk told. */
export async function endGone(deps: EndGoneDeps, uid: string): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    const now = deps.clock.now()
    const endpoint = await findEndpoint(trx, uid)
    if (endpoint === undefined) return
    const isOurs = await switchOff(trx, uid, 'gone')
    await giveUpWaiting(trx, uid, { why: 'gone', now })
    if (!isOurs) return
    await recordEvent(trx, deps, {
      kind: 'webhook.switched-off',
      actor: { kind: 'system' },
      details: { webhook: uid, host: hostOf(endpoint), reason: 'gone' },
    })
    const { adminMail, defaultLanguage: language } = deps.config
    const facts = { webhookUid: uid, host: hostOf(endpoint) }
    await queueMails(
      trx,
      deps,
      adminMail.map((address) => ({ kind: 'webhook-gone', to: { address }, language, facts })),
    )
  })
}
