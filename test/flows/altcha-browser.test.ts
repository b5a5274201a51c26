import { type Chrome, expectGoodPage, phone, startChrome } from '../support/chrome'
import { registrationForm } from '../support/browser'
import { givenKey, usesOf } from '../support/builders'
import { startTestApp } from '../support/test-app'
import { describeWith } from '../support/tools'

describeWith('chromium', 'the work that a form asks for, in a real browser', (executablePath) => {
  let chrome: Chrome
  beforeAll(async () => {
    chrome = await startChrome(executablePath)
  })
  afterAll(() => chrome.close())

  it('is done while people type, and nobody sees it', async () => {
    const app = await startTestApp({
      base: '/invite',
      env: { ALTCHA: 'on', ALTCHA_COST: '20000', FORMS_WITHOUT_ALTCHA: '1' },
    })
    const key = await givenKey(app, { maxUses: 2 })

    for (let n = 0; n < 2; n += 1) {
      const { page, complaints } = await chrome.openPage({ viewport: phone, locale: 'en-GB' })
      await page.goto(key.link)
      for (const [field, value] of Object.entries(registrationForm())) await page.fill(`#${field}`, value)
      if (n === 0) await expectGoodPage(page, 'altcha-form')
      await page.locator('main [type=submit]').click()
      await page.waitForURL(/\/done/)
      expect(complaints).toEqual([])
    }

    expect(await usesOf(app, key)).toEqual({ completed: 2, held: 0 })
    // None of the two came without an answer.
    const { database, sql } = app.database
    const rows = await sql<{ key: string }>('SELECT `key` FROM ??.rate_limits', [database])
    expect(rows.filter(({ key: name }) => name.startsWith('altcha:'))).toHaveLength(2)
    await app.close()
  })
})
