import { fr } from '../../src/shared/i18n/fr'
import { givenGlpiUser, givenKey } from '../support/builders'
import { type Answer, type Browser, hiddenFields, registrationForm, textOf } from '../support/browser'
import { csrfOf } from '../support/console'
import { fieldsOf } from '../support/forms'
import { mailedPath, registrationOf } from '../support/holds'
import { outboxOf } from '../support/outbox'
import { startTestApp, type TestApp } from '../support/test-app'

describe('the language of a page', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp({ line: '11.0', base: '/invite', env: { DEFAULT_LANGUAGE: 'fr' } })
  })
  afterAll(() => app.close())

  const languageOf = ({ text }: Answer) => /<html lang="(\w+)" dir="ltr">/.exec(text)?.[1]
  const formIn = async (browser: Browser, keyLanguage?: string) =>
    browser.open((await givenKey(app, keyLanguage === undefined ? {} : { language: keyLanguage })).link)

  it('is that of the instance, unless the browser has one, unless the key has one, unless the person chose', async () => {
    expect(languageOf(await formIn(app.browser({ language: 'xx' })))).toBe('fr')
    expect(languageOf(await formIn(app.browser({ language: 'en' })))).toBe('en')
    expect(languageOf(await formIn(app.browser({ language: 'en' }), 'fr_FR'))).toBe('fr')

    const person = app.browser({ language: 'fr' })
    await person.get('/?speak=en')
    expect(languageOf(await formIn(person, 'fr_FR'))).toBe('en')
    expect(languageOf(await person.get('/no/such/page'))).toBe('en')
    expect(languageOf(await person.get('/console/sign-in'))).toBe('en')
  })

  it('is remembered by a cookie that holds nothing else', async () => {
    const person = app.browser({ language: 'fr' })

    const { headers } = await person.get('/?speak=en')

    expect(person.cookie('language')).toBe('en')
    expect(headers['set-cookie']).toContain(
      'language=en; Max-Age=31536000; Path=/invite; HttpOnly; SameSite=Lax',
    )
  })

  it.each(['xx', '', 'EN', '__proto__', 'en&speak=fr'])(
    'is not changed by a choice of "%s"',
    async (choice) => {
      const person = app.browser({ language: 'en' })

      const page = await person.get(`/?speak=${choice}`)

      expect(languageOf(page)).toBe('en')
      expect(person.cookie('language')).toBeUndefined()
    },
  )

  it('is changed in the middle of the form without losing what was typed, and without sending it', async () => {
    const person = app.browser({ language: 'en' })
    const typed = registrationForm({ firstname: 'Zoë', realname: "Müller-O'Brien" })
    const form = await formIn(person)

    const page = await person.post('/register', { ...hiddenFields(form), ...typed, speak: 'fr' })

    expect(page.status).toBe(200)
    expect(languageOf(page)).toBe('fr')
    const { password, ...rest } = typed
    expect(fieldsOf(page, '/register')).toMatchObject({ ...rest, chosen: 'fr' })
    expect(page.text).not.toContain(password)
    expect(page.text).not.toContain('aria-invalid')
    const done = await person.post('/register', { ...fieldsOf(page, '/register'), password })
    expect(done.path).toMatch(/^\/done/)
    expect(languageOf(done)).toBe('fr')
  })

  describe('is changed when a form came back, and what was wrong is said in the new one:', () => {
    const plain = (text: string) => text.replace(/\s/g, ' ')
    const switched = (person: Browser, page: Answer, action: string, typed: Record<string, string> = {}) =>
      person.post(action, { ...fieldsOf(page, action), ...typed, speak: 'fr' })

    it('the form, whose next try is the first that counts again', async () => {
      const person = app.browser({ language: 'en' })
      await givenGlpiUser(app.database, { name: 'somebody', email: 'somebody@example.org' })
      const { link } = await givenKey(app, { domains: ['example.org'] })
      const typed = registrationForm({ login: 'somebody', email: 'ada@elsewhere.test', firstname: '' })
      const failed = await person.submit(await person.open(link), { ...typed, password: 'short' })
      const before = app.log.filter((line) => line.includes('FORM_INVALID')).length

      const page = await switched(person, failed, '/register')

      expect(languageOf(page)).toBe('fr')
      const text = textOf(page)
      expect(text).toContain(fr.problems.required(0, ''))
      expect(text).toContain(fr.problems['login-taken'](0, ''))
      expect(text).toContain('@example.org')
      expect(page.text).toContain('id="password-error"')
      expect(fieldsOf(page, '/register')).toMatchObject({ login: 'somebody', email: 'ada@elsewhere.test' })
      expect(app.log.filter((line) => line.includes('FORM_INVALID')).length).toBe(before)
      const other = { ...fieldsOf(page, '/register'), told: 'forged', speak: 'de' }
      expect((await person.post('/register', other)).text).not.toContain('aria-invalid')
    })

    it('the address of a registration that waits, and the password of its mailed link', async () => {
      const person = app.browser({ language: 'en' })
      const key = await givenKey(app, { needsProof: true })
      const waiting = await person.submit(await person.open(key.link))
      const failed = await person.post('/waiting/address', {
        ...fieldsOf(waiting, '/waiting/address'),
        email: 'x',
      })
      const page = await switched(person, failed, '/waiting/address')
      expect(textOf(page)).toContain(plain(fr.problems['email-invalid'](0, '')))
      expect(fieldsOf(page, '/waiting/address')['email']).toBe('x')

      const other = app.browser({ language: 'en' })
      const link = await other.get((await mailedPath(app, await registrationOf(app, key))) ?? '')
      const wrong = await other.post('/confirm', { ...fieldsOf(link, '/confirm'), password: 'wrong' })
      const again = await switched(other, wrong, '/confirm')
      expect(textOf(again)).toContain(plain(fr.problems['password-wrong'](0, '')))
      expect(await registrationOf(app, key)).toMatchObject({ state: 'awaiting-confirmation' })
    })

    it('the question for a new link', async () => {
      const person = app.browser({ language: 'en' })
      const { link } = await givenKey(app, { expiresAt: new Date(app.clock.now().getTime() + 60_000) })
      app.clock.advance(120_000)
      const ask = fieldsOf(await person.open(link), '/link-requests')
      const failed = await person.post('/link-requests', { ...ask, email: 'nobody', note: 'Please' })
      expect(failed.status).toBe(422)

      const page = await switched(person, failed, '/link-requests')

      expect(languageOf(page)).toBe('fr')
      expect(textOf(page)).toContain(plain(fr.problems['email-invalid'](0, '')))
      expect(fieldsOf(page, '/link-requests')).toMatchObject({ email: 'nobody', note: 'Please' })
      const sent = { ...fieldsOf(page, '/link-requests'), email: 'ada@example.org' }
      expect((await person.post('/link-requests', sent)).path).toMatch(/^\/link-requests\?receipt=/)
    })

    it('the question that came too often, for as long as that is so', async () => {
      const person = app.browser({ language: 'en' })
      const { link } = await givenKey(app, { expiresAt: new Date(app.clock.now().getTime() + 60_000) })
      app.clock.advance(120_000)
      const page = await person.open(link)
      const others = Array.from({ length: 40 }, () => app.context.askLimits.take('127.0.0.1'))
      await Promise.allSettled(others)
      const failed = await person.post('/link-requests', {
        ...fieldsOf(page, '/link-requests'),
        email: 'ada@example.org',
      })
      expect(failed.status).toBe(429)
      const throttled = plain(fr.deadEnd.ask.throttled(1)).split('.')[0]

      expect(textOf(await switched(person, failed, '/link-requests'))).toContain(throttled)
      app.clock.advance(3_600_000)
      expect(textOf(await switched(person, failed, '/link-requests'))).not.toContain(throttled)
    })
  })

  it('stays chosen in the form where cookies are refused', async () => {
    const person = app.browser({ language: 'en' })
    const form = await formIn(person, 'en_GB')
    const page = await person.post('/register', { ...hiddenFields(form), ...registrationForm(), speak: 'fr' })
    person.forgetCookies()

    const again = await person.post('/register', { ...fieldsOf(page, '/register'), email: 'wrong' })

    expect(again.status).toBe(422)
    expect(languageOf(again)).toBe('fr')
  })

  it('is that of the mail, too, once it was chosen', async () => {
    const person = app.browser({ language: 'en' })
    const typed = registrationForm()
    const { link } = await givenKey(app, { language: 'en_GB', needsProof: true })
    await person.get('/?speak=fr')

    const page = await person.submit(await person.open(link), typed)

    expect(languageOf(page)).toBe('fr')
    const mails = await outboxOf(app.database, 'confirmation')
    expect(mails.find(({ address }) => address === typed.email)).toMatchObject({ language: 'fr' })
  })

  it('is changed on the page that waits without losing it, and keeps nothing that a stranger put into the address', async () => {
    const person = app.browser({ language: 'en' })
    const { link } = await givenKey(app, { needsProof: true })
    const waiting = await person.submit(await person.open(link))
    const { receipt } = fieldsOf(waiting, '/waiting/mails')

    const page = await person.get(`/waiting?receipt=${receipt ?? ''}&speak=fr&evil=payload`)

    expect(languageOf(page)).toBe('fr')
    expect(switchOf(page)).toMatchObject({ action: undefined, fields: { receipt } })
    expect(page.text).not.toContain('payload')
  })

  it.each([
    ['the box for a code', '/code', { code: 'GLPI' }, '/invite/'],
    ['a mail asked for again', '/waiting/mails', { receipt: 'x', csrf: 'y' }, '/invite/waiting'],
  ])('is changed after a failed form, from its page: %s', async (_, path, fields, action) => {
    const page = await app.browser().post(path, fields)

    expect(switchOf(page).action).toBe(action)
  })

  it('is changed where administrators sign in, and they still come to where they wanted', async () => {
    const browser = app.browser({ language: 'en' })
    const page = await browser.get('/console/sign-in?next=%2Fkeys&speak=fr')

    expect(languageOf(page)).toBe('fr')
    expect(switchOf(page).fields).toEqual({ next: '/keys' })
    const failed = await browser.post('/console/sign-in', {
      csrf: csrfOf(page),
      next: '/keys',
      login: 'x',
      password: 'y',
    })
    expect(switchOf(failed)).toEqual({ action: '/invite/console/sign-in', fields: { next: '/keys' } })
  })

  it('is offered in its own words, marked as such', async () => {
    const { text } = await app.browser({ language: 'fr' }).get('/')

    expect(text).toMatch(/value="en" lang="en" dir="ltr">English</)
    expect(text).toMatch(/value="fr" lang="fr" dir="ltr" aria-current="true">Français</)
  })

  function switchOf({ text }: Answer): { action: string | undefined; fields: Record<string, string> } {
    const form = /<form class="languages-list"[\s\S]*?<\/form>/.exec(text)?.[0] ?? ''
    const fields = Array.from(
      form.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g),
      ([, name = '', value = '']) => [name, value],
    )
    return {
      action: /action="([^"]*)"/.exec(form)?.[1],
      fields: Object.fromEntries(fields) as Record<string, string>,
    }
  }
})
