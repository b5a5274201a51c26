import type { Answer, Browser, SentFields } from './browser'
import type { TestApp } from './test-app'

/** The one password of everybody in the sample company. */
export const samplePassword = 'Demo-Password-2026!'

/** Somebody signed in to the console: forms carry the token of their session. */
export interface Admin {
  browser: Browser
  /** A page of the console; `path` is below `/console`. */
  get(path: string, options?: { follow?: boolean }): Promise<Answer>
  /** `showsCode`: the answer may hold a code, and is not searched for one. */
  post(
    path: string,
    fields?: SentFields,
    options?: { follow?: boolean; showsCode?: boolean },
  ): Promise<Answer>
}

/** Signs in by the page, as a person of the sample company (src/demo/sample-people.ts). */
export async function signInAs(app: TestApp, login: string, language = 'en'): Promise<Admin> {
  const browser = app.browser({ language })
  const { status } = await trySignIn(browser, login, samplePassword, { follow: false })
  if (status !== 303) throw new Error(`${login} cannot sign in: ${status}`)
  return adminAt(browser)
}

/** Fills in the sign-in page; the answer is the page after it. */
export async function trySignIn(
  browser: Browser,
  login: string,
  password: string,
  { follow = true } = {},
): Promise<Answer> {
  const page = await browser.get('/console/sign-in')
  return browser.post('/console/sign-in', { csrf: csrfOf(page), next: '', login, password }, { follow })
}

export function adminAt(browser: Browser): Admin {
  let csrf = ''
  return {
    browser,
    get: (path, options) => browser.get(`/console${path}`, options),
    post: async (path, fields = {}, options = {}) => {
      // Any page has the token of the session, the one that says there is none included.
      if (csrf === '') csrf = csrfOf(await browser.get('/console/no-such-page'))
      return browser.post(`/console${path}`, { csrf, ...fields }, options)
    },
  }
}

export function csrfOf({ text }: Answer): string {
  return /name="csrf" value="([^"]*)"/.exec(text)?.[1] ?? ''
}
