import { givenGlpiUser, givenKey, glpiUser } from '../support/builders'
import { type Answer, textOf } from '../support/browser'
import { layouts, startTestApp, type TestApp } from '../support/test-app'
import { runCommand } from '../support/command-line'

describe.each(layouts)('the rules that GLPI $line was given by its administrators', ({ line, base }) => {
  let app: TestApp
  beforeEach(async () => {
    app = await startTestApp({ line, base })
  })
  afterEach(() => app.close())

  const setConfig = (name: string, value: string) =>
    app.database.sql("REPLACE INTO ??.glpi_configs (context, name, value) VALUES ('core', ?, ?)", [
      app.database.glpiDatabase,
      name,
      value,
    ])

  async function register(fields: Record<string, string>): Promise<Answer> {
    const browser = app.browser()
    return browser.submit(await browser.open((await givenKey(app)).link), fields)
  }

  it('its password policy is told and enforced on top of ours', async () => {
    await setConfig('use_password_security', '1')
    await setConfig('password_min_length', '20')
    const form = await app.browser().open((await givenKey(app)).link)

    expect(textOf(form)).toContain('20')
    expect((await register({ password: 'Plateau-cigogne1' })).text).toMatch(/id="password-error">[^<]*20/)
    expect((await register({ password: 'plateau-cigogne-bureau-1' })).status).toBe(422)
    expect((await register({ password: 'Plateau-cigogne-bureau' })).status).toBe(422)
    expect((await register({ password: 'Plateau_cigogne_bureau1' })).status).toBe(422)
    expect((await register({ password: 'Plateau-cigogne-bureau-1' })).status).toBe(200)
  })

  it('its uniqueness rules on names are honoured when they refuse and are active', async () => {
    const { glpiDatabase, sql } = app.database
    const family = "O'Brien & <Sons>"
    const stored = line === '10.0' ? "O'Brien &#38; &#60;Sons&#62;" : family
    await givenGlpiUser(app.database, { name: 'first.one', firstname: 'Ada', realname: stored })
    const rule = (fields: string, isActive: number, refuses: number) =>
      sql(
        `INSERT INTO ??.glpi_fieldunicities (name, itemtype, fields, is_active, action_refuse, entities_id, is_recursive)
         VALUES ('r', 'User', ?, ?, ?, 0, 1)`,
        [glpiDatabase, fields, isActive, refuses],
      )
    await rule('realname,firstname', 0, 1)
    await rule('realname,firstname', 1, 0)
    await rule('realname,phone', 1, 1)
    const same = { firstname: 'ada', realname: family }

    expect((await register(same)).status).toBe(200)
    await rule('realname,firstname', 1, 1)
    const refused = await register(same)

    expect(refused.status).toBe(422)
    expect(refused.text).toContain('id="realname-error"')
    expect((await register({ ...same, firstname: 'Grace' })).status).toBe(200)
  })

  it('an instance whose PHP has no Argon2 gets bcrypt, which reads 72 bytes and is told so', async () => {
    const bcrypt = await startTestApp({
      line,
      base,
      database: app.database,
      env: { PASSWORD_ALGORITHM: 'bcrypt' },
    })
    const browser = bcrypt.browser()
    const form = await browser.open((await givenKey(bcrypt)).link)

    const tooLong = await browser.submit(form, { password: `${'žluťoučký kůň '.repeat(5)}bureau` })
    const done = await browser.submit(form, { login: 'by.bcrypt' })

    expect(textOf(form)).toContain('72')
    expect(tooLong.status).toBe(422)
    expect(tooLong.text).toMatch(/id="password-error">[^<]*72/)
    expect(done.status).toBe(200)
    expect((await glpiUser(bcrypt, 'by.bcrypt'))?.['password']).toMatch(/^\$2y\$10\$/)
    await bcrypt.close()
  })

  it('a group, profile or entity that is gone by the time a key is used makes it refuse', async () => {
    const { glpiDatabase, sql } = app.database
    const made = await runCommand(app.env, ['keys', 'create', '--json', '--entity', 'Lyon'])
    const { link } = JSON.parse(made.out) as { link: string }
    const browser = app.browser()
    const form = await browser.open(link)

    await sql("DELETE FROM ??.glpi_entities WHERE name = 'Lyon'", [glpiDatabase])

    expect((await browser.submit(form)).status).toBe(403)
  })
})
