import { pauseKey, revokeKey, setRedemptionStop, sweepHolds } from '../../src/keys'
import { changeKey } from '../../src/keys'
import { en } from '../../src/shared/i18n/en'
import { fr } from '../../src/shared/i18n/fr'
import { countGlpiUsers, givenGlpiUser, givenKey, type GivenKey, glpiUser, usesOf } from '../support/builders'
import { type Answer, type Browser, type FormFields, registrationForm, textOf } from '../support/browser'
import {
  countPending,
  hiddenOf,
  mailedPath,
  mailsTo,
  registrationOf,
  registrationsOf,
} from '../support/holds'
import { scaled } from '../support/scale'
import { mainly, startTestApp, type TestApp } from '../support/test-app'

const hourMs = 60 * 60_000
const system = { kind: 'system' } as const

describe.each(mainly('11.0'))(
  'an address that has to be confirmed on GLPI $line at "$base"',
  ({ line, base }) => {
    let app: TestApp
    beforeAll(async () => {
      app = await startTestApp({ line, base })
    })
    afterAll(() => app.close())

    /** For those that move the clock, or change for a while what all keys share. */
    function withAnAppOfTheirOwn(): void {
      let shared: TestApp
      beforeAll(async () => {
        shared = app
        app = await startTestApp({ line, base })
      })
      afterAll(async () => {
        await app.close()
        app = shared
      })
    }

    interface Waiting {
      key: GivenKey
      browser: Browser
      form: Answer
      typed: FormFields & Record<string, string>
      page: Answer
    }

    /** Somebody who has sent the form with a link that proves nothing. */
    async function givenWaiting(
      fields: Partial<FormFields> = {},
      asked: Parameters<typeof givenKey>[1] = {},
      language = 'en',
    ): Promise<Waiting> {
      const key = await givenKey(app, { needsProof: true, ...asked })
      return { ...(await sendForm(key, fields, language)), key }
    }

    async function sendForm(key: GivenKey, fields: Partial<FormFields> = {}, language = 'en') {
      const browser = app.browser({ language })
      const form = await browser.open(key.link)
      const typed = registrationForm(fields)
      return { browser, form, typed, page: await browser.submit(form, typed) }
    }

    async function pathFor(key: GivenKey): Promise<string> {
      const path = await mailedPath(app, await registrationOf(app, key))
      if (path === undefined) throw new Error('the mail would not be sent')
      return path
    }

    /** Opens the mailed link and presses the button, with the password where it is asked for. */
    async function confirm(browser: Browser, path: string, password?: string): Promise<Answer> {
      const page = await browser.get(path)
      return press(browser, page, password)
    }

    const press = (browser: Browser, page: Answer, password?: string) =>
      browser.post('/confirm', {
        ...hiddenOf(page, '/confirm'),
        ...(password === undefined ? {} : { password }),
      })

    const keeper = { actor: system, issuer: system, mayMake: true }

    it('waits with the use held, the hash of the password, and a mail to the address', async () => {
      const { key, typed, page } = await givenWaiting()

      expect(page.status).toBe(200)
      expect(page.path).toMatch(/^\/waiting\?receipt=/)
      expect(textOf(page)).toContain(en.waiting.title)
      expect(textOf(page)).toContain(typed.email)
      expect(await usesOf(app, key)).toEqual({ completed: 0, held: 1 })
      expect(await glpiUser(app, typed.login)).toBeUndefined()
      expect(await mailsTo(app, typed.email)).toEqual(['confirmation'])
      const [pending] = await app.database.sql<Record<string, unknown>>(
        'SELECT * FROM ??.pending_accounts WHERE login = ?',
        [app.database.database, typed.login],
      )
      expect(pending).toMatchObject({ login: typed.login, email: typed.email })
      expect(JSON.stringify(pending)).not.toContain(typed.password)
      expect(String(pending?.['password_hash'])).toMatch(/^\$argon2id\$/)
    })

    it('needs no more than a press in the browser that sent the form', async () => {
      const { key, browser, typed } = await givenWaiting()
      const waiting = await countPending(app)

      const page = await browser.get(await pathFor(key))
      const done = await press(browser, page)

      expect(page.text).not.toContain('name="password"')
      expect(textOf(page)).toContain(typed.email)
      expect(done.path).toMatch(/^\/done\?/)
      expect(textOf(done)).toContain(typed.login)
      expect(await glpiUser(app, typed.login)).toMatchObject({ is_active: 1 })
      expect(await usesOf(app, key)).toEqual({ completed: 1, held: 0 })
      expect(await registrationOf(app, key)).toMatchObject({ state: 'completed', proof: 'confirmation' })
      expect(await countPending(app)).toBe(waiting - 1)
      expect(await mailsTo(app, typed.email)).toEqual(['confirmation', 'welcome'])
    })

    it('asks any other browser for the password that was chosen', async () => {
      const { key, typed } = await givenWaiting({ login: 'not.in.the.address' })
      const other = app.browser()

      const page = await other.get(await pathFor(key))
      const missing = await press(other, page)
      const wrong = await press(other, page, 'not the password at all')
      const done = await press(other, page, typed.password)

      expect(page.text).toContain('name="password"')
      expect(textOf(page)).not.toContain(typed.login)
      expect([missing.status, wrong.status]).toEqual([422, 422])
      expect(textOf(wrong)).toContain(en.problems['password-wrong'](0, ''))
      expect(textOf(done)).toContain(typed.login)
      expect(await usesOf(app, key)).toEqual({ completed: 1, held: 0 })
    })

    it('stops guessing, for an hour, and lets the right password in after it', async () => {
      const { key, typed, browser } = await givenWaiting()
      const other = app.browser()
      const path = await pathFor(key)
      const page = await other.get(path)

      for (let time = 0; time < 10; time += 1)
        expect((await press(other, page, `guess ${time}`)).status).toBe(422)
      const stopped = await press(other, page, typed.password)

      expect(stopped.status).toBe(429)
      expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(3000)
      expect(await glpiUser(app, typed.login)).toBeUndefined()
      expect((await confirm(browser, path)).path).toMatch(/^\/done/)
    })

    it('is not confirmed by programs that open links, press buttons and follow them', async () => {
      const { key, typed } = await givenWaiting()
      const path = await pathFor(key)
      const scanner = app.browser()

      for (let time = 0; time < scaled(20, 5); time += 1) {
        await scanner.head(path)
        const page = await scanner.get(path)
        await scanner.head(page.path)
        await press(scanner, page)
        await press(scanner, page, '')
      }

      expect(await glpiUser(app, typed.login)).toBeUndefined()
      expect(await usesOf(app, key)).toEqual({ completed: 0, held: 1 })
      expect((await registrationOf(app, key)).state).toBe('awaiting-confirmation')
    })

    it('is not confirmed in a browser that waits for another registration', async () => {
      const { key, typed } = await givenWaiting()
      const other = await givenWaiting()

      const page = await other.browser.get(await pathFor(key))
      const pressed = await press(other.browser, page)

      expect(page.text).toContain('name="password"')
      expect(pressed.status).toBe(422)
      expect(await glpiUser(app, typed.login)).toBeUndefined()
    })

    it('takes the secret out of the address bar, the history, the Referer and the log', async () => {
      const { key } = await givenWaiting()
      const path = await pathFor(key)
      app.log.length = 0

      const answer = await app.browser().get(path, { follow: false })

      expect(answer.status).toBe(303)
      expect(answer.headers['location']).toMatch(new RegExp(`^${base}/confirm\\?link=`))
      expect(answer.headers['location']).not.toContain(path.slice(-26))
      expect(answer.headers['referrer-policy']).toBe('no-referrer')
      expect(answer.headers['cache-control']).toBe('no-store')
      expect(answer.headers['x-robots-tag']).toBe('noindex')
      expect(app.log.join('')).toContain(`${base}/confirm/***`)
      expect(app.log.join('')).not.toContain(path.slice(-26))
    })

    it('works without cookies', async () => {
      const { key, browser, form, typed } = await givenWaiting()
      browser.forgetCookies()
      const again = await browser.submit(form, typed)
      browser.forgetCookies()

      const page = await browser.get(await pathFor(key))
      browser.forgetCookies()
      const done = await press(browser, page, typed.password)

      expect(textOf(again)).toContain(en.waiting.title)
      expect(done.path).toMatch(/^\/done/)
    })

    it('answers the same form, sent again, with the same hold, and then with the account', async () => {
      const { key, browser, form, typed } = await givenWaiting({}, { maxUses: 5 })

      const answers = await Promise.all(Array.from({ length: 5 }, () => browser.submit(form, typed)))
      for (const answer of answers) expect(textOf(answer)).toContain(typed.email)
      expect(await usesOf(app, key)).toEqual({ completed: 0, held: 1 })
      expect(await mailsTo(app, typed.email)).toEqual(['confirmation'])

      await confirm(browser, await pathFor(key))
      expect(textOf(await browser.submit(form, typed))).toContain(typed.login)
      expect(await usesOf(app, key)).toEqual({ completed: 1, held: 0 })
    })

    it('sends somebody who opens their own link again to where they were, and tells others that it is held', async () => {
      const { key, browser, typed } = await givenWaiting()

      const own = await browser.open(key.link)
      const other = await app.browser().open(key.link)

      expect(own.path).toMatch(/^\/waiting/)
      expect(textOf(own)).toContain(typed.email)
      expect(other.status).toBe(403)
      expect(textOf(other)).toContain(en.refusals.KEY_HELD_UP.heading)
      expect(textOf(other)).not.toContain(typed.email)
    })

    it('makes one account of three presses at once', async () => {
      const { key, browser } = await givenWaiting()
      const page = await browser.get(await pathFor(key))
      const before = await countGlpiUsers(app)

      const answers = await Promise.all([press(browser, page), press(browser, page), press(browser, page)])

      for (const answer of answers) expect(answer.path).toMatch(/^\/done/)
      expect(await countGlpiUsers(app)).toBe(before + 1)
      expect(await usesOf(app, key)).toEqual({ completed: 1, held: 0 })
    })

    it('says that the account is there when the link is opened later, and the login to its browser only', async () => {
      const { key, browser, typed } = await givenWaiting()
      const path = await pathFor(key)
      const stranger = app.browser()
      const open = await stranger.get(path)
      await confirm(browser, path)

      const own = await browser.get(path)
      const others = [await app.browser().get(path), await press(stranger, open, 'Words-Of-Somebody-Else-77')]

      expect(textOf(own)).toContain(typed.login)
      for (const other of others) {
        expect(textOf(other)).toContain(en.done.title)
        expect(textOf(other)).not.toContain(typed.login)
      }
    })

    it('accepts the link of any mail that was sent', async () => {
      const { key, browser } = await givenWaiting()
      const paths = [await pathFor(key), await pathFor(key), await pathFor(key)]

      expect((await confirm(browser, paths[0] ?? '')).path).toMatch(/^\/done/)
      for (const path of paths) expect((await browser.get(path)).path).toMatch(/^\/done/)
    })

    it('knows no link that nobody made', async () => {
      const { key } = await givenWaiting()
      const wrong = (await pathFor(key)).replace(/.$/, (last) => (last === '0' ? '1' : '0'))

      for (const path of [wrong, '/confirm/x', '/confirm?link=x', '/confirm']) {
        const page = await app.browser().get(path)
        expect(page.status).toBe(404)
        expect(textOf(page)).toContain(en.errors.confirmationUnknown.heading)
      }
      expect((await app.browser().post('/confirm', { link: 'x', csrf: 'x' })).status).toBe(400)
      expect((await app.browser().get('/waiting?receipt=x')).status).toBe(404)
    })

    describe('the mail', () => {
      const again = (browser: Browser, page: Answer) =>
        browser.post('/waiting/mails', hiddenOf(page, '/waiting/mails'))
      const change = (browser: Browser, page: Answer, email: string) =>
        browser.post('/waiting/address', { ...hiddenOf(page, '/waiting/address'), email })

      it('is sent again, a few times', async () => {
        const { browser, page, typed } = await givenWaiting()

        const answers: Answer[] = []
        for (let time = 0; time < 6; time += 1) answers.push(await again(browser, page))

        expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429])
        expect(textOf(answers[0] ?? page)).toContain(en.waiting.sentAgain)
        expect(await mailsTo(app, typed.email)).toEqual(Array(6).fill('confirmation'))
      })

      it('fills nobody’s mailbox, however many forms name the address', async () => {
        const key = await givenKey(app, { needsProof: true, maxUses: 20 })
        for (let time = 0; time < 9; time += 1) {
          const { page } = await sendForm(key, { email: 'victim@example.org' })
          expect(textOf(page)).toContain(en.waiting.title)
        }

        expect(await mailsTo(app, 'victim@example.org')).toHaveLength(6)
        expect(await usesOf(app, key)).toEqual({ completed: 0, held: 9 })
      })

      it('goes to another address once that is corrected, and the first one’s link is dead', async () => {
        const { key, browser, page, typed } = await givenWaiting({ email: 'wrnog@example.org' })
        const first = await registrationOf(app, key)
        const old = await pathFor(key)

        const changed = await change(browser, page, 'right@EXAMPLE.org')

        expect(textOf(changed)).toContain('right@example.org')
        expect(await mailsTo(app, 'right@example.org')).toEqual(['confirmation'])
        expect(await mailedPath(app, first)).toBeUndefined()
        expect((await browser.get(old)).status).toBe(404)
        await confirm(browser, await pathFor(key))
        const user = await glpiUser(app, typed.login)
        const [email] = await app.database.sql('SELECT email FROM ??.glpi_useremails WHERE users_id = ?', [
          app.database.glpiDatabase,
          user?.['id'],
        ])
        expect(email).toEqual({ email: 'right@example.org' })
        expect(await usesOf(app, key)).toEqual({ completed: 1, held: 0 })
      })

      it('does not confirm the next address when its page was open while the address changed', async () => {
        const { key, browser, page, typed } = await givenWaiting({ email: 'wrogn@example.org' })
        const open = await browser.get(await pathFor(key))

        await change(browser, page, 'also.right@example.org')
        const pressed = await press(browser, open)

        expect(pressed.status).toBe(404)
        expect(await glpiUser(app, typed.login)).toBeUndefined()
      })

      it('is not corrected to what is no address, or not invited', async () => {
        const { browser, page } = await givenWaiting({ email: 'a@example.org' }, { domains: ['example.org'] })

        const nonsense = await change(browser, page, 'nonsense')
        const elsewhere = await change(browser, page, 'a@example.net')

        expect([nonsense.status, elsewhere.status]).toEqual([422, 422])
        expect(nonsense.text).toMatch(/id="email-error"/)
        expect(await mailsTo(app, 'a@example.net')).toEqual([])
      })

      it('is for one address where the key is', async () => {
        const { page } = await givenWaiting({ email: 'a@example.org' }, { addresses: ['a@example.org'] })

        expect(page.text).not.toContain('/waiting/address')
      })
    })

    describe('an address that has an account', () => {
      withAnAppOfTheirOwn()
      let count = 0
      let known: string
      beforeEach(async () => {
        known = `known${(count += 1)}@example.org`
        await givenGlpiUser(app.database, { email: known })
      })

      const shape = ({ status, path, text }: Answer, email: string) => ({
        status,
        path: path.replace(/=.*/, ''),
        text: text
          .replaceAll(email, '')
          .replace(/value="[^"]*"/g, '')
          .replace(/\d\d:\d\d/g, ''),
      })

      it('gets the same page, the same hold and one mail that only its owner reads', async () => {
        const key = await givenKey(app, { needsProof: true, maxUses: 5 })
        const first = await sendForm(key, { email: known })
        const other = await sendForm(key, { email: 'other@example.org' })

        expect(shape(first.page, known)).toEqual(shape(other.page, 'other@example.org'))
        expect(await usesOf(app, key)).toEqual({ completed: 0, held: 2 })
        expect(await mailsTo(app, known)).toEqual(['account-exists'])
        expect(await mailsTo(app, 'other@example.org')).toEqual(['confirmation'])
        expect((await registrationsOf(app, key)).map(({ state }) => state)).toEqual(
          Array(2).fill('awaiting-confirmation'),
        )
      })

      it('is told once a day', async () => {
        const key = await givenKey(app, { needsProof: true, maxUses: 5 })
        const { browser, page } = await sendForm(key, { email: known })
        await sendForm(key, { email: known.replace('k', 'K') })
        const again = await browser.post('/waiting/mails', hiddenOf(page, '/waiting/mails'))

        expect(textOf(again)).toContain(en.waiting.sentAgain)
        expect(await mailsTo(app, known)).toEqual(['account-exists'])
        app.clock.advance(24 * hourMs)
        await sendForm(key, { email: known })
        expect(await mailsTo(app, known)).toEqual(['account-exists', 'account-exists'])
      })

      it('is told at once where no proof is asked for', async () => {
        const { page } = await givenWaiting({ email: known }, { needsProof: false })

        expect(page.status).toBe(422)
        expect(textOf(page)).toContain(en.taken.email)
      })

      it('gets no second account when it got its first meanwhile', async () => {
        const waiting = await countPending(app)
        const { key, browser } = await givenWaiting({ email: 'late@example.org' })
        const path = await pathFor(key)
        await givenGlpiUser(app.database, { email: 'late@example.org' })

        const answer = await confirm(browser, path)

        expect(answer.status).toBe(410)
        expect(textOf(answer)).toContain(en.released['account-exists'].heading)
        expect(await usesOf(app, key)).toEqual({ completed: 0, held: 0 })
        expect(await countPending(app)).toBe(waiting)
      })
    })

    describe('what somebody waits with', () => {
      withAnAppOfTheirOwn()
      it('is a login that nobody else can take, with or without a proof', async () => {
        await givenWaiting({ login: 'Zoé' })

        for (const needsProof of [true, false]) {
          const { page } = await givenWaiting({ login: 'zoe' }, { needsProof })
          expect(page.status).toBe(422)
          expect(textOf(page)).toContain(en.problems['login-taken'](0, ''))
        }
      })

      it('is an address that stands against who has not proven it, and not against who has', async () => {
        const key = await givenKey(app, { needsProof: true, maxUses: 5 })
        await sendForm(key, { email: 'same@example.org' })
        const second = await sendForm(key, { email: 'SAME@example.org' })
        const typedOnly = await givenWaiting({ email: 'same@example.org' }, { needsProof: false })

        expect(textOf(second.page)).toContain(en.waiting.title)
        expect(typedOnly.page.status).toBe(422)
        expect(textOf(typedOnly.page)).toContain(en.problems['email-held'](0, ''))

        const [first, other] = await registrationsOf(app, key)
        const path = other === undefined ? undefined : await mailedPath(app, other)
        expect((await confirm(second.browser, path ?? '')).path).toMatch(/^\/done/)
        const late = await confirm(app.browser(), (first && (await mailedPath(app, first))) ?? '', 'x')
        expect(late.status).toBe(422)
      })

      it('is given to GLPI first when it was typed there', async () => {
        const { key, browser } = await givenWaiting({ login: 'contested' })
        const path = await pathFor(key)
        await givenGlpiUser(app.database, { name: 'Contested', authtype: 3 })

        const answer = await confirm(browser, path)

        expect(answer.status).toBe(410)
        expect(textOf(answer)).toContain(en.released['login-taken'].heading)
        expect(await usesOf(app, key)).toEqual({ completed: 0, held: 0 })
        expect((await browser.open(key.link)).status).toBe(200)
      })

      it('is free again when it has lapsed', async () => {
        await givenWaiting({ login: 'lapsing' })
        app.clock.advance(24 * hourMs)

        const { page } = await givenWaiting({ login: 'lapsing' })
        expect(textOf(page)).toContain(en.waiting.title)
      })
    })

    describe('meanwhile', () => {
      withAnAppOfTheirOwn()

      it('the key ends and its limit is lowered: the use was taken in time', async () => {
        const { key, browser, typed } = await givenWaiting({}, { maxUses: 2 })
        await changeKey(app.context, keeper, key.uid, {
          maxUses: 1,
          expiresAt: new Date(app.clock.now().getTime() + hourMs),
        })
        app.clock.advance(2 * hourMs)

        const done = await confirm(browser, await pathFor(key))

        expect(textOf(done)).toContain(typed.login)
        expect(await usesOf(app, key)).toEqual({ completed: 1, held: 0 })
      })

      it('the key is revoked: the use is given back, and the link says what to do', async () => {
        const { key, browser, page, typed } = await givenWaiting({}, {}, 'fr')
        const path = await pathFor(key)
        const open = await browser.get(path)

        await revokeKey(app.context, system, key.uid)

        expect(await usesOf(app, key)).toEqual({ completed: 0, held: 0 })
        expect(await registrationOf(app, key)).toMatchObject({ state: 'released', reason: 'revoked' })
        expect(await countPending(app)).toBe(0)
        expect(await mailedPath(app, { uid: (await registrationOf(app, key)).uid, email: typed.email })).toBe(
          undefined,
        )
        for (const answer of [
          await browser.get(path),
          await press(browser, open),
          await browser.get(page.path),
        ]) {
          expect(answer.status).toBe(410)
          expect(textOf(answer)).toContain(fr.released.revoked.heading)
          expect(textOf(answer)).toContain(fr.released.revoked.advice)
        }
        expect(await glpiUser(app, typed.login)).toBeUndefined()
        const [event] = await app.database.sql<{ n: number }>(
          "SELECT COUNT(*) AS n FROM ??.audit_events WHERE kind = 'registration.released' AND key_uid = ?",
          [app.database.database, Buffer.from(key.uid.replaceAll('-', ''), 'hex')],
        )
        expect(Number(event?.n)).toBe(1)
      })

      it.each<[string, number, (key: GivenKey) => Promise<unknown>, () => Promise<unknown>]>([
        [
          'the key is paused',
          403,
          (key) => pauseKey(app.context, system, key.uid),
          () => app.database.sql('UPDATE ??.registration_keys SET paused_at = NULL', [app.database.database]),
        ],
        [
          'the kill switch goes on',
          503,
          () => setRedemptionStop(app.context, system, true),
          () => setRedemptionStop(app.context, system, false),
        ],
        [
          'GLPI goes into maintenance',
          503,
          () => glpi("UPDATE ??.glpi_configs SET value = '1' WHERE name = 'maintenance_mode'"),
          () => glpi("UPDATE ??.glpi_configs SET value = '0' WHERE name = 'maintenance_mode'"),
        ],
        [
          'the profile is gone',
          403,
          () => glpi('UPDATE ??.glpi_profiles SET id = 999 WHERE id = 1'),
          () => glpi('UPDATE ??.glpi_profiles SET id = 1 WHERE id = 999'),
        ],
        [
          'the profile becomes one of the standard interface',
          403,
          () => glpi("UPDATE ??.glpi_profiles SET interface = 'central' WHERE id = 1"),
          () => glpi("UPDATE ??.glpi_profiles SET interface = 'helpdesk' WHERE id = 1"),
        ],
      ])(
        '%s: nothing is made, the use stays held, and it goes on afterwards',
        async (_what, status, stop, resume) => {
          const { key, browser, typed } = await givenWaiting({}, { maxUses: 2 })
          const path = await pathFor(key)
          await stop(key)

          const refused = await confirm(browser, path)
          await resume()

          expect(refused.status).toBe(status)
          expect(await glpiUser(app, typed.login)).toBeUndefined()
          expect(await usesOf(app, key)).toEqual({ completed: 0, held: 1 })
          expect((await confirm(browser, path)).path).toMatch(/^\/done/)
        },
      )

      const glpi = (statement: string) => app.database.sql(statement, [app.database.glpiDatabase])

      it('a day goes by: the use is given back by the sweep, and every page says so', async () => {
        const { key, browser, page, form, typed } = await givenWaiting()
        const path = await pathFor(key)
        const stale = await browser.get(path)
        app.clock.advance(24 * hourMs - 60_000)
        expect((await browser.get(stale.path)).status).toBe(404)
        expect((await press(browser, stale)).status).toBe(404)
        expect(await sweepHolds(app.context)).toBe(0)
        app.clock.advance(60_000)

        const before = await confirmable(browser, path)
        expect(await sweepHolds(app.context)).toBe(1)
        expect(await sweepHolds(app.context)).toBe(0)

        expect(before.status).toBe(410)
        expect(await usesOf(app, key)).toEqual({ completed: 0, held: 0 })
        expect(await registrationOf(app, key)).toMatchObject({ state: 'released', reason: 'lapsed' })
        expect(await countPending(app)).toBe(0)
        for (const answer of [
          await browser.get(path),
          await browser.get(page.path),
          await browser.get(stale.path),
          await press(browser, stale),
          await browser.submit(form, typed),
        ]) {
          expect(answer.status).toBe(410)
          expect(textOf(answer)).toContain(en.released.lapsed.heading)
        }
        expect((await sendForm(key, typed)).page.status).toBe(200)
      })

      const confirmable = (browser: Browser, path: string) => browser.get(path)
    })
  },
)
