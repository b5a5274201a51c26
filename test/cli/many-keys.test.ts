import { entityIds } from '../../src/demo/sample-places'
import { getKey, stateOf } from '../../src/keys'
import { type GivenAdmin, givenAdmin, rights } from '../support/admins'
import { givenKey } from '../support/builders'
import { runCommand } from '../support/command-line'
import { keepSecret } from '../support/evidence'
import { remoteCommand } from '../support/remote'
import { startTestApp, type TestApp } from '../support/test-app'
import { givenToken } from '../support/tokens'

const { read, create } = rights

describe('presets, and many keys at once, on the command line', () => {
  let app: TestApp
  let from: GivenAdmin
  beforeAll(async () => {
    app = await startTestApp()
  })
  beforeEach(async () => {
    from = await givenAdmin(app.database, { user: read | create })
  })
  afterAll(() => app.close())

  const run = (...args: string[]) => runCommand(app.env, args)
  const json = async (...args: string[]): Promise<Record<string, unknown>> => {
    const { out, err } = await run(...args, '--json')
    if (err !== '') throw new Error(err)
    return JSON.parse(out) as Record<string, unknown>
  }
  const givenTheirs = (entitiesId = 0) =>
    givenKey(app, {
      issuer: { kind: 'user', ...from },
      grant: { authorisations: [{ profilesId: 1, entitiesId, isRecursive: false }] },
    })
  const stateNow = async ({ uid }: { uid: string }) =>
    stateOf(await getKey(app.context.db, uid), app.clock.now())

  it('a key is made with a preset, and what options say comes first', async () => {
    await run(
      'presets',
      'create',
      'Interns',
      '--label',
      'Intern',
      '--max-uses',
      '5',
      '--days',
      '20',
      '--entity',
      'Lyon',
      '--domain',
      'example.org',
      '--language',
      'fr_FR',
      ...['--field', 'phone=required', '--field', 'mobile=optional'],
    )

    const plain = await json('keys', 'create', '--preset', 'interns')
    const other = await json(
      'keys',
      'create',
      '--preset',
      'Interns',
      '--max-uses',
      '1',
      '--entity',
      'Paris',
      '--expires-in',
      '3d',
      ...['--field', 'mobile=hidden'],
    )

    for (const { code } of [plain, other]) keepSecret(String(code))
    const lyon = { entity: { id: entityIds.lyon } }
    expect(plain).toMatchObject({ label: 'Intern', maxUses: 5, grant: { authorisations: [lyon] } })
    expect([plain['form'], other['form']]).toMatchObject([
      { phone: 'required', mobile: 'optional' },
      { phone: 'required', mobile: 'hidden' },
    ])
    const made = await getKey(app.context.db, String(plain['uid']))
    expect(made).toMatchObject({ domains: ['example.org'], language: 'fr_FR' })
    expect(made.presetUid).toBeDefined()
    const days = ((made.expiresAt?.getTime() ?? 0) - made.createdAt.getTime()) / 86_400_000
    expect(days).toBeGreaterThan(19)
    expect(days).toBeLessThanOrEqual(21)
    const paris = { entity: { id: entityIds.paris } }
    expect(other).toMatchObject({ label: 'Intern', maxUses: 1, grant: { authorisations: [paris] } })
  })

  it('presets are listed, shown, and deleted', async () => {
    const { uid } = await givenKey(app, { maxUses: 3 })
    const made = await json('presets', 'create', 'Like a key', '--like', uid)

    const listed = (await json('presets', 'list')) as unknown as { uid: string }[]
    const shown = await run('presets', 'show', 'Like a key')
    const deleted = await run('presets', 'delete', 'Like a key')
    const again = await run('presets', 'show', 'Like a key')

    expect(made).toMatchObject({ name: 'Like a key', maxUses: 3, days: 7 })
    expect(listed.map((preset) => preset.uid)).toContain(made['uid'])
    expect(shown.out).toContain(`Preset   ${String(made['uid'])}`)
    expect(deleted).toMatchObject({ code: 0, out: 'Deleted preset Like a key.\n' })
    expect(again).toMatchObject({ code: 6 })
  })

  it('a preset is changed, over the API too, and what is not said stays', async () => {
    const { token } = await givenToken(app, { scopes: ['keys:read', 'presets:manage'] })
    const there = remoteCommand({ GLPI_INVITE_URL: app.url, GLPI_INVITE_TOKEN: token })
    const ways = [
      { name: 'Here', change: (...args: string[]) => run('presets', 'change', ...args) },
      { name: 'There', change: (...args: string[]) => there(['presets', 'change', ...args]) },
    ]
    const spoken = []
    for (const { name, change } of ways) {
      const terms = ['--entity', 'Lyon', '--domain', 'example.org', '--message', 'Hello', '--approval']
      const before = await json(
        'presets',
        'create',
        name,
        ...terms,
        '--prefill',
        'phone=+33 1 23 45',
        '--account-valid',
        '6mo',
      )
      const wishes = [
        '--days',
        '30',
        '--max-uses',
        'unlimited',
        '--no-approval',
        '--send',
        '--prefill',
        'firstname=A',
      ]
      const { out } = await change(name, '--name', `${name} now`, ...wishes, '--clear', 'message', '--json')
      const after = JSON.parse(out) as Record<string, unknown>
      expect(after).toEqual({
        ...before,
        name: `${name} now`,
        days: 30,
        maxUses: null,
        approval: false,
        send: true,
        message: null,
        fields: [{ field: 'firstname', value: 'A', locked: false }, ...(before['fields'] as unknown[])],
        changedAt: after['changedAt'],
      })
      const nothing = await change(`${name} now`)
      const nowhere = await change(`${name} now`, '--entity', 'Nowhere at all')
      const cleared = await change(
        `${name} now`,
        '--clear',
        'account-dates',
        'domains',
        '--profile',
        '1',
        '--json',
      )
      expect(JSON.parse(cleared.out)).toMatchObject({
        account: { days: null, months: null, until: null },
        domains: [],
        grant: after['grant'],
      })
      spoken.push([nothing, nowhere].map(({ code, out: said, err }) => ({ code, said, err })))
    }
    expect(spoken[0]).toMatchObject([
      { code: 2, err: expect.stringContaining('say what to change') as unknown },
      { code: 2, err: expect.stringContaining('--entity: there is no entity "Nowhere at all"') as unknown },
    ])
    expect(spoken[1]).toEqual(spoken[0])
  })

  it('revokes all of an issuer in an entity, after a look, and no others', async () => {
    const lyon = await givenTheirs(entityIds.lyon)
    const paris = await givenTheirs(entityIds.paris)
    const others = await givenKey(app)
    const which = ['keys', 'revoke-many', '--issuer', from.login, '--entity', 'Lyon']

    const look = await json(...which, '--dry-run')
    const unsure = await run(...which)
    const stillThere = await stateNow(lyon)
    const done = await json(...which, '--yes', '--reason', 'left')

    expect(look).toEqual({ keys: 1, alreadyRevoked: 0, revoked: 0 })
    expect(unsure).toMatchObject({ code: 2, err: expect.stringContaining('say --yes') as string })
    expect(stillThere).toBe('usable')
    expect(done).toEqual({ keys: 1, alreadyRevoked: 0, revoked: 1 })
    expect(await getKey(app.context.db, lyon.uid)).toMatchObject({ revokedReason: 'left' })
    for (const key of [paris, others]) expect(await stateNow(key)).toBe('usable')
  })

  it('revokes all of a preset, and all of a batch', async () => {
    const { uid: preset } = await json('presets', 'create', 'To be revoked')
    const ofPreset = await givenKey(app, { presetUid: String(preset) })

    const done = await json('keys', 'revoke-many', '--preset', 'To be revoked', '--yes')
    const ofNoBatch = await json('keys', 'revoke-many', '--batch', ofPreset.uid, '--yes')

    expect(done).toMatchObject({ revoked: 1 })
    expect(await stateNow(ofPreset)).toBe('revoked')
    expect(ofNoBatch).toMatchObject({ revoked: 0 })
  })

  it.each<[string, string[], number, RegExp]>([
    ['which keys are meant is not said', ['keys', 'revoke-many', '--yes'], 2, /say which keys/],
    ['nobody has the login', ['keys', 'revoke-many', '--issuer', 'nobody.here', '--yes'], 6, /nobody called/],
    ['there is no such preset', ['keys', 'create', '--preset', 'no such'], 6, /no preset/],
    [
      'keys would go nowhere',
      ['keys', 'transfer', '--from', 'glpi', '--to', 'system'],
      2,
      /another administrator/,
    ],
  ])('refuses when %s', async (_, args, code, says) => {
    const answer = await run(...args)

    expect(answer.err).toMatch(says)
    expect(answer.code).toBe(code)
  })

  it('hands keys and presets over, after a look', async () => {
    const to = await givenAdmin(app.database, { user: read | create, entity: 'Lyon' })
    const lyon = await givenTheirs(entityIds.lyon)
    const paris = await givenTheirs(entityIds.paris)
    await run('presets', 'create', 'Of Lyon', '--entity', 'Lyon', '--as', from.login)
    await run('presets', 'create', 'Of Paris', '--entity', 'Paris', '--as', from.login)
    const which = ['keys', 'transfer', '--from', from.login, '--to', to.login]

    const look = await json(...which, '--dry-run')
    const done = await json(...which)

    const kept = [{ name: 'Of Paris', obstacle: 'not-theirs-to-give' }]
    const expected = { keys: { moved: 1, kept: { 'not-theirs-to-give': 1 } }, presets: { moved: 1, kept } }
    expect(look).toMatchObject({ dryRun: true, ...expected })
    expect(done).toMatchObject({ dryRun: false, ...expected })
    expect((await getKey(app.context.db, lyon.uid)).issuer).toMatchObject({ usersId: to.usersId })
    expect((await getKey(app.context.db, paris.uid)).issuer).toMatchObject({ usersId: from.usersId })
    expect(await json('presets', 'show', 'Of Lyon')).toMatchObject({ owner: to.usersId })
  })

  it('says which setting forbids a key', async () => {
    const answer = await runCommand({ ...app.env, MAX_USES: '10' }, ['keys', 'create', '--max-uses', '11'])

    expect(answer).toMatchObject({
      code: 5,
      err: expect.stringContaining('(MAX_USES in the configuration') as string,
    })
  })
})
