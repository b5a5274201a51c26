import type { Locator, Page } from 'playwright-core'
import { apiClient } from '../support/api'
import { type Chrome, desktop, expectGoodPage, narrow, startChrome, type Tab } from '../support/chrome'
import { looks } from '../support/scale'
import { startTestApp, type TestApp } from '../support/test-app'
import { givenToken } from '../support/tokens'
import { describeWith } from '../support/tools'

describeWith('chromium', 'the page on which the API is tried', (executablePath) => {
  let chrome: Chrome
  let app: TestApp
  let token: string
  beforeAll(async () => {
    chrome = await startChrome(executablePath)
    app = await startTestApp({ line: '11.0', base: '/invite' })
    token = (await givenToken(app, { scopes: ['keys:read', 'keys:create'] })).token
  })
  afterEach(() => chrome.closePages())
  afterAll(async () => {
    await chrome.close()
    await app.close()
  })

  interface Visit extends Tab {
    /** What the page asked for, and was not ours. */
    foreign: string[]
  }

  async function visit(options = {}): Promise<Visit> {
    const tab = await chrome.openPage({ viewport: desktop, ...options })
    const foreign: string[] = []
    tab.page.on('request', (request) => {
      if (!request.url().startsWith(`${app.url}/`)) foreign.push(request.url())
    })
    await tab.page.goto(`${app.url}/api/v1/docs`)
    await tab.page.locator('.opblock').first().waitFor()
    return { ...tab, foreign }
  }

  async function authorize(page: Page): Promise<void> {
    await page.fill('#token', token)
    await page.keyboard.press('Enter')
    await page.locator('[data-owner]:not(:empty)').waitFor()
  }

  /** The operation that was opened last is open again when the page is loaded again. */
  async function createKeyOn(page: Page, { isOpen = false } = {}): Promise<Locator> {
    const block = page.locator('#operations-Keys-createKey')
    if (!isOpen) await block.locator('.opblock-summary-control').click()
    await block.locator('.execute').waitFor()
    return block
  }

  async function tryOut(block: Locator): Promise<string> {
    const answered = block.page().waitForResponse((answer) => answer.request().method() === 'POST')
    await block.locator('.execute').click()
    const status = (await answered).status()
    const shown = block.locator('.live-responses-table .response', { hasText: new RegExp(`^${status}`) })
    return (await shown.textContent()) ?? ''
  }

  it.each(
    looks([
      { name: 'desktop-light', viewport: desktop, colorScheme: 'light' },
      { name: 'narrow-dark', viewport: narrow, colorScheme: 'dark' },
      { name: 'desktop-dark', viewport: desktop, colorScheme: 'dark' },
      { name: 'narrow-light', viewport: narrow, colorScheme: 'light' },
    ] as const),
  )(
    'says what is wrong, makes a key, asks nobody else for anything and keeps no token: $name',
    async ({ name, ...options }) => {
      const { page, complaints, foreign } = await visit(options)
      await page.fill('#token', `${token}x`)
      await page.keyboard.press('Enter')
      await page.locator('[data-problem]:not(:empty)').waitFor()
      await authorize(page)

      const block = await createKeyOn(page)
      const body = block.locator('textarea')
      const example = await body.inputValue()
      await body.fill('{ "expiresAt": "tomorrow" }')
      expect(await tryOut(block)).toMatch(/^422.*"pointer": "\/expiresAt"/s)
      await body.fill(example)
      const sent = page.waitForRequest((request) => request.method() === 'POST')
      expect(await tryOut(block)).toMatch(/^201/)
      expect((await sent).headers()['idempotency-key']).toMatch(/^[0-9a-f]{32}$/)
      const listed = await apiClient(app, token).get('/keys?limit=1')
      expect(listed.body['items']).toMatchObject([{ label: 'Irène starts' }])
      await expectGoodPage(page, `api-page-${name}`, { showsCode: true })

      expect(await page.content()).not.toContain(token)
      const stored = '[localStorage.length, sessionStorage.length, document.cookie]'
      expect(await page.evaluate(stored)).toEqual([0, 0, ''])
      await page.reload()
      expect(await tryOut(await createKeyOn(page, { isOpen: true }))).toMatch(/^401/)
      expect(complaints.filter((text) => !/status of (401|422)/.test(text))).toEqual([])
      expect(foreign).toEqual([])
    },
  )
})
