import { z } from 'zod'
import type { EntityScope } from '../glpi'
import { type ReleaseReason, releaseReasons, whereInScope } from '../keys'
import { type Db, select, uidFromBytes, uidToBytes } from '../shared/db'

/** A registration that waits no more. */
export interface EndedRegistration {
  uid: string
  /** Undefined: it has become an account. */
  endReason: ReleaseReason | undefined
  /** In `glpi_users`; undefined: nobody, or the server itself. */
  decidedBy: number | undefined
  at: Date
  /** Empty once the details were erased. */
  login: string
}

const Row = z
  .object({
    uid: z.instanceof(Buffer),
    end_reason: z.enum(releaseReasons).nullable(),
    decided_by: z.number().nullable(),
    at: z.date(),
    login: z.string().nullable(),
  })
  .transform((row): EndedRegistration => ({
    uid: uidFromBytes(row.uid),
    endReason: row.end_reason ?? undefined,
    decidedBy: row.decided_by ?? undefined,
    at: row.at,
    login: row.login ?? '',
  }))

/** What has become of those of these registrations that are over. */
export async function listEnded(
  db: Db,
  { scope, uids }: { scope: EntityScope; uids: readonly string[] },
): Promise<EndedRegistration[]> {
  if (uids.length === 0) return []
  const inScope = whereInScope(scope, { entity: 'r.entities_id', keyUid: 'r.key_uid' })
  return select(
    db,
    Row,
    `SELECT r.uid, r.end_reason, r.decided_by, COALESCE(r.ended_at, r.completed_at) AS at, d.login
     FROM registrations r LEFT JOIN registration_details d ON d.registration_uid = r.uid
     WHERE r.uid IN (${uids.map(() => '?').join()}) AND r.state IN ('completed', 'released') AND ${inScope.sql}
     ORDER BY r.uid`,
    [...uids.map(uidToBytes), ...inScope.bindings],
  )
}
