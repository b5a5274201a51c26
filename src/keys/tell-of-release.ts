import { z } from 'zod'
import { type NewMail, queueMails } from '../mail'
import type { Clock } from '../shared/clock'
import { type Db, select, uidFromBytes, uidToBytes } from '../shared/db'
import type { Random } from '../shared/random'
import type { HeldUse, ReleaseReason } from './holds-store'

/** Nobody is written to about what they had erased, or what their own press told them. */
const told: ReadonlySet<ReleaseReason> = new Set(['undecided', 'rejected', 'revoked'])

/**
 * Has those hear of it who were told to wait for a decision. Call it before what they typed is forgotten. Whoever never
 * confirmed their address hears nothing: it may be somebody else's.
 */
export async function tellOfRelease(
  trx: Db,
  tools: { clock: Clock; random: Random },
  holds: readonly HeldUse[],
  reason: ReleaseReason,
): Promise<void> {
  const waited = holds.filter(({ state }) => state === 'awaiting-approval')
  if (waited.length === 0 || !told.has(reason)) return
  const keyOf = new Map(waited.map(({ registrationUid, keyUid }) => [registrationUid, keyUid]))
  const mails = (await listWaiting(trx, Array.from(keyOf.keys()))).map(
    ({ uid, address, language }): NewMail => ({
      kind: 'not-approved',
      to: { address },
      language,
      keyUid: keyOf.get(uid),
      registrationUid: uid,
    }),
  )
  if (mails.length > 0) await queueMails(trx, tools, mails)
}

const Row = z
  .object({ registration_uid: z.instanceof(Buffer), email: z.string(), form: z.string() })
  .transform((row) => ({
    uid: uidFromBytes(row.registration_uid),
    address: row.email,
    language: z.object({ language: z.string() }).parse(JSON.parse(row.form)).language,
  }))

const listWaiting = (trx: Db, uids: readonly string[]) =>
  select(
    trx,
    Row,
    `SELECT registration_uid, email, form FROM pending_accounts
     WHERE registration_uid IN (${uids.map(() => '?').join()}) ORDER BY registration_uid`,
    uids.map(uidToBytes),
  )
