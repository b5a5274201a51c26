import { z } from 'zod'
import { type Identity, noParticulars, type Particulars } from '../glpi'
import { change, type Db, select, uidToBytes } from '../shared/db'

/** What an account will be made of once its registration is completed. */
export interface PendingAccount {
  identity: Identity
  particulars: Particulars
  /** As PHP's `password_verify` wants it. */
  passwordHash: string
  /** Of its mails: that in which the form was read. */
  language: string
}

const Form = z.object({
  firstname: z.string(),
  realname: z.string(),
  language: z.string(),
  /** Those that wait since before there were any say nothing. */
  particulars: z
    .object({
      phone: z.string(),
      mobile: z.string(),
      registrationNumber: z.string(),
      usertitlesId: z.number(),
      usercategoriesId: z.number(),
      locationsId: z.number(),
      language: z.string().optional(),
    })
    .transform((said): Particulars => ({ ...said, language: said.language }))
    .default(noParticulars),
})

/** What the account will be called, of what was typed. */
export function namesFrom(form: string): { firstname: string; realname: string } {
  const { firstname, realname } = Form.parse(JSON.parse(form))
  return { firstname, realname }
}

const Row = z
  .object({ login: z.string(), email: z.string(), form: z.string(), password_hash: z.string() })
  .transform(({ login, email, form, password_hash: passwordHash }): PendingAccount => {
    const { language, particulars, ...names } = Form.parse(JSON.parse(form))
    return { identity: { login, email, ...names }, particulars, passwordHash, language }
  })

export async function insertPendingAccount(
  trx: Db,
  registrationUid: string,
  { identity, particulars, passwordHash, language }: PendingAccount,
): Promise<void> {
  const { login, email, firstname, realname } = identity
  await change(
    trx,
    `INSERT INTO pending_accounts (registration_uid, login, email, form, password_hash) VALUES (?, ?, ?, ?, ?)`,
    [
      uidToBytes(registrationUid),
      login,
      email,
      JSON.stringify({ firstname, realname, language, particulars } satisfies z.input<typeof Form>),
      passwordHash,
    ],
  )
}

export async function findPendingAccount(
  db: Db,
  registrationUid: string,
): Promise<PendingAccount | undefined> {
  const [row] = await select(
    db,
    Row,
    'SELECT login, email, form, password_hash FROM pending_accounts WHERE registration_uid = ?',
    [uidToBytes(registrationUid)],
  )
  return row
}

export async function deletePendingAccount(trx: Db, registrationUid: string): Promise<void> {
  await change(trx, 'DELETE FROM pending_accounts WHERE registration_uid = ?', [uidToBytes(registrationUid)])
}

/** Whether the account waits for this address. Written, so that a change of address and a mail cannot pass each other. */
export async function countMailTo(trx: Db, registrationUid: string, address: string): Promise<boolean> {
  const { affectedRows } = await change(
    trx,
    'UPDATE pending_accounts SET mails = mails + 1 WHERE registration_uid = ? AND email = ?',
    [uidToBytes(registrationUid), address],
  )
  return affectedRows === 1
}

/** The account waits for another address from now on. */
export async function replaceAddress(trx: Db, registrationUid: string, address: string): Promise<void> {
  await change(trx, 'UPDATE pending_accounts SET email = ?, mails = 0 WHERE registration_uid = ?', [
    address,
    uidToBytes(registrationUid),
  ])
}

const Held = z.object({ login: z.coerce.number(), email: z.coerce.number() })

/**
 * Whether registrations that wait have this login, or this address; `except` is one's own. Those whose time is over
 * count no more, swept or not.
 *
 * Sure only while the identity mutexes of both are held.
 */
export async function findHeldIdentity(
  db: Db,
  { login, email }: Identity,
  { now, except }: { now: Date; except?: string | undefined },
): Promise<{ login: boolean; email: boolean }> {
  const [row] = await select(
    db,
    Held,
    `SELECT COALESCE(MAX(p.login = ?), 0) AS login, COALESCE(MAX(p.email = ?), 0) AS email
     FROM (SELECT registration_uid FROM pending_accounts WHERE login = ?
       UNION SELECT registration_uid FROM pending_accounts WHERE email = ?) found
     JOIN pending_accounts p ON p.registration_uid = found.registration_uid
     JOIN registrations r ON r.uid = found.registration_uid
     WHERE r.state IN ('awaiting-confirmation', 'awaiting-approval') AND r.hold_until > ? AND r.uid <> ?`,
    [login, email, login, email, now, uidToBytes(except ?? noUid)],
  )
  return { login: row?.login === 1, email: row?.email === 1 }
}

/** Which of these logins are of registrations that wait. */
export async function findHeldLogins(db: Db, logins: readonly string[], now: Date): Promise<string[]> {
  if (logins.length === 0) return []
  const rows = await select(
    db,
    z.object({ login: z.string() }),
    `SELECT p.login FROM pending_accounts p JOIN registrations r ON r.uid = p.registration_uid
     WHERE p.login IN (${logins.map(() => '?').join()}) AND r.hold_until > ?`,
    [...logins, now],
  )
  return rows.map(({ login }) => login)
}

const noUid = '00000000-0000-0000-0000-000000000000'
