import { z } from 'zod'
import { change, type Db, select, uidToBytes } from '../shared/db'

/** How far somebody got with a key, before there is a registration. */
export const funnelSteps = ['opened', 'started', 'sent', 'refused'] as const
export type FunnelStep = (typeof funnelSteps)[number]

export interface FunnelCount {
  keyUid: string
  step: FunnelStep
  /** Why it was refused; empty for the step as such. */
  reason: string
  n: number
}

/** Adds to the counters in one statement. In order, so that two servers that write the same keys do not deadlock. */
export async function addToFunnel(db: Db, counts: readonly FunnelCount[], now: Date): Promise<void> {
  if (counts.length === 0) return
  const rows = counts.map(({ keyUid, step, reason, n }) => ({ uid: uidToBytes(keyUid), step, reason, n }))
  rows.sort(
    (one, other) =>
      Buffer.compare(one.uid, other.uid) ||
      one.step.localeCompare(other.step) ||
      one.reason.localeCompare(other.reason),
  )
  await change(
    db,
    `INSERT INTO key_funnel (key_uid, step, reason, n, last_at) VALUES ${rows.map(() => '(?, ?, ?, ?, ?)').join()}
     ON DUPLICATE KEY UPDATE n = n + VALUES(n), last_at = GREATEST(last_at, VALUES(last_at))`,
    rows.flatMap(({ uid, step, reason, n }) => [uid, step, reason, n, now]),
  )
}

const Row = z.object({ step: z.enum(funnelSteps), reason: z.string(), n: z.number() })

/** How many times each step was taken, and why forms were refused, the most frequent reason first. */
export interface FunnelSummary extends Record<FunnelStep, number> {
  reasons: { reason: string; n: number }[]
}

export async function readFunnel(db: Db, keyUid: string): Promise<FunnelSummary> {
  const rows = await select(
    db,
    Row,
    'SELECT step, reason, n FROM key_funnel WHERE key_uid = ? ORDER BY n DESC, reason',
    [uidToBytes(keyUid)],
  )
  const of = (step: FunnelStep) => rows.find((row) => row.step === step && row.reason === '')?.n ?? 0
  return {
    opened: of('opened'),
    started: of('started'),
    sent: of('sent'),
    refused: of('refused'),
    reasons: rows.filter(({ reason }) => reason !== '').map(({ reason, n }) => ({ reason, n })),
  }
}
