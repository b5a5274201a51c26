import {
  changePreset,
  couldUsePreset,
  createKey,
  deletePreset,
  getKey,
  getPreset,
  getPresetCalled,
  listKeys,
  listPresets,
  makePreset,
  type PresetKeeper,
  presetLike,
  type PresetTerms,
} from '../../src/keys'
import { entityIds } from '../../src/demo/sample-places'
import { givenAdmin, rights } from '../support/admins'
import { givenKey } from '../support/builders'
import { keepSecret } from '../support/evidence'
import { mainly, startTestApp, type TestApp } from '../support/test-app'

const everywhere = { kind: 'all' as const }
const { read, create, update } = rights

const terms = (more: Partial<PresetTerms> = {}): PresetTerms => ({
  grant: {
    authorisations: [{ profilesId: 1, entitiesId: entityIds.lyon, isRecursive: false }],
    groupIds: [],
    usertitlesId: 0,
    usercategoriesId: 0,
    locationsId: 0,
  },
  maxUses: 1,
  life: { days: 14 },
  label: 'Interns',
  domains: [],
  needsProof: false,
  needsApproval: false,
  sharesInviter: true,
  fields: [],
  form: {},
  send: false,
  ...more,
})

describe.each(mainly('11.0'))('presets on GLPI $line', ({ line, base }) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp({ line, base, env: { MAX_USES: '100' } })
  })
  afterAll(() => app.close())

  async function somebody(user: number, entity: string, scope: PresetKeeper['scope']): Promise<PresetKeeper> {
    const { usersId, profilesId, entitiesId } = await givenAdmin(app.database, { user, entity })
    return {
      actor: { kind: 'user', usersId },
      issuer: { kind: 'user', usersId, profilesId, entitiesId },
      scope,
      mayMake: (user & create) > 0,
      mayUpdate: (user & update) > 0,
    }
  }
  const root = (user = read | create | update) => somebody(user, 'Root entity', everywhere)
  const lyonOnly = { kind: 'some' as const, ids: [entityIds.lyon] }
  const parisOnly = { kind: 'some' as const, ids: [entityIds.paris] }

  it('are found by name and by id, with everything that they give', async () => {
    const by = await root()
    const asked = terms({
      maxUses: 20,
      domains: ['Example.org'],
      language: 'fr_FR',
      accountEnd: { kind: 'months', months: 6 },
      fields: [{ field: 'realname', value: ' Stage ', isLocked: true }],
      message: 'Bonjour',
      send: true,
    })

    const made = await makePreset(app.context, by, { name: ' Interns, all ', terms: asked })

    const kept = {
      ...asked,
      domains: ['example.org'],
      fields: [{ field: 'realname', value: 'Stage', isLocked: true }],
    }
    expect(made).toMatchObject({ name: 'Interns, all', entitiesId: entityIds.lyon, terms: kept })
    expect(await getPresetCalled(app.context.db, 'interns, all', everywhere)).toEqual(made)
    expect(await getPresetCalled(app.context.db, made.uid, everywhere)).toEqual(made)
  })

  it('are there for those who look after what they give, and for nobody else', async () => {
    const by = await root()
    const { uid } = await makePreset(app.context, by, { name: 'For Lyon', terms: terms() })

    const seen = (await listPresets(app.context.db, lyonOnly)).map((preset) => preset.uid)
    const unseen = (await listPresets(app.context.db, parisOnly)).map((preset) => preset.uid)

    expect(seen).toContain(uid)
    expect(unseen).not.toContain(uid)
    await expect(getPreset(app.context.db, uid, parisOnly)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it.each<[string, Partial<PresetTerms>, string]>([
    ['for more people than a key may be', { maxUses: 101 }, 'POLICY_EXCEEDED'],
    ['without a limit and without an end', { maxUses: 'unlimited', life: 'never' }, 'INPUT_INVALID'],
    ['with a domain that is none', { domains: ['nonsense domain'] }, 'INPUT_INVALID'],
    ['without an end, from somebody who may not', { life: 'never' }, 'NOT_ALLOWED'],
  ])('are not made %s', async (_, more, code) => {
    const by = await root()

    await expect(makePreset(app.context, by, { name: 'x', terms: terms(more) })).rejects.toMatchObject({
      code,
    })
  })

  it('give nothing that their maker may not give', async () => {
    const inParis = await somebody(read | create, 'Paris', parisOnly)

    await expect(makePreset(app.context, inParis, { name: 'x', terms: terms() })).rejects.toMatchObject({
      code: 'KEY_ISSUER_REFUSED',
    })
  })

  it('are changed and deleted by their owner, or with the right to change what is others’', async () => {
    const owner = await root(read | create)
    const colleague = await root(read | create)
    const updater = await root()
    const { uid } = await makePreset(app.context, owner, { name: 'mine', terms: terms() })

    const wanted = { name: 'changed', terms: terms({ maxUses: 3 }) }
    await expect(changePreset(app.context, colleague, uid, wanted)).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    })
    await expect(deletePreset(app.context, colleague, uid)).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    await changePreset(app.context, owner, uid, wanted)
    const changed = await changePreset(app.context, updater, uid, { ...wanted, name: 'again' })
    await deletePreset(app.context, updater, uid)

    expect(changed).toMatchObject({ name: 'again', terms: { maxUses: 3 } })
    await expect(getPreset(app.context.db, uid, everywhere)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const events = await app.database.sql<{ kind: string }>(
      'SELECT kind FROM ??.audit_events WHERE details LIKE ? ORDER BY at, uid',
      [app.database.database, `%${uid}%`],
    )
    expect(events.map(({ kind }) => kind)).toEqual([
      'preset.made',
      'preset.changed',
      'preset.changed',
      'preset.deleted',
    ])
  })

  it('tell who could not use them', async () => {
    const by = await root()
    const preset = await makePreset(app.context, by, { name: 'usable', terms: terms() })
    const inParis = await somebody(read | create, 'Paris', parisOnly)

    expect(await couldUsePreset(app.context, by, preset)).toBe(true)
    expect(await couldUsePreset(app.context, inParis, preset)).toBe(false)
  })

  it('keys remember theirs, and are listed by it in any order, even once it is deleted', async () => {
    const by = await root()
    const { uid } = await makePreset(app.context, by, { name: 'remembered', terms: terms() })
    const keys = [
      await givenKey(app, { label: 'b', presetUid: uid }),
      await givenKey(app, { label: 'a', presetUid: uid }),
    ]
    await givenKey(app, { label: 'c' })
    await deletePreset(app.context, by, uid)

    for (const sort of ['newest', 'label', 'ends-first'] as const) {
      const { keys: found } = await listKeys(app.context.db, {
        scope: everywhere,
        filter: { presetUid: uid },
        sort,
        page: {},
        limit: 10,
        now: app.clock.now(),
      })
      expect(found.map((key) => key.uid).sort()).toEqual(keys.map((key) => key.uid).sort())
    }
    expect(await getKey(app.context.db, keys[0]?.uid ?? '')).toMatchObject({ presetUid: uid })
  })

  it('one like a key gives what the key gives', async () => {
    const by = await root()
    const { key, code } = await createKey(
      app.context,
      { issuer: { kind: 'system' }, actor: { kind: 'system' } },
      {
        label: 'Model',
        maxUses: 5,
        notBefore: undefined,
        expiresAt: new Date(app.clock.now().getTime() + 10 * 86_400_000),
        grant: terms().grant,
        addresses: [],
        domains: ['example.org'],
        message: 'Welcome',
      },
    )
    keepSecret(code.normalForm)

    const preset = await makePreset(app.context, by, { name: 'like it', terms: presetLike(key) })

    expect(preset.terms).toMatchObject({
      maxUses: 5,
      life: { days: 10 },
      label: 'Model',
      domains: ['example.org'],
      message: 'Welcome',
      grant: terms().grant,
    })
  })
})
