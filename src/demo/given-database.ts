import { createConnection, type RowDataPacket } from 'mysql2/promise'
import { AppError } from '../shared/errors'
import { parseDatabaseVersion } from './database-version'

/** Checks a server that is already there and answers its administrator's URL: the same, without a database. */
export async function checkGivenDatabase(databaseUrl: string): Promise<string> {
  const url = parseUrl(databaseUrl)
  url.pathname = '/'
  const version = await versionOf(url)
  if (!parseDatabaseVersion(version).isSupported) {
    throw unusable(`${url.host} runs ${version}, which is older than MariaDB 10.6 or MySQL 8.0`)
  }
  return url.href
}

function parseUrl(databaseUrl: string): URL {
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : undefined
  if (url?.protocol !== 'mysql:') throw unusable('it is not of the form mysql://user:password@host:3306/')
  return url
}

async function versionOf(url: URL): Promise<string> {
  try {
    return await askVersion(url)
  } catch (cause) {
    throw unusable(`${url.host} did not let us in (${describe(cause)})`, cause)
  }
}

async function askVersion(url: URL): Promise<string> {
  const connection = await createConnection({ uri: url.href, connectTimeout: 10_000 })
  try {
    const [[row]] = await connection.query<VersionRow[]>('SELECT VERSION() AS version')
    return row?.version ?? 'nothing'
  } finally {
    await connection.end()
  }
}

interface VersionRow extends RowDataPacket {
  version: string
}

/** A host with several addresses that all refuse gives an error without a message. */
function describe(cause: unknown): string {
  const { message, code } = cause as NodeJS.ErrnoException
  return message || (code ?? 'no reason given')
}

/** Names the server, never the password. */
function unusable(why: string, cause?: unknown): AppError {
  const advice = 'correct it, or leave it out and a private MariaDB is used'
  return new AppError('DATABASE_UNAVAILABLE', `DATABASE_URL cannot be used, because ${why}: ${advice}.`, {
    cause,
  })
}
