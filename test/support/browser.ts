import { Agent } from 'node:http'
import { Agent as SecureAgent } from 'node:https'
import request from 'supertest'
import { keepPage, keepSecret } from './evidence'

export interface Answer {
  status: number
  headers: Record<string, string | undefined>
  text: string
  /** The path after the last redirect that was followed. */
  path: string
}

export interface FormFields {
  login: string
  firstname: string
  realname: string
  email: string
  password: string
}

/** A field that is sent more than once has a list. */
export type SentFields = Readonly<Record<string, string | readonly string[]>>

const pairsOf = (fields: SentFields): [string, string][] =>
  Object.entries(fields).flatMap(([name, sent]) =>
    (typeof sent === 'string' ? [sent] : sent).map((value): [string, string] => [name, value]),
  )

/** As much of a browser as a form needs: a cookie jar, redirects, and reading hidden fields. */
export class Browser {
  private readonly cookies = new Map<string, string>()

  constructor(
    private readonly url: string,
    private readonly language = 'en',
    /** One of this machine's own, such as 127.0.0.9: to come from elsewhere. */
    private readonly address?: string,
  ) {}

  async get(path: string, { follow = true, headers = {} } = {}): Promise<Answer> {
    return this.send('get', path, undefined, follow, headers)
  }

  async head(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('head', path, undefined, false, headers)
  }

  async post(path: string, fields: SentFields, { follow = true, showsCode = false } = {}): Promise<Answer> {
    const { password } = fields
    if (typeof password === 'string') keepSecret(password)
    return this.send('post', path, new URLSearchParams(pairsOf(fields)), follow, {}, showsCode)
  }

  /** Opens an invitation link and answers with the form's page. */
  async open(link: string): Promise<Answer> {
    return this.get(new URL(link).pathname.slice(new URL(this.url).pathname.replace(/\/$/, '').length))
  }

  /** Fills in the form on a page and sends it. */
  async submit(page: Answer, fields: Partial<FormFields> = {}): Promise<Answer> {
    return this.post('/register', { ...hiddenFields(page), ...registrationForm(fields) })
  }

  /** The value of the cookie with this name, whatever its prefix. */
  cookie(name: string): string | undefined {
    return Array.from(this.cookies).find(([key]) => key.replace(/^__(Host|Secure)-/, '') === name)?.[1]
  }

  /** For another browser that takes them over. */
  cookieList(): { name: string; value: string; url: string }[] {
    return Array.from(this.cookies, ([name, value]) => ({ name, value, url: `${this.url}/` }))
  }

  forgetCookies(): void {
    this.cookies.clear()
  }

  private async send(
    method: 'get' | 'head' | 'post',
    path: string,
    body: URLSearchParams | undefined,
    follow: boolean,
    headers: Record<string, string>,
    showsCode = false,
  ): Promise<Answer> {
    const sending = request(this.url)
      [method](path)
      .redirects(0)
      .trustLocalhost()
      .set('Accept-Language', this.language)
      .set(headers)
    if (this.cookies.size > 0)
      sending.set('Cookie', Array.from(this.cookies, ([k, v]) => `${k}=${v}`).join('; '))
    if (this.address !== undefined)
      sending.agent(new (this.url.startsWith('https:') ? SecureAgent : Agent)({ localAddress: this.address }))
    if (body !== undefined) sending.type('form').send(body.toString())
    const response = await sending
    this.remember(response.get('Set-Cookie') ?? [])
    const { text } = response
    if (!showsCode) keepPage(text)
    const location = response.get('Location')
    if (follow && location !== undefined && [302, 303].includes(response.status)) {
      const base = new URL(this.url).pathname.replace(/\/$/, '')
      return this.get(location.slice(base.length))
    }
    return { status: response.status, headers: response.headers, text, path }
  }

  private remember(cookies: string[]): void {
    for (const cookie of cookies) {
      const [pair = ''] = cookie.split(';')
      const at = pair.indexOf('=')
      if (/max-age=0/i.test(cookie)) this.cookies.delete(pair.slice(0, at))
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
  }
}

let people = 0

/** A form that is accepted; every call is another person. */
export function registrationForm(fields: Partial<FormFields> = {}): FormFields & Record<string, string> {
  people += 1
  const who = `p${process.pid.toString(36)}x${Date.now().toString(36)}${people.toString(36)}`
  return {
    login: who,
    firstname: 'Ada',
    realname: 'Lovelace',
    email: `${who}@example.org`,
    password: `plateau-cigogne-${who}-bureau`,
    ...fields,
  }
}

export function hiddenFields({ text }: Answer): { handle: string; csrf: string } {
  return { handle: hidden(text, 'handle'), csrf: hidden(text, 'csrf') }
}

function hidden(html: string, name: string): string {
  const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1]
  if (value === undefined) throw new Error(`the page has no hidden field ${name}: ${html.slice(0, 2000)}`)
  return value
}

/** The visible text of a page, entities decoded, white space folded. */
export function textOf({ text }: Answer): string {
  return text
    .replace(/<(script|style|head)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim()
}
