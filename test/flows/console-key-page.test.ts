import { changeKey, createKey, getKey, invitationLink, printedForm } from '../../src/keys'
import { givenAdmin, keeperOf, rights } from '../support/admins'
import { type Answer, hiddenFields, registrationForm, textOf } from '../support/browser'
import { givenKey, type GivenKey, glpiUser } from '../support/builders'
import { type Admin, signInAs } from '../support/console'
import { fieldsOf } from '../support/forms'
import { mainly, startTestApp, type TestApp } from '../support/test-app'

const { read, update, create } = rights
const dayMs = 86_400_000
const actions = [
  'terms',
  'pause',
  'resumption',
  'revocation',
  'link',
  'renewals',
  'codes',
  'reinstatement',
] as const
const markup = `<img src=x onerror=alert(1)>'"&lt;b&gt;`

describe.each(mainly('10.0'))('the page of a key on GLPI $line at "$base"', (layout) => {
  let app: TestApp
  let superAdmin: Admin
  beforeAll(async () => {
    app = await startTestApp(layout)
    await app.database.sql("UPDATE ??.glpi_users SET language = 'en_GB'", [app.database.glpiDatabase])
    superAdmin = await signInAs(app, 'marie.curie')
  })
  afterAll(() => app.close())

  const bytesOf = ({ uid }: GivenKey) => Buffer.from(uid.replaceAll('-', ''), 'hex')
  const stateOf = async ({ uid }: GivenKey) => getKey(app.context.db, uid)
  const signIn = async (user: number, more: { config?: number; entity?: string } = {}) => {
    const admin = await givenAdmin(app.database, { user, ...more })
    return { admin, ...(await signInAs(app, admin.login)) }
  }
  // Signing in is slow on purpose: once for each.
  let reader: Admin
  let updater: Admin
  let maker: Awaited<ReturnType<typeof signIn>>
  beforeAll(async () => {
    reader = await signIn(read)
    updater = await signIn(read | update)
    maker = await signIn(read | update | create)
  })

  /** The form for changes as the page shows it, with what somebody types instead. */
  const changeForm = (page: Answer, typed: Record<string, string>) => ({
    ...fieldsOf(page, '/terms'),
    ...typed,
  })

  const decode = (text: string) =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&#34;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&')

  async function register(key: GivenKey, userAgent: string): Promise<string> {
    const form = await app.browser().open(key.link)
    const person = registrationForm()
    const answer = await fetch(`${app.url}/register`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'User-Agent': userAgent },
      body: new URLSearchParams({ ...hiddenFields(form), ...person }),
    })
    expect(answer.status).toBe(303)
    return person.login
  }

  it('says what the key gives, as GLPI names it, and how much of it is used', async () => {
    const key = await givenKey(app, {
      label: 'New apprentices',
      maxUses: 8,
      grant: {
        authorisations: [{ profilesId: 1, entitiesId: 6, isRecursive: true }],
        groupIds: [3],
        usertitlesId: 3,
        usercategoriesId: 2,
        locationsId: 2,
      },
      addresses: [],
    })
    await register(key, 'Firefox')

    const page = await superAdmin.get(`/keys/${key.uid}`)

    expect(page.status).toBe(200)
    const text = textOf(page)
    for (const words of [
      'New apprentices',
      'Usable',
      '1 of 8',
      'Self-Service in Root entity > Lyon > Apprentis <promotion 2026> and below',
      'R&D lab <prototypes>',
      'Title Head of R&D',
      'Category Contractor',
      'Location Siège de Paris > 2nd floor <east>',
      'The server’s command line',
      'in 6 days',
      'Key made',
      'Account made',
    ]) {
      expect(text).toContain(words)
    }
  })

  it('lists who registered, from where, with what became of the account in GLPI', async () => {
    const key = await givenKey(app, { maxUses: 9 })
    const { glpiDatabase, sql } = app.database
    const people = []
    for (let n = 0; n < 4; n += 1) people.push(await register(key, `Browser-${n}`))
    const [, inactive, deleted, gone] = people
    await sql('UPDATE ??.glpi_users SET last_login = UTC_TIMESTAMP() WHERE name = ?', [
      glpiDatabase,
      people[0],
    ])
    await sql('UPDATE ??.glpi_users SET is_active = 0 WHERE name = ?', [glpiDatabase, inactive])
    await sql('UPDATE ??.glpi_users SET is_deleted = 1 WHERE name = ?', [glpiDatabase, deleted])
    await sql('DELETE FROM ??.glpi_users WHERE name = ?', [glpiDatabase, gone])

    const page = await superAdmin.get(`/keys/${key.uid}`)

    const rows = Array.from(page.text.matchAll(/<tr>[\s\S]*?<\/tr>/g), ([row]) =>
      textOf({ ...page, text: row }),
    )
    const rowOf = (login: string | undefined) => rows.find((row) => row.includes(` ${login ?? ''} `))
    expect(rowOf(people[0])).toMatch(/anybody 127\.0\.0\.1 Browser-0 Active \w+ \d+ \w+ \d+, \d+:\d+$/)
    expect(rowOf(inactive)).toMatch(/Browser-1 Inactive Not yet$/)
    expect(rowOf(deleted)).toMatch(/Browser-2 In the trash bin Not yet$/)
    expect(rowOf(gone)).toMatch(/Browser-3 Not in GLPI any more Not yet$/)
    const { id } = (await glpiUser(app, people[0] ?? '')) ?? {}
    expect(page.text).toContain(`href="https://helpdesk.example.org/front/user.form.php?id=${String(id)}"`)
    expect(textOf(page)).toContain('Got an account 4 Have signed in to GLPI 1')
  })

  it('puts the invited address beside the one that was used', async () => {
    const key = await givenKey(app, { addresses: ['Irene@Example.org', 'eve@example.org'], maxUses: 2 })
    const browser = app.browser()
    await browser.submit(await browser.open(key.link), { email: 'irene@example.org' })

    const page = await superAdmin.get(`/keys/${key.uid}`)

    expect(textOf(page)).toContain('irene@example.org Irene@example.org 127.0.0.1')
  })

  it('lists registrations in pages', async () => {
    const key = await givenKey(app, { maxUses: 100 })
    const { database, sql } = app.database
    for (let n = 0; n < 51; n += 1) {
      const uid = Buffer.concat([bytesOf(key).subarray(0, 15), Buffer.from([n])])
      await sql(
        `INSERT INTO ??.registrations (uid, key_uid, submit_token, state, users_id, created_at, completed_at)
         VALUES (?, ?, ?, 'completed', 1, '2026-01-01', '2026-01-01')`,
        [database, uid, bytesOf(key), uid],
      )
      await sql('INSERT INTO ??.registration_details (registration_uid, login, email) VALUES (?, ?, ?)', [
        database,
        uid,
        `person-${n}.`,
        'x@example.org',
      ])
    }

    const first = await superAdmin.get(`/keys/${key.uid}`)
    const older = /href="([^"]*\?registrations=[^"]*)"/.exec(first.text)?.[1] ?? ''
    const second = await superAdmin.browser.get(older.slice(layout.base.length).split('#')[0] ?? '')

    const peopleOn = ({ text }: Answer) => new Set(text.match(/person-\d+\./g))
    expect(peopleOn(first).size).toBe(50)
    expect(peopleOn(second)).toEqual(new Set(['person-0.']))
    expect(textOf(second)).toContain('Newest registrations')
  })

  it('keeps the browser’s name short, and registers whoever has a long one', async () => {
    const key = await givenKey(app)

    const login = await register(key, `Mozilla/5.0 ${'x'.repeat(400)}`)

    const [row] = await app.database.sql<{ ip: string; agent: string }>(
      'SELECT ip, user_agent AS agent FROM ??.registration_details WHERE login = ?',
      [app.database.database, login],
    )
    expect(row?.ip).toBe('127.0.0.1')
    expect(row?.agent).toBe(`Mozilla/5.0 ${'x'.repeat(400)}`.slice(0, 255))
  })

  it('shows the link to who could make this key, and puts that on record', async () => {
    // Not by the builder: what that makes may stand on no page at all.
    const { key, code } = await createKey(
      app.context,
      { issuer: { kind: 'system' }, actor: { kind: 'system' } },
      {
        label: '',
        maxUses: 1,
        notBefore: undefined,
        expiresAt: new Date(app.clock.now().getTime() + dayMs),
        grant: { authorisations: [{ profilesId: 1, entitiesId: 0, isRecursive: true }] },
        addresses: [],
      },
    )

    const page = await superAdmin.post(`/keys/${key.uid}/link`)

    expect(page.status).toBe(200)
    expect(page.headers['cache-control']).toBe('no-store')
    expect(textOf(page)).toContain(invitationLink(app.url, code))
    expect(textOf(page)).toContain(printedForm(code))
    expect(app.log.join('')).not.toContain(code.normalForm.toLowerCase())
    expect(textOf(await superAdmin.get(`/keys/${key.uid}`))).toContain('Link shown again')
  })

  describe('for who may only update', () => {
    it('offers no link, and gives none', async () => {
      const key = await givenKey(app)

      const page = await updater.get(`/keys/${key.uid}`)
      const asked = await updater.post(`/keys/${key.uid}/link`)

      expect(page.text).not.toContain(`/keys/${key.uid}/link"`)
      expect(asked.status).toBe(403)
      expect(asked.text).not.toContain(key.link)
    })

    it.each<[string, Record<string, string>]>([
      ['more people', { limit: '6' }],
      ['a later end', { end: '2037-01-01', 'end-time': '12:00' }],
      ['no limit', { unlimited: 'on' }],
      ['no end', { never: 'on' }],
    ])('refuses %s beside what was typed, and changes nothing', async (_, typed) => {
      const key = await givenKey(app, { maxUses: 5 })
      const before = await stateOf(key)
      const page = await updater.get(`/keys/${key.uid}`)

      const answer = await updater.post(`/keys/${key.uid}/terms`, changeForm(page, { label: 'x', ...typed }))

      expect(answer.status).toBe(422)
      expect(textOf(answer)).toContain('you could not make such a key')
      expect(answer.text).toContain('name="label" value="x"')
      expect(await stateOf(key)).toEqual(before)
    })

    it('lowers, renames, pauses, resumes and revokes', async () => {
      const key = await givenKey(app, { maxUses: 5 })
      const page = await updater.get(`/keys/${key.uid}`)

      const changed = await updater.post(
        `/keys/${key.uid}/terms`,
        changeForm(page, { label: 'Smaller', limit: '2' }),
      )
      const paused = await updater.post(`/keys/${key.uid}/pause`)
      const refused = await app.browser().open(key.link)
      const resumed = await updater.post(`/keys/${key.uid}/resumption`)
      const revoked = await updater.post(`/keys/${key.uid}/revocation`, { reason: 'Left the company' })

      expect(textOf(changed)).toMatch(/The key has been changed\. Smaller Usable/)
      expect(textOf(changed)).toContain('limit: 5 → 2')
      expect(textOf(paused)).toContain('Smaller Paused')
      expect(refused.status).toBe(403)
      expect(textOf(resumed)).toContain('Smaller Usable')
      expect(textOf(revoked)).toContain('Reason: Left the company')
      expect(revoked.text).not.toContain('/revocation"')
      expect((await app.browser().open(key.link)).status).toBe(410)
    })
  })

  it('offers who may only read nothing to do, and lets them do nothing', async () => {
    const key = await givenKey(app, { maxUses: 5 })
    const before = await stateOf(key)

    const page = await reader.get(`/keys/${key.uid}`)
    const asked = await Promise.all(
      actions.map((what) => reader.post(`/keys/${key.uid}/${what}`, { limit: '1', 'was-limit': '5' })),
    )

    expect(page.status).toBe(200)
    expect(page.text).not.toContain(`/keys/${key.uid}/`)
    expect(asked.map(({ status }) => status)).toEqual(actions.map(() => 403))
    expect(await stateOf(key)).toEqual(before)
  })

  it('does not exist for who looks after other entities, whatever they send', async () => {
    const key = await givenKey(app, { maxUses: 5, label: 'In the root entity' })
    const before = await stateOf(key)
    const local = await signIn(read | update | create, { entity: 'Lyon', config: update })

    const answers = await Promise.all([
      local.get(`/keys/${key.uid}`),
      local.get('/keys/not-a-key'),
      ...actions.map((what) => local.post(`/keys/${key.uid}/${what}`, { limit: '1', 'was-limit': '5' })),
    ])

    for (const answer of answers) {
      expect(answer.status).toBe(404)
      expect(answer.text).not.toContain('In the root entity')
    }
    expect(await stateOf(key)).toEqual(before)
    expect(textOf(await local.get(`/audit?key=${key.uid}`))).toContain('There is nothing here')
    expect((await local.get('/audit.csv')).text).not.toContain(key.uid)
  })

  it('leaves alone what somebody did not touch, and what others changed meanwhile', async () => {
    const key = await givenKey(app, { maxUses: 5, label: 'Before' })
    const before = await stateOf(key)
    const page = await maker.get(`/keys/${key.uid}`)

    const untouched = await maker.post(`/keys/${key.uid}/terms`, changeForm(page, {}))
    await changeKey(app.context, keeperOf(maker.admin, { mayMake: true }), key.uid, { maxUses: 3 })
    await maker.post(`/keys/${key.uid}/terms`, changeForm(page, { label: 'After' }))

    expect(textOf(untouched)).toContain('There was nothing to change.')
    const after = await stateOf(key)
    expect(after).toMatchObject({ label: 'After', maxUses: 3 })
    expect(after.expiresAt).toEqual(before.expiresAt) // finer than the field
  })

  it.each<[string, Record<string, string>, string]>([
    ['a limit of nothing', { limit: '' }, 'Type a whole number.'],
    ['a limit of zero', { limit: '0' }, 'must be from 1 to 5,000'],
    ['a date that is none', { end: 'soon' }, 'Choose a date, and a time if you like.'],
    ['an end in the past', { end: '2020-01-01', 'end-time': '' }, 'This time has passed.'],
    ['a begin after the end', { begin: '2036-01-01' }, 'would begin when it has ended'],
    ['neither limit nor end', { unlimited: 'on', never: 'on' }, 'must have an end'],
    ['a label too long', { label: 'é'.repeat(256) }, 'room for 255 characters'],
  ])('asks again for %s', async (_, typed, says) => {
    const key = await givenKey(app, { maxUses: 5 })
    const page = await superAdmin.get(`/keys/${key.uid}`)

    const answer = await superAdmin.post(`/keys/${key.uid}/terms`, changeForm(page, typed))

    expect(answer.status).toBe(422)
    expect(textOf(answer)).toContain(says)
    expect(answer.text).toContain('aria-invalid="true"')
  })

  it('lets who may configure take away limit or end, and nobody else', async () => {
    const key = await givenKey(app, { maxUses: 5 })
    const page = await maker.get(`/keys/${key.uid}`)

    expect(page.text).not.toContain('name="unlimited"')
    const refused = await maker.post(`/keys/${key.uid}/terms`, changeForm(page, { unlimited: 'on' }))
    expect(textOf(refused)).toContain('the right to update GLPI’s configuration')
    const own = await superAdmin.get(`/keys/${key.uid}`)
    await superAdmin.post(`/keys/${key.uid}/terms`, changeForm(own, { unlimited: 'on' }))

    expect((await stateOf(key)).maxUses).toBeUndefined()
  })

  it('prints what people typed as text, in the page and in the CSV', async () => {
    const key = await givenKey(app, { label: markup, maxUses: 2 })
    const formula = await givenKey(app, { label: '=HYPERLINK("https://evil.example","x")' })
    await register(key, markup)
    const page = await superAdmin.get(`/keys/${key.uid}`)
    await superAdmin.post(`/keys/${key.uid}/terms`, changeForm(page, { label: `${markup}2` }))
    await superAdmin.post(`/keys/${key.uid}/revocation`, { reason: markup })

    const after = await superAdmin.get(`/keys/${key.uid}`)
    const audit = await superAdmin.get(`/audit?actor=${encodeURIComponent(markup)}`)
    const all = await superAdmin.get('/audit')
    const csv = await superAdmin.get('/audit.csv')

    for (const answer of [page, after, audit, all]) expect(answer.text).not.toContain('<img src=x')
    expect(decode(after.text).split(markup).length - 1).toBeGreaterThanOrEqual(4) // title, heading, reason, browser
    expect(decode(audit.text)).toContain(markup)
    expect(csv.headers['content-type']).toContain('text/csv')
    expect(csv.headers['content-disposition']).toBe('attachment; filename="audit.csv"')
    expect(csv.text).toContain(formula.uid)
    expect(csv.text).not.toMatch(/(^|,|")=HYPERLINK/m)
    expect(csv.text).toContain(`"'=HYPERLINK(""https://evil.example"",""x"")"`)
  })

  it('a reason that is too long comes back beside a message', async () => {
    const key = await givenKey(app)

    const answer = await superAdmin.post(`/keys/${key.uid}/revocation`, { reason: 'é'.repeat(256) })

    expect(answer.status).toBe(422)
    expect(textOf(answer)).toContain('room for 255 characters')
    expect((await stateOf(key)).revokedAt).toBeUndefined()
  })
})

