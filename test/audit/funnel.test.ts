import { createFunnel, readFunnel } from '../../src/audit'
import { isLinkPreviewer } from '../../src/audit/previewers'
import { createVisitors } from '../../src/audit/visitors'
import { AppError, FormError } from '../../src/shared/errors'
import { createLogger } from '../../src/shared/log'
import { systemRandom } from '../../src/shared/random'
import type { Answer, Browser } from '../support/browser'
import { givenKey, type GivenKey } from '../support/builders'
import { layouts, startTestApp, TestClock, type TestApp } from '../support/test-app'

const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1'
const laptop =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'

describe('a program that previews links', () => {
  it.each([
    'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
    'WhatsApp/2.24 A',
    'Mozilla/5.0 (compatible; SkypeUriPreview Preview/0.5)',
    'facebookexternalhit/1.1 Facebot Twitterbot/1.0',
    'TelegramBot (like TwitterBot)',
    'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)',
    'LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)',
    'Microsoft Office/16.0 (Microsoft Outlook 16.0.17328; Pro)',
    'Mozilla/5.0 (Windows NT 6.1; WOW64) SafeLinks/1.0',
    'Mattermost-Bot/1.1',
    'Synapse (bot; +https://github.com/matrix-org/synapse)',
    'curl/8.10.1',
    'python-requests/2.32.3',
    '',
  ])('is known: %s', (userAgent) => {
    expect(isLinkPreviewer(userAgent)).toBe(true)
  })

  it.each([
    phone,
    laptop,
    'Mozilla/5.0 (Linux; Android 9; CUBOT X18) AppleWebKit/537.36 Chrome/120.0.0.0 Mobile Safari/537.36',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 [FBAN/FBIOS;FBAV/440.0]',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Teams/24 Edg/130.0',
  ])('is not a person’s browser: %s', (userAgent) => {
    expect(isLinkPreviewer(userAgent)).toBe(false)
  })
})

describe('visitors', () => {
  const clock = new TestClock()
  const at = (ip: string, userAgent = phone) => ({ ip, userAgent })

  it('are new once a day, for each thing, address and browser', () => {
    const visitors = createVisitors(clock, systemRandom)

    expect(visitors.isNew('opened a', at('192.0.2.1'))).toBe(true)
    expect(visitors.isNew('opened a', at('192.0.2.1'))).toBe(false)
    expect(visitors.isNew('opened b', at('192.0.2.1'))).toBe(true)
    expect(visitors.isNew('opened a', at('192.0.2.2'))).toBe(true)
    expect(visitors.isNew('opened a', at('192.0.2.1', laptop))).toBe(true)
    clock.advance(86_400_000)
    expect(visitors.isNew('opened a', at('192.0.2.1'))).toBe(true)
  })

  it('are forgotten, the first one first, when there are too many', () => {
    const visitors = createVisitors(clock, systemRandom, 2)
    for (const ip of ['192.0.2.1', '192.0.2.2', '192.0.2.3']) visitors.isNew('opened', at(ip))

    expect(visitors.isNew('opened', at('192.0.2.3'))).toBe(false)
    expect(visitors.isNew('opened', at('192.0.2.1'))).toBe(true)
  })
})

