import { givenKey, usesOf } from '../support/builders'
import { scaled } from '../support/scale'
import { mainly, startTestApp, type TestApp } from '../support/test-app'

const visitors = [
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
  'WhatsApp/2.24 A',
  'Mozilla/5.0 (compatible; SkypeUriPreview Preview/0.5)',
  'facebookexternalhit/1.1',
]

const times = scaled(100)

describe.each(mainly('11.0'))('looking at a link on GLPI $line at "$base"', ({ line, base }) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp({ line, base })
  })
  afterAll(() => app.close())

  it('changes nothing, however often and by whom', async () => {
    const key = await givenKey(app)
    const path = new URL(key.link).pathname.slice(base.length)
    const before = await everything(app)

    for (let time = 0; time < times; time += 1) {
      const headers = { 'User-Agent': visitors[time % visitors.length] ?? '' }
      const browser = app.browser()
      expect((await browser.get(path, { headers })).status).toBe(200)
      expect((await browser.head(path, headers)).status).toBe(303)
      expect((await browser.head('/register', headers)).status).toBe(200)
    }

    expect(await usesOf(app, key)).toEqual({ completed: 0, held: 0 })
    expect(await everything(app)).toEqual(before)
  })

  it('takes the code out of the address bar, the history and the Referer', async () => {
    const key = await givenKey(app)
    const browser = app.browser()
    const path = new URL(key.link).pathname.slice(base.length)

    const first = await browser.get(path, { follow: false })
    const form = await browser.get('/register')

    expect(first.status).toBe(303)
    expect(first.headers['location']).toBe(`${base}/register`)
    expect(first.headers['referrer-policy']).toBe('no-referrer')
    const cookie = String(first.headers['set-cookie'])
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
    expect(cookie).toContain(`Path=${base === '' ? '/' : base}`)
    for (const answer of [first, form]) {
      expect(answer.headers['cache-control']).toBe('no-store')
      expect(answer.headers['x-robots-tag']).toBe('noindex')
    }
  })
})

/** The number of rows of every table of ours, but for the one that counts who looked. */
async function everything({ database: { database, sql } }: TestApp): Promise<Record<string, number>> {
  const tables = await sql<{ name: string }>(
    `SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_NAME <> 'key_funnel'`,
    [database],
  )
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const [row] = await sql<{ n: number }>('SELECT COUNT(*) AS n FROM ??.??', [database, name])
    counts[name] = Number(row?.n)
  }
  return counts
}
