import type { Page } from 'playwright-core'
import { sampleMails } from '../../src/demo/sample-mails'
import { glpiLanguages } from '../../src/glpi/languages'
import { pauseKey, revokeKey } from '../../src/keys'
import { givenKey, type GivenKey } from '../support/builders'
import { registrationForm } from '../support/browser'
import { type Chrome, desktop, phone, startChrome, takePicture } from '../support/chrome'
import { samplePassword } from '../support/console'
import { speakPseudo } from '../support/pseudo-locale'
import { looks } from '../support/scale'
import { startTestApp, type TestApp } from '../support/test-app'
import { describeWith } from '../support/tools'

const ways = looks([
  { look: 'phone', viewport: phone },
  { look: 'desktop', viewport: desktop },
] as const)

describeWith('chromium', 'in a language whose words are 40 % longer', (executablePath) => {
  let chrome: Chrome
  let app: TestApp
  let keys: Record<'good' | 'revoked' | 'paused' | 'proving', GivenKey>
  let data: Set<string>

  beforeAll(async () => {
    speakPseudo()
    chrome = await startChrome(executablePath)
    app = await startTestApp({ line: '11.0', env: { SUPPORT_CONTACT: '+33 1 23 45 67 89' } })
    keys = {
      good: await givenKey(app, { maxUses: 40, label: '2026 …' }),
      revoked: await givenKey(app),
      paused: await givenKey(app),
      proving: await givenKey(app, { needsProof: true }),
    }
    await Promise.all([revoke(app, keys.revoked), pause(app, keys.paused)])
    await app.database.sql("UPDATE ??.glpi_users SET language = 'en_GB' WHERE name = 'marie.curie'", [
      app.database.glpiDatabase,
    ])
    data = await wordsOfData(app)
  })
  afterEach(() => chrome.closePages())
  afterAll(async () => {
    await chrome.close()
    await app.close()
  })

  /** What is wrong with the page as it stands: an empty list when nothing is. */
  async function wrongWith(page: Page, name: string): Promise<string[]> {
    await takePicture(page, `every-word-${name}`)
    const plain = plainWordsIn(await page.evaluate<string[]>(textsOnPage)).filter((word) => !data.has(word))
    const cut = await page.evaluate<string[]>(cutOnPage)
    return [
      ...plain.map((word) => `${name}: ${word} comes from no dictionary`),
      ...cut.map((text) => `${name}: ${text} is cut`),
    ]
  }

  it.each(ways)('nothing of the public pages is cut or hard coded: $look', async ({ look, viewport }) => {
    const { page } = await chrome.openPage({ viewport })
    const found: string[] = []
    const check = async (what: string) => found.push(...(await wrongWith(page, `${look}-${what}`)))

    await page.goto(`${app.url}/register`)
    await check('code')
    await page.goto(keys.revoked.link)
    await check('revoked')
    await page.goto(keys.paused.link)
    await check('paused')
    await page.goto(`${app.url}/r/glpi0`)
    await check('malformed')
    await page.goto(`${app.url}/nowhere`)
    await check('nothing-here')
    await page.goto(keys.good.link)
    await check('form')
    await page.evaluate("document.querySelector('main form').noValidate = true")
    await page.locator('main form:has(#login) [type=submit]').last().click()
    await page.locator('[data-error-summary]').waitFor()
    await check('form-refused')
    for (const [field, value] of Object.entries(registrationForm())) await page.fill(`#${field}`, value)
    await page.locator('main form:has(#login) [type=submit]').last().click()
    await page.locator('#password').waitFor({ state: 'detached' })
    await check('done')

    expect(found).toEqual([])
  })

  it.each(ways)('nothing of the console is cut or hard coded: $look', async ({ look, viewport }) => {
    const { page } = await chrome.openPage({ viewport })
    const found: string[] = []
    const check = async (what: string) => found.push(...(await wrongWith(page, `${look}-${what}`)))
    const visit = (path: string) => page.goto(`${app.url}/console${path}`)

    await visit('/sign-in')
    await check('sign-in')
    await page.fill('#login', 'marie.curie')
    await page.fill('#password', samplePassword)
    await page.locator('main [type=submit]').first().click()
    await page.waitForURL('**/console')
    await check('home')
    for (const path of [
      '/keys',
      '/keys?search=nothing',
      '/keys/new',
      `/keys/${keys.good.uid}`,
      '/batches/new',
      '/presets',
      '/presets/new',
      `/keys/${keys.good.uid}/carried`,
      '/approvals',
      '/requests',
      '/webhooks',
      '/webhooks/new',
      '/audit',
      '/tokens',
      '/tokens/new',
      '/status',
      '/privacy',
      '/kill-switch',
      '/no-such-page',
    ]) {
      await visit(path)
      await page.evaluate("document.querySelectorAll('main details').forEach((part) => { part.open = true })")
      await check(path.replace(keys.good.uid, 'key').replaceAll(/\W+/g, '-'))
    }

    expect(found).toEqual([])
  })

  it('nothing of a mail is hard coded', () => {
    const theirs = new Set(
      'Example Helpdesk Europe Paris Nora Leblanc nora leblanc Marie Curie Paul Langevin Karim Haddad karim haddad New colleagues Apprentices'.split(
        ' ',
      ),
    )
    const found = sampleMails.flatMap((sample) => {
      const { subject, text } = sample.render('en')
      const lines = text.split('\n').filter((line) => !/^(>|\* )|https?:/.test(line.trim()))
      return plainWordsIn([subject, ...lines])
        .filter((word) => !data.has(word) && !theirs.has(word))
        .map((word) => `${sample.name}: ${word}`)
    })

    expect(found).toEqual([])
  })
})

