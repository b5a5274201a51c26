import knex, { type Knex } from 'knex'
import { setTimeout as pause } from 'node:timers/promises'
import { isNativeError } from 'node:util/types'
import { z } from 'zod'
import { AppError } from './errors'

/** A pool or a transaction: store functions take either. */
export type Db = Knex

export interface DatabaseAddress {
  host: string
  port: number
  socketPath: string | undefined
  user: string
  password: string
  database: string
  tls: boolean
}

/**
 * Strict, so that a value too long is an error and not a shorter value; without NO_BACKSLASH_ESCAPES, which would
 * make the driver's escaping wrong.
 */
const sqlMode = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'

const sessionSetUp = [
  'SET NAMES utf8mb4 COLLATE utf8mb4_unicode_ci',
  `SET SESSION time_zone = '+00:00', SESSION sql_mode = '${sqlMode}', SESSION innodb_lock_wait_timeout = 10`,
  // Under the default isolation a SELECT before the claim freezes what the transaction sees: everybody gets in.
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
]

/** The driver sets room aside for as many on each connection: for its default of 16,000 half a MiB. */
const maxPreparedStatements = 64

/** A pool of connections that speak UTC, strict mode and READ COMMITTED. Close it with `destroy()`. */
export function openDatabase(address: DatabaseAddress, poolSize = 10): Knex {
  const { tls, socketPath, host, port, ...account } = address
  return knex({
    client: 'mysql2',
    connection: {
      ...account,
      ...(socketPath === undefined ? { host, port } : { socketPath }),
      ...(tls ? { ssl: {} } : {}),
      charset: 'utf8mb4',
      timezone: 'Z',
      connectTimeout: 5_000,
      maxPreparedStatements,
    },
    pool: {
      min: 0,
      max: poolSize,
      afterCreate: (connection: RawConnection, done: Prepared) => prepareSession(connection, done),
    },
    acquireConnectionTimeout: 15_000,
    log: silent, // it would print on stdout, where results and JSON lines go; what fails is thrown as well
    compileSqlOnError: false, // an error's text would hold addresses and hashes
  })
}

const nothing = () => undefined
const silent = { warn: nothing, error: nothing, deprecate: nothing, debug: nothing }

interface RawConnection {
  query(sql: string, done: (error: Error | null) => void): void
}

type Prepared = (error: Error | null, connection: RawConnection) => void

function prepareSession(
  connection: RawConnection,
  done: Prepared,
  statements: readonly string[] = sessionSetUp,
): void {
  const [next, ...rest] = statements
  if (next === undefined) done(null, connection)
  else
    connection.query(next, (error) =>
      error === null ? prepareSession(connection, done, rest) : done(error, connection),
    )
}

export type Bindings = readonly (string | number | boolean | Date | Buffer | null)[]

/** The rows of a SELECT, each parsed: rows come from outside, GLPI's more than ours. `??` quotes a name, `?` a value. */
export async function select<T>(
  db: Db,
  row: z.ZodType<T>,
  sql: string,
  bindings: Bindings = [],
): Promise<T[]> {
  const rows = (await run(db, 'query', sql, bindings)) as unknown[]
  return rows.map((one) => row.parse(one))
}

/**
 * The same for a statement that is asked all the time: the server parses it once for each connection, which spares it
 * a fifth of its work for a registration. It has no `??`, since names are part of what is parsed: see `quoteName`.
 */
export async function selectPrepared<T>(
  db: Db,
  row: z.ZodType<T>,
  sql: string,
  bindings: Bindings,
): Promise<T[]> {
  const rows = (await run(db, 'execute', sql, bindings)) as unknown[]
  return rows.map((one) => row.parse(one))
}

/** A name as SQL wants it, for statements that are built once. */
export const quoteName = (name: string): string => `\`${name.replaceAll('`', '``')}\``

/** What an INSERT, UPDATE or DELETE did. */
export interface Change {
  affectedRows: number
  insertId: number
}

export async function change(db: Db, sql: string, bindings: Bindings = []): Promise<Change> {
  return (await run(db, 'query', sql, bindings)) as Change
}

/** As `selectPrepared` is to `select`. */
export async function changePrepared(db: Db, sql: string, bindings: Bindings): Promise<Change> {
  return (await run(db, 'execute', sql, bindings)) as Change
}

const rowsAtOnce = 1_000

/**
 * Many rows in few statements; none is fine.
 *
 * @param into table and columns, as in `key_groups (key_uid, groups_id)`
 */
export async function insertRows(
  db: Db,
  into: string,
  rows: readonly Bindings[],
  verb: 'INSERT INTO' | 'INSERT IGNORE INTO' = 'INSERT INTO',
): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    const some = rows.slice(at, at + rowsAtOnce)
    const marks = some.map((row) => `(${row.map(() => '?').join()})`).join()
    // One row at a time is how registrations write; of other numbers each would be a statement of its own to keep.
    const write = some.length === 1 ? changePrepared : change
    await write(db, `${verb} ${into} VALUES ${marks}`, some.flat())
  }
}

