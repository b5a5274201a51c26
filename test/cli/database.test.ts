import { createConnection } from 'mysql2/promise'
import { runCommand } from '../support/command-line'
import { startServerProcess } from '../support/server-process'
import { testEnv } from '../support/test-app'
import { createTestDatabase, type TestDatabase } from '../support/test-database'

const opened: TestDatabase[] = []
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close()
})

async function given(line: '10.0' | '11.0', options?: { migrate: boolean }) {
  const database = await createTestDatabase(line, options)
  opened.push(database)
  return { database, env: testEnv(database, 'http://localhost:3999') }
}

describe('the server’s database account', () => {
  it.each(['10.0', '11.0'] as const)('may change nothing of GLPI %s, and no audit event', async (line) => {
    const { database } = await given(line)
    const runtime = await createConnection(database.runtimeUrl)
    const glpi = database.glpiDatabase
    const forbidden = [
      `UPDATE ${glpi}.glpi_users SET is_active = 0`,
      `DELETE FROM ${glpi}.glpi_users`,
      `UPDATE ${glpi}.glpi_profiles_users SET profiles_id = 4`,
      `DELETE FROM ${glpi}.glpi_logs`,
      `SELECT personal_token FROM ${glpi}.glpi_users`,
      `SELECT * FROM ${glpi}.glpi_logs`,
      `INSERT INTO ${glpi}.glpi_configs (context, name, value) VALUES ('core', 'x', 'y')`,
      `INSERT INTO ${glpi}.glpi_profilerights (profiles_id, name, rights) VALUES (1, 'config', 31)`,
      `CREATE TABLE ${glpi}.x (id INT)`,
      `UPDATE audit_events SET kind = 'x'`,
      `DELETE FROM audit_events`,
      `DELETE FROM registration_keys`,
      `DROP TABLE registration_keys`,
      `CREATE TABLE x (id INT)`,
    ]
    for (const statement of forbidden) {
      await expect(runtime.query(statement)).rejects.toThrow(/denied/)
    }
    await runtime.end()
  })

  it('is printed as it is needed: one list before the migration, one after', async () => {
    const { database, env } = await given('11.0')

    const all = await runCommand(env, ['db', 'grants', '--json'])
    const runtime = await runCommand(env, ['db', 'grants', '--account', 'runtime', '--host', '10.0.0.%'])

    const statements = JSON.parse(all.out) as { migration: string[]; runtime: string[] }
    expect(statements.migration.join('\n')).toContain(
      `GRANT ALL PRIVILEGES ON \`${database.database.replaceAll('_', '\\_')}\`.*`,
    )
    expect(statements.runtime.join('\n')).toContain('`2fa`')
    expect(runtime.out).toContain("@'10.0.0.%';")
    expect(runtime.out).not.toContain('ALL PRIVILEGES')
    expect(all.out + runtime.out).not.toMatch(/IDENTIFIED|PASSWORD/)
  })
})

describe('migrate and serve', () => {
  it('serve refuses tables that lack a change, and names the command', async () => {
    const { database, env } = await given('10.0')
    await database.sql('DELETE FROM ??.knex_migrations ORDER BY id DESC LIMIT 1', [database.database])

    await expect(startServerProcess(env)).rejects.toThrow(/glpi-invite migrate/)
  })

  it('serve and migrate refuse tables of a newer release', async () => {
    const { database, env } = await given('10.0')
    await database.sql("INSERT INTO ??.knex_migrations (name, batch) VALUES ('20990101_x.js', 9)", [
      database.database,
    ])

    expect((await runCommand(env, ['serve'])).err).toMatch(/newer release/)
    expect((await runCommand(env, ['migrate'])).err).toMatch(/newer release/)
  })

  it('migrate works as its own account, twice, and says what comes next', async () => {
    const { env } = await given('10.0', { migrate: false })

    const first = await runCommand(env, ['migrate', '--json'])
    const second = await runCommand(env, ['migrate'])

    expect((JSON.parse(first.out) as { applied: string[] }).applied.length).toBeGreaterThan(5)
    expect(second.out).toContain('up to date')
  })

  it('a database that cannot be reached is one sentence and exit code 4', async () => {
    const { env } = await given('10.0')
    const answer = await runCommand({ ...env, DATABASE_URL: 'mysql://x:secretsecret@127.0.0.1:1/x' }, [
      'keys',
      'list',
    ])

    expect(answer.code).toBe(4)
    expect(answer.err).toMatch(/cannot be reached/)
    expect(answer.err).not.toContain('secretsecret')
  })
})

describe('a GLPI that cannot be used is refused with a sentence that says what to do', () => {
  it.each<[string, '10.0' | '11.0', (glpi: string) => string[], RegExp]>([
    ['MyISAM', '10.0', (g) => [`ALTER TABLE ${g}.glpi_logs ENGINE = MyISAM`], /myisam_to_innodb/],
    [
      'datetime columns',
      '10.0',
      (g) => [`ALTER TABLE ${g}.glpi_users MODIFY begin_date DATETIME NULL`],
      /migration:timestamps/,
    ],
    [
      'utf8mb3',
      '10.0',
      (g) => [`ALTER TABLE ${g}.glpi_users MODIFY realname VARCHAR(255) CHARACTER SET utf8mb3 NULL`],
      /migration:utf8mb4/,
    ],
    [
      'a missing column',
      '11.0',
      (g) => [`ALTER TABLE ${g}.glpi_users DROP COLUMN authtype, DROP INDEX unicityloginauth`],
      /authtype/,
    ],
    ['a missing table', '11.0', (g) => [`DROP TABLE ${g}.glpi_fieldunicities`], /glpi_fieldunicities/],
    [
      'a release of the future',
      '11.0',
      (g) => [`UPDATE ${g}.glpi_configs SET value = '12.0.0' WHERE name = 'version'`],
      /12\.0\.0/,
    ],
    [
      'a release of the past',
      '10.0',
      (g) => [`UPDATE ${g}.glpi_configs SET value = '9.5.13' WHERE name = 'version'`],
      /9\.5\.13/,
    ],
    [
      'a half-done upgrade',
      '10.0',
      (g) => [`ALTER TABLE ${g}.glpi_users ADD \`2fa\` TEXT NULL`],
      /upgrade is under way.*database:update/,
    ],
  ])('%s', async (_, line, changes, says) => {
    const { database, env } = await given(line)
    for (const change of changes(database.glpiDatabase)) await database.sql(change)

    for (const command of [['keys', 'create'], ['serve']]) {
      const answer = await runCommand(env, command)

      expect(answer.code).toBe(4)
      expect(answer.err).toMatch(says)
    }
  })
})
