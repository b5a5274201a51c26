import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { batchCeiling, createKeys, getKey, invitationLink, printedForm, showCode } from '../../src/keys'
import { resealJob } from '../../src/work/reseal-job'
import { keepSecret } from '../support/evidence'
import { isFull } from '../support/scale'
import { startTestApp, type TestApp } from '../support/test-app'

const keyCount = isFull ? 100_000 : 2_000

describe('rotating the key ring under many sealed codes', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp()
  })
  afterAll(() => app.close())

  it('every link can be shown at every moment, though the rotation is killed, and none is left behind', async () => {
    const links = await givenKeys()
    const uids = Array.from(links.keys())
    let finished = false
    let shownMeanwhile = 0
    const lookers = Array.from({ length: 4 }, async (_, looker) => {
      for (let at = looker; !finished; at += 7) {
        const uid = uids[at % uids.length] ?? ''
        if ((await showAgain(uid)) !== links.get(uid)) throw new Error(`key ${uid} shows another link`)
        shownMeanwhile += 1
      }
    })

    const former = currentKey()
    await rotateAndKill()
    expect(currentKey()).not.toBe(former)
    const leftByTheKilled = await countSealedWith(former)
    expect(leftByTheKilled).toBeGreaterThan(0)
    expect(leftByTheKilled).toBeLessThan(keyCount)

    expect(await resealJob.run(app.context)).toBe(`${leftByTheKilled} code(s) sealed anew`)
    finished = true
    await Promise.all(lookers)

    expect(shownMeanwhile).toBeGreaterThan(100)
    expect(await countSealedWith(former)).toBe(0)
    expect(await countSealedWith(currentKey())).toBe(keyCount)
    for (const uid of uids.filter((_, index) => index % 97 === 0)) {
      expect(await showAgain(uid)).toBe(links.get(uid))
    }
  })

  async function givenKeys(): Promise<Map<string, string>> {
    const links = new Map<string, string>()
    const expiresAt = new Date(app.clock.now().getTime() + 7 * 86_400_000)
    const authorisations = [{ profilesId: 1, entitiesId: 0, isRecursive: true }]
    for (let made = 0; made < keyCount; made += batchCeiling) {
      const { keys } = await createKeys(
        app.context,
        { issuer: { kind: 'system' }, actor: { kind: 'system' } },
        {
          shared: {
            label: `Part ${made}`,
            maxUses: 1,
            notBefore: undefined,
            expiresAt,
            grant: { authorisations, groupIds: [] },
          },
          people: Array.from({ length: Math.min(batchCeiling, keyCount - made) }, () => ({ label: '' })),
        },
      )
      for (const { uid, code } of keys) links.set(uid, invitationLink(app.context.config.publicUrl, code))
      keys.slice(0, 3).forEach(({ code }) => {
        keepSecret(code.normalForm)
        keepSecret(printedForm(code))
      })
    }
    return links
  }

  async function showAgain(uid: string): Promise<string> {
    const code = await showCode(app.context, { kind: 'system' }, await getKey(app.context.db, uid))
    return invitationLink(app.context.config.publicUrl, code)
  }

  /** As `kill -9` does, when it has sealed some and not all. */
  async function rotateAndKill(): Promise<void> {
    const main = path.join(__dirname, '../../dist/main.js')
    const child = spawn(process.execPath, [main, 'keyring', 'rotate'], {
      env: { PATH: process.env['PATH'] ?? '', ...app.env },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    child.stderr.once('data', () => child.kill('SIGKILL'))
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
    expect(signal).toBe('SIGKILL')
  }

  const currentKey = () =>
    (JSON.parse(readFileSync(app.env['KEYRING_FILE'] ?? '', 'utf8')) as { current: string }).current

  async function countSealedWith(id: string): Promise<number> {
    const { database, sql } = app.database
    const [row] = await sql<{ n: number }>(
      'SELECT COUNT(*) AS n FROM ??.key_codes WHERE ring_id = UNHEX(?)',
      [database, id],
    )
    return Number(row?.n)
  }
})
