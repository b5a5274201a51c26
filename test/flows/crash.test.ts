import { startDatabaseServer, type DatabaseServer } from '../../src/demo/private-mariadb'
import { countGlpiUsers, givenKey, type GivenKey, usesOf } from '../support/builders'
import { type Answer, Browser, type FormFields, registrationForm, textOf } from '../support/browser'
import { makeFolderForDatabase } from '../support/database-folder'
import { countPending, hiddenOf, mailedPath } from '../support/holds'
import { scaled } from '../support/scale'
import { type ServerProcess, startServerProcess } from '../support/server-process'
import { createTestDatabase, type TestDatabase } from '../support/test-database'
import { startTestApp, type TestApp } from '../support/test-app'

interface Person {
  browser: Browser
  form: Answer
  typed: FormFields
}

const people = scaled(200, 20)

/** Sends one person's form; a server that dies while it is answering is no answer. */
const send = ({ browser, form, typed }: Person): Promise<Answer | undefined> =>
  browser.submit(form, typed).catch(() => undefined)

/** The moment when somebody has an account, and most have not. */
const anyAccount = (sent: readonly Promise<Answer | undefined>[]): Promise<unknown> =>
  Promise.any(
    sent.map(async (answer) => {
      if ((await answer)?.status !== 200) throw new Error('no account')
    }),
  )

const open = (key: GivenKey, port: number): Promise<Person[]> =>
  Promise.all(
    Array.from({ length: people }, async () => {
      const browser = new Browser(`http://127.0.0.1:${port}`)
      return { browser, form: await browser.open(key.link), typed: registrationForm() }
    }),
  )

/** How many accounts, registrations and completed uses there are: three numbers that must be one. */
async function counts(app: TestApp, key: GivenKey, usersBefore: number): Promise<number[]> {
  const { database, sql } = app.database
  const [row] = await sql<{ n: number }>(
    "SELECT COUNT(*) AS n FROM ??.registrations WHERE key_uid = ? AND state = 'completed'",
    [database, Buffer.from(key.uid.replaceAll('-', ''), 'hex')],
  )
  const users = (await countGlpiUsers(app)) - usersBefore
  return [users, Number(row?.n), (await usesOf(app, key)).completed]
}

/** Rows that belong to nobody, in every table that an account has rows in. */
async function orphans({ database: { database, glpiDatabase, sql } }: TestApp): Promise<number> {
  const tables = ['glpi_useremails', 'glpi_profiles_users', 'glpi_groups_users']
  const children = tables.map(
    (
      table,
    ) => `SELECT 1 FROM ${glpiDatabase}.${table} c LEFT JOIN ${glpiDatabase}.glpi_users u ON u.id = c.users_id
      WHERE u.id IS NULL`,
  )
  const [row] = await sql<{ n: number }>(
    `SELECT COUNT(*) AS n FROM (${children.join(' UNION ALL ')}
      UNION ALL SELECT 1 FROM ${glpiDatabase}.glpi_logs l LEFT JOIN ${glpiDatabase}.glpi_users u ON u.id = l.items_id
        WHERE l.itemtype = 'User' AND u.id IS NULL
      UNION ALL SELECT 1 FROM ${database}.registrations r LEFT JOIN ${glpiDatabase}.glpi_users u ON u.id = r.users_id
        WHERE u.id IS NULL AND r.state = 'completed'
      UNION ALL SELECT 1 FROM ${database}.registrations r
        LEFT JOIN ${glpiDatabase}.glpi_useremails e ON e.users_id = r.users_id
        WHERE e.id IS NULL AND r.state = 'completed'
      UNION ALL SELECT 1 FROM ${database}.registrations r
        LEFT JOIN ${glpiDatabase}.glpi_profiles_users p ON p.users_id = r.users_id
        WHERE p.id IS NULL AND r.state = 'completed') orphans`,
  )
  return Number(row?.n)
}

/** Everybody sends the same form again until it is answered: each gets their account, and nobody "login taken". */
async function everybodyAgain(everybody: Person[]): Promise<void> {
  const again = await Promise.all(everybody.map(send))
  for (const [index, answer] of again.entries()) {
    expect(answer?.status).toBe(200)
    expect(answer === undefined ? '' : textOf(answer)).toContain(everybody[index]?.typed.login)
  }
}

