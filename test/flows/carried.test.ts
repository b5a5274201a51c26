import { glpiUser, givenKey, usesOf } from '../support/builders'
import { type Answer, registrationForm, textOf } from '../support/browser'
import { fieldsOf } from '../support/forms'
import { layouts, startTestApp, type TestApp } from '../support/test-app'

const dayMs = 86_400_000

/** What a key is bound to and what it carries, as the invited meet it and as GLPI's rows show it. */
describe.each(layouts)('registering with a key that carries something, on GLPI $line', ({ line, base }) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp({ line, base, env: { TIME_ZONE: 'Europe/Paris' } })
  })
  afterAll(() => app.close())

  /** What a browser would send: what stands in the form, and what is typed over it. */
  async function register(
    wanted: Parameters<typeof givenKey>[1],
    typed: Record<string, string> = {},
    language = 'en',
  ) {
    const key = await givenKey(app, wanted)
    const browser = app.browser({ language })
    const form = await browser.open(key.link)
    const own = registrationForm()
    const fields: Record<string, string> & typeof own = { ...own, ...standing(form), ...typed }
    const answer = await browser.post('/register', fields)
    return { key, form, answer, fields }
  }

  const standing = (form: Answer) =>
    Object.fromEntries(Object.entries(fieldsOf(form, '/register')).filter(([, value]) => value !== ''))

  const accountOf = async (login: string) => (await glpiUser(app, login)) ?? {}

  const errorFor = ({ text }: Answer, field: string) =>
    /<p[^>]*>([^<]*)</.exec(text.slice(text.indexOf(`<p class="field-error" id="${field}-error"`)))?.[1] ?? ''

  const inputOf = ({ text }: Answer, name: string) =>
    new RegExp(`<input[^>]* name="${name}"[^>]*>`).exec(text)?.[0] ?? ''

  describe('the account', () => {
    it('has no dates and no language of its own unless the key has', async () => {
      const { fields } = await register({})

      expect(await accountOf(fields.login)).toMatchObject({
        language: null,
        begin_date: null,
        end_date: null,
      })
    })

    it('speaks the language of the key', async () => {
      const { fields } = await register({ language: 'de_DE' })

      expect(await accountOf(fields.login)).toMatchObject({ language: 'de_DE' })
    })

    it('ends at the end of the last of its days, where the organisation is', async () => {
      const { fields } = await register({
        accountValidity: { from: undefined, end: { kind: 'days', days: 30 } },
      })

      const { end_date: end, begin_date: begin, date_creation: made } = await accountOf(fields.login)
      const local = new Intl.DateTimeFormat('sv-SE', {
        timeZone: 'Europe/Paris',
        dateStyle: 'short',
        timeStyle: 'medium',
      })
      const lastDay = local.format(new Date((made as Date).getTime() + 30 * dayMs)).slice(0, 10)
      expect(local.format(end as Date)).toBe(`${lastDay} 23:59:59`)
      expect(begin).toBeNull()
    })

    it('begins and ends on the dates of the key', async () => {
      const from = new Date(Math.ceil(app.clock.now().getTime() / dayMs + 10) * dayMs)
      const at = new Date(from.getTime() + 100 * dayMs)
      const { fields } = await register({ accountValidity: { from, end: { kind: 'date', at } } })

      expect(await accountOf(fields.login)).toMatchObject({ begin_date: from, end_date: at })
    })

    it('has no beginning when the day has come', async () => {
      const from = new Date(app.clock.now().getTime() - dayMs)
      const { fields } = await register({ accountValidity: { from, end: undefined } })

      expect(await accountOf(fields.login)).toMatchObject({ begin_date: null, end_date: null })
    })
  })

  describe('an end that has passed since', () => {
    it('is told before any field is shown, and nothing is spent', async () => {
      const at = new Date(app.clock.now().getTime() + 60_000)
      const key = await givenKey(app, { accountValidity: { from: undefined, end: { kind: 'date', at } } })
      const browser = app.browser()
      const form = await browser.open(key.link)
      app.clock.advance(120_000)

      const sent = await browser.submit(form)
      const again = await app.browser().open(key.link)

      expect(sent.status).toBe(410)
      expect(textOf(sent)).toContain('It was for an account until a certain date')
      expect(again.status).toBe(410)
      expect(await usesOf(app, key)).toEqual({ completed: 0, held: 0 })
    })

    it('beyond what GLPI can hold is refused with a sentence', async () => {
      const key = await givenKey(app, {
        accountValidity: { from: undefined, end: { kind: 'days', days: 30 } },
      })
      const { database, sql } = app.database
      const until = [database, '2038-02-01 00:00:00', Buffer.from(key.uid.replaceAll('-', ''), 'hex')]
      await sql('UPDATE ??.registration_keys SET account_days = NULL, account_until = ? WHERE uid = ?', until)

      const answer = await app.browser().open(key.link)

      expect(answer.status).toBe(403)
      expect(textOf(answer)).toContain('19 January 2038')
    })
  })

  describe('a key for domains', () => {
    it('takes an address in one of them, in any case and script', async () => {
      const domains = ['example.org', 'bücher.example']
      for (const email of ['Ada.One@EXAMPLE.org', 'ada@BÜCHER.example', 'bob@xn--bcher-kva.example']) {
        const { answer } = await register({ domains }, { email })
        expect(answer.status).toBe(200)
      }
    })

    it('says how an address has to end, in the form and beside the field', async () => {
      const { form, answer, key } = await register(
        { domains: ['example.net', '*.bücher.example'] },
        { email: 'ada@sub.example.net' },
      )

      expect(textOf(form)).toContain('addresses that end in .bücher.example or @example.net')
      expect(answer.status).toBe(422)
      expect(errorFor(answer, 'email')).toContain('.bücher.example or @example.net')
      expect(await usesOf(app, key)).toEqual({ completed: 0, held: 0 })
    })

    it('and for an address never says whose', async () => {
      const { form, answer } = await register(
        { domains: ['example.net'], addresses: ['secret.person@home.test'] },
        { email: 'eve@home.test' },
      )

      expect(answer.status).toBe(422)
      expect(form.text + answer.text).not.toContain('secret.person')
    })

    it('takes the address as well', async () => {
      const { answer } = await register(
        { domains: ['example.net'], addresses: ['Curie@Home.test'] },
        { email: 'curie@home.test' },
      )

      expect(answer.status).toBe(200)
    })
  })

  describe('a key for addresses', () => {
    it('of several never says which', async () => {
      const { form, answer } = await register(
        { addresses: ['first@secret.test', 'second@secret.test'] },
        { email: 'eve@example.org' },
      )

      expect(answer.status).toBe(422)
      expect(form.text + answer.text).not.toContain('secret.test')
      expect(errorFor(answer, 'email')).toContain('another address')
    })

    it('is for nobody once they were erased', async () => {
      const key = await givenKey(app, { addresses: ['ada@erased.test'] })
      const { database, sql } = app.database
      await sql('DELETE FROM ??.key_addresses WHERE key_uid = ?', [
        database,
        Buffer.from(key.uid.replaceAll('-', ''), 'hex'),
      ])
      const browser = app.browser()

      const answer = await browser.submit(await browser.open(key.link), { email: 'ada@erased.test' })

      expect(answer.status).toBe(422)
    })
  })

  describe('values that the key brings', () => {
    const value = (field: 'login' | 'firstname' | 'realname' | 'email', text: string, isLocked = false) => ({
      field,
      value: text,
      isLocked,
    })

    it('stand in the form, and what is typed over them counts', async () => {
      const { form, answer, fields } = await register(
        { fields: [value('firstname', 'Marie'), value('realname', 'Curie & <fils>')] },
        { firstname: 'Manya' },
      )

      expect(fieldsOf(form, '/register')).toMatchObject({ firstname: 'Marie', realname: 'Curie & <fils>' })
      expect(inputOf(form, 'firstname')).not.toContain('readonly')
      expect(answer.status).toBe(200)
      expect(await accountOf(fields.login)).toMatchObject({
        firstname: 'Manya',
        realname: line === '10.0' ? 'Curie &#38; &#60;fils&#62;' : 'Curie & <fils>',
      })
    })

    it('that are locked are shown, explained, and taken whatever is sent', async () => {
      const who = `locked-${line.replace('.', '')}`
      const { form, answer } = await register(
        {
          fields: [
            value('login', who, true),
            value('firstname', 'Marie', true),
            value('realname', 'Curie', true),
            value('email', `${who}@example.org`, true),
          ],
        },
        { login: 'eve', firstname: 'Eve', realname: 'Evil', email: 'eve@evil.test' },
      )

      for (const field of ['login', 'firstname', 'realname', 'email'])
        expect(inputOf(form, field)).toContain('readonly')
      expect(textOf(form)).toContain('This was filled in for you.')
      expect(answer.status).toBe(200)
      expect(textOf(answer)).toContain(who)
      expect(await accountOf('eve')).toEqual({})
      const user = await accountOf(who)
      expect(user).toMatchObject({ firstname: 'Marie', realname: 'Curie' })
      const [email] = await app.database.sql('SELECT email FROM ??.glpi_useremails WHERE users_id = ?', [
        app.database.glpiDatabase,
        user['id'],
      ])
      expect(email).toMatchObject({ email: `${who}@example.org` })
    })

    it('stay locked when the form comes back', async () => {
      const { answer } = await register(
        { fields: [value('firstname', 'Marie', true)] },
        { firstname: 'Eve', realname: '' },
      )

      expect(answer.status).toBe(422)
      expect(fieldsOf(answer, '/register')).toMatchObject({ firstname: 'Marie' })
      expect(inputOf(answer, 'firstname')).toContain('readonly')
    })

    it('tell who to ask when a locked login was taken meanwhile', async () => {
      const login = `meanwhile-${line.replace('.', '')}`
      const key = await givenKey(app, { fields: [value('login', login, true)] })
      await register({}, { login })
      const browser = app.browser()

      const answer = await browser.submit(await browser.open(key.link), { login: 'another' })

      expect(answer.status).toBe(422)
      expect(errorFor(answer, 'login')).toContain('your invitation sets it for you')
    })
  })

  describe('the language of a key', () => {
    it('is that of its form, of the form that comes back, and of the page after it', async () => {
      const back = await register({ language: 'fr_CA' }, { realname: '' })
      const made = await register({ language: 'fr_CA' })

      expect(textOf(back.form)).toContain('Créez votre compte')
      expect(back.form.text).toContain('<html lang="fr"')
      expect(textOf(back.answer)).toMatch(/Nom/)
      expect(back.answer.text).toContain('<html lang="fr"')
      expect(made.answer.text).toContain('<html lang="fr"')
    })

    it('leaves the browser its own where we do not speak it', async () => {
      const { form, answer } = await register({ language: 'ja_JP' }, {}, 'fr')

      expect(form.text).toContain('<html lang="fr"')
      expect(answer.text).toContain('<html lang="fr"')
    })
  })
})
