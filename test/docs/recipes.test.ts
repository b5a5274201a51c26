import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Webhook } from 'standardwebhooks'
import { describeApi } from '../../src/api/openapi'
import { getFreePort } from '../../src/demo/free-port'
import { categoryIds } from '../../src/demo/sample-places'
import { consoleMessagesFor } from '../../src/shared/i18n/console'
import type { FormFields } from '../support/browser'
import { glpiUser } from '../support/builders'
import { type CommandDoor, openCommandDoor } from '../support/command-door'
import { runCommand } from '../support/command-line'
import { signInAs } from '../support/console'
import { keepSecret, testFolder } from '../support/evidence'
import { hiddenOf, mailedPath } from '../support/holds'
import { type LossyProxy, startLossyProxy } from '../support/lossy-proxy'
import { type Follower, followerOf, openShell, readBlocks, type Shell, type } from '../support/recipe'
import { scaled } from '../support/scale'
import { startTestApp, type TestApp } from '../support/test-app'
import { describeWithAll } from '../support/tools'

const hr = followerOf('hr-onboarding.md')
const [school, contractors, loginPage, siem] = ['school', 'contractors', 'glpi-login-page', 'siem'].map(
  (name) => followerOf(`${name}.md`),
) as [Follower, Follower, Follower, Follower]
const pages = [hr, school, contractors, loginPage, siem]

const dayMs = 86_400_000
const folder = path.join(__dirname, '../../docs/recipes')
const texts = new Map(
  readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
)

