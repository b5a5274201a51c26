import {
  changeKey,
  createKey,
  createKeys,
  type KeyChange,
  type NewKey,
  PolicyExceeded,
  renewKey,
  revokeKey,
  unrevokeKey,
} from '../../src/keys'
import type { Issuer } from '../../src/glpi'
import { keepSecret } from '../support/evidence'
import { mainly, startTestApp, type TestApp } from '../support/test-app'

const dayMs = 86_400_000
/** GLPI's own first user, with its own first profile. */
const superAdmin = { kind: 'user' as const, usersId: 2, profilesId: 4, entitiesId: 0 }
const system = { kind: 'system' as const }

const limits = {
  MAX_USES: '10',
  MAX_LIFETIME: '30d',
  KEYS_PER_DAY: '20',
  PENDING_INVITATIONS: '30',
  ALLOW_UNLIMITED: 'false',
  ALLOW_NEVER: 'false',
  TIME_ZONE: 'Europe/Paris',
}

describe.each(mainly('10.0'))('what keys may be on GLPI $line', ({ line, base }) => {
  let app: TestApp
  beforeEach(async () => {
    app = await startTestApp({ line, base, env: limits })
  })
  afterEach(() => app.close())

  const inDays = (days: number) => new Date(app.clock.now().getTime() + days * dayMs)

  const terms = (more: Partial<NewKey> = {}): NewKey => ({
    label: 'policy',
    maxUses: 1,
    notBefore: undefined,
    expiresAt: inDays(7),
    grant: { authorisations: [{ profilesId: 1, entitiesId: 0, isRecursive: true }] },
    addresses: [],
    ...more,
  })

  const by = (issuer: Issuer) => ({ issuer, actor: { kind: 'system' as const } })

  async function makeOne(issuer: Issuer, more: Partial<NewKey> = {}, seed?: Buffer) {
    const made = await createKey(app.context, by(issuer), terms(more), seed)
    keepSecret(made.code.normalForm)
    return made
  }

  async function makeMany(issuer: Issuer, count: number) {
    const people = Array.from({ length: count }, (_, index) => ({ label: `Person ${index}` }))
    const made = await createKeys(app.context, by(issuer), { shared: terms(), people })
    for (const { code } of made.keys) keepSecret(code.normalForm)
    return made
  }

  const refusal = (limit: object) => expect.objectContaining({ code: 'POLICY_EXCEEDED', limit }) as unknown
  const failure = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => undefined,
      (error: unknown) => error,
    )

  it.each<[string, () => Partial<NewKey>, object]>([
    ['for too many people', () => ({ maxUses: 11 }), { kind: 'uses', most: 10 }],
    ['that works too long', () => ({ expiresAt: inDays(32) }), expect.objectContaining({ kind: 'life' })],
    ['without a limit', () => ({ maxUses: undefined }), { kind: 'unlimited' }],
    ['without an end', () => ({ expiresAt: undefined }), { kind: 'never' }],
  ])('there is no key %s, whoever asks', async (_, more, limit) => {
    expect(await failure(makeOne(superAdmin, more()))).toEqual(refusal(limit))
    expect(await failure(makeOne(system, more()))).toEqual(refusal(limit))
  })

  it('a key may use up what is allowed, counted from its beginning', async () => {
    await makeOne(superAdmin, { maxUses: 10, expiresAt: inDays(30) })
    await makeOne(superAdmin, { notBefore: inDays(20), expiresAt: inDays(50) })
  })

  describe('a key that is there already', () => {
    const keeper = { actor: { kind: 'system' as const }, issuer: system, mayMake: true }
    /** Made when more was allowed. */
    async function givenOld(): Promise<string> {
      const { key } = await makeOne(system, { notBefore: inDays(20), expiresAt: inDays(50) })
      await app.database.sql('UPDATE ??.registration_keys SET max_uses = 50', [app.database.database])
      return key.uid
    }

    it.each<[string, () => KeyChange, object]>([
      ['more people', () => ({ maxUses: 51 }), { kind: 'uses', most: 10 }],
      ['any number of people', () => ({ maxUses: 'unlimited' }), { kind: 'unlimited' }],
      ['longer', () => ({ expiresAt: inDays(80) }), expect.objectContaining({ kind: 'life' })],
      ['for ever', () => ({ expiresAt: 'never' }), { kind: 'never' }],
      ['sooner, and so longer', () => ({ notBefore: 'now' }), expect.objectContaining({ kind: 'life' })],
    ])('is not made to work for %s than is allowed now', async (_, change, limit) => {
      const uid = await givenOld()

      expect(await failure(changeKey(app.context, keeper, uid, change()))).toEqual(refusal(limit))
    })

    it('is narrowed, although it is still beyond what is allowed now', async () => {
      const uid = await givenOld()

      const changed = await changeKey(app.context, keeper, uid, { label: 'less', maxUses: 40 })

      expect(changed).toMatchObject({ label: 'less', maxUses: 40 })
    })

    it('is renewed as far as a new one would work', async () => {
      const { key } = await makeOne(superAdmin, { expiresAt: inDays(30) })

      const tooLong = await failure(renewKey(app.context, keeper, key.uid, { expiresAt: inDays(40) }))
      app.clock.advance(20 * dayMs)
      const renewed = await renewKey(app.context, keeper, key.uid, { expiresAt: inDays(30) })

      expect(tooLong).toEqual(refusal(expect.objectContaining({ kind: 'life' }) as object))
      expect(renewed.expiresAt).toBeDefined()
    })

    it('does not come back from its revocation when it is beyond what is allowed, or its issuer has too many', async () => {
      const uid = await givenOld()
      await revokeKey(app.context, keeper.actor, uid)
      const { keys } = await makeMany(superAdmin, 20)
      const [one] = keys
      await revokeKey(app.context, keeper.actor, one?.uid ?? '')
      app.clock.advance(dayMs)
      await makeMany(superAdmin, 10)
      const back = await failure(unrevokeKey(app.context, keeper, one?.uid ?? ''))

      expect(await failure(unrevokeKey(app.context, keeper, uid))).toEqual(
        refusal({ kind: 'uses', most: 10 }),
      )
      expect(back).toBeUndefined()
      expect(await failure(makeMany(superAdmin, 1))).toEqual(refusal({ kind: 'pending', most: 30, left: 0 }))
    })
  })

  it('what is refused says which setting allows it', async () => {
    const error = await failure(makeOne(superAdmin, { maxUses: 11 }))

    expect((error as PolicyExceeded).message).toBe(
      'a key is for at most 10 people here: ask for fewer, or make several keys (MAX_USES in the configuration of the server)',
    )
  })

  it('an administrator makes so many keys a day, all of a batch or none, and more on the next', async () => {
    await makeMany(superAdmin, 15)

    const refused = await failure(makeMany(superAdmin, 6))
    const rest = await makeMany(superAdmin, 5)
    const none = await failure(makeOne(superAdmin))
    app.clock.advance(dayMs)
    const tomorrow = await makeMany(superAdmin, 5)

    expect(refused).toEqual(refusal({ kind: 'keys-per-day', most: 20, left: 5 }))
    expect(rest.keys).toHaveLength(5)
    expect(none).toEqual(refusal({ kind: 'keys-per-day', most: 20, left: 0 }))
    expect(tomorrow.keys).toHaveLength(5)
  })

  it('the server itself is not counted', async () => {
    const { keys } = await makeMany(system, 40)

    expect(keys).toHaveLength(40)
  })

  it('two scripts at once do not make twice as many', async () => {
    const tries = await Promise.all(Array.from({ length: 10 }, () => failure(makeMany(superAdmin, 4))))

    const [row] = await app.database.sql<{ n: number }>(
      'SELECT COUNT(*) AS n FROM ??.registration_keys WHERE issuer_users_id = 2',
      [app.database.database],
    )
    expect(Number(row?.n)).toBe(20)
    expect(tries.filter((error) => error === undefined)).toHaveLength(5)
    expect(tries.filter((error) => error instanceof PolicyExceeded)).toHaveLength(5)
  })

  it('so many keys may wait for their first use, and those that are used, over or revoked wait no more', async () => {
    await makeMany(superAdmin, 20)
    app.clock.advance(dayMs)
    await makeMany(superAdmin, 10)
    const full = await failure(makeOne(superAdmin))
    await app.database.sql(
      `UPDATE ??.registration_keys SET revoked_at = NOW(3) WHERE issuer_users_id = 2 ORDER BY uid LIMIT 2`,
      [app.database.database],
    )
    await app.database.sql(
      `UPDATE ??.registration_keys SET uses_completed = 1 WHERE issuer_users_id = 2 ORDER BY uid DESC LIMIT 1`,
      [app.database.database],
    )
    await makeMany(superAdmin, 3)
    const fullAgain = await failure(makeOne(superAdmin))
    app.clock.advance(8 * dayMs)
    const later = await failure(makeMany(superAdmin, 20))

    expect(full).toEqual(refusal({ kind: 'pending', most: 30, left: 0 }))
    expect(fullAgain).toEqual(refusal({ kind: 'pending', most: 30, left: 0 }))
    expect(later).toBeUndefined()
  })

  it('who sends a form twice gets the keys of the first time, even when the day is full', async () => {
    await makeMany(superAdmin, 19)
    const seed = Buffer.alloc(32, 7)

    const first = await makeOne(superAdmin, {}, seed)
    const second = await makeOne(superAdmin, {}, seed)

    expect(second).toMatchObject({ madeBefore: true, key: { uid: first.key.uid } })
  })
})
