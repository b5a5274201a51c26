import { countGlpiUsers, givenGlpiUser, givenKey, type GivenKey, glpiUser, usesOf } from '../support/builders'
import {
  type Answer,
  type Browser,
  type FormFields,
  hiddenFields,
  registrationForm,
  textOf,
} from '../support/browser'
import { layouts, startTestApp, type TestApp } from '../support/test-app'

interface Case {
  title: string
  field: keyof FormFields
  value: string
  says: RegExp
}

const sql = "Robert'); DROP TABLE glpi_users;--"
const html = '<script>alert(1)</script>"\'&amp;'

const cases: Case[] = [
  {
    title: 'a login that somebody has',
    field: 'login',
    value: 'taken.login',
    says: /already has this login/i,
  },
  {
    title: 'the same in other case and accents',
    field: 'login',
    value: ' TÀKEN.login ',
    says: /already has this login/i,
  },
  {
    title: 'a login that a directory account has',
    field: 'login',
    value: 'ldap.person',
    says: /already has this login/i,
  },
  { title: 'an address that somebody has', field: 'email', value: 'Taken@Example.ORG', says: /already/i },
  { title: 'a missing login', field: 'login', value: '   ', says: /login/i },
  { title: 'a missing first name', field: 'firstname', value: '', says: /first name/i },
  { title: 'a missing last name', field: 'realname', value: '', says: /last name/i },
  { title: 'a missing address', field: 'email', value: '', says: /e-mail/i },
  { title: 'no address at all', field: 'email', value: 'not an address', says: /e-mail/i },
  { title: 'a missing password', field: 'password', value: '', says: /password/i },
  { title: 'a short password', field: 'password', value: 'Zk9-fq', says: /12/ },
  { title: 'a weak password', field: 'password', value: 'password1234', says: /password/i },
  { title: 'a password made of their name', field: 'password', value: 'lovelace+ada', says: /password/i },
  {
    title: 'a password that is too long',
    field: 'password',
    value: 'plateau cigogne '.repeat(9),
    says: /128/,
  },
  { title: 'a login that is too long', field: 'login', value: 'x'.repeat(256), says: /255/ },
  { title: 'a login with control characters', field: 'login', value: 'ada\u0007lovelace', says: /login/i },
  { title: 'a login with a slash', field: 'login', value: 'ada/lovelace', says: /login/i },
  { title: 'SQL in the login', field: 'login', value: sql, says: /login/i },
  { title: 'HTML in the login', field: 'login', value: html, says: /login/i },
  { title: 'SQL in the address', field: 'email', value: sql, says: /e-mail/i },
  { title: 'HTML in the address', field: 'email', value: html, says: /e-mail/i },
  { title: 'HTML as the password', field: 'password', value: '<b>x</b>', says: /12/ },
  { title: 'SQL as the password', field: 'password', value: "' OR 1=1", says: /12/ },
  { title: 'a name that is too long', field: 'realname', value: 'é'.repeat(256), says: /255/ },
  { title: 'an emoji in a name', field: 'firstname', value: 'Ada 🙂', says: /first name/i },
  { title: 'a control character in a name', field: 'realname', value: 'Love\u0000lace', says: /last name/i },
  {
    title: 'a direction override in a name',
    field: 'firstname',
    value: 'Ada\u202eecalevol',
    says: /first name/i,
  },
  { title: 'a web address in a name', field: 'realname', value: 'https://evil.example', says: /last name/i },
]

