import { z } from 'zod'
import { type Bindings, change, type Db, insertRows, retryTransient, select, uidToBytes } from './db'

/** What is known of a job in the background. */
export interface JobState {
  name: string
  /** Until then somebody is at it, unless they died. */
  leasedUntil: Date | undefined
  dueAt: Date
  beganAt: Date | undefined
  endedAt: Date | undefined
  /** What the last run did, or why it failed. */
  outcome: string | undefined
  /** Runs in a row that failed, up to the last one. */
  failures: number
}

const instant = z
  .date()
  .nullable()
  .transform((at) => at ?? undefined)

const JobRow = z
  .object({
    name: z.string(),
    leased_until: instant,
    due_at: z.date(),
    began_at: instant,
    ended_at: instant,
    outcome: z.string().nullable(),
    failures: z.number(),
  })
  .transform((row): JobState => ({
    name: row.name,
    leasedUntil: row.leased_until,
    dueAt: row.due_at,
    beganAt: row.began_at,
    endedAt: row.ended_at,
    outcome: row.outcome ?? undefined,
    failures: row.failures,
  }))

/** Every job that has ever been due on this database. */
export function listJobs(db: Db): Promise<JobState[]> {
  return select(
    db,
    JobRow,
    'SELECT name, leased_until, due_at, began_at, ended_at, outcome, failures FROM jobs ORDER BY name',
  )
}

/** A job is due as soon as somebody knows of it. */
export async function ensureJobs(db: Db, names: readonly string[], now: Date): Promise<void> {
  const rows = names.map((name) => [name, now])
  await retryTransient(() => insertRows(db, 'jobs (name, due_at)', rows, 'INSERT IGNORE INTO'))
}

export interface Lease {
  name: string
  /** Of this one run: a process that was thought dead has another. */
  uid: string
}

/** Takes the job for oneself until `until`, unless somebody has it. The row count is the answer. */
export async function takeJob(
  db: Db,
  { name, uid }: Lease,
  { now, until, onlyIfDue }: { now: Date; until: Date; onlyIfDue: boolean },
): Promise<boolean> {
  const { affectedRows } = await retryTransient(() =>
    change(
      db,
      `UPDATE jobs SET leased_by = ?, leased_until = ?, began_at = ?
       WHERE name = ? AND (leased_until IS NULL OR leased_until <= ?)${onlyIfDue ? ' AND due_at <= ?' : ''}`,
      [uidToBytes(uid), until, now, name, now, ...(onlyIfDue ? [now] : [])],
    ),
  )
  return affectedRows === 1
}

/** @returns false when it lapsed and somebody else has the job */
export async function renewLease(db: Db, { name, uid }: Lease, until: Date): Promise<boolean> {
  const { affectedRows } = await retryTransient(() =>
    change(db, 'UPDATE jobs SET leased_until = ? WHERE name = ? AND leased_by = ?', [
      until,
      name,
      uidToBytes(uid),
    ]),
  )
  return affectedRows === 1
}

export interface JobEnd {
  now: Date
  dueAt: Date
  /** Undefined: what the last run said stays. */
  outcome: string | undefined
  failed: boolean
}

const ending = `due_at = ?, ended_at = ?, failures = CASE WHEN ? IS NULL THEN failures WHEN ? THEN failures + 1 ELSE 0 END,
  outcome = COALESCE(?, outcome)`
const endingBindings = ({ dueAt, now, outcome, failed }: JobEnd): Bindings => {
  const words = outcome?.slice(0, 255) ?? null
  return [dueAt, now, words, failed, words]
}

/** Whoever lost the lease has nothing to say any more. */
export async function endJob(db: Db, { name, uid }: Lease, end: JobEnd): Promise<void> {
  await retryTransient(() =>
    change(
      db,
      `UPDATE jobs SET leased_by = NULL, leased_until = NULL, ${ending} WHERE name = ? AND leased_by = ?`,
      [...endingBindings(end), name, uidToBytes(uid)],
    ),
  )
}

/**
 * For a job that many processes do at once and that has no lease. That there was nothing to do is written down once in
 * `quietMs`, since somebody looks every few seconds.
 */
export async function noteRun(
  db: Db,
  name: string,
  end: JobEnd & { beganAt: Date },
  quietMs: number,
): Promise<void> {
  const isQuiet = end.outcome === undefined
  await retryTransient(() =>
    change(
      db,
      `UPDATE jobs SET began_at = ?, ${ending} WHERE name = ? AND (NOT ? OR ended_at IS NULL OR ended_at <= ?)`,
      [end.beganAt, ...endingBindings(end), name, isQuiet, new Date(end.now.getTime() - quietMs)],
    ),
  )
}
