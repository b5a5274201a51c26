import { getKey, listKeys, listPresets } from '../../src/keys'
import { entityIds } from '../../src/demo/sample-places'
import { givenAdmin, rights } from '../support/admins'
import { textOf } from '../support/browser'
import { givenKey } from '../support/builders'
import { type Admin, signInAs } from '../support/console'
import { fieldsOf, optionsOf } from '../support/forms'
import { mainly, startTestApp, type TestApp } from '../support/test-app'

const everywhere = { kind: 'all' as const }
const { read, create, update } = rights
const { paris, lyon } = entityIds

describe.each(mainly('11.0'))('presets in the console on GLPI $line at "$base"', (layout) => {
  let app: TestApp
  /** Super-Admin everywhere, in French. */
  let marie: Admin
  /** Makes keys in Paris. */
  let maker: Admin
  /** Makes and changes keys in Paris. */
  let changer: Admin
  let reader: Admin
  beforeAll(async () => {
    app = await startTestApp(layout)
    marie = await signInAs(app, 'marie.curie')
    maker = await somebody(read | create)
    changer = await somebody(read | create | update)
    reader = await somebody(read)
  })
  afterAll(() => app.close())
  beforeEach(() => app.database.sql('DELETE FROM ??.presets', [app.database.database]))

  async function somebody(user: number): Promise<Admin> {
    const { login } = await givenAdmin(app.database, { user, entity: 'Paris' })
    return signInAs(app, login)
  }

  async function givenPreset(by: Admin, fields: Record<string, string | string[]> = {}): Promise<string> {
    const form = fieldsOf(await by.get('/presets/new'), '/presets')
    const asked = { ...form, name: 'Interns', profile: '1', entity: String(paris), ...fields }
    const answer = await by.post('/presets', asked, { follow: false })
    expect(answer.status).toBe(303)
    return (await listPresets(app.context.db, everywhere)).find(({ name }) => name === asked.name)?.uid ?? ''
  }

  it('keep what the form of their keys asks for, and hand it on', async () => {
    const uid = await givenPreset(maker, { asks: ['phone=required', 'title=optional'] })
    const [preset] = await listPresets(app.context.db, everywhere)
    expect(preset?.terms.form).toEqual({ phone: 'required', title: 'optional' })

    const made = await maker.post(
      '/keys',
      {
        ...fieldsOf(await maker.get(`/keys/new?preset=${uid}`), '/keys'),
        asks: ['phone=required', 'title=optional'],
      },
      { showsCode: true },
    )
    const keyUid = /keys\/([0-9a-f-]{36})"/.exec(made.text)?.[1] ?? ''
    expect(await getKey(app.context.db, keyUid)).toMatchObject({ presetUid: uid, form: preset?.terms.form })
    expect((await maker.get(`/keys/new?preset=${uid}`)).text).toMatch(/value="phone=required"[^>]*selected/)
  })

  it('are made with what the form asks for, and listed', async () => {
    await givenPreset(maker, {
      uses: '12',
      days: '45',
      label: 'Interns of 2027',
      domains: 'example.org',
      account: 'months',
      accountMonths: '6',
      fillFirstname: 'Camille',
      message: 'Welcome',
      prove: 'yes',
    })

    const [preset] = await listPresets(app.context.db, everywhere)
    expect(preset?.terms).toMatchObject({
      maxUses: 12,
      life: { days: 45 },
      label: 'Interns of 2027',
      domains: ['example.org'],
      accountEnd: { kind: 'months', months: 6 },
      fields: [{ field: 'firstname', value: 'Camille', isLocked: false }],
      message: 'Welcome',
      needsProof: true,
    })
    const list = textOf(await reader.get('/presets'))
    expect(list).toContain('Interns of 2027')
    expect(list).toContain('45 days')
    expect(list).not.toContain('New preset')
    expect(textOf(await marie.get('/presets'))).toContain('45 jours')
  })

  it('come back with what is wrong beside the fields, and nothing is made', async () => {
    const form = fieldsOf(await maker.get('/presets/new'), '/presets')

    const answer = await maker.post('/presets', { ...form, name: '', days: '0', uses: '0', profile: '999' })

    expect(answer.status).toBe(422)
    const text = textOf(answer)
    expect(text).toContain('Please check this before it can be saved:')
    expect(text).toContain('Name of the preset: Give it a name.')
    expect(text).toContain('Works for (days): Enter a whole number from 1 to 36,500.')
    expect(answer.text).toContain('id="uses-error"')
    expect(answer.text).toContain('id="profile-error"')
    expect(await listPresets(app.context.db, everywhere)).toEqual([])
  })

  it('are changed by their owner, and by others who may change keys', async () => {
    const uid = await givenPreset(maker, { days: '45', uses: '3' })

    const form = fieldsOf(await changer.get(`/presets/${uid}`), `/presets/${uid}`)
    expect(form).toMatchObject({ name: 'Interns', days: '45', uses: '3', profile: '1' })
    await changer.post(`/presets/${uid}`, { ...form, days: '10' })
    const own = fieldsOf(await maker.get(`/presets/${uid}`), `/presets/${uid}`)
    const after = await maker.post(`/presets/${uid}`, { ...own, name: 'Summer' })

    expect(textOf(after)).toContain('The preset Summer is saved.')
    const [preset] = await listPresets(app.context.db, everywhere)
    expect(preset).toMatchObject({ name: 'Summer', terms: { life: { days: 10 }, maxUses: 3 } })
  })

  it('of others are neither changed nor deleted by who may only make keys, nor seen from elsewhere', async () => {
    const theirs = await givenPreset(changer)
    const ofLyon = await givenPreset(marie, { name: 'Lyonnais', entity: String(lyon) })

    const form = fieldsOf(await maker.get('/presets/new'), '/presets')
    for (const [uid, status] of [
      [theirs, 403],
      [ofLyon, 404],
    ] as const) {
      expect((await maker.get(`/presets/${uid}`)).status).toBe(status)
      expect((await maker.post(`/presets/${uid}`, { ...form, name: 'x' })).status).toBe(status)
      expect((await maker.get(`/presets/${uid}/deletion`)).status).toBe(status)
      expect((await maker.post(`/presets/${uid}/deletion`)).status).toBe(status)
    }
    const list = await maker.get('/presets')
    expect(list.text).not.toContain(`/presets/${theirs}/deletion`)
    expect(list.text).not.toContain('Lyonnais')
    expect((await maker.get(`/keys/new?preset=${ofLyon}`)).status).toBe(404)
    expect(await listPresets(app.context.db, everywhere)).toHaveLength(2)
  })

  it('are deleted after a question', async () => {
    const uid = await givenPreset(maker)

    const question = await maker.get(`/presets/${uid}/deletion`)
    expect(textOf(question)).toContain('Delete Interns?')
    expect(await listPresets(app.context.db, everywhere)).toHaveLength(1)
    const after = await maker.post(`/presets/${uid}/deletion`)

    expect(textOf(after)).toContain('The preset Interns is deleted.')
    expect(await listPresets(app.context.db, everywhere)).toEqual([])
  })

  it('that give what somebody may not give are shown as such, and not offered to them', async () => {
    await givenPreset(marie, { name: 'Anybody', unlimited: 'yes' })

    const list = await maker.get('/presets')

    expect(textOf(list)).toContain('Not yours to give')
    expect(textOf(list)).not.toContain('Make a key')
    expect(textOf(await reader.get('/presets'))).not.toContain('Not yours to give')
  })

  it('fill the form that makes a key, and the key remembers its preset', async () => {
    const uid = await givenPreset(maker, { uses: '12', days: '45', label: 'Interns', domains: 'example.org' })

    const page = await maker.get(`/keys/new?preset=${uid}`)
    const form = fieldsOf(page, '/keys')
    expect(form).toMatchObject({ uses: '12', label: 'Interns', domains: 'example.org', preset: uid })
    expect(form['life']).toBe('date')
    const made = await maker.post('/keys', { ...form, label: 'Interns made so' }, { showsCode: true })

    expect(made.status).toBe(200)
    const found = await listKeys(app.context.db, {
      scope: everywhere,
      filter: { presetUid: uid },
      sort: 'newest',
      page: {},
      limit: 5,
      now: app.context.clock.now(),
    })
    expect(found.keys.map(({ label, maxUses }) => [label, maxUses])).toEqual([['Interns made so', 12]])
    await maker.post(`/presets/${uid}/deletion`)
    expect(textOf(await reader.get(`/keys/${found.keys[0]?.uid}`))).toContain('Made with the preset Interns')
  })

  it('say that the link is mailed, until they do not', async () => {
    const uid = await givenPreset(maker, { send: 'yes' })
    expect(fieldsOf(await maker.get(`/keys/new?preset=${uid}`), '/keys')).toMatchObject({ send: 'yes' })

    const { send, ...form } = fieldsOf(await maker.get(`/presets/${uid}`), `/presets/${uid}`)
    expect(send).toBe('yes')
    await maker.post(`/presets/${uid}`, form)

    expect((await listPresets(app.context.db, everywhere))[0]?.terms.send).toBe(false)
  })

  it('fill the form that makes many keys: a key for each, with what the preset says for everybody', async () => {
    const terms = {
      uses: '12',
      days: '45',
      domains: 'example.org',
      fillRealname: 'Lovelace',
      locks: 'realname',
    }
    const uid = await givenPreset(maker, terms)
    const empty = fieldsOf(await maker.get('/batches/new'), '/batches/preview')

    const typed = { ...empty, label: 'Sisters', people: 'ada@example.org\nbyron@example.org', choose: uid }
    const filled = await maker.post('/batches/new', typed)
    expect(textOf(filled)).toContain('Filled in from Interns.')
    const form = fieldsOf(filled, '/batches/preview')
    expect(form).toMatchObject({ people: typed.people, domains: 'example.org', preset: uid })
    expect(fieldsOf(await maker.get(`/batches/new?preset=${uid}`), '/batches/preview')['preset']).toBe(uid)
    const preview = await maker.post('/batches/preview', form)
    const made = await maker.post('/batches', fieldsOf(preview, '/batches'), { showsCode: true })

    expect(made.status).toBe(200)
    const { keys } = await listKeys(app.context.db, {
      scope: everywhere,
      filter: { presetUid: uid },
      sort: 'newest',
      page: {},
      limit: 5,
      now: app.context.clock.now(),
    })
    expect(keys.map(({ maxUses }) => maxUses)).toEqual([1, 1])
    expect((await getKey(app.context.db, keys[0]?.uid ?? '')).fields).toEqual([
      { field: 'realname', value: 'Lovelace', isLocked: true },
    ])
  })

  it('go to somebody else, one or all of an owner, by who may change keys', async () => {
    const heir = await givenAdmin(app.database, { user: read | create, entity: 'Paris' })
    const nobody = await givenAdmin(app.database, { user: read, entity: 'Paris' })
    const uid = await givenPreset(maker)
    const other = await givenPreset(maker, { name: 'Visitors' })
    const ofLyon = await givenPreset(marie, { name: 'Lyonnais', entity: String(lyon) })
    const owners = async () =>
      new Map((await listPresets(app.context.db, everywhere)).map((one) => [one.uid, one.ownerUsersId]))
    const before = await owners()

    expect((await maker.get('/presets')).text).not.toContain('/transfer"')
    for (const [to, message] of [
      ['', 'Enter a login.'],
      ['nobody-at-all', 'GLPI has nobody of that login.'],
      [nobody.login, 'no profile under which keys are made'],
    ] as const) {
      const refused = await changer.post(`/presets/${uid}/transfer`, { to })
      expect(refused.status).toBe(422)
      expect(textOf(refused)).toContain(message)
    }
    const stays = await marie.post(`/presets/${ofLyon}/transfer`, { to: heir.login })
    expect(stays.status).toBe(422)
    expect(textOf(stays)).toContain('Lyonnais reste en place')
    expect((await changer.post(`/presets/${ofLyon}/transfer`, { to: heir.login })).status).toBe(404)
    expect(await owners()).toEqual(before)

    const page = await changer.get(`/presets/${uid}/transfer`)
    expect(textOf(page)).toContain('All 2 presets of')
    const form = fieldsOf(page, `/presets/${uid}/transfer`)
    const one = await changer.post(`/presets/${uid}/transfer`, { ...form, to: heir.login })
    expect(textOf(one)).toContain(`One preset went to ${heir.login}.`)
    expect(await owners()).toEqual(new Map([...before, [uid, heir.usersId]]))

    const third = await givenPreset(maker, { name: 'Third' })
    const all = await changer.post(`/presets/${third}/transfer`, { to: heir.login, all: 'yes' })
    expect(textOf(all)).toContain(`2 presets went to ${heir.login}.`)
    const after = await owners()
    expect([uid, other, third].map((one) => after.get(one))).toEqual(new Array(3).fill(heir.usersId))
    expect(after.get(ofLyon)).toBe(before.get(ofLyon))
  })

  it('chosen in the form keep what was typed and they do not say, and take back what another said', async () => {
    const interns = await givenPreset(maker, { uses: '12', domains: 'example.org', label: 'Interns' })
    const visitors = await givenPreset(maker, { name: 'Visitors', uses: '2' })
    const start = fieldsOf(await maker.get('/keys/new'), '/keys')
    expect(optionsOf(await maker.get('/keys/new'), 'choose')).toEqual(['None', 'Interns', 'Visitors'])

    const typed = { ...start, addresses: 'ada@example.org', message: 'Hello Ada', choose: interns }
    const first = await maker.post('/keys/new', typed)
    const filled = fieldsOf(first, '/keys')
    expect(textOf(first)).toContain('Filled in from Interns.')
    expect(filled).toMatchObject({ uses: '12', addresses: 'ada@example.org', message: 'Hello Ada' })
    const second = fieldsOf(await maker.post('/keys/new', { ...filled, choose: visitors }), '/keys')

    expect(second).toMatchObject({
      uses: '2',
      domains: '',
      label: '',
      message: 'Hello Ada',
      preset: visitors,
    })
    const none = fieldsOf(await maker.post('/keys/new', { ...second, choose: '' }), '/keys')
    expect(none).toMatchObject({ uses: '2', preset: '' })
  })

  it('are made like a key, and then given a name', async () => {
    const { uid } = await givenKey(app, {
      label: 'The first of many',
      maxUses: 7,
      grant: { authorisations: [{ profilesId: 1, entitiesId: paris, isRecursive: true }], groupIds: [] },
    })

    expect((await reader.get(`/keys/${uid}`)).text).not.toContain(`/keys/${uid}/presets`)
    const page = await maker.post(`/keys/${uid}/presets`)

    const [preset] = await listPresets(app.context.db, everywhere)
    expect(page.path).toContain(`/presets/${preset?.uid}`)
    expect(fieldsOf(page, `/presets/${preset?.uid}`)).toMatchObject({
      name: 'The first of many',
      uses: '7',
      recursive: 'yes',
    })
  })
})
