import { createKeys, type NewKeys } from '../../src/keys/create-keys'
import { type Code, hashOf, printedForm } from '../../src/keys/code'
import { createKey } from '../../src/keys/create-key'
import { getKey } from '../../src/keys/revoke-key'
import { entityIds } from '../../src/demo/sample-places'
import type { Issuer } from '../../src/glpi'
import { keepSecret } from '../support/evidence'
import { layouts, startTestApp, type TestApp } from '../support/test-app'

const system = { issuer: { kind: 'system' as const }, actor: { kind: 'system' as const } }
/** The stock user `normal`, an Observer, who may not create users. */
const observer = { kind: 'user' as const, usersId: 5, profilesId: 2, entitiesId: 0 }
const superAdmin = { kind: 'user' as const, usersId: 2, profilesId: 4, entitiesId: 0 }

describe.each(layouts)('many keys at once on GLPI $line', ({ line, base }) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp({ line, base })
  })
  afterAll(() => app.close())

  const by = (issuer: Extract<Issuer, { kind: 'user' }>) => ({
    issuer,
    actor: { kind: 'user' as const, usersId: issuer.usersId },
  })

  const wanted = (more: Partial<NewKeys['shared']> = {}): NewKeys['shared'] => ({
    label: 'Interns',
    maxUses: 1,
    notBefore: undefined,
    expiresAt: new Date(app.clock.now().getTime() + 86_400_000),
    grant: { authorisations: [{ profilesId: 1, entitiesId: entityIds.lyon, isRecursive: false }] },
    ...more,
  })

  async function make(keys: NewKeys, maker: Parameters<typeof createKeys>[1] = system) {
    const made = await createKeys(app.context, maker, keys)
    for (const { code } of made.keys) keep(code)
    return made
  }

  function keep(code: Code): void {
    keepSecret(code.normalForm)
    keepSecret(printedForm(code))
  }

  const count = async (table: string, where = '1 = 1', bindings: unknown[] = []) => {
    const [row] = await app.database.sql<{ n: number }>(`SELECT COUNT(*) AS n FROM ??.?? WHERE ${where}`, [
      app.database.database,
      table,
      ...bindings,
    ])
    return Number(row?.n)
  }

  it('each has its label and its address, in the order asked for, and all are in one batch', async () => {
    const { keys, batchUid } = await make({
      shared: wanted(),
      people: [{ label: 'Ada Lovelace', address: 'ada@example.org' }, { label: 'Été été ETE' }],
    })

    const [ada, ete] = [
      await getKey(app.context.db, keys[0]?.uid ?? ''),
      await getKey(app.context.db, keys[1]?.uid ?? ''),
    ]
    expect(ada).toMatchObject({ label: 'Ada Lovelace', addresses: ['ada@example.org'], maxUses: 1, batchUid })
    expect(ete).toMatchObject({ label: 'Été été ETE', addresses: [], batchUid })
    expect(ada.grant.authorisations).toEqual([
      { profilesId: 1, entitiesId: entityIds.lyon, isRecursive: false },
    ])
    const place = 'entities_id = ? AND is_in_one_entity = 1 AND batch_uid = UNHEX(REPLACE(?, "-", ""))'
    expect(await count('registration_keys', place, [entityIds.lyon, batchUid])).toBe(2)
    expect(await count('batches', 'size = 2 AND label = "Interns"')).toBe(1)
    expect(await count('key_words', "word IN ('ada', 'lovelace')")).toBe(2)
  })

  it('each code opens its own key, and can be shown again', async () => {
    const { keys } = await make({ shared: wanted(), people: [{ label: 'one' }, { label: 'two' }] })

    for (const { uid, code } of keys) {
      const [row] = await app.database.sql<{ uid: Buffer; sealed: Buffer }>(
        'SELECT key_uid AS uid, sealed FROM ??.key_codes WHERE hash = ?',
        [app.database.database, hashOf(code)],
      )
      expect(row?.uid.toString('hex')).toBe(uid.replaceAll('-', ''))
      expect(app.context.keyRing?.unseal(uid, row?.sealed ?? Buffer.alloc(0))).toEqual(code)
    }
  })

  it('the record says that the batch was made, once, and each key', async () => {
    const { keys, batchUid } = await make(
      { shared: wanted(), people: [{ label: 'a' }, { label: 'b' }] },
      by(superAdmin),
    )

    expect(
      await count('audit_events', "kind = 'batch.made' AND actor_users_id = 2 AND details LIKE ?", [
        `%${batchUid}%`,
      ]),
    ).toBe(1)
    for (const { uid } of keys)
      expect(
        await count('audit_events', "kind = 'key.made' AND key_uid = UNHEX(REPLACE(?, '-', ''))", [uid]),
      ).toBe(1)
  })

  it('a thousand are made, and not one more', async () => {
    const people = Array.from({ length: 1000 }, (_, index) => ({ label: `Person ${index}` }))

    const { keys } = await make({ shared: wanted(), people })

    expect(new Set(keys.map(({ code }) => code.normalForm)).size).toBe(1000)
    expect(keys.map(({ label }) => label)).toEqual(people.map(({ label }) => label))
    for (const wrong of [[], [...people, { label: 'one too many' }]]) {
      await expect(make({ shared: wanted(), people: wrong })).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    }
  })

  it.each<[string, Partial<NewKeys['shared']>, { label: string; address?: string }, Issuer, string]>([
    ['one address is none', {}, { label: 'x', address: 'x@@y' }, system.issuer, 'INPUT_INVALID'],
    ['one label is too long', {}, { label: 'x'.repeat(256) }, system.issuer, 'INPUT_INVALID'],
    [
      'the batch’s label is too long',
      { label: 'x'.repeat(256) },
      { label: 'x' },
      system.issuer,
      'INPUT_INVALID',
    ],
    ['the end is past', { expiresAt: new Date(0) }, { label: 'x' }, system.issuer, 'INPUT_INVALID'],
    ['the issuer may not create users', {}, { label: 'x' }, observer, 'KEY_ISSUER_REFUSED'],
    [
      'the issuer may not make endless ones',
      { expiresAt: undefined },
      { label: 'x' },
      observer,
      'NOT_ALLOWED',
    ],
    [
      'a title is not there',
      {
        grant: { authorisations: [{ profilesId: 1, entitiesId: 0, isRecursive: false }], usertitlesId: 999 },
      },
      { label: 'x' },
      system.issuer,
      'KEY_GRANT_REFUSED',
    ],
  ])('none is made when %s', async (_, shared, person, issuer, code) => {
    const before = await count('registration_keys')
    const batches = await count('batches')
    const maker = issuer.kind === 'user' ? by(issuer) : system

    await expect(
      make({ shared: wanted(shared), people: [{ label: 'good' }, person] }, maker),
    ).rejects.toMatchObject({ code })

    expect(await count('registration_keys')).toBe(before)
    expect(await count('batches')).toBe(batches)
  })

  describe('asked for twice with one seed', () => {
    it('ten at once make the keys once, and all ten hear the same codes', async () => {
      const seed = app.context.random.bytes(32)
      const keys = { shared: wanted({ label: 'Race' }), people: [{ label: 'a' }, { label: 'b' }], seed }

      const made = await Promise.all(Array.from({ length: 10 }, () => make(keys, by(superAdmin))))

      expect(await count('batches', "label = 'Race'")).toBe(1)
      expect(made.filter(({ madeBefore }) => !madeBefore)).toHaveLength(1)
      expect(new Set(made.map(({ batchUid }) => batchUid)).size).toBe(1)
      expect(new Set(made.map(({ keys: each }) => JSON.stringify(each))).size).toBe(1)
    })

    it('a single key comes back as it is, and the record says that its link was seen', async () => {
      const seed = app.context.random.bytes(32)
      const asked = { ...wanted({ label: 'Twice' }), addresses: ['Ada@example.org', 'ADA@example.org'] }

      const first = await createKey(app.context, by(superAdmin), asked, seed)
      const second = await createKey(app.context, by(superAdmin), asked, seed)
      keep(first.code)

      expect([first.madeBefore, second.madeBefore]).toEqual([false, true])
      expect(second).toMatchObject({
        key: { uid: first.key.uid, addresses: first.key.addresses },
        code: first.code,
      })
      expect(first.key.addresses).toHaveLength(1)
      const shown = "kind = 'key.link-shown' AND key_uid = UNHEX(REPLACE(?, '-', ''))"
      expect(await count('audit_events', shown, [first.key.uid])).toBe(1)
    })

    it('somebody else hears nothing of the first one’s codes', async () => {
      const seed = app.context.random.bytes(32)
      const keys = { shared: wanted(), people: [{ label: 'a' }], seed }
      await make(keys, by(superAdmin))

      await expect(createKeys(app.context, system, keys)).rejects.toThrow(/Duplicate/)
    })

    it('another seed makes other keys', async () => {
      const keys = { shared: wanted(), people: [{ label: 'a' }] }
      const [one, other] = [
        await make({ ...keys, seed: app.context.random.bytes(32) }),
        await make({ ...keys, seed: app.context.random.bytes(32) }),
      ]
      expect(one.keys[0]?.code.normalForm).not.toBe(other.keys[0]?.code.normalForm)
      expect(one.batchUid).not.toBe(other.batchUid)
    })
  })
})
