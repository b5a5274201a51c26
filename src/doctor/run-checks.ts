import type { Context } from '../context'
import type { CheckName } from '../shared/checks'
import { AppError } from '../shared/errors'
import { checkAltcha } from './check-altcha'
import { checkBackground } from './check-background'
import { checkConfiguration } from './check-configuration'
import { checkVersion, reachServer } from './check-database'
import { checkGlpi } from './check-glpi'
import { checkGrants } from './check-grants'
import { checkKeyRing } from './check-key-ring'
import { checkMail } from './check-mail'
import { checkMigrations } from './check-migrations'
import { checkPublicUrl } from './check-public-url'
import { checkClock, checkTimeZones } from './check-times'
import { checkWebhooks } from './check-webhooks'
import { fail, type Finding, warn } from './finding'
import type { ServerFacts } from './server-store'

export interface CheckResult extends Finding {
  name: CheckName
}

/**
 * All checks, in the order in which their causes are best removed. One that fails never hides the others, nor do
 * those wait for it: three places that do not answer take as long as one.
 *
 * @param patienceMs how long somebody wants to wait for a check, who can look again; for ever when left out
 */
export async function runChecks(context: Context, patienceMs?: number): Promise<CheckResult[]> {
  const reached = await within(patienceMs, () => reachServer(context)).catch(describe)
  const attempt = async (name: CheckName, check: () => Finding | Promise<Finding>): Promise<CheckResult> => {
    try {
      return { name, ...(await within(patienceMs, check)) }
    } catch (error) {
      return { name, ...fail(describe(error)) }
    }
  }
  const onServer = (
    name: CheckName,
    check: (server: ServerFacts) => Promise<Finding>,
  ): Promise<CheckResult> =>
    attempt(name, () =>
      typeof reached === 'string'
        ? warn('not checked: the database cannot be used, see above')
        : check(reached),
    )

  return Promise.all([
    attempt('configuration', () => checkConfiguration(context)),
    attempt('database', () => (typeof reached === 'string' ? fail(reached) : checkVersion(reached, context))),
    onServer('migrations', () => checkMigrations(context)),
    onServer('glpi', () => checkGlpi(context)),
    onServer('grants', (server) => checkGrants(context, server)),
    attempt('key-ring', () => checkKeyRing(context)),
    attempt('public-url', () => checkPublicUrl(context)),
    onServer('clock', () => checkClock(context)),
    onServer('time-zones', (server) => checkTimeZones(context, server)),
    attempt('mail', () => checkMail(context)),
    attempt('altcha', () => checkAltcha(context)),
    onServer('background', () => checkBackground(context)),
    onServer('webhooks', () => checkWebhooks(context)),
  ])
}

class NoAnswer extends Error {}

/** @throws {NoAnswer} when it takes longer; what was begun goes on unheard */
async function within<T>(patienceMs: number | undefined, work: () => T | Promise<T>): Promise<T> {
  if (patienceMs === undefined) return work()
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new NoAnswer(`no answer within ${patienceMs / 1000} s: look again later`)),
      patienceMs,
    )
  })
  try {
    return await Promise.race([work(), patience])
  } finally {
    clearTimeout(timer)
  }
}

function describe(error: unknown): string {
  const isForeseen = error instanceof AppError || error instanceof NoAnswer
  return isForeseen ? error.message : describeUnforeseen(error)
}

/** The message of an error nobody foresaw may quote anything: its kind has to do. */
function describeUnforeseen(error: unknown): string {
  const { name, code } = error as { name?: unknown; code?: unknown }
  const kind = typeof code === 'string' ? code : String(name)
  return kind.includes('ACCESS_DENIED')
    ? `the account may not look (${kind}): see the line about grants`
    : `it could not be found out (${kind}): see the database server's log`
}