describe.each(layouts)('a form that is not accepted on GLPI $line at "$base"', ({ line, base }) => {
  let app: TestApp
  let key: GivenKey
  let browser: Browser
  let form: Answer

  beforeAll(async () => {
    app = await startTestApp({ line, base })
    await givenGlpiUser(app.database, { name: 'taken.login', email: 'taken@example.org' })
    await givenGlpiUser(app.database, { name: 'ldap.person', authtype: 3 })
    key = await givenKey(app)
    browser = app.browser()
    form = await browser.open(key.link)
  })
  afterAll(() => app.close())

  it.each(cases)('comes back with the values kept for $title', async ({ field, value, says }) => {
    const before = await countGlpiUsers(app)
    const typed = registrationForm({ [field]: value })

    const answer = await browser.submit(form, typed)

    expect(answer.status).toBe(422)
    expect(errorBeside(answer, field)).toMatch(says)
    expect(errorsOf(answer)).toEqual([field])
    for (const kept of ['login', 'firstname', 'realname', 'email'] as const) {
      // Where no login was typed, one that is free stands there.
      const isProposed = kept === 'login' && typed.login.trim() === ''
      expect(valueOf(answer, kept)).toBe(isProposed ? 'ada.lovelace' : typed[kept])
    }
    expect(valueOf(answer, 'password')).toBeUndefined()
    expect(await usesOf(app, key)).toEqual({ completed: 0, held: 0 })
    expect(await countGlpiUsers(app)).toBe(before)
  })

  it('names every field at once when all are wrong', async () => {
    const answer = await browser.submit(form, {
      login: html,
      firstname: '',
      realname: '🙂',
      email: sql,
      password: 'x',
    })

    expect(answer.status).toBe(422)
    expect(errorsOf(answer).sort()).toEqual(['email', 'firstname', 'login', 'password', 'realname'])
  })

  it('treats fields that were never sent, or sent twice, as empty', async () => {
    const missing = await browser.post('/register', hiddenFields(form))
    const twice = await browser.post('/register', { ...hiddenFields(form), 'login[]': 'x' })

    expect(missing.status).toBe(422)
    expect(twice.status).toBe(422)
    expect(errorsOf(missing)).toHaveLength(5)
  })

  it('accepts SQL and HTML in a name as the text it is', async () => {
    const own = await givenKey(app)
    const other = app.browser()
    const login = `bobby${line.replace('.', '')}`

    const done = await other.submit(await other.open(own.link), { login, firstname: html, realname: sql })

    expect(done.status).toBe(200)
    const user = await glpiUser(app, login)
    expect(user?.['realname']).toBe(sql)
    expect(user?.['firstname']).toBe(
      line === '10.0' ? '&#60;script&#62;alert(1)&#60;/script&#62;"\'&#38;amp;' : html,
    )
  })

  it('measures names as they are stored: encoded on 10.0', async () => {
    const name = '&'.repeat(60)
    const own = await givenKey(app)
    const other = app.browser()

    const answer = await other.submit(await other.open(own.link), { realname: name })

    expect(answer.status).toBe(line === '10.0' ? 422 : 200)
    if (line === '10.0') expect(errorsOf(answer)).toEqual(['realname'])
  })

  it('succeeds with the same form once it is mended', async () => {
    const done = await browser.submit(form)

    expect(done.status).toBe(200)
    expect(textOf(done)).toMatch(/ready/)
    expect(await usesOf(app, key)).toEqual({ completed: 1, held: 0 })
  })
})

function errorBeside({ text }: Answer, field: string): string {
  const label = new RegExp(`<label[^>]*for="${field}"[^>]*>([^<]*)`).exec(text)?.[1] ?? ''
  const message = new RegExp(`id="${field}-error">([^<]*)`).exec(text)?.[1] ?? ''
  return message === '' ? '' : `${label}: ${message}`
}

const errorsOf = ({ text }: Answer): string[] =>
  Array.from(text.matchAll(/id="(\w+)-error"/g), ([, field]) => field ?? '')

/** The value of a field, as a browser would read it. */
function valueOf({ text }: Answer, field: string): string | undefined {
  const tag = new RegExp(`<input[^>]*name="${field}"[^>]*>`).exec(text)?.[0] ?? ''
  return /\svalue="([^"]*)"/
    .exec(tag)?.[1]
    ?.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}
