import { confirmationLink, issueConfirmationSecret } from '../../src/registration'
import type { Answer } from './browser'
import type { GivenKey } from './builders'
import { keepSecret } from './evidence'
import type { TestApp } from './test-app'

export interface HeldRow {
  uid: string
  state: string
  email: string
  reason: string | null
  proof: string | null
}

const bytesOf = (uid: string): Buffer => Buffer.from(uid.replaceAll('-', ''), 'hex')

/** Every registration of a key, the oldest first. */
export async function registrationsOf({ database }: TestApp, { uid }: GivenKey): Promise<HeldRow[]> {
  return database.sql<HeldRow>(
    `SELECT LOWER(INSERT(INSERT(INSERT(INSERT(HEX(r.uid), 9, 0, '-'), 14, 0, '-'), 19, 0, '-'), 24, 0, '-')) AS uid,
       r.state, d.email, r.end_reason AS reason, r.address_proof AS proof
     FROM ??.registrations r LEFT JOIN ??.registration_details d ON d.registration_uid = r.uid
     WHERE r.key_uid = ? ORDER BY r.uid`,
    [database.database, database.database, bytesOf(uid)],
  )
}

/** The only registration of a key. */
export async function registrationOf(app: TestApp, key: GivenKey): Promise<HeldRow> {
  const [row, ...others] = await registrationsOf(app, key)
  if (row === undefined || others.length > 0) throw new Error('there is not exactly one registration')
  return row
}

/** The kinds of the mails that were queued for an address, the oldest first. */
export async function mailsTo({ database }: TestApp, address: string): Promise<string[]> {
  const rows = await database.sql<{ kind: string }>(
    `SELECT o.kind FROM ??.outbox o JOIN ??.outbox_details d ON d.outbox_uid = o.uid
     WHERE d.address = ? ORDER BY o.uid`,
    [database.database, database.database, address],
  )
  return rows.map(({ kind }) => kind)
}

/** What the mail that asks for a confirmation brings; undefined when it would not be sent any more. */
export async function mailedPath(
  app: TestApp,
  { uid, email }: Pick<HeldRow, 'uid' | 'email'>,
): Promise<string | undefined> {
  const secret = await issueConfirmationSecret(app.context, { registrationUid: uid, address: email })
  if (secret === undefined) return undefined
  keepSecret(secret)
  const base = new URL(app.url).pathname.replace(/\/$/, '')
  return new URL(confirmationLink(app.url, secret)).pathname.slice(base.length)
}

/** The fields of the form on a page that goes to this action, hidden ones. */
export function hiddenOf({ text }: Answer, action: string): Record<string, string> {
  const form = text
    .split('<form')
    .slice(1)
    .find((one) => new RegExp(`action="[^"]*${action}"`).test(one))
  if (form === undefined) throw new Error(`the page has no form for ${action}: ${text.slice(0, 2000)}`)
  const inputs = form
    .slice(0, form.indexOf('</form>'))
    .matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)
  return Object.fromEntries(Array.from(inputs, ([, name = '', value = '']) => [name, value]))
}

export async function countPending({ database }: TestApp): Promise<number> {
  const [row] = await database.sql<{ n: number }>('SELECT COUNT(*) AS n FROM ??.pending_accounts', [
    database.database,
  ])
  return Number(row?.n)
}