async function revoke(app: TestApp, { uid }: GivenKey): Promise<void> {
  await revokeKey(app.context, { kind: 'system' }, uid)
}

async function pause(app: TestApp, { uid }: GivenKey): Promise<void> {
  await pauseKey(app.context, { kind: 'system' }, uid)
}

/** Words of plain letters, without ends of codes, addresses and names of settings. */
const plainWordsIn = (texts: readonly string[]): string[] => [
  ...new Set(
    texts.flatMap(
      (text) =>
        text
          .replaceAll(/…\w{4}|\S+@\S+|\S*\/\S*|\b[A-Z]+(_[A-Z]+)+\b/g, ' ')
          .match(/(?<![\p{L}\p{N}_.-])[A-Za-z]{3,}(?![\p{L}\p{N}_-])/gu) ?? [],
    ),
  ),
]

/** What people and GLPI named, and what `Intl` says in English. */
async function wordsOfData({ database: { glpiDatabase, sql }, context }: TestApp): Promise<Set<string>> {
  const names = await Promise.all(
    ['entities', 'profiles', 'groups', 'locations', 'usertitles', 'usercategories', 'users'].map((table) =>
      sql<{ name: string }>('SELECT name FROM ??.??', [glpiDatabase, `glpi_${table}`]),
    ),
  )
  const people = await sql<{ name: string }>(
    "SELECT CONCAT(COALESCE(firstname, ''), ' ', COALESCE(realname, '')) AS name FROM ??.glpi_users",
    [glpiDatabase],
  )
  const language = new Intl.DisplayNames('en-GB', { type: 'language' })
  const said = [
    ...[...names.flat(), ...people].map(({ name }) => name),
    ...glpiLanguages.map((code) => language.of(code.replace('_', '-')) ?? ''),
    ...Array.from({ length: 366 }, (_, day) => {
      const date = new Date(Date.UTC(2026, 0, day))
      return ['long', 'short'].map((style) =>
        date.toLocaleDateString('en-GB', { weekday: style as 'long', month: style as 'long' }),
      )
    }).flat(),
    context.config.instanceName,
    'GLPI UTC Ada Lovelace nothing',
  ]
  return new Set(said.flatMap((text) => text.match(/[A-Za-z]+/g) ?? []))
}

/** Every text that is read or read out, apart from what says that it is in another language. */
const textsOnPage = `(() => {
  const isOurs = (element) => element.closest('html [lang], script, style, code, .code, .agent, [translate=no]') === null
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const texts = [document.title]
  while (walker.nextNode()) if (isOurs(walker.currentNode.parentElement)) texts.push(walker.currentNode.data)
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
    if (isOurs(element))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) texts.push(element.getAttribute(name) ?? '')
  return texts
})()`

/** Texts that do not fit their box, or reach out of the window where nothing scrolls. */
const cutOnPage = `(() => {
  const scrolls = (element) => /auto|scroll/.test(getComputedStyle(element).overflowX)
  const isScrolled = (element) => { for (let one = element; one; one = one.parentElement) if (scrolls(one)) return true; return false }
  const isHidden = (element) => !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || isForEars(element)
  const isForEars = (element) => { for (let one = element; one; one = one.parentElement) if (one.clientWidth === 1 || /inset|rect/.test(getComputedStyle(one).clipPath + getComputedStyle(one).clip)) return true; return false }
  const hasText = (element) => Array.from(element.childNodes).some((node) => node.nodeType === 3 && node.data.trim() !== '')
  const endOf = (element) => element.getBoundingClientRect().right
  const widest = () => Array.from(document.querySelectorAll('body *')).reduce((one, other) => endOf(other) > endOf(one) ? other : one)
  const found = document.documentElement.scrollWidth > innerWidth ? ['the page, by ' + widest().outerHTML.slice(0, 160)] : []
  for (const element of document.querySelectorAll('body *')) {
    if (!hasText(element) || isHidden(element) || /^(OPTION|SCRIPT|STYLE|TEXTAREA)$/.test(element.tagName)) continue
    const isCut = element.scrollWidth > element.clientWidth + 1 && !scrolls(element)
    const range = document.createRange()
    range.selectNodeContents(element)
    const isOutside = range.getBoundingClientRect().right > innerWidth + 1 && !isScrolled(element)
    if (isCut || isOutside) found.push(element.outerHTML.slice(0, 160))
  }
  return found
})()`
