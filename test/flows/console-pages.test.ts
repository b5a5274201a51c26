import type { Page } from 'playwright-core'
import { givenKey, type GivenKey } from '../support/builders'
import { registrationOf } from '../support/holds'
import { registrationForm } from '../support/browser'
import { type Chrome, desktop, expectGoodPage, narrow, phone, startChrome } from '../support/chrome'
import { samplePassword } from '../support/console'
import { isFull } from '../support/scale'
import { layouts, startTestApp, type TestApp } from '../support/test-app'
import { describeWith } from '../support/tools'

const french = 'marie.curie' // Super-Admin of the root entity, French in GLPI
const hostile = `<img src=x onerror=alert(1)> "Équipe" & 'Zoë' ${'très-long'.repeat(12)}`

describeWith('chromium', 'the pages of the console', (executablePath) => {
  let chrome: Chrome
  beforeAll(async () => {
    chrome = await startChrome(executablePath)
  })
  afterAll(() => chrome.close())

  describe.each(layouts)('on GLPI $line at "$base"', ({ line, base }) => {
    let app: TestApp
    let key: GivenKey
    let waitingUid = ''
    const english = 'admin-in-english'

    beforeAll(async () => {
      app = await startTestApp({ line, base })
      key = await givenKey(app, { label: hostile, maxUses: 3 })
      await givenKey(app, { label: 'Interns of November', maxUses: undefined })
      const browser = app.browser()
      await browser.submit(await browser.open(key.link), registrationForm({ firstname: '<b>Ada</b>' }))
      await browser.submit(await browser.open(key.link), registrationForm({ login: 'a/b' }))
      const guarded = await givenKey(app, { needsApproval: true })
      await browser.submit(await browser.open(guarded.link), registrationForm({ firstname: '<i>Grace</i>' }))
      waitingUid = (await registrationOf(app, guarded)).uid
      await speakEnglish(app, english)
    })
    afterEach(() => chrome.closePages())
    afterAll(() => app.close())

    async function signIn(page: Page, login: string): Promise<void> {
      await page.goto(`${app.url}/console/sign-in`)
      await page.fill('#login', login)
      await page.fill('#password', samplePassword)
      await page.locator('main [type=submit]').first().click()
      await page.waitForURL('**/console')
    }

    const places = () => [
      { what: 'home', path: '' },
      { what: 'keys', path: '/keys' },
      { what: 'keys-filtered', path: '/keys?state=usable&search=inter&madeFrom=2026-01-01' },
      { what: 'keys-none', path: '/keys?search=nothing+like+this' },
      { what: 'key', path: `/keys/${key.uid}` },
      { what: 'carried', path: `/keys/${key.uid}/carried` },
      { what: 'approvals', path: '/approvals' },
      { what: 'approval', path: `/approvals/review?uid=${waitingUid}` },
      { what: 'requests', path: '/requests' },
      { what: 'audit', path: '/audit' },
      { what: 'audit-none', path: '/audit?kind=batch.made' },
      { what: 'status', path: '/status' },
      { what: 'kill-switch', path: '/kill-switch' },
      { what: 'not-found', path: '/keys/00000000-0000-7000-8000-000000000000' },
    ]

    /** `npm test` goes to each of them with JavaScript on one layout and without on the other; the full run to all. */
    const placesFor = ({ scripted }: { scripted: boolean }) =>
      places().filter((_, index) => isFull || index % 2 === Number(scripted === (line === '10.0')))

    // Each look on one layout, all of them on both in the full run.
    const looks = [
      { name: 'desktop-dark', viewport: desktop, colorScheme: 'dark', login: english },
      { name: 'narrow-light', viewport: narrow, colorScheme: 'light', login: french },
      { name: 'desktop-light', viewport: desktop, colorScheme: 'light', login: french },
      { name: 'phone-dark', viewport: phone, colorScheme: 'dark', login: english },
    ] as const
    const onThisLayout = looks.filter((_, index) => isFull || index === (line === '10.0' ? 0 : 1))

    it.each(onThisLayout)('fit, are accessible and quiet: $name', async ({ name, login, ...options }) => {
      const { page, complaints } = await chrome.openPage(options)
      const look = (what: string) => expectGoodPage(page, `console-${name}-${line}-${what}`)

      await page.goto(`${app.url}/console/sign-in`)
      await look('sign-in')
      await page.fill('#login', login)
      await page.fill('#password', 'something else')
      await page.locator('main [type=submit]').first().click()
      await page.locator('[data-error-summary]').waitFor()
      await look('sign-in-failed')
      await page.goto(`${app.url}/console/link`)
      await look('link')
      await signIn(page, login)
      for (const { what, path } of placesFor({ scripted: true })) {
        await page.goto(`${app.url}/console${path}`)
        await look(what)
      }
      for (const closed of await page.locator('details:not([open]) > summary:visible').all())
        await closed.click()
      await look('all-open')

      expect(complaints.filter((text) => !/status of (401|404|410)/.test(text))).toEqual([])
    })

    it('are all there without JavaScript', async () => {
      const { page } = await chrome.openPage({ viewport: phone, javaScriptEnabled: false })
      await signIn(page, english)

      for (const { path } of placesFor({ scripted: false })) {
        const answer = await page.goto(`${app.url}/console${path}`)
        expect(answer?.status()).toBe(path.includes('00000000') ? 404 : 200)
        expect(await page.locator('main h1').innerText()).not.toBe('')
      }
      await page.goto(`${app.url}/console/keys/${key.uid}`)
      await page.getByRole('button', { name: 'Pause' }).click()
      expect(await page.locator('main').innerText()).toContain('Paused')
      await page.getByRole('button', { name: 'Resume' }).click()
      await page.locator('summary', { hasText: 'Menu' }).click()
      await page.getByRole('button', { name: 'Sign out', exact: true }).first().click()
      await page.waitForURL('**/sign-in**')
    })
  })
})

/** A Super-Admin whose GLPI account is in English. */
async function speakEnglish({ database: { glpiDatabase, sql } }: TestApp, login: string): Promise<void> {
  await sql(
    `INSERT INTO ??.glpi_users (name, password, password_last_update, authtype, language)
     SELECT ?, password, password_last_update, 1, 'en_GB' FROM ??.glpi_users WHERE name = ?`,
    [glpiDatabase, login, glpiDatabase, french],
  )
  await sql(
    `INSERT INTO ??.glpi_profiles_users (users_id, profiles_id, entities_id, is_recursive)
     SELECT id, 4, 0, 1 FROM ??.glpi_users WHERE name = ?`,
    [glpiDatabase, glpiDatabase, login],
  )
}
