import { createContext, type Context } from '../../src/context'
import { changeKey, pauseKey, revokeKey, setRedemptionStop, sweepHolds } from '../../src/keys'
import {
  approveRegistration,
  checkApproval,
  type Decider,
  listHeld,
  rejectRegistration,
} from '../../src/registration'
import { en } from '../../src/shared/i18n/en'
import { approvalsJob } from '../../src/work/approvals-job'
import { createComposer } from '../../src/work/compose-mail'
import { givenAdmin, type GivenAdmin, rights } from '../support/admins'
import { givenGlpiUser, givenKey, type GivenKey, glpiUser, usesOf } from '../support/builders'
import { type Answer, type Browser, type FormFields, registrationForm, textOf } from '../support/browser'
import { countPending, hiddenOf, mailedPath, mailsTo, registrationOf } from '../support/holds'
import { givenInviter } from '../support/inviters'
import { outboxOf } from '../support/outbox'
import { mainly, startTestApp, type TestApp } from '../support/test-app'

const dayMs = 24 * 60 * 60_000
const system = { kind: 'system' } as const
const server: Decider = { actor: system, issuer: system, scope: { kind: 'all' } }
const admins = 'admins@example.org'

describe.each(mainly('10.0'))(
  'a registration that has to be approved on GLPI $line at "$base"',
  ({ line, base }) => {
    let app: TestApp
    let counter = 0
    beforeAll(async () => {
      app = await startTestApp({ line, base, env: { ADMIN_MAIL: admins, TIME_ZONE: 'Europe/Paris' } })
    })
    afterAll(() => app.close())
    afterEach(() => setRedemptionStop(app.context, system, false))

    interface Waiting {
      key: GivenKey
      uid: string
      browser: Browser
      typed: FormFields & Record<string, string>
      page: Answer
    }

    async function sendForm(key: GivenKey, fields: Partial<FormFields> = {}) {
      const browser = app.browser({ language: 'en' })
      const form = await browser.open(key.link)
      counter += 1
      const own = { login: `waiting-${counter}`, email: `waiting-${counter}@example.org` }
      const typed = registrationForm({ ...own, ...fields })
      return { browser, typed, page: await browser.submit(form, typed) }
    }

    async function givenWaiting(
      fields: Partial<FormFields> = {},
      asked: Parameters<typeof givenKey>[1] = {},
    ): Promise<Waiting> {
      const key = await givenKey(app, { needsApproval: true, ...asked })
      const sent = await sendForm(key, fields)
      return { ...sent, key, uid: (await registrationOf(app, key)).uid }
    }

    const decider = ({ usersId, profilesId, entitiesId }: GivenAdmin): Decider => ({
      actor: { kind: 'user', usersId },
      issuer: { kind: 'user', usersId, profilesId, entitiesId },
      scope: { kind: 'all' },
    })
    const approve = ({ uid }: Waiting, by = server) => approveRegistration(app.context, by, uid)
    const reject = ({ uid }: Waiting, why = 'Not one of us.', by = server) =>
      rejectRegistration(app.context, by, { uid, why })
    const problem = (why: string) => ({ code: 'DECISION_REFUSED', problem: why })

    /** What the person reads, of the last mail to them. */
    async function lastMailTo(address: string): Promise<string> {
      const mail = (await outboxOf(app.database)).filter((one) => one.address === address).at(-1)
      if (mail === undefined) throw new Error(`nothing was mailed to ${address}`)
      const composition = await createComposer(app.context)({
        uid: mail.uid,
        kind: mail.kind as 'welcome',
        to: { address, usersId: mail.usersId ?? undefined },
        language: mail.language,
        keyUid: mail.keyUid,
        registrationUid: mail.registrationUid,
        askedBy: undefined,
        facts: mail.facts,
        sealedCode: undefined,
        createdAt: app.clock.now(),
      })
      return 'send' in composition ? composition.send.text : composition.withdraw
    }

    it('waits with the use held, the hash of the password, and a page and a mail that say so', async () => {
      const { key, typed, page, browser } = await givenWaiting()

      expect(page.path).toMatch(/^\/waiting\?receipt=/)
      expect(textOf(page)).toContain(en.approval.title)
      expect(textOf(page)).toContain(typed.email)
      expect(await usesOf(app, key)).toEqual({ completed: 0, held: 1 })
      expect(await glpiUser(app, typed.login)).toBeUndefined()
      expect(await mailsTo(app, typed.email)).toEqual(['approval-waiting'])
      expect(await lastMailTo(typed.email)).toContain(typed.login)
      const [pending] = await app.database.sql<{ password_hash: string }>(
        'SELECT password_hash FROM ??.pending_accounts WHERE login = ?',
        [app.database.database, typed.login],
      )
      expect(pending?.password_hash).toMatch(/^\$argon2id\$/)
      expect(textOf(await browser.open(key.link))).toContain(en.approval.title)
      expect((await app.browser({ language: 'en' }).open(key.link)).status).toBe(403)
    })

    it('is still told a day before its end, and offers a form to whoever shares the device', async () => {
      const key = await givenKey(app, { needsApproval: true, maxUses: 3, expiresAt: inMs(60 * dayMs) })
      const { browser, page, typed } = await sendForm(key)
      app.clock.advance(13 * dayMs)

      expect(textOf(await browser.get(page.path))).toContain(typed.email)
      const back = await browser.open(key.link)
      expect(textOf(back)).toContain(en.approval.another)
      expect((await browser.get('/register')).text).toContain('name="password"')
    })

    it('becomes an account when it is approved, and the person is welcomed', async () => {
      const waiting = await givenWaiting()
      const { key, typed, browser, page } = waiting
      const before = await countPending(app)

      expect(await approve(waiting)).toMatchObject({ state: 'completed', login: typed.login })

      expect(await countPending(app)).toBe(before - 1)
      expect(await glpiUser(app, typed.login)).toMatchObject({ is_active: 1, authtype: 1 })
      expect(await usesOf(app, key)).toEqual({ completed: 1, held: 0 })
      expect(await mailsTo(app, typed.email)).toEqual(['approval-waiting', 'welcome'])
      expect(await lastMailTo(typed.email)).toContain(typed.login)
      const outcome = await browser.get(page.path)
      expect(outcome.path).toMatch(/^\/done/)
      expect((await browser.open(key.link)).path).toMatch(/^\/done/)
      const events = await app.database.sql<{ kind: string }>(
        'SELECT kind FROM ??.audit_events WHERE registration_uid = ? ORDER BY uid',
        [app.database.database, Buffer.from(waiting.uid.replaceAll('-', ''), 'hex')],
      )
      expect(events.map(({ kind }) => kind).sort()).toEqual([
        'registration.approved',
        'registration.awaiting-approval',
        'registration.completed',
      ])
    })

    it('is forgotten when it is rejected: the use is free, and the person reads why', async () => {
      const waiting = await givenWaiting()
      const { key, typed, browser, page } = waiting
      const before = await countPending(app)

      await reject(waiting, 'You have an account\u0007 at the other site.\r\nUse that.')

      expect(await registrationOf(app, key)).toMatchObject({ state: 'released', reason: 'rejected' })
      expect(await usesOf(app, key)).toEqual({ completed: 0, held: 0 })
      expect(await countPending(app)).toBe(before - 1)
      expect(await mailsTo(app, typed.email)).toEqual(['approval-waiting', 'not-approved'])
      expect(await lastMailTo(typed.email)).toContain('> You have an account at the other site.\n> Use that.')
      const outcome = await browser.get(page.path)
      expect(outcome.status).toBe(410)
      expect(textOf(outcome)).toContain(en.declined.rejected.heading)
      expect(textOf(outcome)).toContain('at the other site.')
      await expect(approve(waiting)).rejects.toMatchObject(problem('not-waiting'))
      expect((await browser.open(key.link)).text).toContain('name="password"')
    })

    it.each(['', ' \n ', 'x'.repeat(501)])('is not rejected with the reason %j', async (why) => {
      const waiting = await givenWaiting()

      await expect(reject(waiting, why)).rejects.toMatchObject({ code: 'INPUT_INVALID' })
      expect(await usesOf(app, waiting.key)).toEqual({ completed: 0, held: 1 })
    })

    it('lapses after fourteen days, swept or not, and the person hears of it', async () => {
      await sweepHolds(app.context)
      const before = await countPending(app)
      const waiting = await givenWaiting()
      app.clock.advance(14 * dayMs - 60_000)
      await sweepHolds(app.context)
      expect(await registrationOf(app, waiting.key)).toMatchObject({ state: 'awaiting-approval' })
      app.clock.advance(60_000)

      await expect(approve(waiting)).rejects.toMatchObject(problem('not-waiting'))
      await expect(reject(waiting)).rejects.toMatchObject(problem('not-waiting'))
      await sweepHolds(app.context)

      expect(await registrationOf(app, waiting.key)).toMatchObject({ state: 'released', reason: 'undecided' })
      expect(await countPending(app)).toBeLessThanOrEqual(before)
      expect(await mailsTo(app, waiting.typed.email)).toEqual(['approval-waiting', 'not-approved'])
      const outcome = await waiting.browser.get(waiting.page.path)
      expect(textOf(outcome)).toContain(en.declined.undecided.heading)
    })

    it('is released when its key is revoked, and the person hears of it', async () => {
      const waiting = await givenWaiting()

      await revokeKey(app.context, system, waiting.key.uid)

      expect(await usesOf(app, waiting.key)).toEqual({ completed: 0, held: 0 })
      expect(await mailsTo(app, waiting.typed.email)).toEqual(['approval-waiting', 'not-approved'])
      expect(await lastMailTo(waiting.typed.email)).toContain('was withdrawn')
      await expect(approve(waiting)).rejects.toMatchObject(problem('not-waiting'))
    })

    it('is approved after the end of the key, and with a lowered limit', async () => {
      const waiting = await givenWaiting({}, { maxUses: 2 })
      const keeper = { actor: system, issuer: system, mayMake: true }
      await changeKey(app.context, keeper, waiting.key.uid, { maxUses: 1, expiresAt: inMs(dayMs) })
      app.clock.advance(2 * dayMs)

      expect(await approve(waiting)).toMatchObject({ state: 'completed' })
    })

    describe('after the address is confirmed, where that is asked for too,', () => {
      it('waits for another fourteen days', async () => {
        const waiting = await givenWaiting({}, { needsProof: true })
        const { key, typed, browser, page } = waiting
        expect(textOf(page)).toContain(en.waiting.title)
        await expect(approve(waiting)).rejects.toMatchObject(problem('not-waiting'))
        app.clock.advance(dayMs / 2)

        const path = await mailedPath(app, await registrationOf(app, key))
        const confirmed = await browser.post('/confirm', hiddenOf(await browser.get(path ?? ''), '/confirm'))

        expect(textOf(confirmed)).toContain(en.approval.title)
        expect(await registrationOf(app, key)).toMatchObject({
          state: 'awaiting-approval',
          proof: 'confirmation',
        })
        expect(await usesOf(app, key)).toEqual({ completed: 0, held: 1 })
        app.clock.advance(13 * dayMs)
        await sweepHolds(app.context)
        await approve(waiting)
        expect(await registrationOf(app, key)).toMatchObject({ state: 'completed', proof: 'confirmation' })
        expect(await mailsTo(app, typed.email)).toEqual(['confirmation', 'approval-waiting', 'welcome'])
      })
    })

    describe('is not approved, and goes on waiting,', () => {
      afterEach(async () => {
        const { database, sql } = app.database
        await sql('UPDATE ??.registration_keys SET paused_at = NULL', [database])
      })

      it.each<[string, (waiting: Waiting) => Promise<unknown>]>([
        ['key-paused', ({ key }) => pauseKey(app.context, system, key.uid)],
        ['redemption-stopped', () => setRedemptionStop(app.context, system, true)],
        [
          'login-taken',
          ({ typed }) => givenGlpiUser(app.database, { name: typed.login.toUpperCase(), authtype: 3 }),
        ],
        ['email-taken', ({ typed }) => givenGlpiUser(app.database, { email: typed.email })],
      ])('for %s, and the approver hears it before and when they try', async (why, happens) => {
        const waiting = await givenWaiting()
        expect(await checkApproval(app.context, server, waiting.uid)).toBeUndefined()
        await happens(waiting)

        expect(await checkApproval(app.context, server, waiting.uid)).toBe(why)
        await expect(approve(waiting)).rejects.toMatchObject(problem(why))
        expect(await registrationOf(app, waiting.key)).toMatchObject({ state: 'awaiting-approval' })
        expect(await usesOf(app, waiting.key)).toEqual({ completed: 0, held: 1 })
      })

      it('by somebody who may not give what the key gives, or change users in that entity', async () => {
        const grant = { authorisations: [{ profilesId: 1, entitiesId: 0, isRecursive: true }], groupIds: [] }
        const waiting = await givenWaiting({}, { grant })
        const noCreator = await givenAdmin(app.database, { user: rights.read | rights.update })
        const ofParis = await givenAdmin(app.database, { user: 7, entity: 'Paris' })
        const outside: Decider = { ...decider(ofParis), scope: { kind: 'some', ids: [ofParis.entitiesId] } }

        for (const by of [decider(noCreator), decider(ofParis)]) {
          expect(await checkApproval(app.context, by, waiting.uid)).toBe('approver')
          await expect(approve(waiting, by)).rejects.toMatchObject(problem('approver'))
        }
        await expect(approve(waiting, outside)).rejects.toMatchObject({ code: 'NOT_FOUND' })
        await expect(reject(waiting, 'No.', outside)).rejects.toMatchObject({ code: 'NOT_FOUND' })
        expect(await usesOf(app, waiting.key)).toEqual({ completed: 0, held: 1 })
      })

      it('when whoever answers for the key may not give it any more', async () => {
        const inviter = await givenInviter(app.database)
        const waiting = await givenWaiting({}, { issuer: inviter.issuer })
        await app.database.sql('UPDATE ??.glpi_users SET is_active = 0 WHERE id = ?', [
          app.database.glpiDatabase,
          inviter.usersId,
        ])

        await expect(approve(waiting)).rejects.toMatchObject(problem('issuer'))
        expect(await usesOf(app, waiting.key)).toEqual({ completed: 0, held: 1 })
      })
    })

    it('keeps its login from others, and its address from those who only type it', async () => {
      const { typed } = await givenWaiting()
      const key = await givenKey(app, { maxUses: 9 })

      const login = await sendForm(key, { login: typed.login })
      const email = await sendForm(key, { email: typed.email })

      expect([login.page.status, email.page.status]).toEqual([422, 422])
      expect(await usesOf(app, key)).toEqual({ completed: 0, held: 0 })
    })

    it('is decided once, by whoever is first, on whatever server', async () => {
      const other = createContext(app.context.config, { clock: app.clock, log: app.context.log })
      try {
        for (let round = 0; round < 4; round += 1) {
          const waiting = await givenWaiting()
          const { uid } = waiting
          const contexts = [app.context, other, app.context, other]
          const outcomes = await Promise.allSettled(contexts.map((context, index) => decide(context, index)))
          const done = outcomes.filter(({ status }) => status === 'fulfilled')
          const refused = outcomes.flatMap((one) =>
            one.status === 'rejected' ? [one.reason as unknown] : [],
          )

          expect(done).toHaveLength(1)
          for (const reason of refused) expect(reason).toMatchObject(problem('not-waiting'))
          const { completed, held } = await usesOf(app, waiting.key)
          const isThere = (await glpiUser(app, waiting.typed.login)) !== undefined
          expect({ completed, held }).toEqual({ completed: isThere ? 1 : 0, held: 0 })
          expect((await mailsTo(app, waiting.typed.email)).length).toBe(2)

          function decide(context: Context, index: number): Promise<unknown> {
            return index < 2
              ? approveRegistration(context, server, uid)
              : rejectRegistration(context, server, { uid, why: 'No.' })
          }
        }
      } finally {
        await other.close()
      }
    })

    it.each<[string, (waiting: Waiting) => Promise<unknown>]>([
      ['its key is revoked', ({ key }) => revokeKey(app.context, system, key.uid)],
      [
        'its time is over',
        async () => {
          app.clock.advance(14 * dayMs)
          await sweepHolds(app.context)
        },
      ],
    ])('is either approved or released when at that moment %s', async (_what, happens) => {
      const waiting = await givenWaiting({}, { expiresAt: inMs(60 * dayMs) })

      const [approved] = await Promise.allSettled([approve(waiting), happens(waiting)])

      const isThere = (await glpiUser(app, waiting.typed.login)) !== undefined
      expect(isThere).toBe(approved.status === 'fulfilled')
      expect(await usesOf(app, waiting.key)).toEqual({ completed: isThere ? 1 : 0, held: 0 })
      expect(await registrationOf(app, waiting.key)).toMatchObject({
        state: isThere ? 'completed' : 'released',
      })
    })

    describe('is told to those who decide:', () => {
      const mailsOf = async (address: string) =>
        (await outboxOf(app.database)).filter((one) => one.address === address)

      it('at once for the first, and at the end of the hour for all others', async () => {
        const email = `inviter-${line}@example.org`
        const inviter = await givenInviter(app.database, { email, language: 'fr_FR' })
        nextHour()
        const first = await givenWaiting({ firstname: 'Zoë' }, { issuer: inviter.issuer })
        const text = await lastMailTo(email)
        for (let more = 0; more < 3; more += 1) await givenWaiting({}, { issuer: inviter.issuer })

        const told = await mailsOf(email)
        expect(told.map(({ kind, language }) => [kind, language])).toEqual([
          ['approval-asked', 'fr'],
          ['approval-asked', 'fr'],
        ])
        const [one = 0, others = 0] = told.map(({ dueAt }) => dueAt?.getTime())
        expect(one).toBeLessThanOrEqual(app.clock.now().getTime())
        expect(others).toBeGreaterThan(app.clock.now().getTime())
        expect(text).toContain('Zoë')
        expect(text).toContain(`/console/approvals/review?uid=${first.uid}`)
        expect(text).not.toContain('4 inscriptions')
        expect(await lastMailTo(email)).toContain('4 inscriptions attendent')
        expect((await mailsOf(admins)).at(-1)).toMatchObject({ kind: 'approval-asked', language: 'en' })
      })

      it('again after three days, and two days before it lapses; not when it was decided', async () => {
        const email = `reminded-${line}@example.org`
        const inviter = await givenInviter(app.database, { email })
        const waiting = await givenWaiting({}, { issuer: inviter.issuer })
        const reminders = async () => {
          await approvalsJob.run(app.context)
          await approvalsJob.run(app.context)
          return (await mailsOf(email)).filter(({ kind }) => kind === 'approval-reminder').length
        }

        expect(await reminders()).toBe(0)
        app.clock.advance(3 * dayMs)
        expect(await reminders()).toBe(1)
        app.clock.advance(8 * dayMs)
        expect(await reminders()).toBe(1)
        app.clock.advance(dayMs)
        expect(await reminders()).toBe(2)
        expect(await lastMailTo(email)).toContain(waiting.typed.login)
        await approve(waiting, decider(inviter))
        expect(await lastMailTo(email)).toBe('decided')
        expect((await mailsOf(email)).map(({ kind }) => kind)).not.toContain('joined')
      })
    })

    it('is listed until it is decided, the one that lapses first before the others', async () => {
      const key = await givenKey(app, { needsApproval: true, maxUses: 3 })
      for (let n = 0; n < 3; n += 1) {
        await sendForm(key)
        app.clock.advance(1000)
      }
      const filter = { scope: { kind: 'all' as const }, keyUid: key.uid }
      const now = app.clock.now()

      const all = await listHeld(app.context.db, filter, { now, limit: 9 })
      const [first] = all
      if (first === undefined) throw new Error('nobody waits')
      await approveRegistration(app.context, server, first.uid)

      expect(all).toHaveLength(3)
      const after = { at: first.until, uid: first.uid }
      expect(await listHeld(app.context.db, filter, { now, after, limit: 9 })).toEqual(all.slice(1))
      expect(await listHeld(app.context.db, filter, { now, limit: 9 })).toEqual(all.slice(1))
      const paris = { kind: 'some' as const, ids: [987_654] }
      expect(await listHeld(app.context.db, { ...filter, scope: paris }, { now, limit: 9 })).toEqual([])
    })

    function inMs(ms: number): Date {
      return new Date(app.clock.now().getTime() + ms)
    }

    function nextHour(): void {
      app.clock.advance(3_600_000 - (app.clock.now().getTime() % 3_600_000))
    }
  },
)
