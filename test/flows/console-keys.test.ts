import { type Admin, csrfOf, signInAs } from '../support/console'
import { textOf } from '../support/browser'
import { givenListedKey, type ListedKeyFields } from '../support/listed-keys'
import { mainly, startTestApp, type TestApp } from '../support/test-app'

const paris = 1
const lyon = 2
const dayMs = 86_400_000

describe.each(mainly('11.0'))('the list of keys on GLPI $line at "$base"', (layout) => {
  let app: TestApp
  /** Super-Admin everywhere, in French. */
  let marie: Admin
  /** Admin in Paris and below, in French. */
  let paul: Admin
  /** Read-Only in Paris and below, in English. */
  let noor: Admin
  beforeAll(async () => {
    app = await startTestApp(layout)
    marie = await signInAs(app, 'marie.curie')
    paul = await signInAs(app, 'paul.langevin')
    noor = await signInAs(app, 'noor.de-vries')
  })
  afterAll(() => app.close())
  beforeEach(async () => {
    for (const table of [
      'registration_keys',
      'key_codes',
      'key_authorisations',
      'key_words',
      'key_addresses',
    ]) {
      await app.database.sql(`DELETE FROM ??.${table}`, [app.database.database])
    }
  })

  const given = (fields: Partial<ListedKeyFields> = {}) =>
    givenListedKey(app.database, { grants: [[1, paris]], ...fields })
  const aliveCount = async () => {
    const rows = await app.database.sql<{ n: number }>(
      'SELECT COUNT(*) AS n FROM ??.registration_keys WHERE revoked_at IS NULL',
      [app.database.database],
    )
    return Number(rows[0]?.n)
  }

  it('shows what GLPI calls the profile, the entity and the issuer, each decoded once', async () => {
    await given({ label: 'For the lab', issuer: 7, grants: [[1, 4]], maxUses: 5, completed: 2, held: 1 })

    const page = await noor.get('/keys')
    const text = textOf(page)

    expect(text).toContain('1 key')
    expect(text).toContain('For the lab')
    expect(text).toContain('Self-Service')
    expect(text).toContain('Paris > Research & Development')
    expect(text).toContain('Marie Curie')
    expect(text).toContain('2 of 5 used 1 held, 2 left')
    expect(page.text).not.toContain('&amp;amp;')
    expect(page.text).not.toContain('&amp;#38;')
  })

  it('says what to do where there is nothing, and where nothing fits', async () => {
    expect(textOf(await noor.get('/keys'))).toContain('There are no keys here yet')
    expect(textOf(await noor.get('/keys?search=nothing'))).toContain('No key fits')
    expect(textOf(await noor.get('/keys'))).not.toContain('New key')
    expect(textOf(await marie.get('/keys'))).toContain('Créez la première')
  })

  it('shows only keys that give nothing outside the active entities, in no filter, export or preview', async () => {
    const theirs = await given({
      label: 'Secret of Lyon',
      grants: [
        [1, paris],
        [1, lyon],
      ],
    })
    await given({ label: 'Ours' })

    for (const path of ['/keys', '/keys?profile=1', '/keys?entity=1', '/keys?state=usable', '/keys.csv']) {
      const { text } = await noor.get(path)
      expect(text).toContain('Ours')
      expect(text).not.toContain('Secret of Lyon')
    }
    for (const search of ['secret', theirs.uid, theirs.hint, theirs.code]) {
      expect((await noor.get(`/keys?search=${encodeURIComponent(search)}`)).text).not.toContain(
        'Secret of Lyon',
      )
    }
    const preview = await paul.post('/keys/revocations/preview', { what: 'selected', uid: theirs.uid })
    expect(preview.text).not.toContain('Secret of Lyon')
    await paul.post('/keys/revocations', { what: 'selected', uid: theirs.uid })
    expect(await aliveCount()).toBe(2)
    expect((await marie.get('/keys')).text).toContain('Secret of Lyon')
  })

  it('filters by what the form sends, shows each filter as a link that removes it, and keeps them on the next page', async () => {
    for (let n = 0; n < 30; n += 1)
      await given({ label: `Intern ${n}`, madeAt: new Date(Date.now() - n * dayMs) })
    await given({ label: 'Visitor' })

    const page = await noor.get('/keys?search=intern&state=usable&issuer=&entity=&profile=&made-from=')

    expect(textOf(page)).toContain('30 keys')
    expect(textOf(page)).not.toContain('Visitor')
    expect(page.text).toContain('Remove the filter State: Usable')
    const next = /href="[^"]*\/console(\/keys\?[^"]*after=[^"]*)"/
      .exec(page.text)?.[1]
      ?.replaceAll('&amp;', '&')
    const second = textOf(await noor.get(next ?? ''))
    expect(second).toContain('Intern 29')
    expect(second).not.toContain('Intern 24 ')
    expect(second).not.toContain('Visitor')
  })

  it('says which part of an address it cannot read, and lists the rest', async () => {
    await given({ label: 'Still here' })

    const page = await noor.get('/keys?state=zombie&entity=abc&after=%00&sort=sideways&made-from=2026-99-99')

    expect(page.status).toBe(200)
    expect(textOf(page)).toContain('could not be read and was left out: State, Entity, Made from')
    expect(textOf(page)).toContain('Still here')
  })

  it('finds a key by a pasted link, and takes the code out of the address and the page', async () => {
    const { code, uid, hint } = await given({ label: 'Pasted' })
    const link = `https://help.example.org/r/${code.toLowerCase()}`

    for (const search of [code, link, code.slice(0, 4) + '-' + code.slice(4, 20) + ' ' + code.slice(20)]) {
      const answer = await noor.get(`/keys?search=${encodeURIComponent(search)}`, { follow: false })
      expect(answer.status).toBe(303)
      expect(answer.headers['location']).toContain(`search=${uid}`)
      const page = await noor.get(`/keys?search=${encodeURIComponent(search)}`)
      expect(textOf(page)).toContain('Pasted')
      expect(textOf(page)).toContain(`…${hint}`)
      expect(page.text.toLowerCase()).not.toContain(code.slice(8, 30).toLowerCase())
    }
    const mistyped = code.slice(0, 20) + (code[20] === 'A' ? 'B' : 'A') + code.slice(21)
    const page = await noor.get(`/keys?search=${mistyped}`)
    expect(textOf(page)).toContain('typing error')
    expect(page.text).not.toContain(mistyped.slice(8, 30))
    expect(app.log.join('')).not.toContain(code.slice(8, 30))
  })

  it('shows payloads in labels and reasons as text, in the page and in the export', async () => {
    const payload = '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>'
    const { uid } = await given({ label: payload })
    await given({ label: '=HYPERLINK("http://evil.example","x")' })
    await given({ label: '@SUM(1)' })
    await given({ label: '\t=1+1' })
    await marie.post('/keys/revocations', { what: 'selected', uid, reason: `-2+3 ${payload}` })

    const page = await noor.get('/keys')
    expect(page.text).not.toContain('<script>alert')
    expect(page.text).not.toContain('<img src=x')
    expect(page.text).toContain('&lt;script&gt;')

    const csv = await noor.get('/keys.csv')
    expect(csv.headers['content-type']).toContain('text/csv')
    expect(csv.headers['content-disposition']).toContain('attachment')
    expect(csv.text.charCodeAt(0)).toBe(0xfeff)
    expect(csv.text).toContain(`"'=HYPERLINK(""http://evil.example"",""x"")"`)
    expect(csv.text).toContain(",'@SUM(1),")
    expect(csv.text).toMatch(/"?'\t'=1\+1/)
    expect(csv.text).toContain(`"'-2+3 `)
  })

  it('exports what the list shows, whole and without codes', async () => {
    const codes: string[] = []
    for (let n = 0; n < 40; n += 1) codes.push((await given({ label: `Intern ${n}` })).code)
    await given({ label: 'Visitor' })

    const { text } = await noor.get('/keys.csv?search=intern')

    expect(text.trim().split('\r\n')).toHaveLength(41)
    expect(text).not.toContain('Visitor')
    for (const code of codes) expect(text).not.toContain(code.slice(4, 30))
  })

  it('revokes all that match after a preview that says how many die, and says how many did', async () => {
    for (let n = 0; n < 28; n += 1) await given({ label: `Intern ${n}` })
    await given({ label: 'Intern gone', revokedAt: new Date() })
    await given({ label: 'Visitor' })

    const preview = await paul.post('/keys/revocations/preview', { what: 'all', query: '?search=intern' })
    expect(textOf(preview)).toContain('28 clés seront révoquées')
    expect(textOf(preview)).toContain('Une autre est déjà révoquée')
    await given({ label: 'Intern too late', madeAt: new Date(Date.now() + 1000) })
    const upTo = /name="up-to" value="([^"]*)"/.exec(preview.text)?.[1] ?? ''
    const after = await paul.post('/keys/revocations', {
      what: 'all',
      query: '?search=intern',
      'up-to': upTo,
      reason: 'la foire est finie',
    })

    expect(textOf(after)).toContain('28 clés révoquées')
    expect(textOf(after)).toContain('Motif : la foire est finie')
    expect(after.path).toContain('/console/keys?search=intern')
    expect(await aliveCount()).toBe(2)
  })

  it('comes back with a reason that is too long, and revokes nothing', async () => {
    const { uid } = await given()

    const answer = await paul.post('/keys/revocations', { what: 'selected', uid, reason: 'x'.repeat(256) })

    expect(answer.status).toBe(422)
    expect(answer.text).toContain('aria-invalid="true"')
    expect(await aliveCount()).toBe(1)
  })

  it('lets nobody revoke who may not change keys, nor without the token of their session', async () => {
    const { uid } = await given()

    expect((await noor.post('/keys/revocations', { what: 'selected', uid })).status).toBe(403)
    expect((await noor.post('/keys/revocations/preview', { what: 'selected', uid })).status).toBe(403)
    expect((await noor.get('/keys')).text).not.toContain('type="checkbox"')
    expect((await paul.browser.post('/console/keys/revocations', { csrf: 'made-up', uid })).status).toBe(400)
    expect(await aliveCount()).toBe(1)
  })

  it('revokes nothing when the filter cannot be read whole, since less filter would be more keys', async () => {
    await given()
    for (const query of ['?made-from=yesterday', `?search=${'x'.repeat(30_000)}`]) {
      const answer = await paul.post('/keys/revocations', { what: 'all', query })

      expect(answer.status).toBe(400)
    }
    expect(await aliveCount()).toBe(1)
  })

  it('tells to tick something when nothing is ticked', async () => {
    await given()
    const page = await paul.get('/keys')

    const answer = await paul.browser.post('/console/keys/revocations/preview', {
      csrf: csrfOf(page),
      what: 'selected',
      query: '',
    })

    expect(textOf(answer)).toContain('Cochez d’abord les clés')
  })

  it('sorts by links in the head of the table, and says in which direction', async () => {
    await given({ label: 'Zebra' })
    await given({ label: 'Ant' })

    const page = await noor.get('/keys?sort=label')

    expect(page.text).toMatch(/aria-sort="ascending"><a [^>]*>Key</)
    expect(textOf(page).indexOf('Ant')).toBeLessThan(textOf(page).indexOf('Zebra'))
  })
})
