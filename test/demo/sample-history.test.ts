import { laySampleHistory } from '../../src/demo/sample-history'
import { keyStates, listKeys } from '../../src/keys'
import { countAccountsByDay } from '../../src/registration'
import { lastDays } from '../../src/shared/time'
import { textOf } from '../support/browser'
import { signInAs } from '../support/console'
import { startTestApp, type TestApp } from '../support/test-app'

const adminUrl = process.env['TEST_DATABASE_ADMIN_URL'] ?? ''
const everywhere = { kind: 'all' } as const

describe.each(['10.0', '11.0'] as const)('the history of the sample company on GLPI %s', (line) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp({ line })
    expect(await laySampleHistory(app.env, adminUrl)).toBe(true)
  })
  afterAll(() => app.close())

  const count = async (sql: string) => {
    const { database, glpiDatabase } = app.database
    const statement = sql.replaceAll('{ours}', database).replaceAll('{glpi}', glpiDatabase)
    return Number((await app.database.sql<{ n: number }>(statement))[0]?.n)
  }

  it('has some forty keys of several issuers, in every state that a key can be left in', async () => {
    const now = new Date()
    const { keys } = await listKeys(app.context.db, {
      scope: everywhere,
      filter: {},
      sort: 'newest',
      page: {},
      limit: 100,
      now,
    })

    expect(keys.length).toBeGreaterThanOrEqual(40)
    const states = new Set(keys.map(({ state }) => state))
    expect(keyStates.filter((state) => !states.has(state))).toEqual(['held-up'])
    expect(new Set(keys.map(({ issuer }) => JSON.stringify(issuer))).size).toBe(3)
    expect(keys.filter(({ batchUid }) => batchUid !== undefined)).toHaveLength(18)
    expect(
      keys.every(
        ({ createdAt, usesCompleted, maxUses }) => createdAt < now && usesCompleted <= (maxUses ?? Infinity),
      ),
    ).toBe(true)
  })

  it('has an account in GLPI for every registration, and as many registrations as uses', async () => {
    const registrations = await count('SELECT COUNT(*) AS n FROM {ours}.registrations')

    expect(registrations).toBeGreaterThan(300)
    expect(await count('SELECT SUM(uses_completed) AS n FROM {ours}.registration_keys')).toBe(registrations)
    expect(
      await count(`SELECT COUNT(DISTINCT u.id) AS n FROM {ours}.registrations r JOIN {ours}.registration_details d
        ON d.registration_uid = r.uid JOIN {glpi}.glpi_users u ON u.id = r.users_id AND u.name = d.login
        JOIN {glpi}.glpi_profiles_users p ON p.users_id = u.id JOIN {glpi}.glpi_useremails e ON e.users_id = u.id
        WHERE e.email = d.email AND p.entities_id = r.entities_id`),
    ).toBe(registrations)
    expect(
      await count("SELECT COUNT(*) AS n FROM {ours}.audit_events WHERE kind = 'registration.completed'"),
    ).toBe(registrations)
  })

  it('happened in working hours and on working days, most of it within the last month', async () => {
    const days = lastDays(new Date(), 'UTC', 31)
    const perDay = await countAccountsByDay(app.context.db, everywhere, days)

    const isWeekend = ({ start }: { start: Date }) => [0, 6].includes(start.getUTCDay())
    const sum = (wanted: boolean) =>
      perDay
        .filter((_, index) => isWeekend(days[index] ?? { start: new Date() }) === wanted)
        .reduce((a, b) => a + b)
    expect(sum(false)).toBeGreaterThan(300)
    expect(sum(true)).toBeLessThan(40)
    expect(
      await count('SELECT COUNT(*) AS n FROM {ours}.registrations WHERE completed_at > UTC_TIMESTAMP(3)'),
    ).toBe(0)
  })

  it('fills the home of the console, and its links can be shown again', async () => {
    const marie = await signInAs(app, 'marie.curie')
    const home = await marie.get('')

    expect(textOf(home)).toContain('comptes créés')
    expect(home.text.match(/class="chart-dot" cx/g)?.length).toBeGreaterThan(8)
    const keyPath = /href="\/console(\/keys\/[0-9a-f-]{36})"/.exec(home.text)?.[1] ?? ''
    expect((await marie.post(`${keyPath}/link`)).text).toContain(`${app.url}/r/`)
  })

  it('is laid once: what is there already is left alone', async () => {
    const before = await count('SELECT COUNT(*) AS n FROM {ours}.registration_keys')

    expect(await laySampleHistory(app.env, adminUrl)).toBe(false)
    expect(await count('SELECT COUNT(*) AS n FROM {ours}.registration_keys')).toBe(before)
  })
})
