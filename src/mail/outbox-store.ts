import type { Clock } from '../shared/clock'
import { type Db, insertRows, uidToBytes } from '../shared/db'
import { newUid, type Random } from '../shared/random'

/**
 * Every mail there is. To the invited: `invitation`, `reminder`, `reissued` and `confirmation` (of their address), or
 * `account-exists` (to whose address it is, when somebody types that of an account), then `welcome`. To the inviter:
 * `joined`, `lapsed` (it ended unused), `key-in-trouble`, `link-requested` (of a link that is refused). To administrators: `keys-ending`,
 * `issuer-gone`, `webhook-gone`. Where keys ask
 * for approval: `approval-waiting` and `not-approved` to who registered, `approval-asked` and `approval-reminder` to those
 * who decide.
 */
export const mailKinds = [
  'invitation',
  'reminder',
  'reissued',
  'confirmation',
  'account-exists',
  'welcome',
  'joined',
  'lapsed',
  'key-in-trouble',
  'link-requested',
  'keys-ending',
  'issuer-gone',
  'webhook-gone',
  'approval-waiting',
  'not-approved',
  'approval-asked',
  'approval-reminder',
] as const
export type MailKind = (typeof mailKinds)[number]

type Fact = string | number | boolean | null | readonly Fact[] | { readonly [name: string]: Fact | undefined }

export interface NewMail {
  kind: MailKind
  to: Recipient
  /** Of our dictionaries: `en`, `fr`. */
  language: string
  keyUid?: string | undefined
  registrationUid?: string | undefined
  /** The administrator at whose hands it goes out. */
  askedBy?: number | undefined
  /** What cannot be looked up when it is sent. Never personal data, never a secret: it stays. */
  facts?: Readonly<Record<string, Fact | undefined>> | undefined
  /** Undefined: at once. */
  dueAt?: Date | undefined
  /**
   * The code of a key whose code is kept nowhere else (sealing is off): what `sealer.seal('mail', normalForm)` gives,
   * as text. Wiped when the mail is sent or withdrawn.
   */
  sealedCode?: Buffer | undefined
}

export interface Recipient {
  address: string
  name?: string | undefined
  /** When it is somebody in GLPI. */
  usersId?: number | undefined
}

/**
 * Has mails sent; call it in the transaction of what they tell, so that they go out if and only if it happened. Without
 * a mail server they wait.
 *
 * @returns their uids, in the order given
 */
export async function queueMails(
  trx: Db,
  tools: { clock: Clock; random: Random },
  mails: readonly NewMail[],
): Promise<string[]> {
  const now = tools.clock.now()
  const rows = mails.map((mail) => ({ ...mail, uid: newUid(tools) }))
  await insertRows(
    trx,
    `outbox (uid, kind, state, key_uid, registration_uid, users_id, asked_by, language, facts, due_at, created_at)`,
    rows.map(({ uid, kind, keyUid, registrationUid, to, askedBy, language, facts, dueAt }) => [
      uidToBytes(uid),
      kind,
      'waiting',
      keyUid === undefined ? null : uidToBytes(keyUid),
      registrationUid === undefined ? null : uidToBytes(registrationUid),
      to.usersId ?? null,
      askedBy ?? null,
      language,
      JSON.stringify(facts ?? {}),
      dueAt ?? now,
      now,
    ]),
  )
  await insertRows(
    trx,
    'outbox_details (outbox_uid, address, name, sealed_code)',
    rows.map(({ uid, to, sealedCode }) => [uidToBytes(uid), to.address, to.name ?? null, sealedCode ?? null]),
  )
  return rows.map(({ uid }) => uid)
}
