import { z } from 'zod'
import { type Bindings, type Db, select, uidFromBytes } from '../shared/db'
import { marks } from './empty-keys-store'
import type { FullName } from './redact'

interface Identities {
  emails: readonly string[]
  logins: readonly string[]
}

const Bytes = z.instanceof(Buffer)
const Text = z.string().nullable()
const When = z.date().nullable()

/** `IN (…)`, and false for none. */
const oneOf = (column: string, values: Bindings): string =>
  values.length === 0 ? 'FALSE' : `${column} IN (${marks(values)})`

/** One use of a key by this person, with what is still known of it. */
export interface OwnRegistration {
  uid: string
  keyUid: string
  state: string
  usersId: number | undefined
  login: string
  email: string
  firstname: string | undefined
  realname: string | undefined
  /** What else was typed, while there is no account: then it is in GLPI alone. */
  particulars: Readonly<Record<string, string | number>> | undefined
  /** The version of the terms of use that was accepted. */
  acceptedTerms: string | undefined
  acceptedAt: Date | undefined
  ip: string | undefined
  userAgent: string | undefined
  /** Why it was rejected. */
  reason: string | undefined
  createdAt: Date
  completedAt: Date | undefined
}

const RegistrationRow = z
  .object({
    uid: Bytes,
    key_uid: Bytes,
    state: z.string(),
    users_id: z.number().nullable(),
    login: Text,
    email: Text,
    form: Text,
    terms_version: Text,
    terms_accepted_at: When,
    ip: Text,
    user_agent: Text,
    reason: Text,
    created_at: z.date(),
    completed_at: When,
  })
  .transform((row): OwnRegistration => ({
    uid: uidFromBytes(row.uid),
    keyUid: uidFromBytes(row.key_uid),
    state: row.state,
    usersId: row.users_id ?? undefined,
    login: row.login ?? '',
    email: row.email ?? '',
    ...typedWith(row.form),
    acceptedTerms: row.terms_version ?? undefined,
    acceptedAt: row.terms_accepted_at ?? undefined,
    ip: row.ip ?? undefined,
    userAgent: row.user_agent ?? undefined,
    reason: row.reason ?? undefined,
    createdAt: row.created_at,
    completedAt: row.completed_at ?? undefined,
  }))

