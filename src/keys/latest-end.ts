import type { Config } from '../shared/config'
import { endAfter, type EndRules } from '../shared/ends'

const dayMs = 86_400_000

/** The last instant at which a key may end that begins then: for days the end of the last one, as ends are set here. */
export function latestEnd(
  { maxLifetimeMs, ...rules }: Pick<Config, 'maxLifetimeMs'> & EndRules,
  begin: Date,
): Date {
  const days = maxLifetimeMs / dayMs
  const end = Number.isInteger(days) ? endAfter(`${days}d`, begin, rules) : undefined
  return end?.expiresAt ?? new Date(begin.getTime() + maxLifetimeMs)
}
