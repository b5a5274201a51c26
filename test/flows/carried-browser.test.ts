import type { BrowserContextOptions } from 'playwright-core'
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

describeWith('chromium', 'what keys carry, in a real browser', (executablePath) => {
  let chrome: Chrome
  let app: TestApp
  beforeAll(async () => {
    chrome = await startChrome(executablePath)
    app = await startTestApp({ line: '11.0', base: '/invite', env: { TIME_ZONE: 'Europe/Paris' } })
  })
  afterEach(() => chrome.closePages())
  afterAll(async () => {
    await app.close()
    await chrome.close()
  })

  async function openNewKey(login: string, options: BrowserContextOptions): Promise<Tab> {
    const tab = await openSignedIn(chrome, app, login, { ...options, path: '/keys/new' })
    for (const part of await tab.page.locator('details.more > summary').all()) await part.click()
    return tab
  }

  it.each(
    looks([
      ['desktop dark', desktop, 'dark' as const, 'marie.curie'],
      ['desktop light', desktop, 'light' as const, 'siobhan.obrien'],
      ['phone light', phone, 'light' as const, 'marie.curie'],
      ['phone dark', phone, 'dark' as const, 'siobhan.obrien'],
      ['narrow', narrow, 'light' as const, 'marie.curie'],
    ]),
  )(
    'the form that makes a key is good with everything shown: %s',
    async (name, viewport, colorScheme, login) => {
      const { page, complaints } = await openNewKey(login, { viewport, colorScheme })
      await page.fill('#domains', 'example.org\n*.example.org')
      await page.fill('[name=accountMonths]', '6')
      await page.fill('#fillFirstname', 'Marie')
      await page.fill('#fillEmail', 'wrong')
      await page.fill('#message', 'See you on Monday!')

      await expectGoodPage(page, `carried-form-${name.replace(' ', '-')}`)
      expect(complaints).toEqual([])
    },
  )

  it('the sentence follows what is typed, and says the same as the server', async () => {
    const { page } = await openNewKey('siobhan.obrien', { viewport: desktop })
    const sentence = () => page.textContent('[data-sentence]')

    await page.fill('#domains', '@example.org')
    await page.fill('[name=accountMonths]', '6')
    expect(await page.isChecked('#account-months')).toBe(true)
    expect(await sentence()).toContain(
      'Only addresses in example.org can use it. The account ends 6 months after',
    )
    await page.fill('#addresses', 'ada@home.test')
    await page.fill('[name=accountUntil]', '2027-06-30')
    const typed = (await sentence())?.replace(/ until .*?\./, '.')
    await page.click('form[data-making] .btn-primary[type=submit]')
    await page.waitForSelector('[data-copy]')

    const told =
      'Only ada@home.test, and addresses in example.org, can use it. The account ends at the end of 30 Jun'
    expect(typed).toContain(told)
    expect(await page.textContent('main')).toContain(told)
  })

  it('a wrong entry is told beside its field, with the summary on top', async () => {
    const { page } = await openNewKey('siobhan.obrien', { viewport: phone })
    await page.fill('#domains', 'nowhere')
    await page.fill('#fillEmail', 'wrong')
    await page.check('[value=days]')
    await page.click('form[data-making] .btn-primary[type=submit]')
    await page.waitForSelector('[data-error-summary]')

    await expectGoodPage(page, 'carried-errors-phone')
    expect(await page.locator('.field-error').count()).toBe(3)
  })

  it.each(
    looks([
      ['phone', phone, 'light' as const],
      ['desktop', desktop, 'dark' as const],
    ]),
  )('the invited see what was filled in, and what is locked: %s', async (name, viewport, colorScheme) => {
    const { link } = await givenKey(app, {
      domains: ['example.org', '*.example.org'],
      language: 'fr_FR',
      fields: [
        { field: 'firstname', value: 'Marie', isLocked: false },
        { field: 'realname', value: 'Curie', isLocked: true },
        { field: 'login', value: `m.curie.${name}`, isLocked: true },
      ],
    })
    const { page, complaints } = await chrome.openPage({ viewport, colorScheme })

    await page.goto(link)

    await expectGoodPage(page, `carried-register-${name}`)
    expect(complaints).toEqual([])
    expect(await page.inputValue('#realname')).toBe('Curie')
  })

  it('the page of a key tells all that it carries', async () => {
    const { uid } = await givenKey(app, {
      domains: ['example.org', '*.bücher.example'],
      accountValidity: { from: new Date('2030-09-01T00:00:00Z'), end: { kind: 'months', months: 6 } },
      language: 'fr_CA',
      fields: [
        { field: 'firstname', value: 'Marie', isLocked: false },
        { field: 'login', value: 'm.curie.page', isLocked: true },
      ],
      needsProof: true,
      message: 'Welcome!\nSee you on Monday.',
    })
    const path = `/keys/${uid}`
    const { page } = await openSignedIn(chrome, app, 'marie.curie', { viewport: desktop, path })

    await expectGoodPage(page, 'carried-key-desktop')
    expect(await page.textContent('main')).toContain('m.curie.page (verrouillé)')
  })
})