describe('when the server is killed in the middle of registrations', () => {
  let app: TestApp
  let server: ServerProcess
  beforeAll(async () => {
    app = await startTestApp()
    server = await startServerProcess(app.env)
  })
  afterAll(async () => {
    await server.kill()
    await app.close()
  })

  it('nothing is half done, and the same forms succeed after the restart', async () => {
    const key = await givenKey(app, { maxUses: people })
    const before = await countGlpiUsers(app)
    const everybody = await open(key, server.port)

    const first = everybody.map(send)
    await anyAccount(first)
    await server.kill()
    await Promise.all(first)

    const [users, registrations, uses] = await counts(app, key, before)
    expect(users).toBeGreaterThan(0)
    expect(users).toBeLessThan(people)
    expect([registrations, uses]).toEqual([users, users])
    expect(await orphans(app)).toBe(0)

    server = await startServerProcess({ ...app.env, PORT: String(server.port) })
    await everybodyAgain(everybody)
    expect(await counts(app, key, before)).toEqual([people, people, people])
  })

  it('nobody who was confirming an address has half an account, or two, and the same links succeed', async () => {
    const key = await givenKey(app, { maxUses: people, needsProof: true })
    const everybody = await Promise.all((await open(key, server.port)).map(waitForMail))
    expect(await usesOf(app, key)).toEqual({ completed: 0, held: people })
    const before = await countGlpiUsers(app)

    const first = everybody.map(confirm)
    await anyAccount(first)
    await server.kill()
    await Promise.all(first)

    const [users = 0, registrations, uses] = await counts(app, key, before)
    expect(users).toBeGreaterThan(0)
    expect(users).toBeLessThan(people)
    expect([registrations, uses]).toEqual([users, users])
    expect(await usesOf(app, key)).toEqual({ completed: users, held: people - users })
    expect(await countPending(app)).toBe(people - users)
    expect(await orphans(app)).toBe(0)

    server = await startServerProcess({ ...app.env, PORT: String(server.port) })
    const again = await Promise.all(everybody.map(confirm))
    for (const [index, answer] of again.entries()) {
      expect(answer === undefined ? '' : textOf(answer)).toContain(everybody[index]?.typed.login)
    }
    expect(await counts(app, key, before)).toEqual([people, people, people])
    expect(await usesOf(app, key)).toEqual({ completed: people, held: 0 })
    expect(await countPending(app)).toBe(0)
  })

  /** Sends the form, and opens the link of the mail that comes then. */
  async function waitForMail({ browser, form, typed }: Person) {
    await browser.submit(form, typed)
    const [row] = await app.database.sql<{ uid: string }>(
      `SELECT LOWER(INSERT(INSERT(INSERT(INSERT(HEX(registration_uid), 9, 0, '-'), 14, 0, '-'), 19, 0, '-'), 24, 0, '-')) AS uid
       FROM ??.registration_details WHERE email = ?`,
      [app.database.database, typed.email],
    )
    const path = await mailedPath(app, { uid: row?.uid ?? '', email: typed.email })
    return { browser, typed, page: await browser.get(path ?? '') }
  }

  const confirm = ({ browser, page }: Awaited<ReturnType<typeof waitForMail>>) =>
    browser.post('/confirm', hiddenOf(page, '/confirm')).catch(() => undefined)
})

describe('when the database is killed in the middle of registrations', () => {
  const folder = makeFolderForDatabase('killed-')
  const sharedServer = process.env['TEST_DATABASE_ADMIN_URL']
  let own: DatabaseServer
  let database: TestDatabase
  let app: TestApp
  let server: ServerProcess

  beforeAll(async () => {
    own = await startOwnServer()
    database = await createTestDatabase('11.0')
    app = await startTestApp({ line: '11.0', database })
    server = await startServerProcess(app.env)
  })
  afterAll(async () => {
    await server.kill()
    await app.close()
    await database.close()
    await own.stop()
    process.env['TEST_DATABASE_ADMIN_URL'] = sharedServer
  })

  async function startOwnServer(port?: number): Promise<DatabaseServer> {
    const started = await startDatabaseServer({
      dataDir: folder,
      throwaway: true,
      say: () => undefined,
      ...(port === undefined ? {} : { port }),
    })
    process.env['TEST_DATABASE_ADMIN_URL'] = started.adminUrl
    return started
  }

  it('nothing is half done, and the same forms succeed after the restart', async () => {
    const key = await givenKey(app, { maxUses: people })
    const before = await countGlpiUsers(app)
    const everybody = await open(key, server.port)

    const first = everybody.map(send)
    await anyAccount(first)
    process.kill(own.pid ?? 0, 'SIGKILL')
    const answers = await Promise.all(first)

    const statuses = new Set(answers.map((answer) => answer?.status))
    expect(Array.from(statuses).filter((status) => status !== 200 && status !== 503)).toEqual([])

    own = await startOwnServer(Number(new URL(own.adminUrl).port))
    await app.database.reconnect()
    const [users, registrations, uses] = await counts(app, key, before)
    expect(users).toBeGreaterThan(0)
    expect(users).toBeLessThan(people)
    expect([registrations, uses]).toEqual([users, users])
    expect(await orphans(app)).toBe(0)

    await everybodyAgain(everybody)
    expect(await counts(app, key, before)).toEqual([people, people, people])
  })
})
