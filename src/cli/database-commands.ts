import { Command, Option } from 'commander'
import { type GlpiLine, glpiLines, probeGlpi } from '../glpi'
import { type DatabaseAddress, openDatabase } from '../shared/db'
import { AppError } from '../shared/errors'
import { applyMigrations, readSchemaStatus } from '../shared/migrations-store'
import type { CommandTools } from './command-tools'
import { type DatabaseAccount, expectedAccountHost, migrationGrants, runtimeGrants } from '../doctor'
import { print } from './output'

/** `migrate`. */
export function migrateCommand(tools: CommandTools): Command {
  return new Command('migrate')
    .description('bring our tables up to this release, as the account in MIGRATION_DATABASE_URL')
    .option('--json', 'print one JSON object', false)
    .action(async (options: { json: boolean }) => {
      const config = tools.readConfig()
      const db = openDatabase(config.migrationDatabase ?? config.database, 1)
      try {
        const { unknown } = await readSchemaStatus(db)
        if (unknown.length > 0) {
          throw new AppError(
            'SCHEMA_OUT_OF_DATE',
            `the database was made by a newer release (${unknown.join(', ')}): install that one`,
          )
        }
        const applied = await applyMigrations(db)
        print(tools.terminal, options.json, { applied }, () =>
          applied.length === 0
            ? ['The tables are up to date.']
            : [
                ...applied.map((name) => `Applied ${name}`),
                'Now apply the grants of the server’s account: glpi-invite db grants --account runtime',
              ],
        )
      } finally {
        await db.destroy()
      }
    })
}

/** `db grants`. */
export function databaseCommand(tools: CommandTools): Command {
  const database = new Command('db').description('the database accounts')
  database
    .command('grants')
    .description('print the SQL that gives the two database accounts what they need, and nothing else')
    .addOption(new Option('--account <which>', 'one of the two').choices(['migration', 'runtime']))
    .option('--host <pattern>', 'where the accounts connect from, as the database sees it')
    .addOption(
      new Option(
        '--glpi <line>',
        'the GLPI line (default: found out, which needs the runtime account)',
      ).choices(glpiLines),
    )
    .option('--json', 'print one JSON object', false)
    .action(async (options: { account?: string; host?: string; glpi?: GlpiLine; json: boolean }) => {
      const statements = await grantStatements(tools, options)
      print(tools.terminal, options.json, statements, () => [
        ...(statements.migration === undefined
          ? []
          : ['-- before "glpi-invite migrate"', ...statements.migration]),
        ...(statements.runtime === undefined
          ? []
          : ['-- after "glpi-invite migrate"', ...statements.runtime]),
      ])
    })
  return database
}

async function grantStatements(
  tools: CommandTools,
  { account, host, glpi }: { account?: string; host?: string; glpi?: GlpiLine },
): Promise<{ migration?: string[]; runtime?: string[] }> {
  const config = tools.readConfig()
  const targets = { database: config.database.database, glpiDatabase: config.glpiDatabase }
  const accountOf = (address: DatabaseAddress): DatabaseAccount => ({
    user: address.user,
    host: host ?? expectedAccountHost(address),
  })
  return {
    ...(account === 'runtime'
      ? {}
      : { migration: migrationGrants(targets, accountOf(config.migrationDatabase ?? config.database)) }),
    ...(account === 'migration'
      ? {}
      : {
          runtime: runtimeGrants(
            { ...targets, line: glpi ?? (await findLine(tools)) },
            accountOf(config.database),
          ),
        }),
  }
}

async function findLine(tools: CommandTools): Promise<GlpiLine> {
  const config = tools.readConfig()
  const db = openDatabase(config.database, 1)
  try {
    return (await probeGlpi(db, config.glpiDatabase)).line
  } catch (cause) {
    throw new AppError(
      'GLPI_UNSUPPORTED',
      'GLPI’s version cannot be found out with this account yet: say --glpi 10.0 or --glpi 11.0',
      { cause },
    )
  } finally {
    await db.destroy()
  }
}
