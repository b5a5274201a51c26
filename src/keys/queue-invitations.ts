import type { EventActor } from '../audit'
import { recordEvents } from '../audit'
import { ensureMaySend, type MailLimits, queueMails } from '../mail'
import type { Clock } from '../shared/clock'
import type { Config } from '../shared/config'
import type { Db } from '../shared/db'
import { languageFrom } from '../shared/i18n'
import type { Random } from '../shared/random'
import type { Sealer } from '../shared/sealing'
import type { Code } from './code'

export interface QueueInvitationsDeps {
  clock: Clock
  random: Random
  sealer: Sealer
  config: MailLimits & Pick<Config, 'defaultLanguage'>
}

/** A key and the addresses that its link is mailed to, each by itself. */
export interface InvitedKey {
  uid: string
  addresses: readonly string[]
  /** As GLPI has it. */
  language: string | undefined
  /** When it is kept nowhere else: it then travels with the mail, sealed, until that is sent. */
  code: Code | undefined
}

/**
 * Has invitations sent, in the transaction that makes them true. That they were sent is recorded for each key, since
 * whoever reads such a mail can use the key.
 *
 * @param now the mails are limited as of then
 * @returns how many mails there are
 * @throws {SendingLimited}
 */
export async function queueInvitations(
  trx: Db,
  deps: QueueInvitationsDeps,
  actor: EventActor,
  keys: readonly InvitedKey[],
  kind: 'invitation' | 'reissued' = 'invitation',
): Promise<number> {
  const askedBy = actor.kind === 'user' ? actor.usersId : undefined
  const invited = keys.filter(({ addresses }) => addresses.length > 0)
  const mails = invited.flatMap(({ uid, addresses, language, code }) =>
    addresses.map((address) => ({
      kind,
      to: { address },
      language: languageFrom(language) ?? deps.config.defaultLanguage,
      keyUid: uid,
      askedBy,
      sealedCode: code === undefined ? undefined : Buffer.from(deps.sealer.seal('mail', code.normalForm)),
    })),
  )
  if (mails.length === 0) return 0
  const addresses = mails.map(({ to }) => to.address)
  await ensureMaySend(trx, deps.config, { addresses, askedBy, now: deps.clock.now() })
  await queueMails(trx, deps, mails)
  await recordEvents(
    trx,
    deps,
    invited.map((key) => ({
      kind: 'key.sent' as const,
      actor,
      keyUid: key.uid,
      details: { mails: key.addresses.length },
    })),
  )
  return mails.length
}