describe.each(mainly('10.0'))('the page of the record on GLPI $line at "$base"', (layout) => {
  let app: TestApp
  let superAdmin: Admin
  beforeAll(async () => {
    app = await startTestApp(layout)
    superAdmin = await signInAs(app, 'marie.curie')
  })
  afterAll(() => app.close())

  it('names who did what in the reader’s language, with the names of today', async () => {
    const { glpiDatabase, sql } = app.database
    await sql("UPDATE ??.glpi_users SET language = 'fr_FR' WHERE name = 'marie.curie'", [glpiDatabase])
    const [renamed] = layout.line === '10.0' ? ['R&#38;D'] : ['R&D']
    await sql("UPDATE ??.glpi_users SET realname = ? WHERE name = 'marie.curie'", [glpiDatabase, renamed])
    const key = await givenKey(app, { label: 'Vue' })
    await superAdmin.post(`/keys/${key.uid}/pause`)

    const text = textOf(await superAdmin.get(`/audit?key=${key.uid}`))

    expect(text).toMatch(/Clé mise en pause Vue Marie R&D \(marie\.curie\)/)
    expect(text).toMatch(/Clé créée Vue le serveur lui-même/)
    await sql("UPDATE ??.glpi_users SET language = 'en_GB' WHERE name = 'marie.curie'", [glpiDatabase])
  })

  it('is filtered by login, kind, key and day, and exported as it is filtered', async () => {
    const key = await givenKey(app, { label: 'Filtered' })
    await superAdmin.post(`/keys/${key.uid}/pause`)
    const rowsOf = async (query: string) =>
      (await superAdmin.get(`/audit?${query}`)).text.match(/<tr>[\s\S]*?<\/tr>/g)?.slice(1).length ?? 0
    const today = new Date().toISOString().slice(0, 10)

    expect(await rowsOf(`key=${key.uid}`)).toBe(2)
    expect(await rowsOf(`key=${encodeURIComponent(`${app.url}/console/keys/${key.uid}`)}`)).toBe(2)
    expect(await rowsOf(`key=${key.uid}&kind=key.made`)).toBe(1)
    expect(await rowsOf(`key=${key.uid}&actor=MARIE.curie`)).toBe(1)
    expect(await rowsOf(`key=${key.uid}&from=${today}&to=${today}`)).toBe(2)
    expect(await rowsOf(`key=${key.uid}&to=2020-01-01`)).toBe(0)
    expect(await rowsOf('actor=nobody.at.all')).toBe(0)
    expect(await rowsOf('key=nonsense')).toBe(0)
    expect((await superAdmin.get('/audit?kind=nonsense&from=x&after=y&to=2026-13-01')).status).toBe(200)

    const csv = await superAdmin.get(`/audit.csv?key=${key.uid}&kind=key.paused`)
    const lines = csv.text.replace('\ufeff', '').trimEnd().split('\r\n')
    expect(lines[0]).toBe(
      'When (UTC),Kind,What,Who,Who (user id),Key,Label of the key,Account made (login),Details,Address,Browser',
    )
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain(`key.paused,Key paused,`)
    expect(lines[1]).toContain(`${key.uid},Filtered`)
  })

  it('is exported whole, however long', async () => {
    const { database, sql } = app.database
    const many = Array.from({ length: 1_203 }, (_, n) => n)
    await sql(
      `INSERT INTO ??.audit_events (uid, at, kind, actor_kind) VALUES
       ${many.map(() => "(?, '2020-01-01', 'redemption.stopped', 'system')").join()}`,
      [database, ...many.map((n) => Buffer.from(n.toString(16).padStart(32, '0'), 'hex'))],
    )

    const csv = await superAdmin.get('/audit.csv?to=2020-01-02')

    expect(csv.text.trimEnd().split('\r\n')).toHaveLength(many.length + 1)
    const first = await superAdmin.get('/audit?to=2020-01-02')
    expect(textOf(first)).toContain('1,203 events')
    const older = /href="([^"]*after=[^"]*)"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const second = await superAdmin.browser.get(older.slice(layout.base.length))
    expect(second.text.match(/<tr>/g)).toHaveLength(51)
    expect(textOf(second)).toContain('Newest events')
  })
})
