import { recordEvent } from '../../src/audit'
import { startTestApp, type TestApp } from '../support/test-app'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())

interface Row {
  details: string | null
  actor_kind: string
  actor_users_id: number | null
  actor_os_user: string | null
  ip: string | null
  user_agent: string | null
}

async function lastEvent(): Promise<Row> {
  const { database, sql } = app.database
  const [row] = await sql<Row>(
    `SELECT e.details, e.actor_kind, e.actor_users_id, e.actor_os_user, n.ip, n.user_agent
     FROM ??.audit_events e LEFT JOIN ??.event_network n ON n.event_uid = e.uid ORDER BY e.uid DESC LIMIT 1`,
    [database, database],
  )
  if (row === undefined) throw new Error('nothing was recorded')
  return row
}

const record = (event: Parameters<typeof recordEvent>[2]) => recordEvent(app.context.db, app.context, event)

it('keeps the facts of an event with it, and from where it came in a table of its own', async () => {
  await record({
    kind: 'admin.switched',
    actor: { kind: 'user', usersId: 2 },
    details: { limit: { from: 1, to: 5 } },
    from: { ip: '2001:db8::7', userAgent: 'Firefox' },
  })

  expect(await lastEvent()).toEqual({
    details: '{"limit":{"from":1,"to":5}}',
    actor_kind: 'user',
    actor_users_id: 2,
    actor_os_user: null,
    ip: '2001:db8::7',
    user_agent: 'Firefox',
  })
})

it('takes down a stranger without a name, and cuts what they could make long', async () => {
  await record({
    kind: 'admin.sign-in-refused',
    actor: { kind: 'stranger' },
    from: { ip: '192.0.2.1', userAgent: 'x'.repeat(5000) },
  })

  const event = await lastEvent()
  expect(event).toMatchObject({ details: null, actor_kind: 'stranger', actor_users_id: null })
  expect(event.user_agent).toHaveLength(255)
})

it('refuses details that would not fit rather than keeping half of them', async () => {
  await expect(
    record({ kind: 'key.revoked', actor: { kind: 'system' }, details: { reason: 'é'.repeat(1000) } }),
  ).rejects.toThrow('too long')
})