describeWithAll(['curl', 'jq', 'python3'], 'recipes', () => {
  let app: TestApp
  let network: LossyProxy
  let glpiInvite: CommandDoor
  beforeAll(async () => {
    app = await startTestApp({
      line: '11.0',
      base: '/invite',
      env: { LOG_LEVEL: 'error', WEBHOOK_ALLOW_PRIVATE: '127.0.0.0/8', MAILS_PER_ADMIN: '100000' },
    })
    network = await startLossyProxy(app.url)
    glpiInvite = await openCommandDoor({ clock: app.clock })
  })
  afterAll(async () => {
    await glpiInvite.close()
    await network.close()
    await app.close()
  })

  const folderFor = (name: string): string => {
    const folder = path.join(testFolder, 'recipes', name)
    mkdirSync(folder, { recursive: true })
    return folder
  }
  const atServer = (name: string): Shell =>
    openShell({ home: folderFor(`${name}-server`), address: app.url }, glpiInvite, app.env)
  const elsewhere = (name: string): Shell =>
    openShell({ home: folderFor(name), address: app.url }, glpiInvite)

  /** How many keys and invitations by mail there are. */
  async function made(): Promise<{ keys: number; mails: number }> {
    const { database, sql } = app.database
    const [row] = await sql<Record<'k' | 'm', number>>(
      `SELECT (SELECT COUNT(*) FROM ??.registration_keys) AS k,
       (SELECT COUNT(*) FROM ??.outbox WHERE kind = 'invitation') AS m`,
      [database, database],
    )
    return { keys: Number(row?.k), mails: Number(row?.m) }
  }

  /** What the work made more of. */
  async function madeBy(work: () => Promise<unknown>): Promise<{ keys: number; mails: number }> {
    const before = await made()
    await work()
    const after = await made()
    return { keys: after.keys - before.keys, mails: after.mails - before.mails }
  }

  describe('five hundred people on the first of the month', () => {
    const page = hr
    const figure = scaled(500)
    let server: Shell
    let desk: Shell

    /** As if nobody had imported anything yet. */
    const startOver = async () => {
      await app.database.sql('DELETE FROM ??.import_rows', [app.database.database])
      await page.save('people.csv', desk)
    }
    /** As a spreadsheet saves it, with a mark at its beginning and the ends of lines of Windows. */
    const manyPeople = (name: string, delimiter = ',') => {
      const people = Array.from({ length: figure }, (_, n) => [
        `${name}${n}`,
        `${name}${n}@example.org`,
        'Zoë',
        'Doe',
        'Paris',
      ])
      const rows = [['externalId', 'email', 'firstname', 'realname', 'entity'], ...people]
      const text = rows.map((row) => `${row.join(delimiter)}\r\n`).join('')
      writeFileSync(path.join(desk.home, 'onboarding/people.csv'), `\ufeff${text}`)
    }

    beforeAll(async () => {
      server = atServer('hr')
      desk = elsewhere('hr')
      await page.follow('The spreadsheet', desk)
      await page.follow('The spreadsheet', server)
      const { out } = await page.follow('A token', server)
      keepSecret(out.trim())
      const token = path.join(desk.home, 'onboarding/token')
      const settings = { GLPI_INVITE_URL: network.url, GLPI_INVITE_TOKEN_FILE: token }
      await page.follow('Where the token goes', desk, { paste: out, settings })
      expect(statSync(token).mode & 0o777).toBe(0o600)
    })

    afterEach(() => expect(network.stillToLose()).toBe(0))

    it('on the server', async () => {
      const done = await madeBy(() => page.follow('The command line', server))

      expect(done).toEqual({ keys: 3, mails: 3 })
      expect(statSync(path.join(server.home, 'onboarding/refused.csv')).mode & 0o777).toBe(0o600)
    })

    it('from elsewhere, also when answers get lost', async () => {
      await startOver()
      const done = await madeBy(() => page.follow('The command line', desk))

      manyPeople('cli', ';')
      network.loseAnswers(1)
      const command = page.block('--source hr --expires-in 14d --send\n').text
      const first = await madeBy(async () =>
        expect((await type(desk, command)).out).toBe(`${figure} created.\n`),
      )
      const again = await madeBy(async () =>
        expect((await type(desk, command)).out).toBe(`${figure} unchanged.\n`),
      )

      expect([done, first, again]).toEqual([
        { keys: 3, mails: 3 },
        { keys: figure, mails: figure },
        { keys: 0, mails: 0 },
      ])
    })

    it('with curl, also when answers get lost', async () => {
      await startOver()
      expect(await madeBy(() => page.follow('curl', desk))).toEqual({ keys: 4, mails: 4 })

      manyPeople('curl')
      network.loseAnswers(1)
      const import_ = page.block('bash import.sh people.csv').text
      const first = await madeBy(async () =>
        expect((await type(desk, import_)).out).toBe(`${figure} unchanged\n`),
      )
      const again = await madeBy(async () =>
        expect((await type(desk, import_)).out).toBe(`${figure} unchanged\n`),
      )
      network.loseAnswers(1)
      const one = await madeBy(() =>
        type(desk, page.block('onboarding-1004').text.replaceAll('1004', '1005')),
      )

      expect([first, again, one]).toEqual([
        { keys: figure, mails: figure },
        { keys: 0, mails: 0 },
        { keys: 1, mails: 1 },
      ])
    })

    it('with Python, also when answers get lost', async () => {
      await startOver()
      expect(await madeBy(() => page.follow('Python', desk))).toEqual({ keys: 3, mails: 3 })

      manyPeople('python', ';')
      const command = page.block('python3 onboard.py people.csv\n').text
      network.loseAnswers(1)
      const first = await madeBy(async () =>
        expect((await type(desk, command)).out).toMatch(/^\d+ unchanged(, \d+ created)?\n$/),
      )
      const again = await madeBy(async () =>
        expect((await type(desk, command)).out).toBe(`${figure} unchanged\n`),
      )

      expect([first, again]).toEqual([
        { keys: figure, mails: figure },
        { keys: 0, mails: 0 },
      ])
    })
  })

  /** The pages name dates: they are read in December 2026. */
  const readInDecember = () => {
    let ahead = 0
    beforeAll(() => {
      ahead = new Date('2026-12-01T04:00:00Z').getTime() - app.clock.now().getTime()
      app.clock.advance(ahead)
    })
    afterAll(() => app.clock.advance(-ahead))
  }

  /** Who waits, as the command line tells it. */
  async function whoWaits(): Promise<{ uid: string; email: string }[]> {
    const { out } = await runCommand(app.env, ['registrations', 'list', '--json'], { clock: app.clock })
    return JSON.parse(out) as { uid: string; email: string }[]
  }

  async function register(link: string, fields: Partial<FormFields>) {
    const browser = app.browser()
    return { browser, page: await browser.submit(await browser.open(link), fields) }
  }

  describe('a school', () => {
    readInDecember()

    it('has a link for each class, for its pupils alone and until the end of the term', async () => {
      const server = atServer('school')
      const done = await madeBy(async () => {
        await school.follow('The classes', server)
        await school.follow('The links', server)
      })
      await school.follow('The cards', server)
      const links = readFileSync(path.join(server.home, 'classes/links.csv'), 'utf8')
      const [link = ''] = /https?:[^",]*/.exec(links) ?? []
      const admin = await signInAs(app, 'marie.curie')
      const [, batch = ''] = /href="[^"]*\/keys\?batch=([^"]*)"/.exec((await admin.get('/keys')).text) ?? []
      const list = await admin.get(`/keys?batch=${batch}`)
      const cards = await admin.post(`/batches/${batch}/links`, {}, { showsCode: true })
      const stranger = await register(link, { email: 'ada@elsewhere.example' })
      const pupil = await register(link, { login: 'pupil.a', email: 'ada@students.example.edu' })
      const [waiting] = await whoWaits()
      const mailed = await mailedPath(app, waiting ?? { uid: '', email: '' })
      await pupil.browser.post('/confirm', hiddenOf(await pupil.browser.get(mailed ?? ''), '/confirm'))

      expect(done).toEqual({ keys: 3, mails: 0 })
      const { keyList, making } = consoleMessagesFor('en')
      const printed = texts.get(school.name)?.replaceAll(/\s+/g, ' ')
      for (const button of [keyList.batch, making.made.showLinks, making.made.printCards])
        expect(printed).toContain(`_${button}_`)
      expect(list.text).toContain(`formaction="/invite/console/batches/${batch}/links"`)
      expect(cards.text.match(/class="cards-label">Class/g)).toHaveLength(3)
      expect(stranger.page.status).toBe(422)
      expect(await glpiUser(app, 'pupil.a')).toMatchObject({ end_date: new Date('2027-07-31T23:59:59Z') })
      await school.follow('During the term', server)
      expect((await app.browser().open(link)).status).toBe(410)
    })
  })

  describe('contractors', () => {
    readInDecember()

    it('have accounts until their contract ends, after somebody approved', async () => {
      const server = atServer('contractors')
      const done = await madeBy(async () => {
        await contractors.follow('One contractor', server)
        await contractors.follow('Several, from a list', server)
      })
      const { out } = await type(server, 'glpi-invite keys export --search Jonas --json')
      const { uid } = JSON.parse(out) as { uid: string }
      const shown = await type(server, `glpi-invite keys show ${uid} --link --json`)
      const { link } = JSON.parse(shown.out) as { link: string }
      keepSecret(link)
      await register(link, { login: 'jonas.keller', email: 'jonas.keller@consulting.example' })

      expect(done).toEqual({ keys: 3, mails: 3 })
      expect(await glpiUser(app, 'jonas.keller')).toBeUndefined()
      await contractors.follow('Approving', server)
      expect(await glpiUser(app, 'jonas.keller')).toMatchObject({
        begin_date: new Date('2027-01-04T00:00:00Z'),
        end_date: new Date('2027-06-30T23:59:59Z'),
        usercategories_id: categoryIds.contractor,
      })
      await contractors.follow('A longer contract', server)
      app.clock.advance(21 * dayMs)
      await contractors.follow('A link that ran out', server)
      app.clock.advance(-21 * dayMs)
      await contractors.follow('A contract that ends early', server)
    })
  })

  it('the address for GLPI’s login page is that of the box for a code', async () => {
    const desk = elsewhere('login')
    await loginPage.follow('The address', desk, { settings: { GLPI_INVITE_URL: app.url } })

    const page = await app.browser().get('/')
    expect(page.text).toContain('action="/invite/code"')
    expect(texts.get(loginPage.name)).toContain('href="https://help.example.org/invite/"')
  })

  describe('a SIEM', () => {
    let desk: Shell
    let server: Shell
    const lines = (file: string): Record<string, unknown>[] => {
      const at = path.join(desk.home, 'siem', file)
      const text = existsSync(at) ? readFileSync(at, 'utf8') : ''
      return text
        .split('\n')
        .flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Record<string, unknown>]))
    }
    const until = async (isDone: () => boolean) => {
      while (!isDone()) await pause(50)
    }
    const positions = (file: string) => lines(file).map(({ position }) => position)
    const eventsSoFar = async () => {
      const { out } = await type(server, 'glpi-invite events list --json')
      return out
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { position: number }).position)
    }

    beforeAll(async () => {
      server = atServer('siem')
      desk = elsewhere('siem')
      const { out } = await siem.follow('A token', server)
      keepSecret(out.trim())
      const settings = {
        GLPI_INVITE_URL: network.url,
        GLPI_INVITE_TOKEN_FILE: path.join(desk.home, 'siem/token'),
      }
      await siem.follow('The collecting machine', desk, { paste: out, settings })
    })
    afterAll(() => siem.pressCtrlC())

    it('gets every event once as it happens, also when it was switched off meanwhile', async () => {
      const before = await eventsSoFar()
      await siem.follow('As it happens', desk)
      await until(() => positions('events.jsonl').length === before.length)
      await siem.pressCtrlC()
      await type(server, 'glpi-invite keys create --label meanwhile')
      await siem.follow('As it happens', desk)
      const all = await eventsSoFar()
      await until(() => positions('events.jsonl').length >= all.length)
      await siem.pressCtrlC()

      expect(all.length).toBeGreaterThan(before.length)
      expect(positions('events.jsonl')).toEqual(all)
    })

    it('fetches every event once, also when it dies between an answer and its cursor', async () => {
      await siem.follow('Every minute', desk)
      const folder = path.join(desk.home, 'siem/events')
      const fetched = () =>
        readdirSync(folder)
          .sort()
          .flatMap((name) => positions(`events/${name}`))
      expect(fetched()).toEqual(await eventsSoFar())

      await type(server, 'glpi-invite keys create --label "before it died"')
      const cursor = readFileSync(path.join(desk.home, 'siem/cursor'))
      await type(desk, 'bash collect.sh')
      writeFileSync(path.join(desk.home, 'siem/cursor'), cursor)
      await type(server, 'glpi-invite keys create --label "after that"')
      await type(desk, 'bash collect.sh')

      expect(fetched()).toEqual(await eventsSoFar())
    })

    it('hears of what happens in messages that are genuine, once', async () => {
      const port = await getFreePort()
      const url = `http://127.0.0.1:${port}/`
      await siem.follow('Told by a webhook', server, { settings: { RECEIVER: url } })
      const secret = readFileSync(path.join(server.home, 'secret'), 'utf8')
      keepSecret(secret.trim())
      writeFileSync(path.join(desk.home, 'siem/secret'), secret)
      await siem.follow('The receiver', { ...desk, env: { ...desk.env, PORT: String(port) } })
      await until(() => existsSync(path.join(desk.home, 'siem/seen.sqlite')))
      await siem.follow('A message to try it', server)
      await siem.follow('What arrived', desk)

      const send = (body: string, signed = body, at = Date.now()) => {
        const headers = { 'webhook-id': 'one', 'webhook-timestamp': String(Math.floor(at / 1000)) }
        const signature = new Webhook(secret.trim()).sign('one', new Date(at), signed)
        return fetch(url, { method: 'POST', body, headers: { ...headers, 'webhook-signature': signature } })
      }
      const answers = [
        await send('{"n":1}'),
        await send('{"n":1}'),
        await send('{"n":2}', '{"n":1}'),
        await send('{"n":3}', '{"n":3}', Date.now() - 600_000),
      ]
      expect(answers.map(({ status }) => status)).toEqual([204, 204, 403, 403])
      expect(lines('messages.jsonl').slice(1)).toEqual([{ n: 1 }])
    })
  })

  it('are followed to their ends, and stand in the list', () => {
    expect(Array.from(texts.keys()).sort()).toEqual(['README.md', ...pages.map(({ name }) => name)].sort())
    expect(pages.map((page) => [page.name, page.left()])).toEqual(pages.map(({ name }) => [name, []]))
    for (const { name } of pages) expect(texts.get('README.md')).toContain(`](${name})`)
  })
})

