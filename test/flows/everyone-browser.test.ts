import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { givenKey, glpiUser } from '../support/builders'
import { registrationForm } from '../support/browser'
import { type Chrome, desktop, expectGoodPage, narrow, phone, startChrome } from '../support/chrome'
import { keepSecret } from '../support/evidence'
import { looks } from '../support/scale'
import { startTestApp, type TestApp } from '../support/test-app'
import { describeWith } from '../support/tools'

const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 32"><rect x="1" y="1" width="94" height="30" rx="15" fill="#fff"/><circle cx="20" cy="16" r="8" fill="#0b6e4f"/><path d="M36 16h48" stroke="#0b6e4f" stroke-width="6"/></svg>'

describeWith('chromium', 'everyone', (executablePath) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'brand-'))
  let chrome: Chrome
  let app: TestApp
  beforeAll(async () => {
    writeFileSync(path.join(folder, 'logo.svg'), logo)
    chrome = await startChrome(executablePath)
    app = await startTestApp({
      line: '11.0',
      base: '/invite',
      env: {
        INSTANCE_NAME: 'Curie Helpdesk',
        LOGO_FILE: path.join(folder, 'logo.svg'),
        BRAND_COLOR: '#0b6e4f',
        HELPDESK_URL: 'https://intranet.example.org/help',
        SUPPORT_CONTACT: '+33 1 23 45 67 89',
      },
    })
  })
  afterEach(() => chrome.closePages())
  afterAll(async () => {
    await app.close()
    await chrome.close()
    rmSync(folder, { recursive: true })
  })

  /** A person; every tap, key for a purpose, and field that is filled in counts. */
  function personAt(page: Page) {
    const done = { interactions: 0 }
    const counted = async (action: Promise<unknown>) => {
      done.interactions += 1
      await action
    }
    return {
      done,
      open: (link: string) => counted(page.goto(link)),
      fill: (field: string, text: string) => counted(page.fill(`#${field}`, text)),
      typeAndGoOn: async (text: string) => {
        await counted(page.keyboard.insertText(text))
        await page.keyboard.press('Tab')
      },
      press: (key: string) => counted(page.keyboard.press(key)),
      tap: (selector: string) => counted(page.locator(selector).tap()),
    }
  }
  const fields = ['firstname', 'realname', 'email', 'login', 'password'] as const
  const signIn = 'main a[href="https://helpdesk.example.org"]'

  it.each([
    {
      how: 'on a phone',
      locale: 'fr-FR',
      firstname: 'Zoë',
      realname: "Müller-O'Brien",
      javaScriptEnabled: true,
    },
    {
      how: 'without JavaScript',
      locale: 'de-DE',
      firstname: '小龙',
      realname: '李',
      javaScriptEnabled: false,
    },
  ])('from the link to signing in, $how in $locale, takes less than ten interactions', async (options) => {
    const { firstname, realname, locale, javaScriptEnabled } = options
    const typed = registrationForm({ firstname, realname })
    keepSecret(typed.password)
    const { page, complaints } = await chrome.openPage({
      viewport: phone,
      hasTouch: true,
      locale,
      javaScriptEnabled,
    })
    const person = personAt(page)

    await person.open((await givenKey(app)).link)
    for (const field of fields) await person.fill(field, typed[field])
    await person.tap('main [type=submit]')
    await page.waitForURL('**/done**')
    expect(await page.locator('html').getAttribute('lang')).toBe(locale.slice(0, 2))
    await page.route('https://helpdesk.example.org/**', (route) => route.fulfill({ body: 'GLPI' }))
    await person.tap(signIn)
    await page.waitForURL('https://helpdesk.example.org/**')

    expect(person.done.interactions).toBeLessThan(10)
    expect(await glpiUser(app, typed.login)).toMatchObject({ firstname, realname, is_active: 1 })
    expect(complaints).toEqual([])
  })

  it('the same by keyboard alone', async () => {
    const typed = registrationForm({ firstname: 'Thị Ánh', realname: 'Nguyễn' })
    keepSecret(typed.password)
    const { page } = await chrome.openPage({ viewport: phone })
    const person = personAt(page)

    await person.open((await givenKey(app)).link)
    await page.keyboard.press('Tab') // over the choice of a language
    await page.keyboard.press('Tab')
    for (const field of fields) {
      expect(await page.evaluate('document.activeElement.id')).toBe(field)
      await person.typeAndGoOn(typed[field])
    }
    await page.locator('#password').focus()
    await person.press('Enter')
    await page.waitForURL('**/done**')

    expect(person.done.interactions).toBeLessThan(10)
    expect(await glpiUser(app, typed.login)).toMatchObject({ firstname: 'Thị Ánh', realname: 'Nguyễn' })
  })

  it.each([true, false])(
    'the language is changed in the middle of the form, and nothing is lost (JavaScript: %s)',
    async (javaScriptEnabled) => {
      const typed = registrationForm({ firstname: 'Zoë' })
      keepSecret(typed.password)
      const { page } = await chrome.openPage({ viewport: narrow, javaScriptEnabled })
      await page.goto((await givenKey(app)).link)
      for (const field of fields) await page.fill(`#${field}`, typed[field])

      await page.locator('.languages summary').click()
      await page.locator('.languages [value=fr]').click()
      await page.locator('html[lang=fr]').waitFor()
      if (javaScriptEnabled) await expectGoodPage(page, 'everyone-narrow-french')

      expect(await page.inputValue('#firstname')).toBe('Zoë')
      expect(await page.inputValue('#email')).toBe(typed.email)
      expect(await page.inputValue('#password')).toBe('')
      await page.fill('#password', typed.password)
      await page.locator('#login').press('Enter') // sends the form; the language stays
      await page.waitForURL('**/done**')
      expect(await page.locator('html').getAttribute('lang')).toBe('fr')
    },
  )

  it('what is said of a password while it is typed is what the server says', async () => {
    const { page, complaints } = await chrome.openPage({ viewport: phone, colorScheme: 'dark' })
    await page.goto((await givenKey(app)).link)
    const said = page.locator('[data-strength-text]')
    const kept = (): Promise<boolean[]> =>
      page.evaluate(
        `Array.from(document.querySelectorAll('.password-rules li'), (rule) => rule.matches('[data-is-kept]'))`,
      )
    await page.fill('#firstname', 'Bartholomew')
    expect(await said.textContent()).toBe('')

    await focusPassword(page)
    await page.keyboard.type('unbelievable')
    await page.getByText('tried first').waitFor()
    expect(await kept()).toEqual([true, false])
    expect(await said.textContent()).toMatch(/Still missing: Hard to guess/)

    await page.fill('#password', 'Bartholomew1')
    await page
      .getByText(/guessed|longer/)
      .first()
      .waitFor()
    expect(await kept()).toEqual([true, false])

    await page.fill('#password', 'four-plain-wagon-tulips')
    await page.getByText('Very strong').waitFor()
    expect(await kept()).toEqual([true, true])
    await expectGoodPage(page, 'everyone-password-strong')

    await page.fill('#password', 'short')
    await page.getByText('Still missing: At least 12').waitFor()
    expect(await kept()).toEqual([false, false])
    expect(await page.locator('#password').getAttribute('passwordrules')).toMatch(
      /^minlength: 16; maxlength: 128;/,
    )
    expect(complaints).toEqual([])
  })

  it('a first page weighs less than 100 KB, asks nobody else, and its estimator comes later', async () => {
    const { page } = await chrome.openPage({ viewport: phone })
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    const asked: string[] = []
    let bytes = 0
    session.on('Network.requestWillBeSent', ({ request }) => asked.push(request.url))
    session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
    const grown = () => new Promise((resolve) => session.once('Network.loadingFinished', resolve))

    await page.goto((await givenKey(app)).link, { waitUntil: 'networkidle' })

    expect(asked.filter((url) => !url.startsWith(`${app.url}/`) && !url.startsWith('data:'))).toEqual([])
    expect(asked.filter((url) => url.includes('password-strength'))).toEqual([])
    expect(asked.length).toBeLessThanOrEqual(12)
    expect(bytes).toBeGreaterThan(5_000)
    expect(bytes).toBeLessThan(100 * 1024)

    await Promise.all([grown(), focusPassword(page)])
    expect(bytes).toBeGreaterThan(100 * 1024)
    expect(bytes).toBeLessThan(350 * 1024)
  })

  it('the form can be used while a slow line still brings the rest', async () => {
    const typed = registrationForm()
    keepSecret(typed.password)
    const { page, complaints } = await chrome.openPage({ viewport: phone })
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    const slow3G = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }
    await session.send('Network.emulateNetworkConditions', slow3G)

    await page.goto((await givenKey(app)).link, { waitUntil: 'domcontentloaded' })
    for (const field of fields) await page.fill(`#${field}`, typed[field])
    await page.locator('main [type=submit]').click()
    await page.waitForURL('**/done**', { timeout: 45_000 })

    expect(await glpiUser(app, typed.login)).toBeDefined()
    expect(complaints).toEqual([])
  })

  it('everything that is pressed is 44 px high, in every part of the way, as an organisation has it', async () => {
    const { page } = await chrome.openPage({ viewport: narrow, colorScheme: 'dark' })
    const look = async (what: string) => {
      await expectGoodPage(page, `everyone-brand-${what}`)
      expect(await smallTargets(page)).toEqual([])
    }

    await page.goto(`${app.url}/`)
    expect(await page.locator('.masthead').innerText()).toContain('Curie Helpdesk')
    expect(
      await page.evaluate(
        `Array.from(document.querySelectorAll('footer a'), (link) => link.getAttribute('href'))`,
      ),
    ).toEqual(['tel:+33123456789', 'https://intranet.example.org/help'])
    await page.locator('.languages summary').click()
    await look('code')
    await page.goto((await givenKey(app)).link)
    await page.fill('#email', 'wrong')
    await page.locator('main [type=submit]').click()
    await page.locator('[data-error-summary]').waitFor()
    expect(await page.evaluate('document.activeElement.matches("[data-error-summary]")')).toBe(true)
    await look('errors')
    await page.locator('[data-error-summary] a').first().click()
    expect(await page.evaluate('document.activeElement.id')).toBe('firstname')
    await page.goto(`${app.url}/nowhere`)
    await look('not-found')
    await page.goto(`${app.url}/console/sign-in`)
    await expectGoodPage(page, 'everyone-brand-sign-in')
  })

  it('pages that are read from the right, or in the colours of the system, fit and can be read', async () => {
    const { page } = await chrome.openPage({ viewport: desktop })
    const key = await givenKey(app)
    for (const [viewport, name] of looks([
      [narrow, 'narrow'],
      [desktop, 'desktop'],
    ] as const)) {
      await page.setViewportSize(viewport)
      await page.goto(key.link)
      await page.evaluate('document.documentElement.dir = "rtl"')
      await page.locator('main [type=submit]').click()
      await page.locator('[data-error-summary]').waitFor()
      await page.evaluate('document.documentElement.dir = "rtl"')
      await expectGoodPage(page, `everyone-rtl-${name}`)
      const mark = await page.locator('.masthead-logo').boundingBox()
      const languages = await page.locator('.languages').boundingBox()
      expect(mark?.x ?? 0).toBeGreaterThan(languages?.x ?? 0)
    }
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
    await page.goto(key.link)
    await expectGoodPage(page, 'everyone-forced-colours')
    expect(await moving(page)).toEqual([])
  })
})

/** Then the estimator comes. */
async function focusPassword(page: Page): Promise<void> {
  const estimator = page.waitForEvent('requestfinished', (request) =>
    request.url().includes('password-strength'),
  )
  await page.locator('#password').focus()
  await estimator
}

/** What can be pressed and is lower than 44 px; links in a sentence may be (WCAG 2.2, 2.5.8). */
const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(`Array.from(document.querySelectorAll('a, button, summary, input:not([type=hidden]), textarea, select'))
    .filter((one) => one.checkVisibility() && !one.matches('.visually-hidden'))
    .filter((one) => one.getBoundingClientRect().height < 43.5)
    .map((one) => one.outerHTML.slice(0, 120))`)

const moving = (page: Page): Promise<string[]> =>
  page.evaluate(`Array.from(document.querySelectorAll('*'))
    .filter((one) => getComputedStyle(one).transitionDuration.split(',').some((time) => parseFloat(time) > 0.001))
    .map((one) => one.outerHTML.slice(0, 80))`)
