import {
  changeKey,
  getKey,
  getKeyInScope,
  type KeyChange,
  pauseKey,
  resumeKey,
  revokeKey,
  showCodeTo,
} from '../../src/keys'
import { replaceTerms } from '../../src/keys/change-key-store'
import { givenAdmin, type GivenAdmin, keeperOf, rights } from '../support/admins'
import { textOf } from '../support/browser'
import { givenKey, type GivenKey } from '../support/builders'
import { startTestApp, type TestApp } from '../support/test-app'

const system = { actor: { kind: 'system' as const }, issuer: { kind: 'system' as const }, mayMake: true }
const dayMs = 86_400_000

describe('changing a key', () => {
  let app: TestApp
  let updater: GivenAdmin
  let maker: GivenAdmin
  let configurer: GivenAdmin
  beforeAll(async () => {
    app = await startTestApp()
    const { read, update, create } = rights
    updater = await givenAdmin(app.database, { user: read | update })
    maker = await givenAdmin(app.database, { user: read | update | create })
    configurer = await givenAdmin(app.database, { user: read | update | create, config: update })
  })
  afterAll(() => app.close())

  const keeper = (who: 'updater' | 'maker' | 'configurer') => {
    const admins = { updater, maker, configurer }
    return keeperOf(admins[who], { mayMake: who !== 'updater' })
  }
  /** What happens within one millisecond has no order in the record. */
  const tick = () => app.clock.advance(1)
  const inDays = (days: number) => new Date(app.clock.now().getTime() + days * dayMs)
  const bytesOf = ({ uid }: GivenKey) => Buffer.from(uid.replaceAll('-', ''), 'hex')

  async function eventsOf(key: GivenKey): Promise<{ kind: string; details: unknown }[]> {
    const rows = await app.database.sql<{ kind: string; details: string | null }>(
      'SELECT kind, details FROM ??.audit_events WHERE key_uid = ? ORDER BY uid',
      [app.database.database, bytesOf(key)],
    )
    return rows.map(({ kind, details }) => ({ kind, details: JSON.parse(details ?? 'null') as unknown }))
  }

  const widening: [string, KeyChange][] = [
    ['more uses', { maxUses: 6 }],
    ['a later end', { expiresAt: new Date(Date.now() + 30 * dayMs) }],
    ['more uses while ending sooner', { maxUses: 6, expiresAt: new Date(Date.now() + dayMs) }],
    ['a later end with fewer uses', { maxUses: 1, expiresAt: new Date(Date.now() + 30 * dayMs) }],
  ]
  const unbounding: [string, KeyChange][] = [
    ['no limit', { maxUses: 'unlimited' }],
    ['no end', { expiresAt: 'never' }],
  ]

  it.each([...widening, ...unbounding])('%s is refused to who may only update', async (_, wanted) => {
    const key = await givenKey(app, { maxUses: 5 })

    await expect(changeKey(app.context, keeper('updater'), key.uid, wanted)).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    })

    expect(await getKey(app.context.db, key.uid)).toMatchObject({ maxUses: 5 })
    expect(await eventsOf(key)).toHaveLength(1)
  })

  it.each(widening)('%s is for who could make that key', async (_, wanted) => {
    const key = await givenKey(app, { maxUses: 5 })

    await changeKey(app.context, keeper('maker'), key.uid, wanted)

    expect(await eventsOf(key)).toHaveLength(2)
  })

  it.each(unbounding)('%s takes the right to configure', async (_, wanted) => {
    const key = await givenKey(app, { maxUses: 5 })

    await expect(changeKey(app.context, keeper('maker'), key.uid, wanted)).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    })
    await changeKey(app.context, keeper('configurer'), key.uid, wanted)

    expect(await eventsOf(key)).toHaveLength(2)
  })

  it.each<[string, KeyChange, object]>([
    ['fewer uses', { maxUses: 2 }, { maxUses: 2 }],
    ['a sooner end', { expiresAt: new Date(Date.now() + dayMs) }, {}],
    ['another label', { label: ' Summer ' }, { label: 'Summer' }],
  ])('%s takes the right to update only', async (_, wanted, expected) => {
    const key = await givenKey(app, { maxUses: 5 })

    const changed = await changeKey(app.context, keeper('updater'), key.uid, wanted)

    expect(changed).toMatchObject(expected)
    expect(await eventsOf(key)).toHaveLength(2)
  })

  it('making a limited key of an unlimited one is narrowing', async () => {
    const key = await givenKey(app, { maxUses: undefined })

    const changed = await changeKey(app.context, keeper('updater'), key.uid, { maxUses: 5000 })

    expect(changed.maxUses).toBe(5000)
  })

  it('a key for an entity beyond their own is widened by nobody else', async () => {
    const { read, update, create } = rights
    const local = await givenAdmin(app.database, { user: read | update | create, entity: 'Lyon' })
    const key = await givenKey(app, { maxUses: 5 }) // in the root entity

    await expect(
      changeKey(app.context, keeperOf(local, { mayMake: true }), key.uid, { maxUses: 6 }),
    ).rejects.toMatchObject({ code: 'KEY_ISSUER_REFUSED' })
  })

  it('keeps in the record what was before and after, and of the label only that it changed', async () => {
    const key = await givenKey(app, { maxUses: 5, label: 'Marie Curie', expiresAt: inDays(7) })
    const before = await getKey(app.context.db, key.uid)
    const end = inDays(3)

    tick()
    await changeKey(app.context, system, key.uid, { label: 'Pierre', maxUses: 2, expiresAt: end })
    tick()
    await changeKey(app.context, system, key.uid, { maxUses: 'unlimited' })

    const [, first, second] = await eventsOf(key)
    expect(first).toEqual({
      kind: 'key.changed',
      details: {
        label: 'changed',
        limit: { before: 5, after: 2 },
        end: { before: before.expiresAt?.toISOString(), after: end.toISOString() },
      },
    })
    expect(second?.details).toEqual({ limit: { before: 2, after: null } })
  })

  it('what is the same already is neither written nor recorded', async () => {
    const key = await givenKey(app, { maxUses: 5, label: 'Same' })
    const { expiresAt } = await getKey(app.context.db, key.uid)

    await changeKey(app.context, keeper('updater'), key.uid, { label: 'Same', maxUses: 5, expiresAt })
    await changeKey(app.context, keeper('updater'), key.uid, {})

    expect(await eventsOf(key)).toHaveLength(1)
  })

  it('the words it is found by follow its label', async () => {
    const key = await givenKey(app, { label: 'Été à Lyon' })
    const words = async () =>
      (
        await app.database.sql<{ word: string }>(
          'SELECT word FROM ??.key_words WHERE key_uid = ? ORDER BY word',
          [app.database.database, bytesOf(key)],
        )
      ).map(({ word }) => word)

    await changeKey(app.context, system, key.uid, { label: `R&D-2026, ${'x'.repeat(70)} Cafe café` })
    expect(await words()).toEqual(['2026', 'cafe', 'd', 'r', 'x'.repeat(64)])
    await changeKey(app.context, system, key.uid, { label: '' })
    expect(await words()).toEqual([])
  })

  it.each<[string, KeyChange]>([
    ['no use', { maxUses: 0 }],
    ['half a use', { maxUses: 1.5 }],
    ['too many uses', { maxUses: 5001 }],
    ['neither limit nor end', { maxUses: 'unlimited', expiresAt: 'never' }],
    ['an end in the past', { expiresAt: new Date(Date.now() - dayMs) }],
    ['an end before its begin', { expiresAt: new Date(Date.now() + dayMs) }],
    ['a label too long', { label: 'x'.repeat(256) }],
  ])('%s is no change', async (_, wanted) => {
    const key = await givenKey(app, { maxUses: 5, notBefore: inDays(2) })

    await expect(changeKey(app.context, system, key.uid, wanted)).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    })
  })

  it('a limit below what is used means used up', async () => {
    const key = await givenKey(app, { maxUses: 5 })
    for (let person = 0; person < 2; person += 1) {
      const browser = app.browser()
      await browser.submit(await browser.open(key.link))
    }

    await changeKey(app.context, keeper('updater'), key.uid, { maxUses: 1 })

    expect((await app.browser().open(key.link)).status).toBe(410)
  })

  it('is guarded by what it was compared with', async () => {
    const key = await givenKey(app, { maxUses: 5 })
    const before = await getKey(app.context.db, key.uid)
    await changeKey(app.context, system, key.uid, { maxUses: 2 })

    // Decided while the limit was 5, this would be narrowing; by now it is not.
    const done = await replaceTerms(app.context.db, key.uid, before, { ...before, maxUses: 4 })

    expect(done).toBe(false)
    expect(await getKey(app.context.db, key.uid)).toMatchObject({ maxUses: 2 })
  })

  it('changes at the same time come to pass one after the other', async () => {
    const key = await givenKey(app, { maxUses: 100 })

    const limits = [11, 12, 13]
    await Promise.all(limits.map((maxUses) => changeKey(app.context, system, key.uid, { maxUses })))

    const chain = (await eventsOf(key))
      .slice(1)
      .map(({ details }) => (details as { limit: { before: number; after: number } }).limit)
    expect(chain.map(({ after }) => after).sort()).toEqual(limits)
    for (const { before } of chain) expect([100, ...limits]).toContain(before)
    expect(new Set(chain.map(({ before }) => before)).size).toBe(3)
  })

  it('the link is shown to who could make the key, and to nobody else', async () => {
    const key = await givenKey(app)
    const unlimited = await givenKey(app, { maxUses: undefined })
    const found = await getKey(app.context.db, key.uid)
    const foundUnlimited = await getKey(app.context.db, unlimited.uid)

    await expect(showCodeTo(app.context, keeper('updater'), found)).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    })
    await expect(showCodeTo(app.context, keeper('maker'), foundUnlimited)).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    })
    expect((await eventsOf(key)).map(({ kind }) => kind)).toEqual(['key.made'])

    tick()
    await showCodeTo(app.context, keeper('maker'), found)
    expect((await eventsOf(key)).map(({ kind }) => kind)).toEqual(['key.made', 'key.link-shown'])
  })

  describe('on hold or over', () => {
    it('a form that is open is refused while the key is paused, and taken when it is resumed', async () => {
      const key = await givenKey(app)
      const browser = app.browser()
      const form = await browser.open(key.link)

      tick()
      await pauseKey(app.context, keeper('updater').actor, key.uid)
      await pauseKey(app.context, keeper('updater').actor, key.uid)
      const paused = await browser.submit(form)
      tick()
      await resumeKey(app.context, keeper('updater').actor, key.uid)
      await resumeKey(app.context, keeper('updater').actor, key.uid)
      tick()
      const resumed = await browser.submit(form)

      expect(paused.status).toBe(403)
      expect(textOf(paused)).toContain('on hold')
      expect(resumed.status).toBe(200)
      expect((await eventsOf(key)).map(({ kind }) => kind)).toEqual([
        'key.made',
        'key.paused',
        'key.resumed',
        'registration.completed',
        'key.used-up',
      ])
    })

    it('a revoked key stays revoked, with the first reason, and refuses an open form', async () => {
      const key = await givenKey(app, { maxUses: 3 })
      const browser = app.browser()
      const form = await browser.open(key.link)

      tick()
      await revokeKey(app.context, keeper('updater').actor, key.uid, ' Posted in a public channel ')
      await revokeKey(app.context, keeper('updater').actor, key.uid, 'Another')
      await pauseKey(app.context, system.actor, key.uid)
      await resumeKey(app.context, system.actor, key.uid)

      expect((await browser.submit(form)).status).toBe(410)
      const [row] = await app.database.sql<{ reason: string; paused: Date | null }>(
        'SELECT revoked_reason AS reason, paused_at AS paused FROM ??.registration_keys WHERE uid = ?',
        [app.database.database, bytesOf(key)],
      )
      expect(row).toEqual({ reason: 'Posted in a public channel', paused: null })
      expect(await eventsOf(key)).toEqual([
        { kind: 'key.made', details: null },
        { kind: 'key.revoked', details: null },
      ])
      await expect(changeKey(app.context, system, key.uid, { maxUses: 9 })).rejects.toMatchObject({
        code: 'INPUT_INVALID',
      })
    })

    it('a reason has 255 characters at most', async () => {
      const key = await givenKey(app)

      await expect(revokeKey(app.context, system.actor, key.uid, 'é'.repeat(256))).rejects.toMatchObject({
        code: 'INPUT_INVALID',
      })
      const revoked = await revokeKey(app.context, system.actor, key.uid, '𝓮'.repeat(255))

      expect(revoked.revokedAt).toBeDefined()
    })
  })

  it('a key is there for who looks after all that it gives', async () => {
    const [paris, lyon] = [7, 8]
    const in_ = (entitiesId: number) => ({ profilesId: 1, entitiesId, isRecursive: false })
    const key = await givenKey(app)
    await app.database.sql('DELETE FROM ??.key_authorisations WHERE key_uid = ?', [
      app.database.database,
      bytesOf(key),
    ])
    for (const { profilesId, entitiesId } of [in_(paris), in_(lyon)]) {
      await app.database.sql(
        'INSERT INTO ??.key_authorisations (key_uid, profiles_id, entities_id, is_recursive) VALUES (?, ?, ?, 0)',
        [app.database.database, bytesOf(key), profilesId, entitiesId],
      )
    }
    const seen = (scope: Parameters<typeof getKeyInScope>[2]) =>
      getKeyInScope(app.context.db, key.uid, scope).then(
        () => true,
        (error: unknown) => (error as { code: string }).code,
      )

    expect(await seen({ kind: 'all' })).toBe(true)
    expect(await seen({ kind: 'some', ids: [paris, lyon, 9] })).toBe(true)
    expect(await seen({ kind: 'some', ids: [paris] })).toBe('NOT_FOUND')
    expect(await seen({ kind: 'some', ids: [] })).toBe('NOT_FOUND')
  })
})
