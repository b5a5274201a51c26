import { getKey } from '../../src/keys/revoke-key'
import { type Answer, textOf } from '../support/browser'
import { givenKey, glpiUser } from '../support/builders'
import { type Admin, signInAs } from '../support/console'
import { fieldsOf } from '../support/forms'
import { mainly, startTestApp, type TestApp } from '../support/test-app'

/** Under "More" on the pages that make keys, and on the page of a key. */
describe.each(mainly('10.0'))('what keys carry, in the console on GLPI $line at "$base"', (layout) => {
  let app: TestApp
  let marie: Admin
  let year: number
  beforeAll(async () => {
    app = await startTestApp({ ...layout, env: { TIME_ZONE: 'Europe/Paris' } })
    await app.database.sql('UPDATE ??.glpi_users SET language = NULL', [app.database.glpiDatabase])
    marie = await signInAs(app, 'marie.curie')
    year = app.clock.now().getUTCFullYear() + 1
  })
  afterAll(() => app.close())

  async function make(fields: Record<string, string | string[]>): Promise<Answer> {
    const form = fieldsOf(await marie.get('/keys/new'), '/keys')
    return marie.post('/keys', { ...form, ...fields }, { showsCode: true })
  }

  const keyOn = ({ text }: Answer) => getKey(app.context.db, /keys\/([0-9a-f-]{36})"/.exec(text)?.[1] ?? '')
  const linkOn = ({ text }: Answer) => /data-copy-text="([^"]*)"/.exec(text)?.[1] ?? ''
  const errorOf = ({ text }: Answer, field: string) =>
    textOf({
      text: /<p[^>]*>[^<]*</.exec(text.slice(text.indexOf(`id="${field}-error"`) - 40))?.[0] ?? '',
    } as Answer)

  it('nothing is carried unless something is typed', async () => {
    expect(await keyOn(await make({ label: 'Plain' }))).toMatchObject({
      domains: [],
      accountValidity: { from: undefined, end: undefined },
      language: undefined,
      fields: [],
      needsProof: false,
      needsApproval: false,
      message: undefined,
    })
  })

  it('all of it is told in a sentence, kept, shown on the key’s page, and reaches the account', async () => {
    const login = `all.${layout.line}`
    const made = await make({
      domains: '@Example.org\n*.bücher.example',
      account: 'months',
      accountMonths: '6',
      accountFrom: `${year}-09-01`,
      language: 'fr_FR',
      fillFirstname: 'Marie',
      fillRealname: 'Curie',
      fillLogin: login,
      locks: 'login',
      message: 'Bienvenue !\nÀ lundi.',
    })
    const key = await keyOn(made)
    const page = textOf(await marie.get(`/keys/${key.uid}`))
    const browser = app.browser()
    const form = fieldsOf(await browser.open(linkOn(made)), '/register')
    const done = await browser.post('/register', {
      ...form,
      email: `${login}@example.org`,
      password: 'plateau-cigogne-orage-bureau',
    })

    expect(textOf(made)).toContain('Only addresses in Example.org, *.bücher.example can use it.')
    expect(textOf(made)).toContain('The account ends 6 months after joining.')
    expect(key).toMatchObject({
      accountValidity: { from: new Date(`${year}-08-31T22:00:00Z`), end: { kind: 'months', months: 6 } },
      language: 'fr_FR',
      message: 'Bienvenue !\nÀ lundi.',
    })
    expect([...key.domains].sort()).toEqual(['*.xn--bcher-kva.example', 'example.org'])
    for (const told of [
      'Addresses that end in @example.org',
      'Addresses that end in .bücher.example',
      `Begins on 1 Sept ${year}`,
      'Ends 6 months after joining',
      'French (France)',
      'First name: Marie',
      `Login: ${login} (locked)`,
      'Bienvenue !',
    ])
      expect(page).toContain(told)
    expect(done.status).toBe(200)
    expect(await glpiUser(app, login)).toMatchObject({
      language: 'fr_FR',
      begin_date: new Date(`${year}-08-31T22:00:00Z`),
      end_date: new Date(`${year + 1}-03-01T22:59:59Z`),
    })
  })

  it('what its form asks for is kept, shown on the page of the key, and changed there', async () => {
    const asks = ['phone=required', 'mobile=locked', 'title=optional', 'login=optional', 'terms=hidden']
    const { uid } = await keyOn(await make({ asks, fillMobile: '+33 6 12' }))
    const read = () => getKey(app.context.db, uid)
    const mobile = { field: 'mobile', value: '+33 6 12', isLocked: true }

    expect(await read()).toMatchObject({
      form: { phone: 'required', title: 'optional', login: 'optional' },
      fields: [mobile],
    })
    const page = textOf(await marie.get(`/keys/${uid}`))
    for (const told of [
      'Phone: required',
      'Title: optional',
      'Login: optional',
      'Mobile phone: +33 6 12 (locked)',
    ])
      expect(page).toContain(told)

    const path = `/keys/${uid}/carried`
    const changed = ['phone=optional', 'mobile=locked', 'location=required']
    await marie.post(path, { ...fieldsOf(await marie.get(path), '/carried'), asks: changed })
    expect((await read()).form).toEqual({ phone: 'optional', location: 'required' })
    expect((await read()).fields).toEqual([mobile])

    const form = fieldsOf(await marie.get(path), '/carried')
    const refused = await marie.post(path, { ...form, asks: ['phone=locked', 'email=hidden'] })
    expect(refused.status).toBe(422)
    expect(errorOf(refused, 'asks')).toMatch(/Phone|E-mail/)
    expect((await read()).form).toEqual({ phone: 'optional', location: 'required' })
  })

  it('an account until a day ends with that day, in summer and in winter', async () => {
    for (const [day, end] of [
      [`${year}-06-30`, `${year}-06-30T21:59:59.999Z`],
      [`${year}-12-31`, `${year}-12-31T22:59:59.999Z`],
    ]) {
      const key = await keyOn(await make({ account: 'date', accountUntil: day ?? '' }))
      expect(key.accountValidity.end).toEqual({ kind: 'date', at: new Date(end ?? '') })
    }
  })

  it('the address may have to be proven', async () => {
    const made = await make({ prove: 'yes' })
    expect(await keyOn(made)).toMatchObject({ needsProof: true, sharesInviter: true })
    expect(made.text).toContain('(SMTP_URL)') // without which nobody can prove one
    expect((await make({ domains: 'x y' })).text).toContain('id="prove-hint"')
    expect(await keyOn(await make({ share: '' }))).toMatchObject({ sharesInviter: false })
  })

  it.each<[string, Record<string, string>, string, RegExp]>([
    ['no domains', { domains: 'example.org nowhere a@b.c' }, 'domains', /no domain: nowhere, a@b\.c\./],
    ['no addresses', { addresses: 'ada@example.org nobody' }, 'addresses', /address: nobody/],
    ['no number of days', { account: 'days', accountDays: '0' }, 'account', /from 1 to 3,650/],
    ['too many months', { account: 'months', accountMonths: '121' }, 'account', /from 1 to 120/],
    ['no day', { account: 'date', accountUntil: 'soon' }, 'account', /last day/],
    ['a day that is over', { account: 'date', accountUntil: '2020-01-01' }, 'account', /later end/],
    ['a day GLPI cannot hold', { account: 'date', accountUntil: '2038-01-19' }, 'account', /2038/],
    ['no such choice', { account: 'sometimes' }, 'account', /Choose/],
    ['no beginning', { accountFrom: 'soon' }, 'accountFrom', /Give a date/],
    ['no language', { language: 'xx_XX' }, 'language', /Choose again/],
    ['no name', { fillFirstname: 'www.example.org' }, 'fillFirstname', /web address/],
    ['no login', { fillLogin: 'a/b' }, 'fillLogin', /letters, digits/],
    ['a login that is taken', { fillLogin: 'GLPI', locks: 'login' }, 'fillLogin', /has this login already/],
    ['one login for two', { fillLogin: 'ada', locks: 'login', uses: '2' }, 'fillLogin', /one person/],
    ['an address elsewhere', { fillEmail: 'a@b.test', domains: 'example.org' }, 'fillEmail', /not for this/],
    ['an endless message', { message: 'x'.repeat(2_001) }, 'message', /2,000 characters/],
  ])(
    '%s: the form comes back with a word beside the field, and all that was typed',
    async (_, typed, field, says) => {
      const answer = await make(typed)

      expect(answer.status).toBe(422)
      expect(errorOf(answer, field)).toMatch(says)
      expect(answer.text).toContain('<details class="more" open>')
      expect(fieldsOf(answer, '/keys')).toMatchObject(isOffered(typed) ? typed : {})
    },
  )

  /** What the form does not offer cannot come back in it. */
  const isOffered = ({ account, language }: Record<string, string>) =>
    account !== 'sometimes' && language === undefined

  it('one more like it carries the same, but for whom it was', async () => {
    const { uid } = await givenKey(app, {
      domains: ['example.org'],
      accountValidity: {
        from: undefined,
        end: { kind: 'date', at: new Date(`${year}-06-30T21:59:59.999Z`) },
      },
      language: 'fr_BE',
      fields: [
        { field: 'firstname', value: 'Ada', isLocked: true },
        { field: 'phone', value: '+33 1 23', isLocked: true },
        { field: 'mobile', value: '+33 6 12', isLocked: false },
      ],
      needsProof: true,
    })

    const page = await marie.get(`/keys/new?like=${uid}`)
    expect(fieldsOf(page, '/keys')).toMatchObject({
      domains: 'example.org',
      account: 'date',
      accountUntil: `${year}-06-30`,
      language: 'fr_BE',
      fillFirstname: '',
      fillPhone: '',
      locks: 'firstname',
      prove: 'yes',
    })
    const chosen = Array.from(page.text.matchAll(/<option value="(\w+=\w+)" selected/g), ([, ask]) => ask)
    expect(chosen).toEqual(expect.arrayContaining(['phone=locked', 'mobile=optional', 'title=hidden']))
  })

  it('a key whose addresses were erased does not look like one for anybody', async () => {
    const { uid } = await givenKey(app, { addresses: ['ada@erased.test'] })
    await app.database.sql('DELETE FROM ??.key_addresses', [app.database.database])

    const page = textOf(await marie.get(`/keys/${uid}`))

    expect(page).toContain('Addresses that were erased')
    expect(page).not.toContain('Anybody who has the link')
  })

  describe('many at once', () => {
    async function makeMany(fields: Record<string, string>) {
      const form = fieldsOf(await marie.get('/batches/new'), '/batches/preview')
      const preview = await marie.post('/batches/preview', { ...form, ...fields })
      const made = await marie.post('/batches', fieldsOf(preview, '/batches'), { showsCode: true })
      const batch = /batch=([0-9a-f-]{36})"/.exec(made.text)?.[1] ?? ''
      const uids = await app.database.sql<{ uid: string }>(
        'SELECT LOWER(HEX(uid)) AS uid FROM ??.registration_keys WHERE batch_uid = UNHEX(?) ORDER BY uid',
        [app.database.database, batch.replaceAll('-', '')],
      )
      const dashed = uids.map(({ uid }) => uid.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'))
      return { preview, made, keys: await Promise.all(dashed.map((uid) => getKey(app.context.db, uid))) }
    }

    it('names that were pasted stand in the form, and may be changed', async () => {
      const { keys } = await makeMany({
        label: 'Lab',
        people: 'Marie Curie <marie@lab.test>\n"Joliot, Irène" <irene@lab.test>\nSolo <solo@lab.test>',
        account: 'days',
        accountDays: '90',
        language: 'fr_FR',
      })

      expect(keys.map(({ label, addresses, fields }) => ({ label, addresses, fields }))).toEqual([
        {
          label: 'Marie Curie',
          addresses: ['marie@lab.test'],
          fields: [
            { field: 'firstname', value: 'Marie', isLocked: false },
            { field: 'realname', value: 'Curie', isLocked: false },
          ],
        },
        {
          label: 'Joliot, Irène',
          addresses: ['irene@lab.test'],
          fields: [
            { field: 'firstname', value: 'Irène', isLocked: false },
            { field: 'realname', value: 'Joliot', isLocked: false },
          ],
        },
        { label: 'Solo', addresses: ['solo@lab.test'], fields: [] },
      ])
      for (const key of keys)
        expect(key).toMatchObject({
          language: 'fr_FR',
          accountValidity: { from: undefined, end: { kind: 'days', days: 90 } },
        })
    })

    it('an address alone is not the label, which stays when addresses are erased', async () => {
      const { preview, keys } = await makeMany({ label: 'Interns', people: 'one@lab.test\ntwo@lab.test' })

      expect(textOf(preview)).toContain('1 Interns 1 one@lab.test')
      expect(keys.map(({ label, addresses }) => [label, addresses])).toEqual([
        ['Interns 1', ['one@lab.test']],
        ['Interns 2', ['two@lab.test']],
      ])
      const words = await app.database.sql("SELECT 1 FROM ??.key_words WHERE word IN ('one', 'lab')", [
        app.database.database,
      ])
      expect(words).toEqual([])
    })

    it('an address that a key is not bound to stands in its form', async () => {
      const { keys } = await makeMany({ label: 'Guests', people: 'guest@lab.test', bind: '' })

      expect(keys[0]).toMatchObject({
        addresses: [],
        isBound: false,
        fields: [{ field: 'email', value: 'guest@lab.test', isLocked: false }],
      })
    })

    it('what is wrong is told before anything is made', async () => {
      const form = fieldsOf(await marie.get('/batches/new'), '/batches/preview')
      const answer = await marie.post('/batches/preview', {
        ...form,
        label: 'x',
        count: '2',
        domains: 'nowhere',
      })

      expect(answer.status).toBe(422)
      expect(errorOf(answer, 'domains')).toContain('nowhere')
    })
  })
})
