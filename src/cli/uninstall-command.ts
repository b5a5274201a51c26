import { Command } from 'commander'
import { type DatabaseAccount, expectedAccountHost, literal, ourTables } from '../doctor'
import type { Config } from '../shared/config'
import { quoteName } from '../shared/db'
import type { CommandTools } from './command-tools'
import { print } from './output'

/**
 * `uninstall`. It prints and executes nothing, with or without `--dry-run`: the accounts it has may not drop
 * themselves, and what cannot be brought back should pass through somebody's hands.
 */
export function uninstallCommand(tools: CommandTools): Command {
  return new Command('uninstall')
    .description('print the SQL that removes our database and its accounts; nothing is executed')
    .option('--dry-run', 'the same: nothing is ever executed', false)
    .option('--host <pattern>', 'where the accounts connect from, as the database sees it')
    .option('--json', 'print one JSON object', false)
    .action(({ host, json }: { host?: string; json: boolean }) => {
      const config = tools.readConfig()
      const sql = statementsFor(config, host)
      const files = config.keyRingFile === undefined ? ['.env'] : ['.env', config.keyRingFile]
      print(tools.terminal, json, { sql, files }, () => sql)
      tools.terminal.err(
        [
          'Nothing was executed. Stop the servers, make a last backup, and let the administrator of the database run this.',
          `Then delete ${files.join(' and ')}, the service, and the lines of the web server.`,
          'GLPI keeps the accounts that people made, with their history: they are GLPI’s.',
        ].join('\n'),
      )
    })
}

function statementsFor({ database, migrationDatabase, glpiDatabase }: Config, host?: string): string[] {
  const accounts = [database, migrationDatabase ?? database].map((address) => ({
    user: address.user,
    host: host ?? expectedAccountHost(address),
  }))
  return [
    ...(database.database === glpiDatabase ? dropTables(glpiDatabase) : [dropDatabase(database.database)]),
    ...Array.from(new Set(accounts.map(dropAccount))),
  ]
}

const dropDatabase = (name: string): string => `DROP DATABASE IF EXISTS ${quoteName(name)};`

/** Where our tables lie among GLPI's, the database is not ours to drop. */
const dropTables = (database: string): string[] =>
  [...Object.keys(ourTables), 'knex_migrations_lock'].map(
    (table) => `DROP TABLE IF EXISTS ${quoteName(database)}.${quoteName(table)};`,
  )

const dropAccount = ({ user, host }: DatabaseAccount): string =>
  `DROP USER IF EXISTS ${literal(user)}@${literal(host)};`
