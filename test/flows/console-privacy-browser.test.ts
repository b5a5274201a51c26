import type { BrowserContextOptions } from 'playwright-core'
import { queueMails } from '../../src/mail'
import { givenKey } from '../support/builders'
import {
  type Chrome,
  desktop,
  expectGoodPage,
  narrow,
  openSignedIn,
  phone,
  startChrome,
  type Tab,
} from '../support/chrome'
import { looks } from '../support/scale'
import { startTestApp, type TestApp } from '../support/test-app'
import { describeWith } from '../support/tools'

const ada = {
  login: 'ada.lovelace.of.the.analytical.engine',
  firstname: 'Ada',
  realname: 'Lovelace',
  email: 'ada.lovelace@analytical-engines.example.org',
}

describeWith('chromium', 'the privacy page', (executablePath) => {
  let chrome: Chrome
  let app: TestApp
  beforeAll(async () => {
    chrome = await startChrome(executablePath)
    app = await startTestApp({ line: '11.0', base: '/invite' })
    const key = await givenKey(app, { label: 'Ada’s first day', addresses: [ada.email] })
    await givenKey(app, { label: 'Second try', addresses: [ada.email] })
    await givenKey(app, { label: 'For Ada Lovelace and others', maxUses: 9 })
    await givenKey(app, { label: 'The Lovelace prize', maxUses: 9 })
    await queueMails(app.context.db, app.context, [
      {
        kind: 'invitation',
        to: { address: ada.email, name: 'Ada Lovelace' },
        language: 'en',
        keyUid: key.uid,
      },
    ])
    const browser = app.browser()
    await browser.submit(await browser.open(key.link), ada)
  })
  afterEach(() => chrome.closePages())
  afterAll(async () => {
    await chrome.close()
    await app.close()
  })

  async function lookUp(options: BrowserContextOptions): Promise<Tab> {
    const tab = await openSignedIn(chrome, app, 'marie.curie', { ...options, path: '/privacy' })
    const { page } = tab
    await page.fill('#email', ada.email)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/privacy?person=*')
    return tab
  }

  it.each(
    looks([
      { name: 'desktop-light', viewport: desktop, colorScheme: 'light' },
      { name: 'desktop-dark', viewport: desktop, colorScheme: 'dark' },
      { name: 'phone-light', viewport: phone, colorScheme: 'light' },
      { name: 'narrow-dark', viewport: narrow, colorScheme: 'dark' },
    ] as const),
  )('fits and can be read: $name', async ({ name, ...options }) => {
    const { page, complaints } = await lookUp(options)

    await expectGoodPage(page, `console-privacy-${name}`)
    expect(complaints).toEqual([])
  })

  it('erases somebody by the keyboard alone', async () => {
    const { page } = await lookUp({ viewport: desktop })

    await page.focus('#retyped')
    await page.keyboard.press('Enter')
    await page.locator('#retyped-error').waitFor()
    expect(await page.evaluate('document.activeElement.id')).toBe('retyped')
    await page.keyboard.type(ada.email)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/console/privacy')

    await expectGoodPage(page, 'console-privacy-erased')
    expect(await page.locator('[role=status]').first().textContent()).toMatch(/Effacé : \d+ entrées/)
  })
})
