import { writeFileSync } from 'node:fs'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { samplePassword } from '../support/console'
import {
  type Chrome,
  desktop,
  expectGoodPage,
  narrow,
  openSignedIn,
  phone,
  screenshotPath,
  startChrome,
  takePicture,
} from '../support/chrome'
import { looks, scaled } from '../support/scale'
import { mainly, startTestApp, type TestApp } from '../support/test-app'
import { describeWith } from '../support/tools'

/** The quick run fills two pages of cards: where each is a little too high, there is a third. */
const people = scaled(30, 16)
const interns = Array.from({ length: people }, (_, n) => `Intern ${n + 1}\tintern${n + 1}@example.org`).join(
  '\n',
)

describeWith('chromium', 'making keys in a real browser', (executablePath) => {
  let chrome: Chrome
  beforeAll(async () => {
    chrome = await startChrome(executablePath)
  })
  afterAll(() => chrome.close())

  describe.each(mainly('11.0'))('on GLPI $line at "$base"', ({ line, base }) => {
    let app: TestApp
    beforeAll(async () => {
      app = await startTestApp({ line, base })
      const speakEnglish = "UPDATE ??.glpi_users SET language = 'en_GB' WHERE name = 'emma.tremblay'"
      await app.database.sql(speakEnglish, [app.database.glpiDatabase])
    })
    afterEach(() => chrome.closePages())
    afterAll(() => app.close())

    const withClipboard = { viewport: desktop, permissions: ['clipboard-read', 'clipboard-write'] }
    const openPage = () => chrome.openPage(withClipboard)
    const openAs = (login: string, path = '/keys/new', options: BrowserContextOptions = {}) =>
      openSignedIn(chrome, app, login, { ...withClipboard, ...options, path })

    const clipboard = (page: Page): Promise<string> => page.evaluate('navigator.clipboard.readText()')

    it('from the sign-in page to a copied link in four steps', async () => {
      const { page, complaints } = await openPage()
      await page.goto(`${app.url}/console`)

      await page.fill('#login', 'emma.tremblay')
      await page.fill('#password', samplePassword)
      await page.getByRole('button', { name: 'Sign in' }).click() // 1
      await page.locator('main').getByRole('link', { name: 'New key' }).click() // 2
      await page.getByRole('button', { name: 'Make the key' }).click() // 3
      await page.getByRole('button', { name: 'Copy the link' }).click() // 4

      await page.getByText('Copied. The link is on the clipboard.').waitFor()
      expect(await clipboard(page)).toMatch(new RegExp(`^${app.url}/r/glpi[0-9a-z]{35}$`))
      expect(complaints.filter((text) => !text.includes('404'))).toEqual([])
    })

    it('by keyboard alone', async () => {
      const { page } = await openPage()
      await page.goto(`${app.url}/console/keys/new`)

      await page.locator('#login:focus').waitFor()
      await page.keyboard.type('emma.tremblay')
      await page.keyboard.press('Tab')
      await page.keyboard.type(samplePassword)
      await page.keyboard.press('Enter')
      await page.waitForURL('**/keys/new')
      await page.locator('#label:focus').waitFor()
      await page.keyboard.type('Camille, by keyboard')
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: 'Copy the link' }).waitFor()
      await page.keyboard.press('Enter')

      await page.getByText('Copied. The link is on the clipboard.').waitFor()
      expect(await clipboard(page)).toContain('/r/glpi')
      expect(await page.locator('main').innerText()).toContain('Camille, by keyboard')
    })

    it('the sentence follows the form while somebody types, as the server would put it', async () => {
      const { page } = await openAs('marie.curie')
      const sentence = page.locator('[data-sentence]')
      const asMade = async () => {
        const typed = await sentence.innerText()
        await page.locator('main form .btn-primary[type=submit]').click()
        await page.locator('[data-copy]').waitFor()
        const made = await page
          .locator('.card p')
          .filter({ hasText: /Self-Service/ })
          .first()
          .innerText()
        return { typed, made }
      }

      const untouched = await asMade()
      expect(untouched.typed).toBe(untouched.made)

      await page.goto(`${app.url}/console/keys/new`)
      await page.fill('#uses', '5')
      await page.selectOption('#entity', '1')
      await page.check('[name=recursive]')
      await page.check('[name=life][value=date]')
      await page.fill('#until', '2037-12-31')
      const changed = await asMade()
      expect(changed.typed).toContain('5 personnes')
      expect(changed.typed).toContain('Paris et ses sous-entités')
      expect(changed.typed).toContain('2037')
      expect(changed.typed.replace(/jeu\. /, '')).toBe(changed.made)
    })

    it(`${people} cards for ${people} people: paste, continue, make, print`, async () => {
      const { page } = await openAs('emma.tremblay', '/batches/new')

      await page.keyboard.type('Interns 2026')
      const longName = 'Wolfeschlegelsteinhausenbergerdorff '.repeat(6)
      await page.fill('#people', interns.replace('Intern 2\t', `${longName}\t`))
      await page.getByRole('button', { name: 'Continue' }).click()
      await page.getByRole('button', { name: `Make ${people} keys` }).click()
      await page.getByRole('button', { name: 'Copy all' }).click()

      await page.getByText(`Copied: ${people} lines.`).waitFor()
      const copied = (await clipboard(page)).split('\n')
      expect(copied).toHaveLength(people)
      expect(copied.at(-1)).toMatch(
        new RegExp(`^Intern ${people}\tintern${people}@example\\.org\thttp.*/r/glpi\\w{35}$`),
      )
      await page.emulateMedia({ media: 'print' })
      const clipped: number = await page.evaluate(
        `Array.from(document.querySelectorAll('.cards-one')).filter((card) => card.scrollHeight > card.clientHeight + 1).length`,
      )
      expect(clipped).toBe(0)
      await page.setViewportSize({ width: 718, height: 1047 }) // A4 within Chromium's margins
      await takePicture(page, `cards-${line}`, { fullPage: false })
      const pdf = await page.pdf({ format: 'A4' })
      writeFileSync(screenshotPath(`cards-${line}.pdf`), pdf)
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)).toHaveLength(Math.ceil(people / 8)) // 8 on each
    })

    it('a long list has a box that filters it, keeps what is chosen, and does not send the form', async () => {
      const { glpiDatabase, sql } = app.database
      const places = Array.from({ length: 30 }, (_, n) => [glpiDatabase, `Étage ${n + 1}`] as const)
      for (const [database, name] of places)
        await sql(
          'INSERT INTO ??.glpi_locations (name, completename, entities_id, is_recursive) VALUES (?, ?, 0, 1)',
          [database, name, name],
        )
      const { page } = await openAs('emma.tremblay')
      await page.getByText('More: start').click()

      await page.selectOption('#location', { label: 'Étage 7' })
      const box = page.locator('#location').locator('xpath=preceding-sibling::input')
      await box.fill('etage 12')
      await box.press('Enter')

      expect(await page.locator('#location option').allInnerTexts()).toEqual([
        '– none –',
        'Étage 12',
        'Étage 7',
      ])
      expect(await page.inputValue('#location')).not.toBe('')
      await page.getByText(/^1 of 3\d$/).waitFor()
      expect(page.url()).toContain('/keys/new')
      await sql("DELETE FROM ??.glpi_locations WHERE name LIKE 'Étage%'", [glpiDatabase])
    })

    const ways = looks([
      {
        name: 'phone-light',
        viewport: phone,
        colorScheme: 'light',
        login: 'marie.curie',
      },
      {
        name: 'phone-dark',
        viewport: phone,
        colorScheme: 'dark',
        login: 'emma.tremblay',
      },
      {
        name: 'narrow-light',
        viewport: narrow,
        colorScheme: 'light',
        login: 'marie.curie',
      },
      {
        name: 'desktop-light',
        viewport: desktop,
        colorScheme: 'light',
        login: 'emma.tremblay',
      },
      {
        name: 'desktop-dark',
        viewport: desktop,
        colorScheme: 'dark',
        login: 'marie.curie',
      },
    ] as const)
    const noScript = {
      name: 'no-script',
      viewport: desktop,
      javaScriptEnabled: false,
      login: 'emma.tremblay',
    }

    it.each([...ways, noScript])(
      'pages fit and are accessible: $name',
      async ({ name, login, ...options }) => {
        const { page, complaints } = await openAs(login, '/keys/new', options)
        const look = async (what: string) => {
          if (name !== 'no-script')
            await expectGoodPage(page, `make-${name}-${line}-${what}`, { showsCode: true })
        }
        const submit = page.locator('main form .btn-primary[type=submit]')

        await takePicture(page, `make-${name}-${line}-new-key`)
        for (const part of await page.locator('details.more summary').all()) await part.click()
        await look('new-key-more')
        await page.fill('#uses', '0')
        await page.fill('#addresses', 'ada@')
        await submit.click()
        await page.locator('[data-error-summary]').waitFor()
        await look('new-key-errors')
        await page.fill('#uses', '1')
        await page.fill('#addresses', 'ada@example.org')
        await page.fill('#label', 'Ada Lovelace <b>')
        await submit.click()
        await page.locator('.invitation').waitFor()
        await look('made')
        await page.goto(`${app.url}/console/batches/new`)
        await look('batch')
        await page.fill('#label', 'Interns 2026')
        await page.fill('#people', `${interns}\nwrong@@address`)
        await submit.click()
        await page.locator('table').waitFor()
        await look('preview')
        await submit.click()
        await page.locator('#links').waitFor()
        await look('batch-made')

        expect(complaints.filter((text) => !/status of (404|422)/.test(text))).toEqual([])
      },
    )
  })
})
