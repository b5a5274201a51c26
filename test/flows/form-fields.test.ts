import { categoryIds, entityIds, locationIds, titleIds } from '../../src/demo/sample-places'
import { registrationForm, textOf, type Answer } from '../support/browser'
import { givenGlpiUser, givenKey, glpiUser, usesOf } from '../support/builders'
import { fieldsOf, optionsOf } from '../support/forms'
import { layouts, startTestApp, type TestApp } from '../support/test-app'

const everything = {
  phone: 'required',
  mobile: 'optional',
  registrationNumber: 'required',
  title: 'required',
  category: 'optional',
  location: 'required',
  language: 'required',
  terms: 'required',
} as const

const inParis = { authorisations: [{ profilesId: 1, entitiesId: entityIds.paris, isRecursive: false }] }

const errorFor = ({ text }: Answer, field: string) =>
  /id="[\w-]+-error">([^<]*)</.exec(text.slice(text.indexOf(`id="${field}-error"`)))?.[1] ?? ''

describe.each(layouts)('a form that asks for more, on GLPI $line', ({ line, base }) => {
  let app: TestApp
  beforeAll(async () => {
    const env = { TERMS_TEXT: 'Be kind.\n\nLock your screen.', TERMS_VERSION: '2026-11' }
    app = await startTestApp({ line, base, env })
  })
  afterAll(() => app.close())

  async function opened(wanted: Parameters<typeof givenKey>[1]) {
    const key = await givenKey(app, wanted)
    const browser = app.browser()
    const page = await browser.open(key.link)
    const standing = fieldsOf(page, '/register')
    const own = registrationForm()
    const send = (typed: Record<string, string>) =>
      browser.post('/register', { ...own, ...without(standing, own), ...typed })
    return { key, page, own, send }
  }

  /** Who has no login yet types theirs. */
  const without = (standing: Record<string, string>, own: Record<string, string>) =>
    Object.fromEntries(Object.entries(standing).filter(([name, value]) => value !== '' || !(name in own)))

  it('writes what was answered into the columns of GLPI, encoded as its line does', async () => {
    const { own, send, key } = await opened({ form: everything, grant: inParis })
    const done = await send({
      phone: ' +33 1  23 45 67 89 ',
      mobile: '',
      registrationNumber: 'R&D <7>',
      title: String(titleIds.engineer),
      category: '',
      location: String(locationIds.eastWing),
      language: 'pt_BR',
      terms: 'yes',
    })

    expect(done.status).toBe(200)
    expect(await glpiUser(app, own.login)).toMatchObject({
      phone: '+33 1 23 45 67 89',
      mobile: null,
      registration_number: line === '10.0' ? 'R&#38;D &#60;7&#62;' : 'R&D <7>',
      usertitles_id: titleIds.engineer,
      usercategories_id: 0,
      locations_id: locationIds.eastWing,
      language: 'pt_BR',
    })
    const { database, sql } = app.database
    const [row] = await sql<{ version: string; at: Date; made: Date }>(
      `SELECT terms_version AS version, terms_accepted_at AS at, created_at AS made FROM ??.registrations WHERE key_uid = ?`,
      [database, Buffer.from(key.uid.replaceAll('-', ''), 'hex')],
    )
    expect(row).toMatchObject({ version: '2026-11', at: row?.made })
  })

  it('says what is wrong beside each field, keeps what was typed, and spends nothing', async () => {
    const { key, send } = await opened({ form: everything, grant: inParis })
    const answer = await send({
      phone: 'call me',
      registrationNumber: '',
      title: '999',
      location: String(locationIds.lyon),
      language: '',
      mobile: '+33 6 12',
    })

    expect(answer.status).toBe(422)
    expect(errorFor(answer, 'phone')).toContain('telephone number')
    expect(errorFor(answer, 'registrationNumber')).toBe('Please fill this in.')
    expect(errorFor(answer, 'title')).toContain('no longer be chosen')
    expect(errorFor(answer, 'location')).toContain('no longer be chosen')
    expect(errorFor(answer, 'language')).toBe('Please fill this in.')
    expect(errorFor(answer, 'terms')).toContain('Tick the box')
    expect(errorFor(answer, 'mobile')).toBe('')
    expect(fieldsOf(answer, '/register')).toMatchObject({ phone: 'call me', mobile: '+33 6 12' })
    expect(answer.text).not.toMatch(/type="password"[^>]*value=/)
    expect(await usesOf(app, key)).toEqual({ completed: 0, held: 0 })
  })

  it('asks for all that is required, whatever is sent instead of it', async () => {
    const asked = ['phone', 'mobile', 'registrationNumber', 'title', 'category', 'location', 'language']
    const form = Object.fromEntries(asked.map((field) => [field, 'required' as const]))
    const { key, own, send } = await opened({ form, grant: inParis })

    const empty = Object.fromEntries(asked.map((field) => [field, ' ']))
    const nothing = await send({ ...empty, title: '0', category: '', location: '' })
    const others = await send({ firstname: '', realname: ' ', email: '' })

    for (const field of ['phone', 'mobile', 'registrationNumber', 'category', 'location', 'language'])
      expect([field, errorFor(nothing, field)]).toEqual([field, 'Please fill this in.'])
    expect(errorFor(nothing, 'title')).toContain('no longer be chosen')
    for (const field of ['title', 'firstname', 'realname', 'email'])
      expect([field, errorFor(others, field)]).toEqual([field, 'Please fill this in.'])
    expect(await glpiUser(app, own.login)).toBeUndefined()
    expect(await usesOf(app, key)).toEqual({ completed: 0, held: 0 })
  })

  it('offers the locations of the entity, of those above that share theirs, and no others', async () => {
    const here = await opened({ form: { location: 'optional' }, grant: inParis })
    const below = await opened({
      form: { location: 'optional' },
      grant: { authorisations: [{ profilesId: 1, entitiesId: 0, isRecursive: true }] },
    })

    expect(optionsOf(here.page, 'location')).toEqual([
      '– nothing –',
      'Siège de Paris',
      'Siège de Paris > 2nd floor <east>',
    ])
    expect(optionsOf(below.page, 'location')).toContain("L'Atelier")
  })

  it('shows what is locked, hides what is hidden, and takes neither from what is sent', async () => {
    const { page, own, send } = await opened({
      form: { title: 'locked', phone: 'hidden', mobile: 'locked', category: 'optional' },
      fields: [
        { field: 'phone', value: '+33 1 00 00 00 00', isLocked: false },
        { field: 'mobile', value: '+33 6 00 00 00 00', isLocked: false },
      ],
      grant: { ...inParis, usertitlesId: titleIds.reception, usercategoriesId: categoryIds.trainee },
    })
    await send({ phone: '1234', mobile: '1234', title: String(titleIds.engineer), category: '' })

    expect(page.text).toMatch(/name="title"[^>]*value="Chargé d&#39;accueil"[^>]*readonly/s)
    expect(page.text).not.toContain('name="phone"')
    expect(fieldsOf(page, '/register')['category']).toBe(String(categoryIds.trainee))
    expect(await glpiUser(app, own.login)).toMatchObject({
      phone: '+33 1 00 00 00 00',
      mobile: '+33 6 00 00 00 00',
      usertitles_id: titleIds.reception,
      usercategories_id: 0,
    })
  })

  it('refuses terms that were read in another version', async () => {
    const { send } = await opened({ form: { terms: 'required' } })
    const answer = await send({ terms: 'yes', termsVersion: '2025-01' })

    expect(answer.status).toBe(422)
    expect(errorFor(answer, 'terms')).toContain('have changed')
    expect(fieldsOf(answer, '/register')['terms']).toBeUndefined()
  })

  it('keeps the box ticked when something else is wrong', async () => {
    const { send } = await opened({ form: { terms: 'required' } })
    const answer = await send({ terms: 'yes', firstname: '' })

    expect(answer.status).toBe(422)
    expect(fieldsOf(answer, '/register')['terms']).toBe('yes')
  })

  it('makes a login of the name, and another for the next of that name, when it is left out', async () => {
    const realname = `Müller-O'Brien ${line === '10.0' ? 'Ten' : 'Eleven'}`
    const expected = `zoe.muller-obrien-${line === '10.0' ? 'ten' : 'eleven'}`
    for (const login of [expected, `zmuller-obrien-${line === '10.0' ? 'ten' : 'eleven'}`]) {
      const { send } = await opened({ form: { login: 'hidden' } })
      const done = await send({ login: 'mine', firstname: 'Zoë', realname })
      expect(done.status).toBe(200)
      expect(textOf(done)).toContain(login)
    }
  })

  it('proposes a login that is free to who left it empty, and several to who typed a taken one', async () => {
    const name = `taken${line.replace('.', '')}`
    await givenGlpiUser(app.database, { name })
    const empty = await opened({})
    const left = await empty.send({ login: '', firstname: 'Nguyễn', realname: `Ánh ${name}` })
    const other = await opened({})
    const taken = await other.send({ login: name, firstname: 'Ada', realname: 'Lovelace' })

    expect(left.status).toBe(422)
    expect(fieldsOf(left, '/register')['login']).toBe(`nguyen.anh-${name}`)
    expect(errorFor(left, 'login')).toContain('here is one that is free')
    expect(fieldsOf(taken, '/register')['login']).toBe(name)
    expect(textOf(taken)).toContain('These are free: ada.lovelace')
  })
})
