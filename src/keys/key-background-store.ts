import { z } from 'zod'
import { type Db, select, uidFromBytes, uidToBytes } from '../shared/db'

/** What is told of a key on its own page, and needed nowhere else. */
export interface KeyBackground {
  /** Why it was revoked, in somebody's words. */
  revokedReason: string | undefined
  batch: { uid: string; label: string } | undefined
  /** The preset it was made with, which may have been deleted since. */
  preset: { uid: string; name: string } | undefined
}

const Row = z.object({
  revoked_reason: z.string().nullable(),
  batch_uid: z.instanceof(Buffer).nullable(),
  batch_label: z.string().nullable(),
  preset_uid: z.instanceof(Buffer).nullable(),
  preset_name: z.string().nullable(),
})

export async function readKeyBackground(db: Db, keyUid: string): Promise<KeyBackground> {
  const [row] = await select(
    db,
    Row,
    `SELECT k.revoked_reason, b.uid AS batch_uid, b.label AS batch_label,
       p.uid AS preset_uid, p.name AS preset_name
     FROM registration_keys k LEFT JOIN batches b ON b.uid = k.batch_uid LEFT JOIN presets p ON p.uid = k.preset_uid
     WHERE k.uid = ?`,
    [uidToBytes(keyUid)],
  )
  const batch = row?.batch_uid ?? undefined
  const preset = row?.preset_uid ?? undefined
  return {
    revokedReason: row?.revoked_reason ?? undefined,
    batch: batch === undefined ? undefined : { uid: uidFromBytes(batch), label: row?.batch_label ?? '' },
    preset: preset === undefined ? undefined : { uid: uidFromBytes(preset), name: row?.preset_name ?? '' },
  }
}
