import { countGlpiUsers, givenKey, usesOf } from '../support/builders'
import { hiddenFields, registrationForm, textOf } from '../support/browser'
import { mainly, startTestApp, type TestApp } from '../support/test-app'

describe.each(mainly('11.0'))(
  'a form that is sent more than once on GLPI $line at "$base"',
  ({ line, base }) => {
    let app: TestApp
    beforeAll(async () => {
      app = await startTestApp({ line, base })
    })
    afterAll(() => app.close())

    it('answers with the first result after a reload, Back, or a lost answer', async () => {
      const key = await givenKey(app, { maxUses: 5 })
      const browser = app.browser()
      const form = await browser.open(key.link)
      const typed = registrationForm()
      const before = await countGlpiUsers(app)

      const answers = [await browser.submit(form, typed), await browser.submit(form, typed)]

      for (const answer of answers) {
        expect(answer.path).toMatch(/^\/done\?/)
        expect(textOf(answer)).toContain(typed.login)
      }
      expect(await countGlpiUsers(app)).toBe(before + 1)
      expect(await usesOf(app, key)).toEqual({ completed: 1, held: 0 })
    })

    it('answers ten double clicks at once with one account', async () => {
      const key = await givenKey(app)
      const browser = app.browser()
      const form = await browser.open(key.link)
      const typed = registrationForm()

      const answers = await Promise.all(Array.from({ length: 10 }, () => browser.submit(form, typed)))

      expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200))
      expect(await usesOf(app, key)).toEqual({ completed: 1, held: 0 })
    })

    it('answers with the first result when that came between two looks of the second', async () => {
      const key = await givenKey(app)
      const browser = app.browser()
      const form = await browser.open(key.link)
      const typed = registrationForm()
      const { admission } = app.context
      app.context.admission = {
        run: async (work) => {
          app.context.admission = admission
          expect((await browser.submit(form, typed)).status).toBe(200)
          return admission.run(work)
        },
      }

      const second = await browser.submit(form, typed)

      expect(second.status).toBe(200)
      expect(textOf(second)).toContain(typed.login)
      expect(await usesOf(app, key)).toEqual({ completed: 1, held: 0 })
    })

    it('works without cookies, and two invitations in two tabs do not mix', async () => {
      const [one, other] = [await givenKey(app), await givenKey(app)]
      const browser = app.browser()
      const firstTab = await browser.open(one.link)
      const secondTab = await browser.open(other.link)
      browser.forgetCookies()

      expect((await browser.submit(firstTab)).status).toBe(200)
      expect((await browser.submit(secondTab)).status).toBe(200)
      expect(await usesOf(app, one)).toEqual({ completed: 1, held: 0 })
      expect(await usesOf(app, other)).toEqual({ completed: 1, held: 0 })
    })

    it('is refused when it was not made by this server', async () => {
      const key = await givenKey(app)
      const browser = app.browser()
      const { handle, csrf } = hiddenFields(await browser.open(key.link))
      const typed = registrationForm()
      const forged = [
        { handle, csrf: `${csrf.slice(0, -2)}xx` },
        { handle: `${handle.slice(0, -2)}xx`, csrf },
        { handle: 'x', csrf: 'x' },
      ]

      for (const fields of forged) {
        const answer = await browser.post('/register', { ...typed, ...fields })
        expect(answer.status).toBe(400)
      }
      expect((await browser.post('/register', typed)).status).toBe(400)
      expect(await usesOf(app, key)).toEqual({ completed: 0, held: 0 })
    })

    it('says what to do when the form is opened without an invitation', async () => {
      const page = await app.browser().get('/register')

      expect(page.status).toBe(200)
      expect(page.text).toContain('name="code"')
    })
  },
)
