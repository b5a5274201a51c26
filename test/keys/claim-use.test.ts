import { claimUse } from '../../src/keys/keys-store'
import { parseCode } from '../../src/keys/code'
import { givenKey, usesOf } from '../support/builders'
import { startTestApp, type TestApp } from '../support/test-app'

/** The guarded UPDATE by itself: whatever was checked before it, it repeats every condition. */
describe('claiming a use', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp()
  })
  afterAll(() => app.close())

  const now = () => app.clock.now()
  const minutesAgo = (minutes: number) => new Date(now().getTime() - minutes * 60_000)

  async function claimAfter(
    change: string,
    openedAt = now(),
  ): Promise<{ claimed: boolean; completed: number }> {
    const key = await givenKey(app, { maxUses: 2 })
    const uid = Buffer.from(key.uid.replaceAll('-', ''), 'hex')
    for (const statement of change.split(';')) {
      await app.database.sql(
        statement.replaceAll('$db', app.database.database),
        statement.includes('?') ? [uid] : [],
      )
    }
    const code = parseCode(key.code)
    if (code === undefined) throw new Error('a made code is well-formed')
    const claimed = await claimUse(app.context.db, { keyUid: key.uid, code, now: now(), openedAt })
    return { claimed, completed: (await usesOf(app, key)).completed }
  }

  const setKey = (assignment: string) => `UPDATE $db.registration_keys SET ${assignment} WHERE uid = ?`
  const setCode = (assignment: string) => `UPDATE $db.key_codes SET ${assignment} WHERE key_uid = ?`

  it.each([
    ['nothing changed', 'SELECT 1'],
    ['it is unlimited', setKey('max_uses = NULL, uses_completed = 500')],
    ['it never ends', setKey('expires_at = NULL')],
    ['it has begun', setKey('not_before = UTC_TIMESTAMP(3)')],
    ['its code has an end that is ahead', setCode('valid_until = UTC_TIMESTAMP(3) + INTERVAL 1 HOUR')],
  ])('succeeds when %s', async (_, change) => {
    expect((await claimAfter(change)).claimed).toBe(true)
  })

  it.each([
    ['it is revoked', setKey('revoked_at = UTC_TIMESTAMP(3)')],
    ['it is paused', setKey('paused_at = UTC_TIMESTAMP(3)')],
    ['it has not begun', setKey('not_before = UTC_TIMESTAMP(3) + INTERVAL 1 MINUTE')],
    ['it has ended', setKey('expires_at = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND')],
    ['its code was replaced', setCode('valid_until = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND')],
    ['its code is another', setCode("hash = REPEAT('x', 32)")],
  ])('fails, and spends nothing, when %s', async (_, change) => {
    expect(await claimAfter(change)).toEqual({ claimed: false, completed: 0 })
  })

  it.each([
    ['all uses are completed', 'uses_completed = 2', 2],
    ['all uses are held', 'uses_held = 2', 0],
    ['the rest is held', 'uses_completed = 1, uses_held = 1', 1],
    ['the limit was lowered below what is used', 'uses_completed = 2, max_uses = 1', 2],
  ])('fails when %s', async (_, change, completed) => {
    expect(await claimAfter(setKey(change))).toEqual({ claimed: false, completed })
  })

  it('fails while the kill switch is on', async () => {
    const on = "INSERT INTO $db.switches (name, since) VALUES ('redemption-stopped', UTC_TIMESTAMP(3))"
    expect(await claimAfter(on)).toEqual({ claimed: false, completed: 0 })
    await app.database.sql('DELETE FROM ??.switches', [app.database.database])
    expect((await claimAfter('SELECT 1')).claimed).toBe(true)
  })

  it('leaves who opened the form in time 30 minutes after the end, and nobody else', async () => {
    const endedFor = (minutes: number) => setKey(`expires_at = UTC_TIMESTAMP(3) - INTERVAL ${minutes} MINUTE`)

    expect((await claimAfter(endedFor(29), minutesAgo(40))).claimed).toBe(true)
    expect((await claimAfter(endedFor(31), minutesAgo(40))).claimed).toBe(false)
    expect((await claimAfter(endedFor(29), minutesAgo(20))).claimed).toBe(false)
  })
})
