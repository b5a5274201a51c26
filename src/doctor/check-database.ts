import { z } from 'zod'
import type { Context } from '../context'
import type { DatabaseAddress } from '../shared/db'
import { fail, type Finding, ok } from './finding'
import { readServerFacts, type ServerFacts } from './server-store'

/** The server that answered, or the sentence why none did. */
export async function reachServer({ db, config }: Context): Promise<ServerFacts | string> {
  try {
    return await readServerFacts(db)
  } catch (error) {
    return describe(error, config.database)
  }
}

// MariaDB 10.6 and MySQL 8.0
const oldestSupported = { MariaDB: 10_006, MySQL: 8_000 }

export function checkVersion({ version }: ServerFacts, { config }: Context): Finding {
  const product = version.includes('MariaDB') ? 'MariaDB' : 'MySQL'
  const [number = version, major, minor] = /(\d+)\.(\d+)\.\d+/.exec(version) ?? []
  const isSupported = Number(major) * 1000 + Number(minor) >= oldestSupported[product]
  return isSupported
    ? ok(`${product} ${number} at ${placeOf(config.database)}`)
    : fail(`${product} ${number} is too old: upgrade it to MariaDB 10.6, MySQL 8.0 or newer`)
}

const ServerError = z.object({ code: z.string() })

/** Drivers quote in their messages what they were given: only the code is repeated. */
function describe(error: unknown, address: DatabaseAddress): string {
  const code = ServerError.safeParse(error).data?.code ?? 'no reason given'
  return (
    sentences[code]?.(address) ??
    `${placeOf(address)} cannot be reached (${code}): check DATABASE_URL, and that the database server runs`
  )
}

const refusesAccount = (address: DatabaseAddress): string =>
  `${placeOf(address)} does not let the account ${address.user} in: check its password in DATABASE_URL, and that it ` +
  'was created for the host we come from ("glpi-invite init" prints how)'

const sentences: Readonly<Record<string, (address: DatabaseAddress) => string>> = {
  ER_ACCESS_DENIED_ERROR: refusesAccount,
  ER_ACCESS_DENIED_NO_PASSWORD_ERROR: refusesAccount,
  ER_HOST_NOT_PRIVILEGED: refusesAccount,
  ER_DBACCESS_DENIED_ERROR: ({ user, database }) =>
    `the account ${user} may not use the database ${database}: run "glpi-invite migrate", then apply what ` +
    '"glpi-invite db grants --account runtime" prints',
  ER_BAD_DB_ERROR: ({ database }) =>
    `there is no database ${database}: apply what "glpi-invite db grants --account migration" prints, then run ` +
    '"glpi-invite migrate"',
}

const placeOf = ({ host, port, socketPath }: DatabaseAddress): string => socketPath ?? `${host}:${port}`
