import { issueMailboxProof, revokeKey } from '../../src/keys'
import { listRequests } from '../../src/requests'
import { givenAdmin, type GivenAdmin, rights } from '../support/admins'
import { type Answer, type Browser, textOf } from '../support/browser'
import { givenKey, type GivenKey } from '../support/builders'
import { signInAs } from '../support/console'
import { fieldsOf } from '../support/forms'
import { markMail, outboxOf } from '../support/outbox'
import { runJob } from '../../src/work'
import { mainly, startTestApp, type TestApp } from '../support/test-app'

const dayMs = 86_400_000

describe.each(mainly('11.0'))('where a link leads no further on GLPI $line at "$base"', (layout) => {
  let app: TestApp
  let issuer: GivenAdmin
  beforeAll(async () => {
    app = await startTestApp({ ...layout, env: { SUPPORT_CONTACT: 'help@example.org' } })
    issuer = await givenAdmin(app.database, { user: rights.read | rights.create | rights.update })
    await app.database.sql("UPDATE ??.glpi_users SET firstname = 'Marie', realname = 'Martin' WHERE id = ?", [
      app.database.glpiDatabase,
      issuer.usersId,
    ])
  })
  afterAll(() => app.close())

  const asIssuer = () => {
    const { usersId, profilesId, entitiesId } = issuer
    return { kind: 'user' as const, usersId, profilesId, entitiesId }
  }
  const lapsed = async (wanted: Parameters<typeof givenKey>[1] = {}): Promise<GivenKey> => {
    const key = await givenKey(app, { issuer: asIssuer(), ...wanted })
    app.clock.advance(8 * dayMs)
    return key
  }
  const askOn = (browser: Browser, page: Answer, fields: Record<string, string>) =>
    browser.post('/link-requests', { ...fieldsOf(page, '/link-requests'), ...fields })
  const requestsOf = async ({ uid }: GivenKey) =>
    (await listRequests(app.context.db, { kind: 'all' }, { which: 'open', limit: 1_000 })).filter(
      ({ keyUid }) => keyUid === uid,
    )

  it('the page says why, until when it was good, and whom to ask', async () => {
    const page = await app.browser().open((await lapsed()).link)

    expect(page.status).toBe(410)
    expect(textOf(page)).toContain('This invitation has expired')
    expect(textOf(page)).toMatch(/It could be used until \w+day \d+ \w+ \d{4}/)
    expect(textOf(page)).toContain('Your invitation came from Marie Martin')
    expect(page.text).toContain('href="mailto:help@example.org"')
  })

  it('the inviter is not named where the key does not share it', async () => {
    const page = await app.browser().open((await lapsed({ sharesInviter: false })).link)

    expect(textOf(page)).not.toContain('Marie Martin')
    expect(textOf(page)).toContain('help@example.org')
  })

  it.each([
    ['unknown', 'GLPI-ARFV0-12345-6789A-BCDEF-GHJKM-NPQRS-KF5BP', 404],
    ['no code at all', 'hello', 404],
  ])('nothing can be asked for with a code that is %s', async (_what, code, status) => {
    const page = await app.browser().get(`/r/${code}`)

    expect(page.status).toBe(status)
    expect(page.text).not.toContain('/link-requests')
    expect(textOf(page)).toContain('help@example.org')
  })

  it('nor where the link works again by itself', async () => {
    const key = await givenKey(app, { notBefore: new Date(app.clock.now().getTime() + dayMs) })
    const page = await app.browser().open(key.link)

    expect(page.status).toBe(403)
    expect(textOf(page)).toMatch(/You can use it from \w+day/)
    expect(page.text).not.toContain('/link-requests')
  })

  it('a request is answered alike, whether or not the address is one that the key is for', async () => {
    const invited = await lapsed({ addresses: ['nora@example.org'] })
    const answers = []
    for (const email of ['nora@example.org', 'somebody.else@example.org']) {
      const browser = app.browser()
      const answer = await askOn(browser, await browser.open(invited.link), { email, note: 'Hello' })
      answers.push({
        status: answer.status,
        text: withoutReceipt(answer.text),
        path: answer.path.split('?')[0],
      })
    }

    expect(answers[0]?.status).toBe(200)
    expect(answers[0]?.text).toContain('Your request has been passed on')
    expect(answers[1]).toEqual(answers[0])
    expect((await requestsOf(invited)).map(({ address, note }) => [address, note])).toEqual([
      ['nora@example.org', 'Hello'],
      ['somebody.else@example.org', 'Hello'],
    ])
  })

  it('what is wrong with it is told beside the field, and nothing is lost', async () => {
    const key = await lapsed()
    const browser = app.browser()

    const answer = await askOn(browser, await browser.open(key.link), { email: 'nora@', note: 'It is me' })

    expect(answer.status).toBe(422)
    expect(textOf(answer)).toContain('This does not look like an e-mail address')
    expect(fieldsOf(answer, '/link-requests')).toMatchObject({ email: 'nora@', note: 'It is me' })
    expect(await requestsOf(key)).toEqual([])
  })

  it('a form that was not made here asks for nothing', async () => {
    const key = await lapsed()
    const browser = app.browser()
    const fields = fieldsOf(await browser.open(key.link), '/link-requests')

    for (const wrong of [{ csrf: 'x' }, { ask: fields['csrf'] ?? '' }]) {
      const answer = await browser.post('/link-requests', { ...fields, email: 'a@example.org', ...wrong })
      expect(answer.status).toBe(400)
    }
    expect(await requestsOf(key)).toEqual([])
  })

  it('whoever was mailed the link gets a new one by mail, which works', async () => {
    const key = await lapsed({ addresses: ['irene@example.org'], send: true })
    await markMail(app.database, key.uid, { sentAt: app.clock.now() })
    const browser = app.browser()

    await askOn(browser, await browser.open(key.link), { email: 'Irene@example.org', note: '' })
    await runJob(app.context, 'requests')

    const mails = await outboxOf(app.database, 'reissued')
    expect(mails.filter(({ keyUid }) => keyUid === key.uid).map(({ address }) => address)).toEqual([
      'irene@example.org',
    ])
    expect(textOf(await browser.open(key.link))).toContain('This link has been replaced')
  })

  describe('in the console', () => {
    it('a request is seen and answered with one button; looking at it changes nothing', async () => {
      const key = await lapsed({ label: 'Nora Leblanc', addresses: ['leblanc@example.org'] })
      const browser = app.browser()
      await askOn(browser, await browser.open(key.link), { email: 'leblanc@example.org', note: 'I was away' })
      const admin = await signInAs(app, issuer.login)
      const [request] = await requestsOf(key)
      const path = `/requests/${request?.uid}`

      const list = textOf(await admin.get('/requests'))
      const home = await admin.get('')
      const page = await admin.get(path)
      expect(list).toMatch(/leblanc@example.org Invited I was away/)
      expect(textOf(home)).toMatch(/Requests \d+ (\d+ people ask|1 person asks) for a new link/)
      expect(textOf(page)).toContain('The key is for this address')
      expect(await requestsOf(key)).toHaveLength(1)

      const answer = await admin.post(`${path}/codes`)

      expect(textOf(answer)).toMatch(/The mail with the new link waits|A new link is on its way/)
      expect(await requestsOf(key)).toEqual([])
      expect(textOf(await admin.get(path))).toContain('New link mailed, by Marie Martin')
      const again = await admin.post(`${path}/codes`)
      expect(again.status).toBe(422)
      expect(textOf(again)).toContain('This request was answered meanwhile')
    })

    it('an address that nobody has proven is shown as that, and gets an invitation of its own', async () => {
      const key = await lapsed({ maxUses: 5 })
      const browser = app.browser()
      await askOn(browser, await browser.open(key.link), { email: 'stranger@example.org', note: '' })
      const admin = await signInAs(app, issuer.login)
      const [request] = await requestsOf(key)
      const page = await admin.get(`/requests/${request?.uid}`)

      expect(textOf(await admin.get('/requests'))).toContain('stranger@example.org Unproven')
      expect(textOf(page)).toContain('nobody has shown whose it is')
      expect(page.text).not.toContain('/codes"')
      await admin.post(`/requests/${request?.uid}/invitations`)

      const mails = await outboxOf(app.database, 'invitation')
      expect(mails.filter(({ address }) => address === 'stranger@example.org')).toHaveLength(1)
    })

    it('who looks after other entities does not learn of it, and who may only read answers nothing', async () => {
      const key = await lapsed({ addresses: ['paris@example.org'] })
      const browser = app.browser()
      await askOn(browser, await browser.open(key.link), { email: 'paris@example.org', note: '' })
      const uid = (await requestsOf(key))[0]?.uid ?? ''
      const all = rights.read | rights.create | rights.update
      const lyon = await signInAs(app, (await givenAdmin(app.database, { user: all, entity: 'Lyon' })).login)
      const reader = await signInAs(app, (await givenAdmin(app.database, { user: rights.read })).login)

      expect((await lyon.get(`/requests/${uid}`)).status).toBe(404)
      expect((await lyon.post(`/requests/${uid}/codes`)).status).toBe(404)
      expect(textOf(await lyon.get('/requests'))).not.toContain('paris@example.org')
      expect((await reader.get(`/requests/${uid}`)).status).toBe(200)
      for (const what of ['codes', 'invitations', 'refusals'])
        expect((await reader.post(`/requests/${uid}/${what}`)).status).toBe(403)
      expect(await requestsOf(key)).toHaveLength(1)
    })
  })

  describe('for whoever comes twice', () => {
    it('says in the same browser when they registered, and where they sign in', async () => {
      const key = await givenKey(app)
      const browser = app.browser()
      await browser.submit(await browser.open(key.link), { login: `twice.${layout.line}` })

      const again = await browser.open(key.link)
      const tomorrow = await browser.get('/register')

      expect(again.status).toBe(410)
      expect(textOf(again)).toMatch(/You have registered already .* on \w+day \d+ \w+ \d{4}/)
      expect(again.text).toContain('href="https://helpdesk.example.org"')
      expect(again.text).not.toContain('/link-requests')
      expect(textOf(tomorrow)).toContain('An account was created here with this link on')
    })

    it('says the same to the reader of the mailbox that the link was sent to', async () => {
      const key = await givenKey(app)
      const address = `reader.${layout.line}@example.org`
      const secret = await issueMailboxProof(app.context.db, app.context, { keyUid: key.uid, address })
      const link = `${key.link}/${secret}`
      const browser = app.browser()
      await browser.submit(await browser.open(link), { login: `reader.${layout.line}`, email: address })

      expect(textOf(await app.browser().open(link))).toContain('You have registered already')
    })

    it('says to a friend that a link is for a certain number of people, and lets them ask', async () => {
      const key = await givenKey(app)
      const browser = app.browser()
      await browser.submit(await browser.open(key.link), { login: `first.${layout.line}` })

      const friend = await app.browser().open(key.link)

      expect(textOf(friend)).toContain('This invitation has already been used')
      expect(textOf(friend)).toContain('each of you needs an invitation of your own')
      expect(friend.text).toContain('/link-requests')
    })
  })

  describe('the box for the code', () => {
    it.each<[string, (link: string, code: string) => string]>([
      ['the link', (link) => link],
      ['a link that the mail program has broken', (link) => `${link.slice(0, -20)}\n${link.slice(-20)}`],
      ['a message with the link in it', (link) => `Dear Nora,\nopen this: <${link}>. See you!`],
      ['a message with the code in it', (_, code) => `Your code: ${code}, says Marie.`],
      ['the code with dashes of another kind', (_, code) => code.replaceAll('-', '–')],
    ])('takes %s', async (_what, written) => {
      const key = await givenKey(app)
      const browser = app.browser()
      await browser.get('/')

      const page = await browser.post('/code', { code: written(key.link, key.code) })

      expect(page.path).toMatch(/\/register$/)
      expect(textOf(page)).toContain('Create your account')
    })

    it('takes the link of a mail with the secret that proves the mailbox', async () => {
      const key = await givenKey(app)
      const address = 'pasted@example.org'
      const secret = await issueMailboxProof(app.context.db, app.context, { keyUid: key.uid, address })
      const browser = app.browser()
      await browser.get('/')

      const page = await browser.post('/code', { code: `${key.link}/${secret}\n` })

      expect(page.text).toMatch(/id="email"[^>]*value="pasted@example.org"/s)
    })

    it('gives whoever refuses cookies the form at once, and an account', async () => {
      const key = await givenKey(app)
      const browser = app.browser()
      const opened = await browser.open(key.link)
      expect(opened.path).toMatch(/\/register$/)
      browser.forgetCookies()
      const lost = await browser.get('/register')
      browser.forgetCookies()

      const form = await browser.post('/code', { code: key.code })
      browser.forgetCookies()
      const done = await browser.submit(form, { login: `no.cookies.${layout.line}` })

      expect(textOf(lost)).toContain('Nothing is lost: your invitation is still good')
      expect(form.status).toBe(200)
      expect(textOf(done)).toContain('Your account is ready')
    })
  })

  it('a withdrawn invitation can be asked about, too', async () => {
    const key = await givenKey(app)
    await revokeKey(app.context, { kind: 'system' }, key.uid)

    expect((await app.browser().open(key.link)).text).toContain('/link-requests')
  })
})

/** It is sealed anew each time, and says nothing but the language. */
const withoutReceipt = (text: string): string => text.replace(/(name="receipt" value=")[^"]*/g, '$1')
