import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type Bindings, change, type Db, select } from '../shared/db'
import type { MailKind } from './outbox-store'

/** What people have sent: what goes out by itself is not counted against anybody. */
const countedKinds: readonly MailKind[] = ['invitation', 'reissued']

/**
 * Makes everybody who sends to one of these addresses, or for this administrator, wait until we are through: what was
 * sent can then be counted, which a neighbour's uncommitted rows would else escape. Rows are taken in one order,
 * against deadlocks; unlike GET_LOCK they hold across the nodes of a Galera cluster.
 */
export async function takeMailMutexes(
  trx: Db,
  { addresses, askedBy }: { addresses: readonly string[]; askedBy: number | undefined },
): Promise<void> {
  const names = new Set(addresses.map(mutexOf))
  if (askedBy !== undefined) names.add(`by ${askedBy}`)
  const rows = Array.from(names).sort()
  await change(
    trx,
    `INSERT INTO mail_mutex (name, n) VALUES ${rows.map(() => '(?, 1)').join()} ON DUPLICATE KEY UPDATE n = n + 1`,
    rows,
  )
}

/** One of 256 for an address, whatever its case: two that share one wait for each other now and then. */
const mutexOf = (address: string): string =>
  `to ${createHash('sha256').update(address.toLowerCase()).digest('hex').slice(0, 2)}`

const SentRow = z.object({ address: z.string(), created_at: z.date() })

/** When each of these addresses, in lower case, was sent something since then; the oldest first. */
export async function listSentTo(
  trx: Db,
  addresses: readonly string[],
  since: Date,
): Promise<Map<string, Date[]>> {
  const rows = await select(
    trx,
    SentRow,
    `SELECT d.address, o.created_at FROM outbox_details d STRAIGHT_JOIN outbox o ON o.uid = d.outbox_uid
     WHERE d.address IN (${addresses.map(() => '?').join()}) AND d.outbox_uid >= ? AND ${isCounted}
     ORDER BY d.outbox_uid`,
    [...addresses, firstUidOf(since), ...countedBindings(since)],
  )
  const times = new Map<string, Date[]>()
  for (const { address, created_at: at } of rows) {
    const known = times.get(address.toLowerCase())
    if (known === undefined) times.set(address.toLowerCase(), [at])
    else known.push(at)
  }
  return times
}

/** When this administrator sent something since then; the oldest first. */
export async function listSentBy(trx: Db, usersId: number, since: Date): Promise<Date[]> {
  const rows = await select(
    trx,
    z.object({ created_at: z.date() }),
    `SELECT o.created_at FROM outbox o
     WHERE o.asked_by = ? AND o.uid >= ? AND ${isCounted} ORDER BY o.uid`,
    [usersId, firstUidOf(since), ...countedBindings(since)],
  )
  return rows.map((row) => row.created_at)
}

const isCounted = `o.kind IN (${countedKinds.map(() => '?').join()}) AND o.state <> 'withdrawn' AND o.created_at > ?`
const countedBindings = (since: Date): Bindings => [...countedKinds, since]

/** A uid begins with the time it was made at, so that an index on uids has the newest at its end. */
function firstUidOf(instant: Date): Buffer {
  const bytes = Buffer.alloc(16)
  bytes.writeUIntBE(Math.max(0, instant.getTime()), 0, 6)
  return bytes
}