describe('every recipe', () => {
  it('has links that lead somewhere', () => {
    const links = Array.from(texts).flatMap(([name, text]) =>
      Array.from(text.matchAll(/\]\((?!https:)([^)#]*)(#[^)]*)?\)/g), ([, file = '', anchor = '']) => ({
        at: path.join(folder, file === '' ? name : file),
        anchor: anchor.slice(1),
      })),
    )
    expect(links.length).toBeGreaterThan(5)
    for (const { at, anchor } of links) {
      expect([at, existsSync(at)]).toEqual([at, true])
      if (anchor !== '') expect(anchorsOf(at)).toContain(anchor)
    }
  })
})

const anchorsOf = (file: string): string[] =>
  Array.from(readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gm), ([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\- ]/gu, '')
      .replaceAll(' ', '-'),
  )

describe('what is only read', () => {
  /** Of an operation, or of what it answers with: the names of its fields, also those within. */
  const fieldsIn = (schema: unknown): string[] => {
    if (typeof schema !== 'object' || schema === null) return []
    const { $ref: ref, properties = {}, ...rest } = schema as { $ref?: string; properties?: object }
    const named = ref === undefined ? [] : fieldsIn(components[ref.split('/').at(-1) ?? ''])
    const own = Object.entries(properties).flatMap(([name, one]) => [name, ...fieldsIn(one)])
    return [...named, ...own, ...Object.values(rest).flatMap((one) => fieldsIn(one))]
  }
  const description = JSON.parse(JSON.stringify(describeApi('https://help.example.org'))) as {
    components: { schemas: Record<string, unknown> }
    paths: Record<string, Record<string, { requestBody?: unknown; responses: Record<string, unknown> }>>
  }
  const components = description.components.schemas

  it('PowerShell asks for what there is, with fields that there are, and reads those that come', () => {
    const script = hr.file('onboard.ps1').text
    const calls = Array.from(
      script.matchAll(/Invoke-Api '(\w+)' ["'](\/[^"'$]*)/g),
      ([, method = '', at = '']) => {
        const route = at.replace('/hr/', '/{name}/')
        return description.paths[route]?.[method.toLowerCase()] ?? `there is no ${method} ${route}`
      },
    )
    const asked = Array.from(script.matchAll(/^ *\$Asked = @\{(.*)\}$/gm), ([, body = '']) =>
      Array.from(body.matchAll(/(\w+) = /g), ([, name = '']) => name),
    )
    const read = Array.from(
      script.matchAll(/\$(?:Answer|Page|Row|Outcomes|_)\.([a-z]\w*)/g),
      ([, name = '']) => name,
    )

    expect(calls.map((call) => typeof call)).toEqual(['object', 'object', 'object'])
    const known = calls.map((call) => (typeof call === 'string' ? [] : fieldsIn(call.requestBody)))
    expect(known[0]).toEqual(expect.arrayContaining(asked[0] ?? ['nothing']))
    expect(known[2]).toEqual(expect.arrayContaining(asked[1] ?? ['nothing']))
    expect(known[0]).toEqual(expect.arrayContaining(['line', 'cells']))
    const answered = calls.flatMap((call) => (typeof call === 'string' ? [] : fieldsIn(call.responses)))
    expect(answered).toEqual(expect.arrayContaining(read))
    expect(new Set(read)).toEqual(
      new Set([
        'rows',
        'outcome',
        'problems',
        'column',
        'message',
        'line',
        'keyUid',
        'items',
        'next',
        'revoked',
      ]),
    )
  })

  it('services and crontabs start what was tried', () => {
    const starting = pages.flatMap(({ name }) =>
      readBlocks(name)
        .filter(({ text }) => /^ExecStart=|^[*0-9].* \* /m.test(text))
        .map((block) => ({ name, ...block })),
    )

    expect(starting).toHaveLength(4)
    for (const { name, text } of starting) {
      const tried = readBlocks(name).flatMap(({ file, language, text: own }) =>
        file !== undefined && ['bash', 'python'].includes(language)
          ? [file]
          : language === 'sh'
            ? own.trim()
            : [],
      )
      expect(tried.filter((one) => text.includes(one))).not.toEqual([])
    }
  })
})
