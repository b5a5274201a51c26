import { createConnection } from 'mysql2/promise'
import { z } from 'zod'
import { type EventKind, recordEvent } from '../audit'
import { type Context, createContext } from '../context'
import { setRedemptionStop } from '../keys'
import { type Env, parseConfig } from '../shared/config'
import { type Db, select } from '../shared/db'
import { createLogger } from '../shared/log'
import { cutToSeconds } from '../shared/time'
import { type HistoryClock, layKeys } from './lay-keys'
import { layRegistrations, type Registered } from './lay-registrations'
import { idOf } from './sample-company'
import { daysFrom } from './sample-newcomers'

/**
 * A month of work with invitations, for an installation with the sample company that has no keys yet: keys of several
 * issuers in every state, batches, and some hundred people who registered. Days are counted back from `now`; everything
 * else is the same each time.
 *
 * @returns whether there was room for it
 */
export async function laySampleHistory(
  env: Env,
  adminUrl: string,
  { now = new Date() }: { now?: Date } = {},
): Promise<boolean> {
  const clock: HistoryClock = { at: now, now: () => clock.at }
  const context = createContext(parseConfig(env), { clock, log: createLogger('silent') })
  try {
    if (await hasKeys(context.db)) return false
    const keys = await layKeys(context, clock, now)
    const registered = await layRegistrations(context, keys, now)
    await layOtherEvents(context, clock, now)
    await letThemSignIn(adminUrl, context.glpiDatabase, registered)
    return true
  } finally {
    await context.close()
  }
}

async function hasKeys(db: Db): Promise<boolean> {
  const rows = await select(
    db,
    z.object({ found: z.number() }),
    'SELECT 1 AS found FROM registration_keys LIMIT 1',
  )
  return rows.length > 0
}

const office = {
  ip: '198.51.100.20',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
}

/** Administrators come and go, and once they practised with the kill switch. */
async function layOtherEvents(context: Context, clock: HistoryClock, now: Date): Promise<void> {
  const at = (days: number, hours: number) => {
    clock.at = daysFrom(now, -days)
    clock.at.setUTCHours(hours, 12, 0, 0)
  }
  const did = (login: string, kind: EventKind) =>
    recordEvent(context.db, context, { kind, actor: { kind: 'user', usersId: idOf(login) }, from: office })
  for (const days of [29, 28, 21, 19, 13, 9, 7, 4, 2, 1]) {
    at(days, 7)
    await did('marie.curie', 'admin.signed-in')
    at(days, 16)
    await did('marie.curie', 'admin.signed-out')
  }
  for (const days of [29, 17, 14, 11, 6, 5, 3, 2]) {
    at(days, 8)
    await did('paul.langevin', 'admin.signed-in')
  }
  const marie = { kind: 'user' as const, usersId: idOf('marie.curie') }
  at(12, 10)
  await setRedemptionStop(context, marie, true, office)
  clock.at = new Date(clock.at.getTime() + 15 * 60_000)
  await setRedemptionStop(context, marie, false, office)
}

/** Most have been back by now. That is GLPI's to write, so it takes another account than ours. */
async function letThemSignIn(
  adminUrl: string,
  glpiDatabase: string,
  registered: readonly Registered[],
): Promise<void> {
  const connection = await createConnection({ uri: adminUrl, timezone: 'Z' })
  try {
    await connection.query("SET time_zone = '+00:00'")
    for (const { usersId, firstLogin } of registered) {
      if (firstLogin === undefined) continue
      await connection.query('UPDATE ??.glpi_users SET last_login = ? WHERE id = ?', [
        glpiDatabase,
        cutToSeconds(firstLogin),
        usersId,
      ])
    }
  } finally {
    await connection.end()
  }
}