describe.each(layouts)('the funnel of a key on GLPI $line at "$base"', ({ line, base }) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp({ line, base })
  })
  afterAll(() => app.close())

  const pathOf = ({ link }: GivenKey) => new URL(link).pathname.slice(base.length)

  /** Every step of the way with the browser's name, as a browser does it. */
  async function open(browser: Browser, key: GivenKey, userAgent: string): Promise<Answer> {
    const headers = { 'User-Agent': userAgent }
    await browser.get(pathOf(key), { headers, follow: false })
    return browser.get('/register', { headers })
  }

  async function funnelOf({ uid }: GivenKey) {
    await app.context.funnel.flush()
    return readFunnel(app.context.db, uid)
  }

  it('counts a person who opens, sends, is refused, and gets the account', async () => {
    const key = await givenKey(app)
    const browser = app.browser()

    await open(browser, key, phone)
    const form = await open(browser, key, phone) // once more
    await browser.submit(form, { login: 'in/valid', password: 'short' })
    await browser.submit(form)

    expect(await funnelOf(key)).toEqual({
      opened: 1,
      started: 1,
      sent: 2,
      refused: 1,
      reasons: [
        { reason: 'login-characters', n: 1 },
        { reason: 'password-too-short', n: 1 },
      ],
    })
  })

  it('counts a form that the key refuses, with the reason', async () => {
    const key = await givenKey(app)
    const [first, second] = [app.browser(), app.browser()]
    const form = await second.open(key.link)
    await first.submit(await first.open(key.link))
    await second.submit(form)

    expect(await funnelOf(key)).toMatchObject({
      sent: 2,
      refused: 1,
      reasons: [{ reason: 'KEY_USED_UP', n: 1 }],
    })
  })

  it('counts neither HEAD, nor programs, nor a key that cannot be used', async () => {
    const key = await givenKey(app)
    const expired = await givenKey(app)
    const previewers = ['Slackbot-LinkExpanding 1.0', 'WhatsApp/2.24 A', '']

    for (const userAgent of previewers) {
      await open(app.browser(), key, userAgent)
    }
    const browser = app.browser()
    await browser.head(pathOf(key), { 'User-Agent': phone })
    await browser.head('/register', { 'User-Agent': phone })
    app.clock.advance(8 * 86_400_000)
    await open(app.browser(), expired, phone)
    app.clock.advance(-8 * 86_400_000)

    for (const one of [key, expired]) {
      expect(await funnelOf(one)).toEqual({ opened: 0, started: 0, sent: 0, refused: 0, reasons: [] })
    }
  })

  it('counts every person', async () => {
    const key = await givenKey(app, { maxUses: 5 })
    for (const userAgent of [phone, laptop]) {
      await open(app.browser(), key, userAgent)
    }

    expect(await funnelOf(key)).toMatchObject({ opened: 2, started: 2 })
  })

  it('writes nothing while people look, and all of it when the server stops', async () => {
    const key = await givenKey(app)
    const funnel = createFunnel({ ...app.context, log: createLogger('silent') }, { everyMs: 3_600_000 })
    for (let person = 0; person < 100; person += 1) {
      funnel.look(key.uid, 'opened', { method: 'GET', ip: `192.0.2.${person}`, userAgent: phone })
    }
    expect(await readFunnel(app.context.db, key.uid)).toMatchObject({ opened: 0 })

    await funnel.close()

    expect(await readFunnel(app.context.db, key.uid)).toMatchObject({ opened: 100 })
  })

  it('loses nothing when writing fails, and counts nothing twice', async () => {
    const key = await givenKey(app)
    const { database } = app.database
    const funnel = createFunnel({ ...app.context, log: createLogger('silent') }, { everyMs: 3_600_000 })
    funnel.sent(key.uid)
    funnel.refused(key.uid, new AppError('KEY_PAUSED', 'on hold'))
    await app.database.sql('RENAME TABLE ??.key_funnel TO ??.key_funnel_away', [database, database])

    await funnel.flush()
    funnel.sent(key.uid)
    funnel.refused(key.uid, new FormError({ login: { code: 'required' }, email: { code: 'required' } }))
    await funnel.flush()
    await app.database.sql('RENAME TABLE ??.key_funnel_away TO ??.key_funnel', [database, database])
    await funnel.flush()
    await funnel.flush()

    expect(await readFunnel(app.context.db, key.uid)).toEqual({
      opened: 0,
      started: 0,
      sent: 2,
      refused: 2,
      reasons: [
        { reason: 'KEY_PAUSED', n: 1 },
        { reason: 'required', n: 1 },
      ],
    })
  })

  it('tries again by itself', async () => {
    const key = await givenKey(app)
    const funnel = createFunnel({ ...app.context, log: createLogger('silent') }, { everyMs: 20 })
    funnel.sent(key.uid)

    const startedAt = Date.now()
    let sent = 0
    while (sent === 0 && Date.now() - startedAt < 5_000) {
      await new Promise((resolve) => setTimeout(resolve, 20))
      ;({ sent } = await readFunnel(app.context.db, key.uid))
    }

    expect(sent).toBe(1)
  })

  it('keeps so many counters and no more while the database is away', async () => {
    const [one, other] = [await givenKey(app), await givenKey(app)]
    const funnel = createFunnel({ ...app.context, log: createLogger('silent') }, { most: 1 })

    funnel.sent(one.uid)
    funnel.sent(other.uid)
    funnel.sent(one.uid)
    await funnel.close()

    expect(await readFunnel(app.context.db, one.uid)).toMatchObject({ sent: 2 })
    expect(await readFunnel(app.context.db, other.uid)).toMatchObject({ sent: 0 })
  })
})
