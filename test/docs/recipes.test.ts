import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describeApi } from '../../src/api/openapi'
import { type CommandDoor, openCommandDoor } from '../support/command-door'
import { keepSecret, testFolder } from '../support/evidence'
import { type LossyProxy, startLossyProxy } from '../support/lossy-proxy'
import { followerOf, openShell, readBlocks, type Shell, type } from '../support/recipe'
import { scaled } from '../support/scale'
import { startTestApp, type TestApp } from '../support/test-app'
import { describeWithAll } from '../support/tools'

const hr = followerOf('hr-onboarding.md')
const pages = [hr]

const folder = path.join(__dirname, '../../docs/recipes')
const texts = new Map(
  readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
)

describeWithAll(['curl', 'jq', 'python3'], 'recipes', () => {
  let app: TestApp
  let network: LossyProxy
  let glpiInvite: CommandDoor
  beforeAll(async () => {
    app = await startTestApp({ line: '11.0', base: '/invite', env: { LOG_LEVEL: 'error' } })
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
  const atServer = (name: string): Shell => openShell(folderFor(`${name}-server`), glpiInvite, app.env)
  const elsewhere = (name: string): Shell => openShell(folderFor(name), glpiInvite)

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
    const manyPeople = (name: string) => {
      const rows = Array.from(
        { length: figure },
        (_, n) => `${name}${n},${name}${n}@example.org,Pat,Doe,Paris`,
      )
      const text = ['externalId,email,firstname,realname,entity', ...rows, ''].join('\n')
      writeFileSync(path.join(desk.home, 'onboarding/people.csv'), text)
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

    it('on the server', async () => {
      const done = await madeBy(() => page.follow('The command line', server))

      expect(done).toEqual({ keys: 3, mails: 3 })
      expect(statSync(path.join(server.home, 'onboarding/refused.csv')).mode & 0o777).toBe(0o600)
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
      expect(network.lost()).toBe(2)
    })

    it('with Python, also when answers get lost', async () => {
      await startOver()
      expect(await madeBy(() => page.follow('Python', desk))).toEqual({ keys: 3, mails: 3 })

      manyPeople('python')
      const command = page.block('python3 onboard.py people.csv\n').text
      network.loseAnswers(1)
      const first = await madeBy(async () =>
        expect((await type(desk, command)).out).toBe(`${figure} unchanged\n`),
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

  it('timers and crontabs start what was tried', () => {
    const tried = 'python3 onboard.py people.csv --revoke-missing'
    const read = readBlocks('hr-onboarding.md').filter(({ language }) =>
      ['systemd', 'crontab'].includes(language),
    )

    expect(hr.block(tried).language).toBe('sh')
    expect(read.filter(({ text }) => text.includes(tried))).toHaveLength(2)
  })
})
