import { entityIds, groupIds, titleIds } from '../../src/demo/sample-places'
import { getKey } from '../../src/keys/revoke-key'
import { type Answer, textOf } from '../support/browser'
import { givenKey, glpiUser } from '../support/builders'
import { type Admin, signInAs } from '../support/console'
import { fieldsOf, optionsOf } from '../support/forms'
import { mainly, startTestApp, type TestApp } from '../support/test-app'

const dayMs = 86_400_000

describe.each(mainly('10.0'))('making keys in the console on GLPI $line at "$base"', (layout) => {
  let app: TestApp
  let emma: Admin // Supervisor of Montréal; no language of her own
  let paul: Admin // Admin of Paris
  let marie: Admin // Super-Admin
  beforeAll(async () => {
    app = await startTestApp({ ...layout, env: { TIME_ZONE: 'America/Montreal' } })
    await app.database.sql('UPDATE ??.glpi_users SET language = NULL', [app.database.glpiDatabase])
    emma = await signInAs(app, 'emma.tremblay')
    paul = await signInAs(app, 'paul.langevin')
    marie = await signInAs(app, 'marie.curie')
  })
  afterAll(() => app.close())

  /** The links on a page, which are secrets from here on. */
  function linksOn({ text }: Answer): string[] {
    const links = Array.from(
      text.matchAll(/data-copy-text="([^"]*)"|<td[^>]*translate="no">([^<]*)</g),
      (match) => String(match[1] ?? match[2]),
    )
    for (const link of links) keepOnly(link)
    return links
  }

  const secretsOf = new Set<string>()
  function keepOnly(link: string): void {
    secretsOf.add(link.slice(link.lastIndexOf('/') + 1))
  }
  afterAll(() => secretsOf.forEach((code) => expect(app.log.join('')).not.toContain(code)))

  const uidOn = ({ text }: Answer) => /keys\/([0-9a-f-]{36})"/.exec(text)?.[1] ?? ''

  async function make(admin: Admin, fields: Record<string, string> = {}): Promise<Answer> {
    const form = fieldsOf(await admin.get('/keys/new'), '/keys')
    return admin.post('/keys', { ...form, ...fields })
  }

  const countKeys = async () => {
    const [row] = await app.database.sql<{ n: number }>('SELECT COUNT(*) AS n FROM ??.registration_keys', [
      app.database.database,
    ])
    return Number(row?.n)
  }

  describe('one key', () => {
    it('with nothing said: one person, seven days, the default profile, the active entity', async () => {
      const made = await make(emma, { label: 'Camille' })

      expect(made.status).toBe(200)
      expect(textOf(made)).toMatch(
        /One person can join Montréal as Self-Service until the end of \d+ \w+ \d{4}\./,
      )
      const key = await getKey(app.context.db, uidOn(made))
      expect(key).toMatchObject({ label: 'Camille', maxUses: 1, notBefore: undefined, addresses: [] })
      expect(key.issuer).toMatchObject({ kind: 'user', entitiesId: entityIds.montreal })
      expect(key.grant.authorisations).toEqual([
        { profilesId: 1, entitiesId: entityIds.montreal, isRecursive: false },
      ])
      const daysLeft = ((key.expiresAt?.getTime() ?? 0) - key.createdAt.getTime()) / dayMs
      expect(Math.floor(daysLeft)).toBe(7) // to the end of that day
    })

    it('its link works, stands in no address, and is stored by no cache', async () => {
      const made = await make(emma)
      const [link = ''] = linksOn(made)

      expect(link).toMatch(new RegExp(`^${app.url}/r/glpi[0-9a-z]{35}$`))
      expect(made.path).toBe('/console/keys')
      expect(made.headers['cache-control']).toBe('no-store')
      expect(made.text).not.toMatch(/(href|src|action)="[^"]*\/r\//)
      const browser = app.browser()
      const done = await browser.submit(await browser.open(link), { login: `camille.${layout.line}` })
      expect(done.status).toBe(200)
    })

    it('takes everything that can be given, and the account has it', async () => {
      const made = await make(marie, {
        label: 'Everything',
        uses: '3',
        life: '30d',
        entity: String(entityIds.paris),
        recursive: 'yes',
        groups: String(groupIds.users),
        title: String(titleIds.apprentice),
        addresses: 'Ada@Example.org',
      })
      const [link = ''] = linksOn(made)
      const browser = app.browser()
      const done = await browser.submit(await browser.open(link), {
        login: `all.${layout.line}`,
        email: 'ada@example.org',
      })

      expect(textOf(made)).toContain(
        'Up to 3 people can join Paris and the entities below it as Self-Service until',
      )
      expect(textOf(made)).toContain('Only Ada@Example.org can use it.')
      expect(done.status).toBe(200)
      expect(await glpiUser(app, `all.${layout.line}`)).toMatchObject({ usertitles_id: titleIds.apprentice })
      expect((await getKey(app.context.db, uidOn(made))).grant.groupIds).toEqual([groupIds.users])
    })

    it('a day ends where the organisation is, and a life begins when the key does', async () => {
      const year = app.clock.now().getUTCFullYear() + 1
      const day = await make(emma, { life: 'date', until: `${year}-07-04` })
      const later = await make(emma, { life: '1d', starts: `${year}-07-04T09:00` })

      const byDay = await getKey(app.context.db, uidOn(day))
      const byStart = await getKey(app.context.db, uidOn(later))
      expect(byDay.expiresAt?.toISOString()).toBe(`${year}-07-05T03:59:59.999Z`)
      expect(byStart.notBefore?.toISOString()).toBe(`${year}-07-04T13:00:00.000Z`)
      expect(byStart.expiresAt?.toISOString()).toBe(`${year}-07-06T03:59:59.999Z`)
      expect(textOf(day)).toContain(`until the end of 4 Jul ${year}`)
      expect(textOf(later)).toContain(
        `from Sun 4 Jul ${year}, 09:00`.replace('Sun', weekdayOf(`${year}-07-04`)),
      )
    })

    const weekdayOf = (day: string) =>
      new Date(`${day}T12:00:00Z`).toLocaleDateString('en-GB', { weekday: 'short', timeZone: 'UTC' })

    it.each<[string, Record<string, string>, string, string]>([
      ['too many uses', { uses: '5001' }, 'uses', 'Give a whole number from 1 to 5,000.'],
      ['no uses', { uses: '' }, 'uses', 'Give a whole number from 1 to 5,000.'],
      ['a label without end', { label: 'x'.repeat(256) }, 'label', 'There is room for 255 characters.'],
      ['a day that is over', { life: 'date', until: '2020-01-01' }, 'until', 'This day is over.'],
      ['no day', { life: 'date' }, 'until', 'Give the last day'],
      ['no life', { life: '' }, 'life', 'Choose how long it works.'],
      ['a life nobody offers', { life: '900d' }, 'life', 'Choose how long it works.'],
      ['a start that is none', { starts: 'soon' }, 'starts', 'Give a date and a time'],
      [
        'an end before the start',
        { life: 'date', until: '2090-01-01', starts: '2090-02-01T00:00' },
        'starts',
        'end before it begins',
      ],
      ['an address that is none', { addresses: 'ada@' }, 'addresses', 'does not look like an e-mail address'],
      ['an entity of somebody else', { entity: String(entityIds.paris) }, 'entity', 'You may not give this'],
      ['a profile of the back office', { profile: '4' }, 'profile', 'You may not give this'],
      ['a group of somebody else', { groups: String(groupIds.lab) }, 'groups', 'You may not give this'],
      ['a title that is not there', { title: '999' }, 'title', 'You may not give this'],
      ['without an end and without the right', { life: 'never' }, 'life', 'take the right'],
      ['unlimited and without the right', { unlimited: 'yes' }, 'life', 'take the right'],
    ])(
      '%s: the form comes back with what was typed and a message beside the field',
      async (_, fields, field, message) => {
        const before = await countKeys()

        const answer = await make(emma, { label: 'Kept <b>', ...fields })

        expect(answer.status).toBe(422)
        expect(textOf(answer)).toContain(message)
        expect(answer.text).toContain(`id="${field}-error"`)
        expect(answer.text).toContain(`href="#${field}"`)
        expect(fieldsOf(answer, '/keys')['label']).toBe(fields['label'] ?? 'Kept <b>')
        expect(await countKeys()).toBe(before)
      },
    )

    it('without an end or without a limit, but not both, for who may configure', async () => {
      const endless = await make(marie, { life: 'never' })
      const unlimited = await make(marie, { unlimited: 'yes' })
      const both = await make(marie, { life: 'never', unlimited: 'yes' })

      expect(textOf(endless)).toContain('One person can join Root entity as Self-Service, without an end.')
      expect(textOf(unlimited)).toContain('Any number of people can join Root entity')
      expect(both.status).toBe(422)
    })

    it('offers what this person may give, and nothing else', async () => {
      const page = await paul.get('/keys/new')

      expect(optionsOf(page, 'profile')).toEqual(['Self-Service'])
      expect(optionsOf(page, 'entity')).toEqual([
        'Root entity > Paris',
        'Root entity > Paris > Research & Development',
        'Root entity > Paris > Support',
      ])
      expect(page.text).not.toContain('value="never"')
      expect(page.text).not.toContain('name="unlimited"')
    })

    it('sent twice, by a double click or ten, it is one key, and every answer shows it', async () => {
      const before = await countKeys()
      const form = { ...fieldsOf(await emma.get('/keys/new'), '/keys'), label: 'Twice' }

      const answers = await Promise.all(
        Array.from({ length: 10 }, () => emma.browser.post('/console/keys', form)),
      )

      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
      expect(new Set(answers.map((answer) => linksOn(answer)[0])).size).toBe(1)
      expect(answers.filter((answer) => textOf(answer).includes('had been sent already'))).toHaveLength(9)
      expect(await countKeys()).toBe(before + 1)
    })

    it('sent again after Back with something changed, it is another key', async () => {
      const before = await countKeys()
      const form = { ...fieldsOf(await emma.get('/keys/new'), '/keys'), label: 'First' }

      const first = await emma.browser.post('/console/keys', form)
      const second = await emma.browser.post('/console/keys', { ...form, label: 'Second' })

      expect(linksOn(first)[0]).not.toBe(linksOn(second)[0])
      expect(await countKeys()).toBe(before + 2)
    })

    it('a form with a token that this server did not make makes nothing', async () => {
      const before = await countKeys()
      expect((await make(emma, { token: 'AAAA' })).status).toBe(400)
      expect(await countKeys()).toBe(before)
    })

    it('one more like it has the same terms, but for whom it is', async () => {
      const first = await make(marie, {
        label: 'Like',
        uses: '4',
        life: '30d',
        entity: '2',
        addresses: 'ada@example.org',
      })

      const form = fieldsOf(await marie.get(`/keys/new?like=${uidOn(first)}`), '/keys')

      expect(form).toMatchObject({ label: 'Like', uses: '4', life: '30d', entity: '2', addresses: '' })
      expect((await emma.get(`/keys/new?like=${uidOn(first)}`)).status).toBe(404)
    })

    it('one more like it lives as long, though the first was made a moment after its end was reckoned', async () => {
      const expiresAt = new Date(app.clock.now().getTime() + 30 * dayMs - 20)
      const { uid } = await givenKey(app, { expiresAt })

      const form = fieldsOf(await marie.get(`/keys/new?like=${uid}`), '/keys')

      expect(form['life']).toBe('30d')
    })
  })

  describe('many keys', () => {
    const people =
      'Nom;Prénom;Courriel\nLovelace;Ada;ada@example.org\nBabbage;Charles;cb@@example\nHopper;Grace;'

    async function preview(admin: Admin, fields: Record<string, string>): Promise<Answer> {
      const form = fieldsOf(await admin.get('/batches/new'), '/batches/preview')
      return admin.post('/batches/preview', { ...form, label: 'Interns', ...fields })
    }

    async function makeMany(admin: Admin, fields: Record<string, string>): Promise<Answer> {
      return admin.post('/batches', fieldsOf(await preview(admin, fields), '/batches'))
    }

    const batchOn = ({ text }: Answer) => /batches\/([0-9a-f-]{36})\//.exec(text)?.[1] ?? ''

    it('shows what will be made of each line before anything is', async () => {
      const before = await countKeys()

      const page = await preview(emma, { people })

      expect(textOf(page)).toContain('2 keys will be made. 1 line is left out.')
      expect(textOf(page)).toContain(
        'Left out: this does not look like an e-mail address. Babbage;Charles;cb@@example',
      )
      expect(textOf(page)).toContain('With each key, one person can join Montréal as Self-Service until')
      expect(await countKeys()).toBe(before)
    })

    it('makes a key for each, bound to the address where there is one', async () => {
      const made = await makeMany(emma, { people })
      const links = linksOn(made)

      expect(links).toHaveLength(2)
      expect(textOf(made)).toContain('Ada Lovelace ada@example.org')
      expect(made.text.match(/class="cards-one"/g)).toHaveLength(2)
      const wrong = app.browser()
      const refused = await wrong.submit(await wrong.open(links[0] ?? ''), { email: 'someone@example.org' })
      expect(refused.status).toBe(422)
      const grace = app.browser()
      const done = await grace.submit(await grace.open(links[1] ?? ''), { login: `grace.${layout.line}` })
      expect(done.status).toBe(200)
    })

    it('takes a number where nobody is known yet', async () => {
      const made = await makeMany(emma, { count: '3' })

      expect(linksOn(made)).toHaveLength(3)
      expect(textOf(made)).toContain('Interns 1')
      expect(textOf(made)).toContain('Interns 3')
    })

    it.each<[string, Record<string, string>, string]>([
      ['nobody and no number', {}, 'Paste at least one person'],
      ['too many', { count: '1001' }, 'Give a whole number from 1 to 1,000.'],
      ['no line that can be used', { people: 'a@@b\nc@@d' }, 'No line can be used'],
      ['no label', { people: 'Ada', label: '' }, 'Give it a label'],
      ['an entity of somebody else', { people: 'Ada', entity: '1' }, 'You may not give this'],
    ])('%s: the form comes back with what was typed', async (_, fields, message) => {
      const answer = await preview(emma, fields)

      expect(answer.status).toBe(422)
      expect(textOf(answer)).toContain(message)
      const { people: typed = '', label = 'Interns' } = fields
      expect(fieldsOf(answer, '/batches/preview')).toMatchObject({ people: typed, label })
    })

    it('the way back from the preview keeps what was typed', async () => {
      const page = await preview(emma, { people, life: '30d' })

      const back = await emma.post('/batches/preview', { ...fieldsOf(page, '/batches'), edit: 'yes' })

      expect(back.status).toBe(200)
      expect(fieldsOf(back, '/batches/preview')).toMatchObject({ people, life: '30d', label: 'Interns' })
    })

    it('sent twice it is one batch', async () => {
      const before = await countKeys()
      const form = fieldsOf(await preview(emma, { people: 'Ada\nGrace' }), '/batches')

      const answers = await Promise.all([1, 2, 3].map(() => emma.browser.post('/console/batches', form)))

      expect(new Set(answers.map((answer) => linksOn(answer).join())).size).toBe(1)
      expect(new Set(answers.map(batchOn)).size).toBe(1)
      expect(await countKeys()).toBe(before + 2)
    })

    it('gives the links again as CSV that runs no formulas, to who could make them, on the record', async () => {
      const made = await makeMany(emma, { people: '=HYPERLINK("x")\tada@example.org\nGrace\t' })
      const links = linksOn(made)

      const csv = await emma.post(`/batches/${batchOn(made)}/csv`)

      expect(csv.headers['content-type']).toContain('text/csv')
      expect(csv.headers['content-disposition']).toContain('attachment')
      expect(csv.headers['cache-control']).toBe('no-store')
      expect(csv.text).toContain(`"'=HYPERLINK(""x"")",ada@example.org,${links[0] ?? ''},GLPI-`)
      for (const link of links) expect(csv.text).toContain(link)
      const [row] = await app.database.sql<{ n: number }>(
        `SELECT COUNT(*) AS n FROM ??.audit_events e JOIN ??.registration_keys k ON k.uid = e.key_uid
         WHERE e.kind = 'key.link-shown' AND k.batch_uid = UNHEX(REPLACE(?, '-', ''))`,
        [app.database.database, app.database.database, batchOn(made)],
      )
      expect(Number(row?.n)).toBe(2)
    })

    it('shows the links again to nobody who could not make them, and leaves revoked keys out', async () => {
      const made = await makeMany(emma, { people: 'Ada\nGrace' })
      const [first] = linksOn(made)
      await app.database.sql(
        `UPDATE ??.registration_keys SET revoked_at = NOW()
         WHERE batch_uid = UNHEX(REPLACE(?, '-', '')) ORDER BY uid LIMIT 1`,
        [app.database.database, batchOn(made)],
      )

      const again = await marie.post(`/batches/${batchOn(made)}/links`)

      expect(linksOn(again)).toHaveLength(1)
      expect(again.text).not.toContain(first)
      const list = await marie.get(`/keys?batch=${batchOn(made)}`)
      expect(list.text).toContain(`formaction="${layout.base}/console/batches/${batchOn(made)}/links"`)
      expect((await paul.post(`/batches/${batchOn(made)}/links`)).status).toBe(404)
      expect((await paul.post(`/batches/${batchOn(made)}/csv`)).status).toBe(404)
      expect((await paul.post('/batches/nonsense/csv')).status).toBe(404)
    })
  })

  it('who may not create users is refused', async () => {
    const jeanLuc = await signInAs(app, 'jean-luc.dartagnan') // a Hotliner

    for (const path of ['/keys/new', '/batches/new']) expect((await jeanLuc.get(path)).status).toBe(403)
    expect((await jeanLuc.post('/keys', {})).status).toBe(403)
    expect((await jeanLuc.post('/batches', {})).status).toBe(403)
  })

  describe('with sealing turned off', () => {
    let unsealed: TestApp
    beforeAll(async () => {
      unsealed = await startTestApp({ ...layout, env: { KEYRING_FILE: 'off' } })
      await unsealed.database.sql('UPDATE ??.glpi_users SET language = NULL', [
        unsealed.database.glpiDatabase,
      ])
    })
    afterAll(() => unsealed.close())

    it('says that the link is shown this once, and a double click still shows it', async () => {
      const admin = await signInAs(unsealed, 'emma.tremblay')
      const form = fieldsOf(await admin.get('/keys/new'), '/keys')

      const [first, second] = [
        await admin.browser.post('/console/keys', form),
        await admin.browser.post('/console/keys', form),
      ]

      expect(textOf(first)).toContain('This is shown this once')
      expect(linksOn(second)).toEqual(linksOn(first))
    })

    it('offers no download of many, since they cannot be unsealed', async () => {
      const admin = await signInAs(unsealed, 'emma.tremblay')
      const form = fieldsOf(await admin.get('/batches/new'), '/batches/preview')
      const page = await admin.post('/batches/preview', { ...form, label: 'x', count: '2' })

      const made = await admin.post('/batches', fieldsOf(page, '/batches'))

      expect(linksOn(made)).toHaveLength(2)
      expect(made.text).not.toContain('/csv"')
    })
  })
})