const Typed = z.object({
  firstname: z.string().optional(),
  realname: z.string().optional(),
  particulars: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

function typedWith(form: string | null): Pick<OwnRegistration, 'firstname' | 'realname' | 'particulars'> {
  const { firstname, realname, particulars } = Typed.parse(JSON.parse(form ?? '{}'))
  return { firstname, realname, particulars }
}

/** Those with details, and those that wait for something; each branch reads an index. */
export async function listOwnRegistrations(
  db: Db,
  { emails, logins }: Identities,
): Promise<OwnRegistration[]> {
  return select(
    db,
    RegistrationRow,
    `SELECT r.uid, r.key_uid, r.state, r.users_id, COALESCE(d.login, p.login) AS login,
       COALESCE(d.email, p.email) AS email, p.form, r.terms_version, r.terms_accepted_at, d.ip, d.user_agent, d.reason, r.created_at, r.completed_at
     FROM (SELECT registration_uid FROM registration_details WHERE ${oneOf('email', emails)}
       UNION SELECT registration_uid FROM registration_details WHERE ${oneOf('login', logins)}
       UNION SELECT registration_uid FROM pending_accounts WHERE ${oneOf('email', emails)}
       UNION SELECT registration_uid FROM pending_accounts WHERE ${oneOf('login', logins)}) AS found
     JOIN registrations r ON r.uid = found.registration_uid
     LEFT JOIN registration_details d ON d.registration_uid = r.uid
     LEFT JOIN pending_accounts p ON p.registration_uid = r.uid
     ORDER BY r.uid`,
    [...emails, ...logins, ...emails, ...logins],
  )
}

/** A key that says something of this person. */
export interface OwnKey {
  uid: string
  label: string
  /** What of it is theirs. */
  addresses: string[]
  fields: { field: string; value: string }[]
  message: string | undefined
  revokedReason: string | undefined
  /** It is for nobody else: bound to their addresses, filled in for them, or used up by them alone. */
  isTheirsAlone: boolean
  /** Nothing in its own row says that it has ended. */
  isUsable: boolean
}

const KeyRow = z.object({
  uid: Bytes,
  label: z.string(),
  revoked_reason: Text,
  message: Text,
  is_usable: z.coerce.number(),
  is_single: z.coerce.number(),
  addresses: z.coerce.number(),
  domains: z.coerce.number(),
})
const AddressRow = z.object({ key_uid: Bytes, address: z.string() })
const FieldRow = z.object({ key_uid: Bytes, field: z.string(), value: z.string() })

export async function listOwnKeys(
  db: Db,
  { emails, logins }: Identities,
  names: readonly FullName[],
  registeredWith: readonly Buffer[],
  now: Date,
): Promise<OwnKey[]> {
  const bound = await select(
    db,
    AddressRow,
    `SELECT key_uid, address FROM key_addresses WHERE ${oneOf('address', emails)}`,
    [...emails],
  )
  const filled = await listFilledIn(db, { emails, logins }, names)
  const named = distinctBytes([...bound.map(({ key_uid: uid }) => uid), ...filled])
  const uids = distinctBytes([...named, ...registeredWith])
  if (uids.length === 0) return []
  const allFields = await select(
    db,
    FieldRow,
    `SELECT key_uid, field, value FROM key_fields WHERE ${oneOf('key_uid', named)} ORDER BY key_uid, field`,
    named,
  )
  const keys = await select(
    db,
    KeyRow,
    `SELECT k.uid, k.label, k.revoked_reason, m.message, k.max_uses = 1 AS is_single,
       k.revoked_at IS NULL AND NOT k.is_used_up AND (k.expires_at IS NULL OR k.expires_at > ?) AS is_usable,
       (SELECT COUNT(*) FROM key_addresses a WHERE a.key_uid = k.uid) AS addresses,
       (SELECT COUNT(*) FROM key_domains d WHERE d.key_uid = k.uid) AS domains
     FROM registration_keys k LEFT JOIN key_messages m ON m.key_uid = k.uid
     WHERE k.uid IN (${marks(uids)}) ORDER BY k.uid`,
    [now, ...uids],
  )
  return keys.map((key) => {
    const addresses = bound.filter((row) => row.key_uid.equals(key.uid)).map(({ address }) => address)
    const fields = allFields.filter((row) => row.key_uid.equals(key.uid))
    const isForOthers = key.addresses > addresses.length || key.domains > 0
    const isUsedByThem = registeredWith.some((uid) => uid.equals(key.uid)) && key.is_single === 1
    const isTheirsAlone = isUsedByThem || (!isForOthers && named.some((uid) => uid.equals(key.uid)))
    return {
      uid: uidFromBytes(key.uid),
      label: key.label,
      addresses,
      fields: fields.map(({ field, value }) => ({ field, value })),
      message: isTheirsAlone ? (key.message ?? undefined) : undefined,
      revokedReason: isTheirsAlone ? (key.revoked_reason ?? undefined) : undefined,
      isTheirsAlone,
      isUsable: key.is_usable === 1,
    }
  })
}

/** Keys filled in with their address or their login, or with their first name and their last. */
async function listFilledIn(
  db: Db,
  { emails, logins }: Identities,
  names: readonly FullName[],
): Promise<Buffer[]> {
  const identities = [...emails, ...logins]
  const rows = await select(
    db,
    z.object({ key_uid: Bytes }),
    `SELECT key_uid FROM key_fields WHERE ${oneOf('value', identities)} AND field IN ('email', 'login')
     ${names
       .map(
         () => `UNION SELECT l.key_uid FROM key_fields l JOIN key_fields f ON f.key_uid = l.key_uid
           WHERE f.field = 'firstname' AND f.value = ? AND l.field = 'realname' AND l.value = ?`,
       )
       .join(' ')}`,
    [...identities, ...names.flatMap(({ firstname, realname }) => [firstname, realname])],
  )
  return rows.map(({ key_uid: uid }) => uid)
}

function distinctBytes(uids: readonly Buffer[]): Buffer[] {
  return Array.from(new Map(uids.map((uid) => [uid.toString('hex'), uid])).values())
}

export interface OwnMail {
  uid: string
  kind: string
  state: string
  keyUid: string | undefined
  address: string
  name: string | undefined
  createdAt: Date
  sentAt: Date | undefined
}

const MailRow = z
  .object({
    uid: Bytes,
    kind: z.string(),
    state: z.string(),
    key_uid: Bytes.nullable(),
    address: z.string(),
    name: Text,
    created_at: z.date(),
    sent_at: When,
  })
  .transform((row): OwnMail => ({
    uid: uidFromBytes(row.uid),
    kind: row.kind,
    state: row.state,
    keyUid: row.key_uid === null ? undefined : uidFromBytes(row.key_uid),
    address: row.address,
    name: row.name ?? undefined,
    createdAt: row.created_at,
    sentAt: row.sent_at ?? undefined,
  }))

export const listOwnMails = (db: Db, emails: readonly string[]): Promise<OwnMail[]> =>
  select(
    db,
    MailRow,
    `SELECT o.uid, o.kind, o.state, o.key_uid, d.address, d.name, o.created_at, o.sent_at
     FROM outbox_details d JOIN outbox o ON o.uid = d.outbox_uid WHERE ${oneOf('d.address', emails)} ORDER BY o.uid`,
    emails,
  )

/** A secret in a mailed link, kept as a hash, that says whose mailbox it was sent to. */
export interface OwnProof {
  keyUid: string
  address: string
  createdAt: Date
}

const ProofRow = z
  .object({ key_uid: Bytes, address: z.string(), created_at: z.date() })
  .transform((row): OwnProof => ({
    keyUid: uidFromBytes(row.key_uid),
    address: row.address,
    createdAt: row.created_at,
  }))

export const listOwnProofs = (db: Db, emails: readonly string[]): Promise<OwnProof[]> =>
  select(
    db,
    ProofRow,
    `SELECT key_uid, address, created_at FROM mailbox_proofs WHERE ${oneOf('address', emails)} ORDER BY created_at`,
    emails,
  )

/** They asked for a new link. */
export interface OwnRequest {
  uid: string
  keyUid: string
  address: string
  note: string
  state: string
  askedAt: Date
}

const RequestRow = z
  .object({
    uid: Bytes,
    key_uid: Bytes,
    address: z.string(),
    note: z.string(),
    state: z.string(),
    asked_at: z.date(),
  })
  .transform((row): OwnRequest => ({
    uid: uidFromBytes(row.uid),
    keyUid: uidFromBytes(row.key_uid),
    address: row.address,
    note: row.note,
    state: row.state,
    askedAt: row.asked_at,
  }))

export const listOwnRequests = (db: Db, emails: readonly string[]): Promise<OwnRequest[]> =>
  select(
    db,
    RequestRow,
    `SELECT uid, key_uid, address, note, state, asked_at FROM link_requests
     WHERE ${oneOf('address', emails)} ORDER BY asked_at`,
    emails,
  )

/**
 * From where they did something: as an administrator, as a stranger at an address they registered from, or by a script
 * with their API token.
 */
export interface OwnOrigin {
  /** Of the event, or of the token: its last use is no event. */
  eventUid: string
  at: Date
  kind: string
  ip: string
  userAgent: string
}

const OriginRow = z
  .object({ uid: Bytes, at: z.date(), kind: z.string(), ip: z.string(), user_agent: z.string() })
  .transform((row): OwnOrigin => ({
    eventUid: uidFromBytes(row.uid),
    at: row.at,
    kind: row.kind,
    ip: row.ip,
    userAgent: row.user_agent,
  }))

export async function listOwnOrigins(
  db: Db,
  { usersIds, ips }: { usersIds: readonly number[]; ips: readonly string[] },
): Promise<OwnOrigin[]> {
  const columns = 'e.uid, e.at, e.kind, n.ip, n.user_agent'
  return select(
    db,
    OriginRow,
    `SELECT ${columns} FROM audit_events e JOIN event_network n ON n.event_uid = e.uid
       WHERE ${oneOf('e.actor_users_id', usersIds)}
     UNION SELECT ${columns} FROM event_network n JOIN audit_events e ON e.uid = n.event_uid
       WHERE ${oneOf('n.ip', ips)} AND e.actor_users_id IS NULL
     UNION SELECT t.uid, u.used_at, 'token.used', u.ip, '' FROM api_tokens t
       JOIN api_token_uses u ON u.token_uid = t.uid WHERE ${oneOf('t.users_id', usersIds)} AND u.ip IS NOT NULL
     ORDER BY uid`,
    [...usersIds, ...ips, ...usersIds],
  )
}

/** The names that keys fill in for these addresses and logins. */
export async function listNamesPrefilled(db: Db, { emails, logins }: Identities): Promise<FullName[]> {
  return select(
    db,
    z.object({ firstname: z.string(), realname: z.string() }),
    `SELECT f.value AS firstname, l.value AS realname
     FROM (SELECT key_uid FROM key_addresses WHERE ${oneOf('address', emails)}
       UNION SELECT key_uid FROM key_fields WHERE ${oneOf('value', [...emails, ...logins])}
         AND field IN ('email', 'login')) AS found
     JOIN key_fields f ON f.key_uid = found.key_uid AND f.field = 'firstname'
     JOIN key_fields l ON l.key_uid = found.key_uid AND l.field = 'realname'`,
    [...emails, ...emails, ...logins],
  )
}

export async function listNamesMailed(db: Db, emails: readonly string[]): Promise<string[]> {
  const rows = await select(
    db,
    z.object({ name: z.string() }),
    `SELECT DISTINCT name FROM outbox_details WHERE ${oneOf('address', emails)} AND name IS NOT NULL`,
    emails,
  )
  return rows.map(({ name }) => name)
}

/** Keys whose label has this word: a last name alone may be somebody else's, so people have to look. */
export async function listLabelsWithWord(
  db: Db,
  word: string,
  limit: number,
): Promise<{ uid: string; label: string }[]> {
  const rows = await select(
    db,
    z.object({ uid: Bytes, label: z.string() }),
    `SELECT k.uid, k.label FROM key_words w JOIN registration_keys k ON k.uid = w.key_uid
     WHERE w.word = ? ORDER BY w.key_uid DESC LIMIT ?`,
    [word, limit],
  )
  return rows.map(({ uid, label }) => ({ uid: uidFromBytes(uid), label }))
}