type Ask = (sql: string, bindings: Bindings, done: (error: Error | null, result: unknown) => void) => void

/** `query` sends one text; `execute` prepares a statement once and sends values only. */
interface DriverConnection {
  query: Ask
  execute: Ask
}

/** What knex documents of its client: the pool, or the one connection of a transaction. */
interface ConnectionSource {
  acquireConnection(): Promise<DriverConnection>
  releaseConnection(connection: DriverConnection): Promise<void>
}

/**
 * Straight to the driver, over knex's pool and transactions: from `raw` to the connection knex takes longer than the
 * server takes to answer, and we hand it finished SQL.
 */
async function run(db: Db, how: 'query' | 'execute', sql: string, bindings: Bindings): Promise<unknown> {
  const client = db.client as ConnectionSource
  const connection = await client.acquireConnection()
  try {
    return await new Promise((resolve, reject) => {
      connection[how](sql, bindings, (error, result) => (error === null ? resolve(result) : reject(error)))
    })
  } finally {
    await client.releaseConnection(connection)
  }
}

const maxAttempts = 5

/**
 * Runs `work` in a transaction, from the start again when the server says deadlock, lock time-out, or (Galera) that
 * the commit did not certify: answers to expect, not failures.
 *
 * @throws {AppError} DATABASE_UNAVAILABLE when the connection was lost. Whether the COMMIT took place is then
 *   unknown: look before repeating anything.
 */
export function inTransaction<T>(db: Db, work: (trx: Db) => Promise<T>): Promise<T> {
  // What lies within another one is undone by itself (SAVEPOINT), and run again with the whole: a deadlock undoes all.
  if (db.isTransaction === true) return db.transaction(work)
  return retryTransient(async () => {
    try {
      return await db.transaction(work)
    } catch (error) {
      throw isConnectionLoss(error) ? databaseUnavailable(error) : error
    }
  })
}

/** Does again what the server gave up for somebody else's sake, a few times; `work` must be whole in itself. */
export async function retryTransient<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (!isTransient(error) || attempt === maxAttempts) throw error
      await pause(Math.random() * 20 * 2 ** attempt)
    }
  }
}

const ServerError = z.object({
  errno: z.number().optional(),
  code: z.string().optional(),
  sqlMessage: z.string().optional(),
})

function serverError(error: unknown): z.output<typeof ServerError> {
  return ServerError.safeParse(error).data ?? {}
}

/**
 * 1213 deadlock or failed certification (Galera), 3101 the same on MySQL's group replication, 1205 lock time-out, 1020
 * row changed since it was read (MariaDB 11).
 */
function isTransient(error: unknown): boolean {
  return [1213, 3101, 1205, 1020].includes(serverError(error).errno ?? 0)
}

const lossCodes = new Set([
  'PROTOCOL_CONNECTION_LOST',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOENT',
  'ENOTFOUND',
  'ER_CON_COUNT_ERROR',
  'ER_SERVER_SHUTDOWN',
  'ER_CONNECTION_KILLED',
  'ER_NORMAL_SHUTDOWN',
])

export function isConnectionLoss(error: unknown): boolean {
  if (error instanceof knex.KnexTimeoutError) return true
  if (!isNativeError(error)) return false
  const { code, errno } = serverError(error)
  // 1047: a Galera node that is not ready. mysql2 reports some losses in words only.
  return lossCodes.has(code ?? '') || errno === 1047 || error.message.includes('in closed state')
}

export function databaseUnavailable(cause: unknown): AppError {
  return new AppError('DATABASE_UNAVAILABLE', 'the database cannot be reached', { cause })
}

/** 1143: the account may read the table, but not this column of it. */
export const isColumnDenied = (error: unknown): boolean => serverError(error).errno === 1143

/** The name of the unique index that refused the row (error 1062), or undefined for any other error. */
export function duplicateKeyOf(error: unknown): string | undefined {
  const { errno, sqlMessage } = serverError(error)
  if (errno !== 1062) return undefined
  // "Duplicate entry '…' for key 'name'" on MariaDB, 'table.name' on MySQL; the entry itself may hold quotes.
  const key = /for key '([^']*)'$/.exec(sqlMessage ?? '')?.[1] ?? ''
  return key.slice(key.lastIndexOf('.') + 1)
}

/** UUIDs are BINARY(16) in our tables: a quarter of the index that text would need. */
export const uidToBytes = (uid: string): Buffer => Buffer.from(uid.replaceAll('-', ''), 'hex')

export function uidFromBytes(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
