import { glpiUser, givenKey } from '../support/builders'
import { categoryIds, locationIds, titleIds } from '../../src/demo/sample-places'
import { layouts, startTestApp, type TestApp } from '../support/test-app'

type Row = Record<string, unknown>

/** What GLPI itself was seen to write for a new user with one address (GLPI 10.0.19; 11.0 by its source). */
describe.each(layouts)('the rows of a registered user on GLPI $line', ({ line, base }) => {
  const storedFamily = line === '10.0' ? "O'Brien &#38; &#60;Sons&#62;" : "O'Brien & <Sons>"
  let app: TestApp
  let user: Row
  let before: Date

  beforeAll(async () => {
    app = await startTestApp({ line, base })
    const { glpiDatabase, sql } = app.database
    const [group] = await sql<{ id: number }>(
      'SELECT id FROM ??.glpi_groups WHERE is_usergroup = 1 LIMIT 1',
      [glpiDatabase],
    )
    const [paris] = await sql<{ id: number }>("SELECT id FROM ??.glpi_entities WHERE name = 'Paris'", [
      glpiDatabase,
    ])
    const key = await givenKey(app, {
      grant: {
        authorisations: [
          { profilesId: 1, entitiesId: 0, isRecursive: true },
          { profilesId: 1, entitiesId: paris?.id ?? -1, isRecursive: false },
        ],
        groupIds: [group?.id ?? -1],
        usertitlesId: titleIds.apprentice,
        usercategoriesId: categoryIds.trainee,
        locationsId: locationIds.lyon,
      },
    })
    before = new Date(Math.floor(Date.now() / 1000) * 1000)
    const browser = app.browser()
    const done = await browser.submit(await browser.open(key.link), {
      login: 'obrien',
      firstname: 'Máire',
      realname: "O'Brien & <Sons>",
      email: 'm&m@example.org',
    })
    expect(done.status).toBe(200)
    user = (await glpiUser(app, 'obrien')) ?? {}
  })
  afterAll(() => app.close())

  const rowsOf = (table: string, where: string, bindings: unknown[]) =>
    app.database.sql<Row>(`SELECT * FROM ??.?? WHERE ${where} ORDER BY id`, [
      app.database.glpiDatabase,
      table,
      ...bindings,
    ])

  it('fills glpi_users as GLPI does and leaves every other column at its default', async () => {
    const defaults = await defaultsOf(app, 'glpi_users')
    const { id, password, password_last_update, date_creation, date_mod, ...rest } = user

    expect(rest).toEqual({
      ...without(defaults, ['id', 'password', 'password_last_update', 'date_creation', 'date_mod']),
      name: 'obrien',
      realname: storedFamily,
      firstname: 'Máire',
      usertitles_id: titleIds.apprentice,
      usercategories_id: categoryIds.trainee,
      locations_id: locationIds.lyon,
      authtype: 1,
      auths_id: 0,
      is_active: 1,
      is_deleted: 0,
    })
    expect(id).toBeGreaterThan(0)
    expect(password).toMatch(/^\$argon2id\$v=19\$m=\d+,t=\d+,p=1\$/)
    for (const instant of [password_last_update, date_creation, date_mod]) {
      expect(instant).toBeInstanceOf(Date)
      expect((instant as Date).getTime()).toBeGreaterThanOrEqual(before.getTime())
      expect((instant as Date).getTime()).toBeLessThanOrEqual(Date.now())
    }
  })

  it('adds the address as the default one', async () => {
    const [email, ...more] = await rowsOf('glpi_useremails', 'users_id = ?', [user['id']])
    expect(more).toEqual([])
    expect(without(email ?? {}, ['id'])).toEqual({
      users_id: user['id'],
      email: line === '10.0' ? 'm&#38;m@example.org' : 'm&m@example.org',
      is_default: 1,
      is_dynamic: 0,
    })
  })

  it('adds authorisations that survive the first login, and the group', async () => {
    const authorisations = await rowsOf('glpi_profiles_users', 'users_id = ?', [user['id']])
    const groups = await rowsOf('glpi_groups_users', 'users_id = ?', [user['id']])

    expect(authorisations.map((row) => without(row, ['id', 'entities_id']))).toEqual([
      { users_id: user['id'], profiles_id: 1, is_recursive: 1, is_dynamic: 0, is_default_profile: 0 },
      { users_id: user['id'], profiles_id: 1, is_recursive: 0, is_dynamic: 0, is_default_profile: 0 },
    ])
    expect(groups.map((row) => without(row, ['id', 'groups_id']))).toEqual([
      { users_id: user['id'], is_dynamic: 0, is_manager: 0, is_userdelegate: 0 },
    ])
  })

  it('writes the history that GLPI writes', async () => {
    const [email] = await rowsOf('glpi_useremails', 'users_id = ?', [user['id']])
    const [paris] = await rowsOf('glpi_entities', "name = 'Paris'", [])
    const id = String(user['id'])
    const rows = await rowsOf('glpi_logs', '1 = 1', [])
    const defaults = without(await defaultsOf(app, 'glpi_logs'), ['id'])
    const person = `${storedFamily} Máire (${id})`
    const root = 'Root entity (0)'
    const city = `Root entity > Paris (${String(paris?.['id'])})`
    const profile = 'Self-Service (1)'
    const row = (
      itemtype: string,
      items_id: unknown,
      itemtype_link: string,
      linked_action: number,
      new_value: string,
    ) => ({
      ...defaults,
      itemtype,
      items_id,
      itemtype_link,
      linked_action,
      new_value,
      old_value: '',
      user_name: 'glpi-invite',
      id_search_option: 0,
      date_mod: user['date_mod'],
    })

    expect(rows.map((one) => without(one, ['id']))).toEqual([
      row('User', user['id'], 'UserEmail', 17, `${String(email?.['email'])} (${String(email?.['id'])})`),
      row('UserEmail', email?.['id'], '0', 20, ''),
      row('User', user['id'], 'Profile', 17, `${root}, ${profile} (R)`),
      row('Profile', 1, 'User', 17, `${person}, ${root} (R)`),
      row('Entity', 0, 'User', 17, `${person}, ${profile} (R)`),
      row('User', user['id'], 'Profile', 17, `${city}, ${profile}`),
      row('Profile', 1, 'User', 17, `${person}, ${city}`),
      row('Entity', paris?.['id'], 'User', 17, `${person}, ${profile}`),
      row('User', user['id'], '0', 20, ''),
    ])
  })
})

/** A row as the server would make it if no column were given. */
async function defaultsOf({ database }: TestApp, table: string): Promise<Row> {
  const columns = await database.sql<{ name: string; value: string | null; type: string }>(
    `SELECT COLUMN_NAME AS name, COLUMN_DEFAULT AS value, DATA_TYPE AS type FROM information_schema.COLUMNS
     WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?`,
    [database.glpiDatabase, table],
  )
  return Object.fromEntries(columns.map(({ name, value, type }) => [name, defaultOf(value, type)]))
}

function defaultOf(value: string | null, type: string): unknown {
  if (value === null || value === 'NULL') return null
  return /int/.test(type) ? Number(value) : value.replace(/^'(.*)'$/, '$1')
}

function without(row: Row, names: string[]): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)))
}
