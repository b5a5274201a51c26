import { givenAdmin, rights } from '../support/admins'
import { givenKey } from '../support/builders'
import { type Admin, signInAs } from '../support/console'
import { mainly, startTestApp, type TestApp } from '../support/test-app'

const env = {
  MAX_USES: '10',
  MAX_LIFETIME: '20d',
  KEYS_PER_DAY: '2',
  ALLOW_UNLIMITED: 'false',
  ALLOW_NEVER: 'false',
}

describe.each(mainly('11.0'))('limits of keys in the console on GLPI $line at "$base"', (layout) => {
  let app: TestApp
  let admin: Admin
  beforeAll(async () => {
    app = await startTestApp({ ...layout, env })
    admin = await comeAsSomebody()
  })
  afterAll(() => app.close())

  async function comeAsSomebody(): Promise<Admin> {
    const { read, create, update } = rights
    const { login } = await givenAdmin(app.database, { user: read | create | update, config: update })
    return signInAs(app, login)
  }

  async function make(fields: Record<string, string> = {}, maker = admin) {
    const { text } = await maker.get('/keys/new')
    const token = /name="token" value="([^"]*)"/.exec(text)?.[1] ?? ''
    const values = { label: 'typed', uses: '1', life: '7d', profile: '1', entity: '0' }
    return maker.post('/keys', { token, ...values, ...fields }, { showsCode: true })
  }

  it('the form says them beforehand, and offers nothing beyond', async () => {
    const { text } = await admin.get('/keys/new')

    expect(text).toContain('max="10"')
    expect(text).toContain('At most 10.')
    expect(text).toMatch(/id="until"[^>]* max="\d{4}-\d{2}-\d{2}"/)
    expect(text).toContain('value="7d"')
    for (const none of ['value="30d"', 'value="never"', 'name="unlimited"']) expect(text).not.toContain(none)
  })

  it.each<[string, Record<string, string>, string]>([
    ['too many people', { uses: '11' }, 'Give a whole number from 1 to 10.'],
    ['too late a day', { life: 'date', until: '2099-01-01' }, '(MAX_LIFETIME)'],
    ['too long a life', { life: '30d' }, '(MAX_LIFETIME)'],
    ['no limit', { unlimited: 'yes' }, '(ALLOW_UNLIMITED)'],
    ['no end', { life: 'never' }, '(ALLOW_NEVER)'],
  ])('%s comes back with what was typed, and says who can change it', async (_, fields, says) => {
    const answer = await make(fields)

    expect(answer.status).toBe(422)
    expect(answer.text).toContain(says)
    expect(answer.text).toContain('value="typed"')
  })

  it('when the day is full, the form comes back with what was typed', async () => {
    const maker = await comeAsSomebody()
    const made = [await make({}, maker), await make({}, maker)]

    const full = await make({}, maker)

    expect(made.map(({ status }) => status)).toEqual([200, 200])
    expect(full.status).toBe(422)
    expect(full.text).toContain('(KEYS_PER_DAY)')
    expect(full.text).toContain('value="typed"')
  })

  it('a key is not changed beyond them either', async () => {
    const { uid } = await givenKey(app, { maxUses: 5 })
    const { text } = await admin.get(`/keys/${uid}`)
    const was = (name: string) => new RegExp(`name="was-${name}" value="([^"]*)"`).exec(text)?.[1] ?? ''
    const kept = Object.fromEntries(
      ['label', 'limit', 'end', 'begin'].flatMap((name) => [
        [`was-${name}`, was(name)],
        [name, was(name)],
      ]),
    )

    const answer = await admin.post(`/keys/${uid}/terms`, { ...kept, limit: '50' })

    expect(answer.status).toBe(422)
    expect(answer.text).toContain('(MAX_USES)')
    expect(answer.text).toContain('value="50"')
  })
})
