import { z } from 'zod'
import { type Bindings, change, type Db, select, uidFromBytes, uidToBytes } from '../shared/db'
import { type Endpoint, type OffReason, offReasons } from './endpoint'
import { type WebhookType, webhookTypes } from './event-types'

const optional = <T extends z.ZodType>(type: T) => type.nullable().transform((value) => value ?? undefined)

/** Empty stands for all there are, later ones included. What a newer release has written is left out. */
const readTypes = (text: string): readonly WebhookType[] =>
  text === '' ? webhookTypes : webhookTypes.filter((type) => text.split(',').includes(type))
const writeTypes = (types: readonly WebhookType[]): string =>
  webhookTypes.every((type) => types.includes(type)) ? '' : types.join()

const columns = `e.uid, e.url, e.description, e.event_types, e.off_reason, e.secret_version, e.former_until,
  e.failing_since, e.failures, e.delivered_at, e.created_at, e.created_by`

const Row = z
  .object({
    uid: z.instanceof(Buffer),
    url: z.string(),
    description: z.string(),
    event_types: z.string(),
    off_reason: optional(z.enum(offReasons)),
    secret_version: z.number(),
    former_until: optional(z.date()),
    failing_since: optional(z.date()),
    failures: z.number(),
    delivered_at: optional(z.date()),
    created_at: z.date(),
    created_by: optional(z.number()),
  })
  .transform((row): Endpoint => ({
    uid: uidFromBytes(row.uid),
    url: row.url,
    description: row.description,
    types: readTypes(row.event_types),
    off: row.off_reason,
    secretVersion: row.secret_version,
    formerUntil: row.former_until,
    failingSince: row.failing_since,
    failures: row.failures,
    deliveredAt: row.delivered_at,
    createdAt: row.created_at,
    createdBy: row.created_by,
  }))

/** The oldest first. */
export const listEndpoints = (db: Db): Promise<Endpoint[]> =>
  select(db, Row, `SELECT ${columns} FROM webhook_endpoints e ORDER BY e.uid`)

export async function findEndpoint(db: Db, uid: string): Promise<Endpoint | undefined> {
  const [row] = await select(db, Row, `SELECT ${columns} FROM webhook_endpoints e WHERE e.uid = ?`, [
    uidToBytes(uid),
  ])
  return row
}

export async function insertEndpoint(
  trx: Db,
  endpoint: Pick<Endpoint, 'uid' | 'url' | 'description' | 'types' | 'createdAt' | 'createdBy'> & {
    secret: string
    /** Events up to here are not for it. */
    position: number
  },
): Promise<void> {
  const { uid, url, description, types, secret, position, createdAt, createdBy } = endpoint
  await change(
    trx,
    `INSERT INTO webhook_endpoints
       (uid, url, description, event_types, secret, position, told_from, created_at, created_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      uidToBytes(uid),
      url,
      description,
      writeTypes(types),
      secret,
      position,
      createdAt,
      createdAt,
      createdBy ?? null,
    ],
  )
}

export const updateEndpoint = (
  trx: Db,
  uid: string,
  { url, description, types }: Pick<Endpoint, 'url' | 'description' | 'types'>,
): Promise<boolean> =>
  updated(trx, 'url = ?, description = ?, event_types = ?', [url, description, writeTypes(types)], { uid })

/** Nothing that happened meanwhile is told. */
export const switchOn = (
  trx: Db,
  uid: string,
  { position, now }: { position: number; now: Date },
): Promise<boolean> =>
  updated(
    trx,
    'off_reason = NULL, position = ?, told_from = ?, failing_since = NULL, failures = 0',
    [position, now],
    { uid, where: 'off_reason IS NOT NULL' },
  )

export const switchOff = (trx: Db, uid: string, reason: OffReason): Promise<boolean> =>
  updated(trx, 'off_reason = ?', [reason], { uid, where: 'off_reason IS NULL' })

export async function deleteEndpointRow(trx: Db, uid: string): Promise<boolean> {
  const { affectedRows } = await change(trx, 'DELETE FROM webhook_endpoints WHERE uid = ?', [uidToBytes(uid)])
  return affectedRows === 1
}

/** Of two who replace the same secret one is told false. */
export const replaceSecret = (
  trx: Db,
  uid: string,
  { version, secret, formerUntil }: { version: number; secret: string; formerUntil: Date | undefined },
): Promise<boolean> =>
  updated(
    trx,
    `former_secret = ${formerUntil === undefined ? 'NULL' : 'secret'}, former_until = ?, secret = ?,
     secret_version = secret_version + 1`,
    [formerUntil ?? null, secret],
    { uid, where: 'secret_version = ?', bindings: [version] },
  )

/** Sealed. */
export interface StoredSecrets {
  uid: string
  secret: string
  former: string | undefined
}

const SecretsRow = z
  .object({ uid: z.instanceof(Buffer), secret: z.string(), former_secret: optional(z.string()) })
  .transform((row): StoredSecrets => ({
    uid: uidFromBytes(row.uid),
    secret: row.secret,
    former: row.former_secret,
  }))

export const listSecrets = (db: Db): Promise<StoredSecrets[]> =>
  select(db, SecretsRow, 'SELECT uid, secret, former_secret FROM webhook_endpoints ORDER BY uid')

/** Unless they were replaced meanwhile. */
export const writeResealed = (db: Db, before: StoredSecrets, after: StoredSecrets): Promise<boolean> =>
  updated(db, 'secret = ?, former_secret = ?', [after.secret, after.former ?? null], {
    uid: before.uid,
    where: 'secret = ?',
    bindings: [before.secret],
  })

const takenNoted = 60_000

/** Something was taken. Written when it says something new, for many are taken in a second. */
export const noteTaken = (db: Db, uid: string, now: Date): Promise<boolean> =>
  updated(db, 'failing_since = NULL, failures = 0, delivered_at = ?', [now], {
    uid,
    where: '(failing_since IS NOT NULL OR delivered_at IS NULL OR delivered_at < ?)',
    bindings: [new Date(now.getTime() - takenNoted)],
  })

export const noteFailure = (db: Db, uid: string, now: Date): Promise<boolean> =>
  updated(db, 'failures = failures + 1, failing_since = COALESCE(failing_since, ?)', [now], { uid })

async function updated(
  db: Db,
  what: string,
  values: Bindings,
  { uid, where = 'TRUE', bindings = [] }: { uid: string; where?: string; bindings?: Bindings },
): Promise<boolean> {
  const { affectedRows } = await change(
    db,
    `UPDATE webhook_endpoints SET ${what} WHERE uid = ? AND ${where}`,
    [...values, uidToBytes(uid), ...bindings],
  )
  return affectedRows === 1
}
