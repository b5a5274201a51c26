import type { BrowserContextOptions } from 'playwright-core'
import { laySampleHistory } from '../../src/demo/sample-history'
import { type Chrome, desktop, expectGoodPage, narrow, openSignedIn, startChrome } from '../support/chrome'
import { looks } from '../support/scale'
import { startTestApp, type TestApp } from '../support/test-app'
import { describeWith } from '../support/tools'

const adminUrl = process.env['TEST_DATABASE_ADMIN_URL'] ?? ''

describeWith('chromium', 'a console that a month has passed in', (executablePath) => {
  let chrome: Chrome
  let app: TestApp
  beforeAll(async () => {
    chrome = await startChrome(executablePath)
    app = await startTestApp({ line: '11.0', base: '/invite' })
    await laySampleHistory(app.env, adminUrl)
  })
  afterEach(() => chrome.closePages())
  afterAll(async () => {
    await chrome.close()
    await app.close()
  })

  const open = (path: string, options: BrowserContextOptions) =>
    openSignedIn(chrome, app, 'marie.curie', { ...options, path })

  it.each(
    looks([
      { name: 'narrow-dark', viewport: narrow, colorScheme: 'dark' },
      { name: 'desktop-light', viewport: desktop, colorScheme: 'light' },
      { name: 'desktop-dark', viewport: desktop, colorScheme: 'dark' },
      { name: 'narrow-light', viewport: narrow, colorScheme: 'light' },
    ] as const),
  )('shows what needs somebody and the chart with its table: $name', async ({ name, ...options }) => {
    const { page, complaints } = await open('', options)

    await page.locator('.chart-table summary').click()

    await expectGoodPage(page, `console-${name}-home-full`)
    expect(await page.locator('.needs > section').count()).toBe(2)
    expect(await page.locator('.chart-table tbody tr').count()).toBe(30)
    const bars = await page.locator('.chart .chart-bar').all()
    const heights = await Promise.all(bars.map(async (bar) => (await bar.boundingBox())?.height ?? 0))
    expect(heights.filter((height) => height > 5).length).toBeGreaterThan(12)
    expect(complaints).toEqual([])
  })

  it('stops and resumes registrations by the keyboard alone', async () => {
    const { page } = await open('/kill-switch', { viewport: desktop })

    await page.focus('#understood')
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.locator('.stopped').waitFor()
    await expectGoodPage(page, 'console-kill-switch-on')

    await page.focus('main [type=submit]')
    await page.keyboard.press('Enter')
    await page.locator('.stopped').waitFor({ state: 'detached' })
  })
})
