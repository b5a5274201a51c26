import { textOf } from '../support/browser'
import { givenGlpiUser, givenKey, glpiUser, usesOf } from '../support/builders'
import { runCommand } from '../support/command-line'
import { keepSecret } from '../support/evidence'
import { layouts, startTestApp, type TestApp } from '../support/test-app'
import { categoryIds, locationIds, titleIds } from '../../src/demo/sample-places'
import { en } from '../../src/shared/i18n/en'

interface Key {
  uid: string
  code: string
  link: string
  state: string
  hint: string
  label: string
  maxUses: number | null
  usesLeft: number | null
  expiresAt: string | null
  emails: string[]
  issuer: { kind: string; usersId?: number }
  grant: {
    authorisations: {
      profile: { id: number; name: string }
      entity: { id: number; name: string }
      recursive: boolean
    }[]
    groups: { name: string }[]
    title: { name: string } | null
    category: { name: string } | null
    location: { name: string } | null
  }
  registrations: { login: string }[]
}

describe.each(layouts)('keys on the command line on GLPI $line at "$base"', ({ line, base }) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp({ line, base })
  })
  afterAll(() => app.close())

  const run = (...args: string[]) => runCommand(app.env, args)

  async function create(...args: string[]): Promise<Key> {
    const { code, out, err } = await run('keys', 'create', '--json', ...args)
    if (code !== 0) throw new Error(`exit ${code}: ${err}`)
    const key = JSON.parse(out) as Key
    keepSecret(key.code)
    keepSecret(key.code.replaceAll('-', ''))
    return key
  }

  it('a key made with nothing said is for one person, a week, the default profile, the root entity', async () => {
    const key = await create()

    expect(key).toMatchObject({
      state: 'usable',
      maxUses: 1,
      usesLeft: 1,
      label: '',
      emails: [],
      issuer: { kind: 'system' },
    })
    expect(key.grant.authorisations).toEqual([
      { profile: { id: 1, name: 'Self-Service' }, entity: { id: 0, name: 'Root entity' }, recursive: false },
    ])
    expect(key.link).toBe(`${app.url}/r/${key.code.replaceAll('-', '').toLowerCase()}`)
    expect(key.code.slice(-4)).toBe(key.hint)
    const days = (new Date(key.expiresAt ?? 0).getTime() - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(6.99)
    expect(days).toBeLessThan(8)
    expect(key.expiresAt).toMatch(/T23:59:59\.999Z$/)
  })

  it('names may be given for ids, whatever GLPI’s encoding, and the link works', async () => {
    const key = await create(
      ...[
        '--label',
        'R&D',
        '--max-uses',
        '3',
        '--profile',
        'self-service',
        '--entity',
        'Research & Development',
      ],
      ...[
        '--recursive',
        '--expires-at',
        '2037-12-31',
        '--email',
        'Irene@Example.org',
        '--email',
        'eve@example.org',
      ],
    )

    expect(key.grant.authorisations[0]?.entity.name).toBe('Root entity > Paris > Research & Development')
    expect(key.grant.authorisations[0]?.recursive).toBe(true)
    expect(key).toMatchObject({ label: 'R&D', maxUses: 3, expiresAt: '2037-12-31T23:59:59.999Z' })
    expect(key.emails.sort()).toEqual(['Irene@example.org', 'eve@example.org'])
    const browser = app.browser()
    const done = await browser.submit(await browser.open(key.link), {
      email: 'IRENE@example.org',
      login: 'irene',
    })
    expect(done.status).toBe(200)
  })

  it('a title, a category and a location may be given by name, and come into the account', async () => {
    const key = await create(
      ...[
        '--title',
        'head of R&D',
        '--category',
        'Stagiaire',
        '--location',
        'Siège de Paris > 2nd floor <east>',
      ],
    )
    const browser = app.browser()
    await browser.submit(await browser.open(key.link), { login: 'titled.person' })

    expect(key.grant).toMatchObject({
      title: { name: 'Head of R&D' },
      category: { name: 'Stagiaire' },
      location: { name: 'Siège de Paris > 2nd floor <east>' },
    })
    expect((await run('keys', 'show', key.uid)).out).toContain('Head of R&D')
    expect(await glpiUser(app, 'titled.person')).toMatchObject({
      usertitles_id: titleIds.headOfResearch,
      usercategories_id: categoryIds.trainee,
      locations_id: locationIds.eastWing,
    })
  })

  it('are listed and shown without their code, which only --link reveals, on the record', async () => {
    const key = await create('--label', 'Shown', '--max-uses', '2')
    const browser = app.browser()
    await browser.submit(await browser.open(key.link), { login: 'shown.person' })

    const list = await run('keys', 'list', '--json')
    const plain = await run('keys', 'list')
    const show = await run('keys', 'show', key.uid, '--json')
    const human = await run('keys', 'show', key.uid)
    const link = await run('keys', 'show', key.uid, '--link', '--json')

    const listed = (JSON.parse(list.out) as Key[]).find(({ uid }) => uid === key.uid)
    expect(listed).toMatchObject({ state: 'usable', hint: key.hint, usesLeft: 1, label: 'Shown' })
    expect((JSON.parse(show.out) as Key).registrations).toMatchObject([{ login: 'shown.person' }])
    for (const { out } of [list, plain, show, human]) {
      expect(out).not.toContain(key.code)
      expect(out.toLowerCase()).not.toContain(key.code.replaceAll('-', '').toLowerCase())
    }
    expect((JSON.parse(link.out) as Key).link).toBe(key.link)
    const [row] = await app.database.sql<{ n: number }>(
      "SELECT COUNT(*) AS n FROM ??.audit_events WHERE kind = 'key.link-shown' AND actor_os_user IS NOT NULL",
      [app.database.database],
    )
    expect(Number(row?.n)).toBe(1)
  })

  it('are paged by the last one of the page before', async () => {
    const made = [await create(), await create(), await create()].map(({ uid }) => uid).reverse()

    const first = JSON.parse((await run('keys', 'list', '--limit', '2', '--json')).out) as Key[]
    const next = JSON.parse(
      (await run('keys', 'list', '--limit', '1', '--before', first[1]?.uid ?? '', '--json')).out,
    ) as Key[]

    expect([...first, ...next].map(({ uid }) => uid)).toEqual(made)
  })

  it('are revoked for good, once', async () => {
    const key = await create()

    const first = await run('keys', 'revoke', key.uid, '--json')
    const again = await run('keys', 'revoke', key.uid, '--json')

    expect(JSON.parse(first.out)).toMatchObject({ state: 'revoked' })
    expect(again.code).toBe(0)
    expect((await app.browser().open(key.link)).status).toBe(410)
    const events = await app.database.sql(
      "SELECT 1 FROM ??.audit_events WHERE kind = 'key.revoked' AND key_uid = ?",
      [app.database.database, Buffer.from(key.uid.replaceAll('-', ''), 'hex')],
    )
    expect(events).toHaveLength(1)
  })

  it.each<[string, string[], number, RegExp]>([
    ['a central profile', ['--profile', 'Technician'], 5, /back office/],
    ['a profile GLPI has not', ['--profile', 'Janitor'], 2, /There are: .*Self-Service \(1\)/],
    ['an entity GLPI has not', ['--entity', 'Atlantis'], 2, /Root entity > Lyon/],
    ['a group GLPI has not', ['--group', 'Nobody'], 2, /There are:/],
    ['no use at all', ['--max-uses', '0'], 2, /from 1 to 5000, or "unlimited"/],
    ['too many uses', ['--max-uses', '5001'], 2, /from 1 to 5000/],
    ['neither limit nor end', ['--max-uses', 'unlimited', '--expires-at', 'never'], 2, /must have an end/],
    ['an end in the past', ['--expires-at', '2020-01-01'], 2, /past/],
    [
      'a begin after the end',
      ['--not-before', '2036-01-02', '--expires-at', '2036-01-01'],
      2,
      /before it begins/,
    ],
    ['a date that is none', ['--expires-at', 'soon'], 2, /not a date/],
    ['a duration that is none', ['--expires-in', 'a while'], 2, /30m, 12h, 7d or 2w/],
    ['two ends', ['--expires-in', '7d', '--expires-at', 'never'], 2, /cannot be used with/],
    ['an address that is none', ['--email', 'nobody'], 2, /not an e-mail address: nobody/],
    ['somebody GLPI does not know', ['--as', 'nobody.at.all'], 5, /not let "nobody.at.all" sign in/],
    ['somebody who may not create users', ['--as', 'post-only'], 5, /may not create users/],
    ['an option there is not', ['--frobnicate'], 2, /unknown option/],
  ])('are not made with %s', async (_, args, code, says) => {
    const answer = await run('keys', 'create', ...args)

    expect(answer.err).toMatch(says)
    expect(answer.code).toBe(code)
    expect(answer.out).toBe('')
  })

  it('say that a key is not there', async () => {
    const answer = await run('keys', 'show', '01900000-0000-7000-8000-000000000000')

    expect(answer.code).toBe(6)
    expect(answer.err).toContain('there is no key 01900000')
  })

  describe('in somebody’s name', () => {
    it('carry that person’s rights, now and when they are used', async () => {
      const { glpiDatabase, sql } = app.database
      const boss = await givenGlpiUser(app.database, { name: 'boss' })
      await sql(
        'INSERT INTO ??.glpi_profiles_users (users_id, profiles_id, entities_id, is_recursive) VALUES (?, 3, 0, 1)',
        [glpiDatabase, boss],
      )
      const keys = [await create('--as', 'boss', '--entity', 'Lyon'), await create('--as', 'boss')]
      expect(keys[0]?.issuer).toMatchObject({ kind: 'user', usersId: boss })
      const browser = app.browser()
      const form = await browser.open(keys[0]?.link ?? '')

      await sql('UPDATE ??.glpi_users SET is_active = 0 WHERE id = ?', [glpiDatabase, boss])
      const sent = await browser.submit(form)
      const opened = await app.browser().open(keys[1]?.link ?? '')

      for (const answer of [sent, opened]) {
        expect(answer.status).toBe(403)
        expect(textOf(answer)).toContain(en.refusals.KEY_ISSUER_REFUSED.heading)
      }
      expect(await usesOf(app, keys[0] ?? { uid: '', code: '', link: '' })).toEqual({ completed: 0, held: 0 })

      await sql('UPDATE ??.glpi_users SET is_active = 1 WHERE id = ?', [glpiDatabase, boss])
      expect((await browser.submit(form)).status).toBe(200)
    })

    it('reach no further than their entity, unless it is recursive, and no group beyond', async () => {
      const { glpiDatabase, sql } = app.database
      const local = await givenGlpiUser(app.database, { name: 'local.admin' })
      const idOf = async (name: string) =>
        (await sql<{ id: number }>('SELECT id FROM ??.glpi_entities WHERE name = ?', [glpiDatabase, name]))[0]
          ?.id ?? -1
      const [paris, lyon, support] = [await idOf('Paris'), await idOf('Lyon'), await idOf('Support')]
      const authorise = (isRecursive: number) =>
        sql(
          'INSERT INTO ??.glpi_profiles_users (users_id, profiles_id, entities_id, is_recursive) VALUES (?, 3, ?, ?)',
          [glpiDatabase, local, paris, isRecursive],
        )
      const group = async (name: string, entity: number, isRecursive: number) =>
        sql(
          'INSERT INTO ??.glpi_groups (name, entities_id, is_recursive, is_usergroup) VALUES (?, ?, ?, 1)',
          [glpiDatabase, name, entity, isRecursive],
        )
      await group('of Lyon', lyon, 0)
      await group('of all', 0, 1)
      await authorise(0)
      const as = (entity: number, ...more: string[]) =>
        run('keys', 'create', '--as', 'local.admin', '--entity', String(entity), ...more)

      expect((await as(paris)).code).toBe(0)
      expect((await as(support)).err).toMatch(/outside/)
      expect((await as(0)).code).toBe(5)
      await authorise(1)
      expect((await as(support)).code).toBe(0)
      expect((await as(lyon)).code).toBe(5)
      expect((await as(paris, '--group', 'of Lyon')).err).toMatch(/group .* outside/)
      expect((await as(paris, '--group', 'of all')).code).toBe(0)
      expect((await as(paris, '--max-uses', 'unlimited')).err).toMatch(/configuration/)
    })
  })

  it('the kill switch stops everybody, spends nothing, and is on the record', async () => {
    const key = await givenKey(app)
    const browser = app.browser()
    const form = await browser.open(key.link)

    expect(JSON.parse((await run('kill-switch', 'on', '--json')).out)).toMatchObject({ stopped: true })
    const refused = [await browser.submit(form), await app.browser().open(key.link)]
    expect((await run('kill-switch', 'off')).out).toContain('People can register')

    for (const answer of refused) {
      expect(answer.status).toBe(503)
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
      expect(textOf(answer)).toContain(en.refusals.REDEMPTION_STOPPED.heading)
    }
    expect((await browser.submit(form)).status).toBe(200)
    const events = await app.database.sql<{ kind: string }>(
      "SELECT kind FROM ??.audit_events WHERE kind LIKE 'redemption.%' ORDER BY uid",
      [app.database.database],
    )
    expect(events.map(({ kind }) => kind)).toEqual(['redemption.stopped', 'redemption.resumed'])
  })

  it('without a key ring everything works but showing the link again', async () => {
    const env = { ...app.env, KEYRING_FILE: `${app.env['KEYRING_FILE'] ?? ''}.gone` }
    const made = await runCommand(env, ['keys', 'create', '--json'])
    const key = JSON.parse(made.out) as Key
    keepSecret(key.code)

    expect(made.err).toContain('cannot be shown again')
    expect((await app.browser().open(key.link)).status).toBe(200)
    const shown = await run('keys', 'show', key.uid, '--link')
    expect(shown.code).toBe(6)
    expect(shown.err).toContain('shown once only')
  })
})
