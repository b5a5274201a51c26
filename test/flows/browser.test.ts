import { givenKey, glpiUser, usesOf } from '../support/builders'
import { registrationForm } from '../support/browser'
import { type Chrome, desktop, expectGoodPage, narrow, phone, startChrome } from '../support/chrome'
import { keepSecret } from '../support/evidence'
import { looks } from '../support/scale'
import { mainly, startTestApp, type TestApp } from '../support/test-app'
import { describeWith } from '../support/tools'

describeWith('chromium', 'in a real browser', (executablePath) => {
  let chrome: Chrome
  beforeAll(async () => {
    chrome = await startChrome(executablePath)
  })
  afterAll(() => chrome.close())

  describe.each(mainly('11.0'))('on GLPI $line at "$base"', ({ line, base }) => {
    let app: TestApp
    beforeAll(async () => {
      app = await startTestApp({ line, base })
    })
    afterEach(() => chrome.closePages())
    afterAll(() => app.close())

    // With it, everyone-browser.test.ts shows as much.
    const withAndWithout = looks([
      { how: 'without JavaScript', javaScriptEnabled: false },
      { how: 'with JavaScript', javaScriptEnabled: true },
    ])

    it.each(withAndWithout)('a person registers by keyboard alone $how', async ({ javaScriptEnabled }) => {
      const key = await givenKey(app)
      const typed = registrationForm()
      keepSecret(typed.password)
      const { page, complaints } = await chrome.openPage({ javaScriptEnabled })

      await page.goto(key.link)
      await page.locator('#firstname').focus()
      for (const value of [typed.firstname, typed.realname, typed.email, typed.login, typed.password]) {
        await page.keyboard.type(value)
        await page.keyboard.press('Tab')
      }
      await page.locator('#password').focus()
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/done/)

      expect(await page.locator('main').innerText()).toContain(typed.login)
      expect(await page.getByRole('link', { name: /sign in/i }).getAttribute('href')).toBe(
        'https://helpdesk.example.org',
      )
      expect(await glpiUser(app, typed.login)).toBeDefined()
      expect(await usesOf(app, key)).toEqual({ completed: 1, held: 0 })
      expect(complaints).toEqual([])
    })

    it('every field has the token that browsers and password managers know it by', async () => {
      const { page } = await chrome.openPage()
      await page.goto((await givenKey(app)).link)

      const tokens: [string, string][] = await page.evaluate(
        `Array.from(document.querySelectorAll('input:not([type=hidden])'), (input) => [input.id, input.autocomplete])`,
      )

      expect(Object.fromEntries(tokens)).toEqual({
        firstname: 'given-name',
        realname: 'family-name',
        email: 'email',
        login: 'username',
        password: 'new-password',
      })
    })

    it('the address of an invitation that is bound to one is filled in and kept', async () => {
      const { page } = await chrome.openPage()
      const key = await givenKey(app, { addresses: ['Irene@Example.org'] })
      await page.goto(key.link)

      expect(await page.locator('#email').inputValue()).toBe('Irene@example.org')
      expect(await page.locator('#email').getAttribute('readonly')).not.toBeNull()

      const typed = registrationForm({ email: 'somebody.else@example.org' })
      const forced = app.browser()
      const answer = await forced.submit(await forced.open(key.link), typed)
      expect(answer.status).toBe(422)
      expect(await usesOf(app, key)).toEqual({ completed: 0, held: 0 })
    })

    const wrongForm = { firstname: '', login: 'a/b', password: 'short' }

    const ways = looks([
      { name: 'phone-dark', viewport: phone, colorScheme: 'dark', locale: 'fr-FR' },
      { name: 'phone-light', viewport: phone, colorScheme: 'light', locale: 'en-GB' },
      { name: 'narrow-light', viewport: narrow, colorScheme: 'light', locale: 'fr-FR' },
      { name: 'desktop-light', viewport: desktop, colorScheme: 'light', locale: 'en-GB' },
      { name: 'desktop-dark', viewport: desktop, colorScheme: 'dark', locale: 'fr-FR' },
    ] as const)

    it.each(ways)('pages fit, are accessible and quiet: $name', async ({ name, ...options }) => {
      const { page, complaints } = await chrome.openPage(options)
      const key = await givenKey(app)
      const look = (what: string) => expectGoodPage(page, `${name}-${line}-${what}`)

      await page.goto(`${app.url}/`)
      await look('code')
      await page.goto(key.link)
      await look('form')
      for (const [field, value] of Object.entries(registrationForm(wrongForm)))
        await page.fill(`#${field}`, value)
      await page.getByRole('button', { name: /create my account|créer/i }).click()
      await page.locator('[data-error-summary]').waitFor()
      await look('form-with-errors')
      expect(await page.evaluate('document.activeElement.matches("[data-error-summary]")')).toBe(true)
      const typed = registrationForm()
      for (const [field, value] of Object.entries(typed)) await page.fill(`#${field}`, value)
      await page.getByRole('button', { name: /create my account|créer/i }).click()
      await page.waitForURL(/\/done/)
      await look('done')
      await page.goto(key.link)
      await look('refusal')
      await page.goto(`${app.url}/nowhere`)
      await look('not-found')

      const onlyStatuses = complaints.filter((text) => !/status of (404|410|422)/.test(text))
      expect(onlyStatuses).toEqual([])
    })
  })
})
