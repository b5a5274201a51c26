import { issueMailboxProof } from '../../src/keys'
import { en } from '../../src/shared/i18n/en'
import { glpiUser, givenKey, type GivenKey, usesOf } from '../support/builders'
import { registrationForm, textOf } from '../support/browser'
import { keepSecret } from '../support/evidence'
import { mailsTo, registrationOf } from '../support/holds'
import { layouts, startTestApp, type TestApp } from '../support/test-app'

describe.each(layouts)('a mailed link on GLPI $line at "$base"', ({ line, base }) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp({ line, base })
  })
  afterAll(() => app.close())

  async function mailed({ uid, link }: GivenKey, address: string): Promise<string> {
    const secret = await issueMailboxProof(app.context.db, app.context, { keyUid: uid, address })
    keepSecret(secret)
    return `${link}/${secret}`
  }

  const proofOf = async (key: GivenKey) => (await registrationOf(app, key)).proof

  it('has the address in the form, and marks it as proven', async () => {
    const key = await givenKey(app)
    const browser = app.browser()

    const form = await browser.open(await mailed(key, 'ada@example.org'))
    const done = await browser.submit(form, { email: 'Ada@Example.ORG' })

    expect(form.text).toMatch(/id="email"[^>]*value="ada@example.org"/s)
    expect(form.text).not.toMatch(/id="email"[^>]*readonly/s)
    expect(done.status).toBe(200)
    expect(await proofOf(key)).toBe('link')
  })

  it('proves that address and no other', async () => {
    const key = await givenKey(app)
    const browser = app.browser()

    await browser.submit(await browser.open(await mailed(key, 'bob@example.org')), {
      email: 'not-bob@example.org',
    })

    expect(await proofOf(key)).toBeNull()
  })

  it.each<[string, (own: GivenKey) => Promise<string>]>([
    ['without its secret', (own) => Promise.resolve(own.link)],
    [
      'with the secret of another key',
      async (own) => {
        const other = await mailed(await givenKey(app), 'carol@example.org')
        return `${own.link}/${other.slice(-26)}`
      },
    ],
    [
      'with a wrong secret',
      async (own) =>
        (await mailed(own, 'carol@example.org')).replace(/.$/, (last) => (last === '0' ? '1' : '0')),
    ],
    ['with something that is none', (own) => Promise.resolve(`${own.link}/hello`)],
  ])('is as good as any link and proves nothing %s', async (_how, linkOf) => {
    const key = await givenKey(app)
    const browser = app.browser()

    const form = await browser.open(await linkOf(key))
    const done = await browser.submit(form)

    expect(form.text).toMatch(/id="email"[^>]*value=""/s)
    expect(done.status).toBe(200)
    expect(await proofOf(key)).toBeNull()
  })

  it('makes the account at once where the key asks for a proof, and only then', async () => {
    const asks = { needsProof: true, maxUses: 3, addresses: ['dora@example.org', 'emil@example.org'] }
    const key = await givenKey(app, asks)
    const [own, copied] = [app.browser(), app.browser()]
    const dora = registrationForm({ email: 'dora@example.org' })
    const emil = registrationForm({ email: 'emil@example.org' })

    const done = await own.submit(await own.open(await mailed(key, 'dora@example.org')), dora)
    // Emil's link was mailed to Dora, too.
    const waiting = await copied.submit(await copied.open(await mailed(key, 'dora@example.org')), emil)

    expect(textOf(done)).toContain(en.done.title)
    expect(textOf(waiting)).toContain(en.waiting.title)
    expect(await glpiUser(app, dora.login)).toMatchObject({ is_active: 1 })
    expect(await glpiUser(app, emil.login)).toBeUndefined()
    expect(await usesOf(app, key)).toEqual({ completed: 1, held: 1 })
    expect(await mailsTo(app, 'emil@example.org')).toEqual(['confirmation'])
  })

  it('leaves no secret in the address bar, nor in our log', async () => {
    const key = await givenKey(app)
    const link = await mailed(key, 'finn@example.org')
    const path = new URL(link).pathname.slice(base.length)
    app.log.length = 0

    const answer = await app.browser().get(path, { follow: false })

    expect(answer.status).toBe(303)
    expect(answer.headers['location']).toBe(`${base}/register`)
    expect(answer.headers['referrer-policy']).toBe('no-referrer')
    expect(app.log.join('')).toContain(`${base}/r/***`)
    expect(app.log.join('')).not.toContain(link.slice(-26))
  })

  it('opens the standard interface of GLPI to whom it was mailed', async () => {
    const technician = { authorisations: [{ profilesId: 6, entitiesId: 0, isRecursive: false }] }
    const key = await givenKey(app, { grant: technician, addresses: ['gwen@example.org'] })
    const typed = registrationForm({ email: 'gwen@example.org' })
    const browser = app.browser()

    const form = await browser.open(await mailed(key, 'gwen@example.org'))
    const done = await browser.submit(form, typed)

    expect(form.text).toMatch(/id="email"[^>]*readonly/s)
    expect(done.status).toBe(200)
    const user = await glpiUser(app, typed.login)
    const [given] = await app.database.sql(
      'SELECT profiles_id FROM ??.glpi_profiles_users WHERE users_id = ?',
      [app.database.glpiDatabase, user?.['id']],
    )
    expect(given).toEqual({ profiles_id: 6 })
  })

  it('keeps the standard interface from who has the link and not the mailbox', async () => {
    const technician = { authorisations: [{ profilesId: 6, entitiesId: 0, isRecursive: false }] }
    const key = await givenKey(app, { grant: technician, addresses: ['hugo@example.org'] })
    const typed = registrationForm({ email: 'hugo@example.org' })
    const browser = app.browser()

    const waiting = await browser.submit(await browser.open(key.link), typed)

    expect(textOf(waiting)).toContain(en.waiting.title)
    expect(await glpiUser(app, typed.login)).toBeUndefined()
  })
})
