import axe from 'axe-core'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'
import { givenKey, glpiUser, usesOf } from '../support/builders'
import { registrationForm } from '../support/browser'
import { keepPage, keepSecret, testFolder } from '../support/evidence'
import { layouts, startTestApp, type TestApp } from '../support/test-app'
import { describeWith } from '../support/tools'

const screenshots = path.join(testFolder, 'screenshots')
const phone = { width: 390, height: 844 }
const desktop = { width: 1280, height: 900 }

describeWith('chromium', 'in a real browser', (executablePath) => {
  let chrome: Browser
  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true })
    chrome = await chromium.launch({
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
      ],
    })
  })
  afterAll(() => chrome.close())

  describe.each(layouts)('on GLPI $line at "$base"', ({ line, base }) => {
    let app: TestApp
    const contexts: BrowserContext[] = []
    beforeAll(async () => {
      app = await startTestApp({ line, base })
    })
    afterEach(async () => {
      for (const context of contexts.splice(0)) await context.close()
    })
    afterAll(() => app.close())

    async function openPage(
      options: BrowserContextOptions = {},
    ): Promise<{ page: Page; complaints: string[] }> {
      const context = await chrome.newContext({
        viewport: phone,
        locale: 'en-GB',
        bypassCSP: false,
        ...options,
      })
      contexts.push(context)
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
      page.on('pageerror', (error) => complaints.push(error.message))
      return { page, complaints }
    }

    it.each([
      { how: 'with JavaScript', javaScriptEnabled: true },
      { how: 'without JavaScript', javaScriptEnabled: false },
    ])('a person registers by keyboard alone $how', async ({ javaScriptEnabled }) => {
      const key = await givenKey(app)
      const typed = registrationForm()
      keepSecret(typed.password)
      const { page, complaints } = await openPage({ javaScriptEnabled })

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
      const { page } = await openPage()
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
      const { page } = await openPage()
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

    it.each([
      { name: 'phone-light', viewport: phone, colorScheme: 'light', locale: 'en-GB' },
      { name: 'phone-dark', viewport: phone, colorScheme: 'dark', locale: 'fr-FR' },
      { name: 'narrow-light', viewport: { width: 320, height: 640 }, colorScheme: 'light', locale: 'fr-FR' },
      { name: 'desktop-light', viewport: desktop, colorScheme: 'light', locale: 'en-GB' },
      { name: 'desktop-dark', viewport: desktop, colorScheme: 'dark', locale: 'en-GB' },
    ] as const)('pages fit, are accessible and quiet: $name', async ({ name, ...options }) => {
      const { page, complaints } = await openPage(options)
      const key = await givenKey(app)
      const look = async (what: string) => {
        await page.screenshot({ path: path.join(screenshots, `${name}-${line}-${what}.png`), fullPage: true })
        keepPage(await page.content())
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
        expect(await violationsOn(page)).toEqual([])
      }

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

/** axe over the debugging protocol: the page's own policy lets no script in, and stays as it is. */
async function violationsOn(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('Runtime.evaluate', { expression: axe.source })
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then(({ violations }) => JSON.stringify(violations.map(({ id, nodes }) => id + ' ' + nodes[0].html)))`,
    awaitPromise: true,
    returnByValue: true,
  })
  await session.detach()
  return JSON.parse(String(result.value)) as string[]
}
