import axe from 'axe-core'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { signInAs } from './console'
import { keepPage, testFolder } from './evidence'
import { isFull } from './scale'
import type { TestApp } from './test-app'

const screenshots = path.join(testFolder, 'screenshots')
export const phone = { width: 390, height: 844 }
export const narrow = { width: 320, height: 640 }
export const desktop = { width: 1280, height: 900 }

/** What moves is drawn sixty times a second: `npm test` comes as somebody who asked for less motion. */
const usual: BrowserContextOptions = {
  viewport: phone,
  locale: 'en-GB',
  reducedMotion: isFull ? 'no-preference' : 'reduce',
}

/** A page in a browser profile of its own, and what its scripts and its security policy complained about. */
export interface Tab {
  page: Page
  complaints: string[]
}

export interface Chrome {
  openPage(options?: BrowserContextOptions): Promise<Tab>
  /** Closes what was opened since. */
  closePages(): Promise<void>
  close(): Promise<void>
}

/** A real browser, with its connections to the outside turned off. */
export async function startChrome(executablePath: string): Promise<Chrome> {
  mkdirSync(screenshots, { recursive: true })
  const chrome = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
    ],
  })
  const contexts: BrowserContext[] = []
  return {
    openPage: async (options = {}) => {
      const context = await chrome.newContext({ ...usual, ...options })
      contexts.push(context)
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
      page.on('pageerror', (error) => complaints.push(error.message))
      return { page, complaints }
    },
    closePages: async () => {
      for (const context of contexts.splice(0)) await context.close()
    },
    close: () => chrome.close(),
  }
}

/** In the console, for tests of what comes after the sign-in: it is done without drawing its page. */
export async function openSignedIn(
  chrome: Chrome,
  app: TestApp,
  login: string,
  options: BrowserContextOptions & { path: string },
): Promise<Tab> {
  const { path: place, ...others } = options
  const { browser } = await signInAs(app, login)
  const tab = await chrome.openPage(others)
  await tab.page.context().addCookies(browser.cookieList())
  await tab.page.goto(`${app.url}/console${place}`)
  return tab
}

/** Where the file with this name goes: people look at them. */
export const screenshotPath = (name: string): string => path.join(screenshots, name)

/** For people who look at them, after the full run: a picture shows no test anything, and takes long. */
export async function takePicture(page: Page, name: string, { fullPage = true } = {}): Promise<void> {
  if (isFull) await page.screenshot({ path: screenshotPath(`${name}.png`), fullPage })
}

/**
 * Takes its picture in the full run, and expects that it fits the window and that axe finds nothing. A mail is part of its reader's
 * page, whose landmarks are not ours to give.
 */
export async function expectGoodPage(
  page: Page,
  name: string,
  { showsCode = false, isMail = false } = {},
): Promise<void> {
  await takePicture(page, name)
  if (!showsCode) keepPage(await page.content())
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  expect(await violationsOn(page, isMail ? guidelines : [...guidelines, 'best-practice'])).toEqual([])
}

const guidelines = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** axe over the debugging protocol: the page's own policy lets no script in, and stays as it is. */
async function violationsOn(page: Page, rules: readonly string[]): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('Runtime.evaluate', { expression: axe.source })
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run({ runOnly: ${JSON.stringify(rules)} })
      .then(({ violations }) => JSON.stringify(violations.map(({ id, nodes }) => id + ' ' + nodes[0].html)))`,
    awaitPromise: true,
    returnByValue: true,
  })
  await session.detach()
  return JSON.parse(String(result.value)) as string[]
}
