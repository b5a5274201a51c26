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

  async function open(page: Page, operation: string): Promise<Locator> {
    const block = page.locator(`#operations-${operation}`)
    await block.locator('.opblock-summary-control').click()
    await block.locator('.execute').waitFor()
    return block
  }

  async function tryOut(block: Locator): Promise<string> {
    await block.locator('.execute').click()
    return (await block.locator('.live-responses-table .response').textContent()) ?? ''
  }

  it.each(
    looks([
      { name: 'desktop-light', viewport: desktop, colorScheme: 'light' },
      { name: 'narrow-dark', viewport: narrow, colorScheme: 'dark' },
      { name: 'desktop-dark', viewport: desktop, colorScheme: 'dark' },
      { name: 'narrow-light', viewport: narrow, colorScheme: 'light' },
    ] as const),
  )('makes a key, and asks nobody else for anything: $name', async ({ name, ...options }) => {
    const { page, complaints, foreign } = await visit(options)
    await authorize(page)
    const sent = page.waitForRequest((request) => request.method() === 'POST')
    const block = await open(page, 'Keys-createKey')
    const answer = await tryOut(block)

    expect(answer).toMatch(/^201/)
    expect((await sent).headers()['idempotency-key']).toMatch(/^[0-9a-f]{32}$/)
    const listed = await apiClient(app, token).get('/keys?limit=1')
    expect(listed.body['items']).toMatchObject([{ label: 'Irène starts' }])
    await expectGoodPage(page, `api-page-${name}`, { showsCode: true })
    expect(await page.content()).not.toContain(token)
    expect([complaints, foreign]).toEqual([[], []])
  })

  it('says what is wrong, and does not keep the token', async () => {
    const { page, foreign } = await visit()
    await page.fill('#token', `${token}x`)
    await page.keyboard.press('Enter')
    await page.locator('[data-problem]:not(:empty)').waitFor()
    await authorize(page)
    const block = await open(page, 'Keys-createKey')
    await block.locator('textarea').fill('{ "expiresAt": "tomorrow" }')

    expect(await tryOut(block)).toMatch(/^422.*"pointer": "\/expiresAt"/s)
    expect(await page.evaluate('[localStorage.length, sessionStorage.length, document.cookie]')).toEqual([
      0,
      0,
      '',
    ])
    await page.reload()
    const list = await open(page, 'Keys-listKeys')
    expect(await tryOut(list)).toMatch(/^401/)
    expect(foreign).toEqual([])
  })
})
