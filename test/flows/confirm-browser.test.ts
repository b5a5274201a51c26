import type { Page } from 'playwright-core'
import { revokeKey } from '../../src/keys'
import { givenKey, type GivenKey, glpiUser } from '../support/builders'
import { registrationForm } from '../support/browser'
import { type Chrome, desktop, expectGoodPage, narrow, phone, startChrome } from '../support/chrome'
import { mailedPath, registrationOf } from '../support/holds'
import { mainly, startTestApp, type TestApp } from '../support/test-app'
import { describeWith } from '../support/tools'

const looks = {
  '10.0': { viewport: phone, colorScheme: 'light', locale: 'en-GB' },
  '11.0': { viewport: narrow, colorScheme: 'dark', locale: 'fr-FR' },
} as const

describeWith('chromium', 'confirming an address in a real browser', (executablePath) => {
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

    const look = (page: Page, what: string) => expectGoodPage(page, `confirm-${line}-${what}`)
    const linkFor = async (key: GivenKey) =>
      `${app.url}${(await mailedPath(app, await registrationOf(app, key))) ?? ''}`

    async function sendForm(page: Page, key: GivenKey) {
      const typed = registrationForm()
      await page.goto(key.link)
      for (const [field, value] of Object.entries(typed)) await page.fill(`#${field}`, value)
      await page.locator('main [type=submit]').click()
      await page.locator('.address').waitFor()
      return typed
    }

    it('from the form to the account, in the browser that sent it', async () => {
      const key = await givenKey(app, { needsProof: true })
      const { page, complaints } = await chrome.openPage(looks[line])
      const { login } = await sendForm(page, key)
      await look(page, 'waiting')

      await page.locator('form[action$="/waiting/mails"] [type=submit]').click()
      await page.locator('.sent-again').waitFor()
      await look(page, 'sent-again')
      await page.fill('#email', 'not an address')
      await page.locator('form[action$="/waiting/address"] [type=submit]').click()
      await page.locator('#email-error').waitFor()
      await look(page, 'address-problem')

      await page.goto(await linkFor(key))
      expect(page.url()).not.toMatch(/confirm\/./)
      await look(page, 'confirm')
      await page.locator('main [type=submit]').click()
      await page.waitForURL('**/done**')

      expect(await glpiUser(app, login)).toMatchObject({ is_active: 1 })
      expect(complaints.filter((text) => !/status of 422/.test(text))).toEqual([])
    })

    it('elsewhere with the password, and without JavaScript', async () => {
      const key = await givenKey(app, { needsProof: true })
      const first = await chrome.openPage({ viewport: desktop, javaScriptEnabled: false })
      const { login, password } = await sendForm(first.page, key)
      const { page } = await chrome.openPage({ viewport: desktop, colorScheme: 'dark' })
      await page.goto(await linkFor(key))
      await page.fill('#password', 'something else')
      await page.locator('main [type=submit]').click()
      await page.locator('#password-error').waitFor()
      await look(page, 'wrong-password')

      await page.fill('#password', password)
      await page.locator('main [type=submit]').click()
      await page.waitForURL('**/done**')
      expect(await glpiUser(app, login)).toMatchObject({ is_active: 1 })
    })

    it('says what to do when the invitation was withdrawn meanwhile', async () => {
      const key = await givenKey(app, { needsProof: true })
      const sender = app.browser()
      await sender.submit(await sender.open(key.link))
      const link = await linkFor(key)
      const { page } = await chrome.openPage(looks[line])
      await revokeKey(app.context, { kind: 'system' }, key.uid)

      const answer = await page.goto(link)

      expect(answer?.status()).toBe(410)
      await look(page, 'withdrawn')
    })
  })
})
