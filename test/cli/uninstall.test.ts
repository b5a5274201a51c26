import { runCommand } from '../support/command-line'
import { testEnv } from '../support/test-app'
import { createTestDatabase, type TestDatabase } from '../support/test-database'

const opened: TestDatabase[] = []
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close()
})

async function given() {
  const database = await createTestDatabase('10.0')
  opened.push(database)
  return { database, env: testEnv(database, 'http://localhost:3999') }
}

const tablesOf = async ({ sql }: TestDatabase, schema: string) =>
  (
    await sql<{ t: string }>('SELECT TABLE_NAME AS t FROM information_schema.TABLES WHERE TABLE_SCHEMA = ?', [
      schema,
    ])
  ).map(({ t }) => t)

describe('uninstall', () => {
  it.each([[['--dry-run']], [[]]])('prints the SQL and executes nothing with %j', async (options) => {
    const { database, env } = await given()

    const { code, out, err } = await runCommand(env, ['uninstall', '--host', '%', ...options])

    expect(code).toBe(0)
    expect(out).toContain(`DROP DATABASE IF EXISTS \`${database.database}\`;`)
    expect(err).toContain('Nothing was executed')
    expect(await tablesOf(database, database.database)).toContain('registration_keys')
  })

  it('prints what removes our database and both accounts, and nothing of GLPI', async () => {
    const { database, env } = await given()
    const before = await tablesOf(database, database.glpiDatabase)
    const users = async () =>
      database.sql(
        "SELECT User FROM mysql.user WHERE User LIKE '%\\_%' AND INSTR(?, CONCAT('//', User, ':')) > 0",
        [`${database.runtimeUrl} ${database.migrationUrl}`],
      )
    expect(await users()).toHaveLength(2)

    const { out } = await runCommand(env, ['uninstall', '--dry-run', '--host', '%', '--json'])
    for (const statement of (JSON.parse(out) as { sql: string[] }).sql) await database.sql(statement)

    expect(await tablesOf(database, database.database)).toEqual([])
    expect(await users()).toEqual([])
    expect(await tablesOf(database, database.glpiDatabase)).toEqual(before)
  })

  it('drops our tables alone where they lie in GLPI’s database', async () => {
    const { database, env } = await given()

    const { out } = await runCommand({ ...env, GLPI_DATABASE: database.database }, ['uninstall', '--dry-run'])
    for (const statement of out.split('\n').filter((line) => line.startsWith('DROP TABLE'))) {
      await database.sql(statement)
    }

    expect(out).not.toContain('DROP DATABASE')
    expect(await tablesOf(database, database.database)).toEqual([])
  })
})
