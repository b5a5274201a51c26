import { givenAdmin, rights } from '../support/admins'
import { givenKey, usesOf, type GivenKey } from '../support/builders'
import { textOf } from '../support/browser'
import { type Admin, signInAs } from '../support/console'
import { fieldsOf } from '../support/forms'
import { mainly, startTestApp, type TestApp } from '../support/test-app'

const ada = { login: 'ada.l', firstname: 'Ada', realname: 'Lovelace', email: 'ada@example.org' }
const grace = { login: 'grace.h', firstname: 'Grace', realname: 'Hopper', email: 'grace@example.org' }

describe.each(mainly('10.0'))('privacy in the console on GLPI $line at "$base"', (layout) => {
  let app: TestApp
  let marie: Admin
  let key: GivenKey
  beforeAll(async () => {
    app = await startTestApp(layout)
    await app.database.sql("UPDATE ??.glpi_users SET language = 'en_GB'", [app.database.glpiDatabase])
    marie = await signInAs(app, 'marie.curie')
    key = (await givenPerson(ada)).key
    await givenKey(app, { label: 'The Lovelace prize', maxUses: 9 })
  })
  afterAll(() => app.close())

  /** Somebody who registered with one of the two keys that were made for them. */
  async function givenPerson(person: typeof ada): Promise<Record<'key' | 'next', GivenKey>> {
    const addresses = [person.email]
    const used = await givenKey(app, { label: `For <b>${person.firstname}</b>`, addresses })
    const next = await givenKey(app, { label: 'Once more', addresses })
    const browser = app.browser()
    await browser.submit(await browser.open(used.link), person)
    return { key: used, next }
  }

  const lookUp = (fields: Record<string, string>) => marie.post('/privacy/lookups', fields)
  const kinds = async () =>
    (
      await app.database.sql<{ kind: string }>('SELECT kind FROM ??.audit_events ORDER BY uid DESC LIMIT 1', [
        app.database.database,
      ])
    ).map(({ kind }) => kind)

  it('shows what is kept, without naming anybody in an address', async () => {
    const page = await lookUp({ email: ada.email.toUpperCase() })

    expect(page.status).toBe(200)
    expect(page.path).toMatch(/^\/console\/privacy\?person=[\w-]+$/)
    const text = textOf(page)
    expect(text).toContain('ada.l · ada@example.org')
    expect(text).toContain('Ada Lovelace')
    expect(text).toContain('One key is for this person alone and can still be used. It will be revoked.')
    expect(text).toContain('The Lovelace prize')
    expect(page.text).toContain('For &lt;b&gt;Ada&lt;/b&gt;')
    expect(app.log.join('')).not.toMatch(/ada@|ada\.l/)
  })

  it('asks whom it is about', async () => {
    const page = await lookUp({ email: ' ', login: '' })

    expect(page.status).toBe(422)
    expect(textOf(page)).toContain('Enter an address or a login.')
  })

  it('says when nothing is kept, and offers nothing then', async () => {
    const page = await lookUp({ email: 'nobody@example.org' })

    expect(textOf(page)).toContain('Nothing is kept about this person.')
    expect(page.text).not.toContain('/privacy/erasures')
  })

  it('forgets within an hour whom a link was about', async () => {
    const { path } = await lookUp({ login: ada.login })
    app.clock.advance(59 * 60_000)
    await marie.get('/keys')
    const intime = await marie.get(path.replace('/console', ''))
    app.clock.advance(2 * 60_000)

    const late = await marie.get(path.replace('/console', ''))

    expect(textOf(intime)).toContain('ada.l')
    expect(textOf(late)).toContain('Look the person up again.')
    expect(textOf(late)).not.toContain('ada.l')
  })

  it('gives it out as a file, and writes down that it did', async () => {
    const page = await lookUp({ email: ada.email })

    const file = await marie.post('/privacy/exports', fieldsOf(page, '/privacy/exports'))

    expect(file.headers['content-disposition']).toBe('attachment; filename=personal-data.json')
    expect(file.headers['cache-control']).toBe('no-store')
    expect(JSON.parse(file.text)).toMatchObject({
      registrations: [{ login: ada.login, email: ada.email, keyUid: key.uid }],
    })
    expect(await kinds()).toEqual(['details.exported'])
  })

  it('erases nothing until the address is typed again', async () => {
    const page = await lookUp({ email: ada.email })

    const again = await marie.post('/privacy/erasures', {
      ...fieldsOf(page, '/privacy/erasures'),
      retyped: 'ada@example.com',
    })

    expect(again.status).toBe(422)
    expect(textOf(again)).toContain('Nothing has been erased.')
    expect(textOf(again)).toContain('ada.l · ada@example.org')
  })

  it('erases it, revokes what was announced, and says so without a name', async () => {
    const { key: used, next } = await givenPerson(grace)
    const page = await lookUp({ email: grace.email })

    const done = await marie.post('/privacy/erasures', {
      ...fieldsOf(page, '/privacy/erasures'),
      retyped: 'Grace@Example.org',
    })

    expect(done.path).toBe('/console/privacy')
    expect(textOf(done)).toMatch(/Erased: \d+ entries/)
    expect(textOf(done)).not.toMatch(/grace/i)
    expect(await kinds()).toEqual(['details.erased'])
    expect(await usesOf(app, used)).toEqual({ completed: 1, held: 0 })
    const late = await app.browser().open(next.link)
    expect(late.status).toBe(410)
    expect(textOf(await lookUp({ email: grace.email }))).toContain('GLPI keeps its account no.')
  })

  it('speaks French', async () => {
    const { login } = await givenAdmin(app.database, { user: rights.update, config: rights.update })
    const { glpiDatabase, sql } = app.database
    await sql("UPDATE ??.glpi_users SET language = 'fr_FR' WHERE name = ?", [glpiDatabase, login])

    const page = await (await signInAs(app, login)).post('/privacy/lookups', { email: ada.email })

    expect(textOf(page)).toContain('Données personnelles')
    expect(textOf(page)).toContain('Elle sera révoquée.')
  })
})
