import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createContext } from '../../src/context'
import { getKey, showCode } from '../../src/keys'
import { parseConfig } from '../../src/shared/config'
import { resealJob } from '../../src/work/reseal-job'
import { givenKey, type GivenKey } from '../support/builders'
import { runCommand } from '../support/command-line'
import { startTestApp, type TestApp } from '../support/test-app'

interface Status {
  keys: { id: string; isCurrent: boolean; codes: number; retiredAt: string | null }[]
  unreadableCodes: number
}

describe('rotating the key ring', () => {
  let app: TestApp
  beforeEach(async () => {
    app = await startTestApp()
  })
  afterEach(() => app.close())

  const keyring = (...args: string[]) => runCommand(app.env, ['keyring', ...args], { clock: app.clock })
  const status = async () => JSON.parse((await keyring('status', '--json')).out) as Status
  const file = () => app.env['KEYRING_FILE'] ?? ''
  const shown = async ({ uid }: GivenKey, context = app.context) =>
    (await showCode(context, { kind: 'system' }, await getKey(context.db, uid))).normalForm

  it('seals everything anew with a new key, while a server that began before shows and seals on', async () => {
    const before = await givenKey(app)
    const code = await shown(before)
    const former = (await status()).keys[0]?.id

    const answer = await keyring('rotate')

    expect(answer.out).toMatch(/1 code\(s\) were sealed anew/)
    const { keys } = await status()
    expect(keys).toMatchObject([
      { id: former, isCurrent: false, codes: 0, retiredAt: expect.any(String) as string },
      { isCurrent: true, codes: 1 },
    ])
    expect(await shown(before)).toBe(code)
    await givenKey(app)
    expect((await status()).keys[1]).toMatchObject({ codes: 2 })
  })

  it('with several servers, a key is first on every ring and only then used', async () => {
    const { uid } = await givenKey(app)
    const { id } = JSON.parse((await keyring('add', '--json')).out) as { id: string }
    expect((await status()).keys[1]).toMatchObject({ id, isCurrent: false, codes: 0 })

    expect(JSON.parse((await keyring('use', id, '--json')).out)).toEqual({ current: id, codes: 1 })

    expect((await status()).keys[1]).toMatchObject({ id, isCurrent: true, codes: 1 })
    expect((await getKey(app.context.db, uid)).codes[0]?.sealed?.subarray(0, 4).toString('hex')).toBe(id)
    expect(await keyring('use', 'aabbccdd')).toMatchObject({ code: 6 })
  })

  it('goes on in the background where it was cut off, and is no work when there is none', async () => {
    const key = await givenKey(app)
    const code = await shown(key)
    const ring = JSON.parse(readFileSync(file(), 'utf8')) as { current: string; keys: object }
    const newest = { aabbccdd: Buffer.alloc(32, 7).toString('base64') }
    const retired = { [ring.current]: app.clock.now().toISOString() }
    writeFileSync(file(), JSON.stringify({ current: 'aabbccdd', keys: { ...ring.keys, ...newest }, retired }))

    expect(await resealJob.run(app.context)).toBe('1 code(s) sealed anew')
    expect(await resealJob.run(app.context)).toBe('0 code(s) sealed anew')

    expect((await status()).keys).toMatchObject([{ codes: 0 }, { id: 'aabbccdd', codes: 1 }])
    expect(await shown(key)).toBe(code)
  })

  it('a key leaves the ring an hour after another took its place, and never while a code needs it', async () => {
    const key = await givenKey(app)
    await keyring('rotate')
    const [former] = (await status()).keys

    expect((await keyring('prune')).out).toMatch(/Nothing to take off/)
    app.clock.advance(61 * 60_000)
    const { database, sql } = app.database
    await sql('UPDATE ??.key_codes SET sealed = CONCAT(UNHEX(?), SUBSTRING(sealed, 5))', [
      database,
      former?.id,
    ])
    expect((await keyring('prune')).out).toMatch(/Nothing to take off/)
    await sql('UPDATE ??.key_codes SET sealed = CONCAT(UNHEX(?), SUBSTRING(sealed, 5))', [
      database,
      (await status()).keys[1]?.id,
    ])

    expect((await keyring('prune')).out).toContain(former?.id)
    expect((await status()).keys).toMatchObject([{ isCurrent: true, codes: 1 }])
    expect(await shown(key)).toBeDefined()
  })

  it('says how many codes no key of the ring opens', async () => {
    await givenKey(app)
    const { database, sql } = app.database
    await sql('UPDATE ??.key_codes SET sealed = CONCAT(UNHEX(?), SUBSTRING(sealed, 5))', [
      database,
      'deadbeef',
    ])

    expect(await status()).toMatchObject({ unreadableCodes: 1 })
    expect((await keyring('status')).out).toMatch(/1 code\(s\) are sealed with keys that this ring lacks/)
  })

  it('two who change the file at once do not lose a key, and a broken file takes nothing from a server', async () => {
    const key = await givenKey(app)
    writeFileSync(`${file()}.new`, '')
    const answer = await keyring('add')
    expect(answer).toMatchObject({ code: 3 })
    expect(answer.err).toContain('remove that file')
    expect((await status()).keys).toHaveLength(1)

    const running = createContext(parseConfig(app.env))
    writeFileSync(file(), 'nonsense')
    chmodSync(file(), 0o600)
    expect(await shown(key, running)).toBeDefined()
    expect(
      running.keyRing?.seal(key.uid, { prefix: 'GLPI', tag: 'x', normalForm: 'y' } as never),
    ).toBeDefined()
    await running.close()
  })

  it('the file stays for its owner alone, and the rotation is on record', async () => {
    await keyring('rotate')

    expect(statSync(file()).mode & 0o777).toBe(0o600)
    const { database, sql } = app.database
    const events = await sql('SELECT kind, actor_os_user AS who FROM ??.audit_events WHERE kind = ?', [
      database,
      'key-ring.rotated',
    ])
    expect(events).toEqual([{ kind: 'key-ring.rotated', who: 'tester' }])
  })
})
