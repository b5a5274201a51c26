import { uidFromBytes, uidToBytes } from '../../src/shared/db'
import type { TestDatabase } from './test-database'

export interface OutboxRow {
  uid: string
  kind: string
  state: string
  keyUid: string | undefined
  address: string | undefined
  language: string
  facts: Record<string, unknown>
  sealedCode: Buffer | null
  failure: string | null
  dueAt: Date | null
  usersId: number | null
  registrationUid: string | undefined
}

/** Every mail there is, in the order in which they were queued. */
export async function outboxOf({ database, sql }: TestDatabase, kind?: string): Promise<OutboxRow[]> {
  const rows = await sql<{
    uid: Buffer
    kind: string
    state: string
    key_uid: Buffer | null
    address: string | null
    language: string
    facts: string
    sealed_code: Buffer | null
    failure: string | null
    due_at: Date | null
    users_id: number | null
    registration_uid: Buffer | null
  }>(
    `SELECT o.*, d.address, d.sealed_code FROM ??.outbox o LEFT JOIN ??.outbox_details d ON d.outbox_uid = o.uid
     ORDER BY o.created_at, d.address`,
    [database, database],
  )
  return rows
    .filter((row) => kind === undefined || row.kind === kind)
    .map((row) => ({
      uid: uidFromBytes(row.uid),
      kind: row.kind,
      state: row.state,
      keyUid: row.key_uid === null ? undefined : uidFromBytes(row.key_uid),
      address: row.address ?? undefined,
      language: row.language,
      facts: JSON.parse(row.facts) as Record<string, unknown>,
      sealedCode: row.sealed_code,
      failure: row.failure,
      dueAt: row.due_at,
      usersId: row.users_id,
      registrationUid: row.registration_uid === null ? undefined : uidFromBytes(row.registration_uid),
    }))
}

/** As if the worker had been at it. */
export async function markMail(
  { database, sql }: TestDatabase,
  keyUid: string,
  outcome: { sentAt: Date } | { failure: string },
): Promise<void> {
  const [state, failure, sentAt] =
    'sentAt' in outcome ? ['sent', null, outcome.sentAt] : ['failed', outcome.failure, null]
  await sql(
    `UPDATE ??.outbox SET state = ?, failure = ?, sent_at = ?, due_at = NULL, attempts = attempts + 1
     WHERE key_uid = ? AND state = 'waiting'`,
    [database, state, failure, sentAt, uidToBytes(keyUid)],
  )
}
