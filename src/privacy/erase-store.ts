import { change, type Db, uidToBytes } from '../shared/db'
import { marks } from './empty-keys-store'
import type { Person } from './identify-person'

type Values = readonly (string | Buffer)[]

async function deleteWhere(trx: Db, table: string, column: string, values: Values): Promise<void> {
  if (values.length === 0) return
  await change(trx, `DELETE FROM ?? WHERE ?? IN (${marks(values)})`, [table, column, ...values])
}

export async function deleteRegistrationDetailsOf(
  trx: Db,
  registrationUids: readonly string[],
): Promise<void> {
  const uids = registrationUids.map(uidToBytes)
  await deleteWhere(trx, 'registration_details', 'registration_uid', uids)
  await deleteWhere(trx, 'pending_accounts', 'registration_uid', uids)
}

/** What keys for others say of them, too. A key that was bound to their address stays bound, to the rest. */
export async function leaveKeysOfOthers(
  trx: Db,
  { emails, logins, names }: Person,
  sharedKeyUids: readonly string[],
): Promise<void> {
  await deleteWhere(trx, 'key_addresses', 'address', emails)
  await deleteWhere(trx, 'mailbox_proofs', 'address', emails)
  await deleteWhere(trx, 'link_requests', 'address', emails)
  const uids = sharedKeyUids.map(uidToBytes)
  const values = [...emails, ...logins, ...names.flatMap(({ firstname, realname }) => [firstname, realname])]
  if (uids.length === 0 || values.length === 0) return
  await change(
    trx,
    `DELETE FROM key_fields WHERE key_uid IN (${marks(uids)}) AND value IN (${marks(values)})`,
    [...uids, ...values],
  )
}

export async function forgetMails(trx: Db, mailUids: readonly string[]): Promise<void> {
  if (mailUids.length === 0) return
  const uids = mailUids.map(uidToBytes)
  await change(
    trx,
    `UPDATE outbox SET state = 'withdrawn', due_at = NULL, failure = 'erased'
     WHERE uid IN (${marks(uids)}) AND state = 'waiting'`,
    uids,
  )
  await deleteWhere(trx, 'outbox_details', 'outbox_uid', uids)
}

/** @param uidsOf events, and of API tokens, whose last use stays without the address */
export async function forgetOriginsOf(trx: Db, uidsOf: readonly string[]): Promise<void> {
  const uids = uidsOf.map(uidToBytes)
  if (uids.length === 0) return
  await deleteWhere(trx, 'event_network', 'event_uid', uids)
  await change(trx, `UPDATE api_token_uses SET ip = NULL WHERE token_uid IN (${marks(uids)})`, uids)
}

export async function forgetMutexes(trx: Db, { emails, logins }: Person): Promise<void> {
  const values = [...logins, ...emails]
  if (values.length === 0) return
  await change(
    trx,
    `DELETE FROM identity_mutex WHERE kind IN ('login', 'email') AND value IN (${marks(values)})`,
    values,
  )
}
