import { z } from 'zod'
import { type Identity, noParticulars, type Particulars } from '../glpi'
import { change, type Db, select, uidToBytes } from '../shared/db'
import type { Fact, Question } from '../shared/facts-store'

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

/** What was typed of the person. */
export function personFrom(
  form: string,
): Pick<Identity, 'firstname' | 'realname'> & Pick<PendingAccount, 'particulars'> {
  const { firstname, realname, particulars } = Form.parse(JSON.parse(form))
  return { firstname, realname, particulars }
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

/** Whether registrations that wait have this login, or this address; `except` is one's own. */
export function heldQuestion(
  { login, email }: Identity,
  { now, except = noUid }: { now: Date; except?: string | undefined },
): Question {
  // Those whose time is over count no more, swept or not.
  const waiting = (column: 'login' | 'email') =>
    `(SELECT 'held-${column}' AS what, 0 AS id, '' AS text, '' AS detail
      FROM pending_accounts p JOIN registrations r ON r.uid = p.registration_uid
      WHERE p.${column} = ? AND r.state IN ('awaiting-confirmation', 'awaiting-approval') AND r.hold_until > ?
        AND r.uid <> ? LIMIT 1)`
  const own = uidToBytes(except)
  return { selects: [waiting('login'), waiting('email')], bindings: [login, now, own, email, now, own] }
}

/** Sure only while the identity mutexes of both have been held since before it was asked. */
export const heldFrom = (facts: readonly Fact[]): { login: boolean; email: boolean } => ({
  login: facts.some(({ what }) => what === 'held-login'),
  email: facts.some(({ what }) => what === 'held-email'),
})

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
