import {
  changeKey,
  getKey,
  invitationLink,
  pauseKey,
  printedForm,
  reissueKey,
  renewKey,
  revokeKey,
  showCode,
  stateOf,
  unrevokeKey,
} from '../../src/keys'
import { givenAdmin, type GivenAdmin, keeperOf, rights } from '../support/admins'
import { textOf } from '../support/browser'
import { givenKey, type GivenKey, usesOf } from '../support/builders'
import { keepSecret } from '../support/evidence'
import { layouts, startTestApp, type TestApp } from '../support/test-app'

const system = { actor: { kind: 'system' as const }, issuer: { kind: 'system' as const }, mayMake: true }
const hourMs = 3_600_000
const dayMs = 86_400_000

describe.each(layouts)('the life of a key on GLPI $line', ({ line, base }) => {
  let app: TestApp
  let maker: GivenAdmin
  let updater: GivenAdmin
  beforeAll(async () => {
    app = await startTestApp({ line, base })
    const { read, update, create } = rights
    maker = await givenAdmin(app.database, { user: read | update | create })
    updater = await givenAdmin(app.database, { user: read | update })
  })
  afterAll(() => app.close())

  const byMaker = () => keeperOf(maker, { mayMake: true })
  const byUpdater = () => keeperOf(updater, { mayMake: false })
  const inDays = (days: number) => new Date(app.clock.now().getTime() + days * dayMs)
  const stateNow = async ({ uid }: GivenKey) => stateOf(await getKey(app.context.db, uid), app.clock.now())
  const pathOf = (link: string) => new URL(link).pathname.slice(base.length)
  const bytesOf = ({ uid }: GivenKey) => Buffer.from(uid.replaceAll('-', ''), 'hex')
  const setUsed = ({ uid }: GivenKey, n: number) =>
    app.database.sql('UPDATE ??.registration_keys SET uses_completed = ? WHERE uid = ?', [
      app.database.database,
      n,
      Buffer.from(uid.replaceAll('-', ''), 'hex'),
    ])

  async function eventsOf(key: GivenKey): Promise<{ kind: string; details: unknown }[]> {
    const rows = await app.database.sql<{ kind: string; details: string | null }>(
      'SELECT kind, details FROM ??.audit_events WHERE key_uid = ? ORDER BY at, uid',
      [app.database.database, bytesOf(key)],
    )
    return rows.map(({ kind, details }) => ({ kind, details: JSON.parse(details ?? 'null') as unknown }))
  }

  async function reissued(key: GivenKey, overlapMs = 0, seed?: Buffer): Promise<GivenKey> {
    app.clock.advance(1)
    const { code } = await reissueKey(app.context, byMaker(), key.uid, { overlapMs, seed })
    keepSecret(code.normalForm)
    keepSecret(printedForm(code))
    return {
      uid: key.uid,
      code: printedForm(code),
      link: invitationLink(app.context.config.publicUrl, code),
    }
  }

  describe('renewing', () => {
    it('lets a key that has ended work again under the link that people have', async () => {
      const key = await givenKey(app, { expiresAt: inDays(1) })
      app.clock.advance(2 * dayMs)
      expect((await app.browser().get(pathOf(key.link))).status).toBe(410)

      const end = inDays(7)
      await renewKey(app.context, byMaker(), key.uid, { expiresAt: end, graceDays: 2 })

      expect((await app.browser().get(pathOf(key.link))).status).toBe(200)
      expect(await getKey(app.context.db, key.uid)).toMatchObject({ expiresAt: end, graceDays: 2 })
    })

    it('gives a key that is used up more places', async () => {
      const key = await givenKey(app, { maxUses: 1 })
      await setUsed(key, 1)

      await renewKey(app.context, byMaker(), key.uid, { maxUses: 3 })

      expect(await stateNow(key)).toBe('usable')
      expect((await eventsOf(key)).at(-1)).toEqual({
        kind: 'key.renewed',
        details: { limit: { before: 1, after: 3 } },
      })
    })

    it('makes who does it the issuer', async () => {
      const key = await givenKey(app)

      const { issuer } = await renewKey(app.context, byMaker(), key.uid, { expiresAt: inDays(20) })

      const { usersId, profilesId, entitiesId } = maker
      expect(issuer).toEqual({ kind: 'user', usersId, profilesId, entitiesId })
    })

    it.each<[string, object, string]>([
      ['a sooner end', { expiresAt: new Date(Date.now() + 6 * dayMs) }, 'nothing-more'],
      ['fewer places', { maxUses: 2 }, 'nothing-more'],
      [
        'a later end with fewer places',
        { expiresAt: new Date(Date.now() + 90 * dayMs), maxUses: 2 },
        'nothing-more',
      ],
      ['what it has already', {}, 'nothing-more'],
      ['too many places', { maxUses: 5001 }, 'limit-out-of-range'],
      ['neither limit nor end', { maxUses: 'unlimited', expiresAt: 'never' }, 'unbounded'],
    ])('with %s is refused', async (_, wanted, problem) => {
      const key = await givenKey(app, { maxUses: 5 })

      await expect(renewKey(app.context, system, key.uid, wanted)).rejects.toMatchObject({ problem })

      expect(await eventsOf(key)).toHaveLength(1)
    })

    it('a key that has ended takes a new end, one that is used up more places', async () => {
      const ended = await givenKey(app, { maxUses: 1, expiresAt: inDays(1) })
      const usedUp = await givenKey(app, { maxUses: 1, expiresAt: inDays(9) })
      await setUsed(usedUp, 1)
      app.clock.advance(2 * dayMs)

      await expect(renewKey(app.context, system, ended.uid, { maxUses: 9 })).rejects.toMatchObject({
        problem: 'end-in-past',
      })
      await expect(
        renewKey(app.context, system, usedUp.uid, { expiresAt: inDays(90) }),
      ).rejects.toMatchObject({
        problem: 'still-used-up',
      })
    })

    it('is for who could make this very key, and not for keys that were revoked', async () => {
      const key = await givenKey(app)

      await expect(
        renewKey(app.context, byUpdater(), key.uid, { expiresAt: inDays(30) }),
      ).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
      await expect(renewKey(app.context, byMaker(), key.uid, { expiresAt: 'never' })).rejects.toMatchObject({
        code: 'NOT_ALLOWED',
      })
      await revokeKey(app.context, system.actor, key.uid)
      await expect(
        renewKey(app.context, byMaker(), key.uid, { expiresAt: inDays(30) }),
      ).rejects.toMatchObject({ problem: 'revoked' })
    })
  })

  describe('reissuing', () => {
    it('gives a new link, and tells who has the old one to ask for it without saying what it is', async () => {
      const old = await givenKey(app)
      const fresh = await reissued(old)

      const answer = await app.browser().get(pathOf(old.link))
      expect(answer.status).toBe(410)
      expect(textOf(answer)).toContain('Ask the person who invited you for the new link')
      expect(answer.text).not.toContain(fresh.code)
      expect((await app.browser({ language: 'fr' }).get(pathOf(old.link))).text).toContain(
        'Ce lien a été remplacé',
      )
      expect((await app.browser().get(pathOf(fresh.link))).status).toBe(200)
    })

    it('a form opened with the old link before cannot be sent after it, and one with the new link can', async () => {
      const old = await givenKey(app)
      const [early, late] = [app.browser(), app.browser()]
      const opened = await early.get(pathOf(old.link))

      const fresh = await reissued(old)

      const refused = await early.submit(opened, {})
      expect(refused.status).toBe(410)
      expect(textOf(refused)).toContain('This link has been replaced')
      expect(await usesOf(app, old)).toEqual({ completed: 0, held: 0 })
      expect((await late.submit(await late.get(pathOf(fresh.link)), {})).status).toBe(200)
      expect(await usesOf(app, old)).toEqual({ completed: 1, held: 0 })
    })

    it('with an overlap both links work until it is over, and spend the same uses', async () => {
      const old = await givenKey(app, { maxUses: 2 })
      const fresh = await reissued(old, hourMs)
      const [one, other, third] = [app.browser(), app.browser(), app.browser()]

      expect((await one.submit(await one.get(pathOf(old.link)), {})).status).toBe(200)
      const waiting = await third.get(pathOf(old.link))
      expect(waiting.status).toBe(200)
      expect((await other.submit(await other.get(pathOf(fresh.link)), {})).status).toBe(200)

      expect((await third.submit(waiting, {})).status).toBe(410) // the two were all there were
      expect(await usesOf(app, old)).toEqual({ completed: 2, held: 0 })
    })

    it('the overlap ends to the millisecond, and gives no time to finish a form', async () => {
      const old = await givenKey(app, { maxUses: 5 })
      const browser = app.browser()
      const opened = await browser.get(pathOf(old.link))
      await reissued(old, hourMs)
      expect((await browser.get(pathOf(old.link))).status).toBe(200)

      app.clock.advance(hourMs)

      expect((await browser.get(pathOf(old.link))).status).toBe(410)
      expect((await browser.submit(opened, {})).status).toBe(410)
    })

    it('keeps the chain of codes: who, when, which and until when', async () => {
      const old = await givenKey(app)
      await reissued(old, dayMs)
      const last = await reissued(old)

      const { codes, issuer } = await getKey(app.context.db, old.uid)
      const [third, second, first] = codes
      expect(codes).toHaveLength(3)
      expect(third).toMatchObject({ hint: last.code.slice(-4), validUntil: undefined, madeBy: maker.usersId })
      // The second died at once; so did the first, whose overlap had not ended.
      expect(second?.validUntil).toEqual(first?.validUntil)
      expect(first?.validUntil?.getTime()).toBeLessThanOrEqual(app.clock.now().getTime())
      expect(first).toMatchObject({ hint: old.code.slice(-4), madeBy: undefined })
      expect(issuer).toMatchObject({ usersId: maker.usersId })
    })

    it('does not lengthen the life of an older code', async () => {
      const old = await givenKey(app)
      await reissued(old, hourMs)
      const before = (await getKey(app.context.db, old.uid)).codes[1]?.validUntil

      await reissued(old, 10 * dayMs)

      expect((await getKey(app.context.db, old.uid)).codes[2]?.validUntil).toEqual(before)
    })

    it('the new code is sealed, and shown again as the link of the key', async () => {
      const old = await givenKey(app)
      const fresh = await reissued(old, hourMs)

      const shown = await showCode(app.context, system.actor, await getKey(app.context.db, old.uid))

      expect(printedForm(shown)).toBe(fresh.code)
    })

    it('the same form sent twice makes one code', async () => {
      const old = await givenKey(app)
      const seed = Buffer.alloc(32, old.uid)

      const first = await reissued(old, 0, seed)
      const again = await reissued(old, 0, seed)

      expect(again).toEqual(first)
      expect((await getKey(app.context.db, old.uid)).codes).toHaveLength(2)
      expect((await app.browser().get(pathOf(first.link))).status).toBe(200)

      await reissued(old)
      await expect(reissued(old, 0, seed)).rejects.toMatchObject({ problem: 'replaced-since' })
    })

    it('what belongs to it fails with it', async () => {
      const old = await givenKey(app)
      let asked = 0
      const also = () => {
        asked += 1
        return Promise.reject(new Error('no mail'))
      }

      await expect(reissueKey(app.context, system, old.uid, { overlapMs: 0, also })).rejects.toThrow(
        'no mail',
      )

      expect(asked).toBe(1)
      expect((await getKey(app.context.db, old.uid)).codes).toHaveLength(1)
      expect((await app.browser().get(pathOf(old.link))).status).toBe(200)
    })

    it('many at once leave one newest code', async () => {
      const old = await givenKey(app)

      await Promise.allSettled(
        Array.from({ length: 8 }, () => reissueKey(app.context, system, old.uid, { overlapMs: 0 })),
      )

      const { codes } = await getKey(app.context.db, old.uid)
      expect(codes.filter(({ validUntil }) => validUntil === undefined)).toEqual([codes[0]])
    })

    it('is for who could make this very key, for 30 days of overlap at most, and for keys that somebody can use', async () => {
      const key = await givenKey(app, { maxUses: 1 })
      const attempt = (by: typeof system | ReturnType<typeof byMaker>, overlapMs = 0) =>
        reissueKey(app.context, by, key.uid, { overlapMs })

      await expect(attempt(byUpdater())).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
      for (const overlapMs of [-1, 30 * dayMs + 1, NaN])
        await expect(attempt(system, overlapMs)).rejects.toMatchObject({ problem: 'overlap-out-of-range' })
      await setUsed(key, 1)
      await expect(attempt(system)).rejects.toMatchObject({ problem: 'nobody-could-use-it' })
      await revokeKey(app.context, system.actor, key.uid)
      await expect(attempt(system)).rejects.toMatchObject({ problem: 'revoked' })
      expect((await getKey(app.context.db, key.uid)).codes).toHaveLength(1)
    })
  })

  describe('taking a revocation back', () => {
    it('the link works again, paused if it was, and the reason is gone', async () => {
      const key = await givenKey(app)
      await pauseKey(app.context, system.actor, key.uid)
      await revokeKey(app.context, system.actor, key.uid, 'By mistake')

      app.clock.advance(1)
      await unrevokeKey(app.context, byMaker(), key.uid)

      expect(await stateNow(key)).toBe('paused')
      expect(await getKey(app.context.db, key.uid)).toMatchObject({ revokedReason: undefined })
      expect((await eventsOf(key)).at(-1)).toEqual({ kind: 'key.unrevoked', details: null })
      expect((await getKey(app.context.db, key.uid)).issuer).toEqual({ kind: 'system' })
    })

    it('is for who could make this very key', async () => {
      const key = await givenKey(app)
      await revokeKey(app.context, system.actor, key.uid)

      await expect(unrevokeKey(app.context, byUpdater(), key.uid)).rejects.toMatchObject({
        code: 'NOT_ALLOWED',
      })

      expect(await stateNow(key)).toBe('revoked')
    })

    it('does nothing to a key that is not revoked', async () => {
      const key = await givenKey(app)

      await unrevokeKey(app.context, byUpdater(), key.uid)

      expect(await eventsOf(key)).toHaveLength(1)
    })
  })

  describe('the beginning', () => {
    it('is put off by who may change keys, and brought forward by who could make it', async () => {
      const key = await givenKey(app)

      await changeKey(app.context, byUpdater(), key.uid, { notBefore: inDays(2) })
      expect(await stateNow(key)).toBe('not-yet-valid')
      await expect(changeKey(app.context, byUpdater(), key.uid, { notBefore: 'now' })).rejects.toMatchObject({
        code: 'NOT_ALLOWED',
      })
      await expect(
        changeKey(app.context, byUpdater(), key.uid, { notBefore: inDays(1) }),
      ).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
      await changeKey(app.context, byMaker(), key.uid, { notBefore: 'now' })

      expect(await stateNow(key)).toBe('usable')
      expect((await eventsOf(key)).at(-1)).toMatchObject({ details: { begin: { after: null } } })
    })

    it('is before the end', async () => {
      const key = await givenKey(app)

      await expect(
        changeKey(app.context, byMaker(), key.uid, { notBefore: inDays(8) }),
      ).rejects.toMatchObject({ problem: 'begin-after-end' })
    })
  })
})
