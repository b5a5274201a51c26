import type { EventActor } from '../audit'
import { withdrawInvitations } from '../mail'
import type { Db } from '../shared/db'
import { listAddressesOfRegistered } from './invited-addresses-store'
import type { KeyRing } from './key-ring'
import { queueInvitations, type QueueInvitationsDeps } from './queue-invitations'
import type { ReissuedKey } from './reissue-key'

/**
 * Mails the new link of a key, in the transaction that makes it, to those of its addresses that have not joined with
 * it. Whatever waits to go to them is replaced.
 *
 * @returns how many mails there are
 * @throws {SendingLimited}
 */
export async function mailNewLink(
  deps: QueueInvitationsDeps & { keyRing: KeyRing | undefined },
  trx: Db,
  actor: EventActor,
  { key, code }: ReissuedKey,
): Promise<number> {
  const { uid, language } = key
  const joined = await listAddressesOfRegistered(trx, uid)
  const addresses = key.addresses.filter((address) => !joined.has(address.toLowerCase()))
  await withdrawInvitations(trx, [uid], { why: 'sent-again', now: deps.clock.now(), to: addresses })
  const travelling = deps.keyRing === undefined ? code : undefined
  return queueInvitations(trx, deps, actor, [{ uid, addresses, language, code: travelling }], 'reissued')
}
