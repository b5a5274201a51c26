import type { DatabaseAddress } from '../../shared/db'
import type { Random } from '../../shared/random'
import { type DatabaseAccount, expectedAccountHost, isLoopback, literal, migrationGrants } from '../../doctor'

export interface PlannedAccount extends DatabaseAccount {
  password: string
}

export interface PlannedAccounts {
  runtime: PlannedAccount
  migration: PlannedAccount
}

/** The longest name of an account that MySQL takes. */
const longestUser = 32

/** Named after our database, so that a second installation on the same server gets accounts of its own. */
export function planAccounts(database: string, host: string, random: Random): PlannedAccounts {
  const account = (suffix: string) => ({
    user: database.slice(0, longestUser - suffix.length) + suffix,
    host,
    password: newPassword(random),
  })
  return { runtime: account(''), migration: account('_mig') }
}

/** What the administrator of the server has to run before `migrate` can. */
export function accountStatements(database: string, { runtime, migration }: PlannedAccounts): string[] {
  return [
    ...[runtime, migration].map(
      ({ user, host, password }) =>
        `CREATE USER ${literal(user)}@${literal(host)} IDENTIFIED BY ${literal(password)};`,
    ),
    ...migrationGrants({ database }, migration),
  ]
}

/**
 * Over loopback, where the server saw GLPI's account come from: one that looks up no names says 127.0.0.1, one in a
 * container names its gateway.
 */
export function chooseAccountHost(address: DatabaseAddress, seenAs: string | undefined): string {
  const expected = expectedAccountHost(address)
  if (expected === '%' || seenAs === undefined) return expected
  return isLoopback(seenAs) ? seenAs : '%'
}

/** 32 characters that need no escaping anywhere, of all four kinds that a server's password rules may ask for. */
function newPassword(random: Random): string {
  for (;;) {
    const password = random.bytes(24).toString('base64url')
    if ([/[a-z]/, /[A-Z]/, /\d/, /[-_]/].every((kind) => kind.test(password))) return password
  }
}
