import { type DetailedKey, latestEnd, type Renewal, stateOf } from '../keys'
import type { Config } from '../shared/config'
import { type End, endAfter, type EndRules, statedEnd } from '../shared/ends'
import { isSameEmail } from '../glpi'

export type LifeRules = EndRules & Pick<Config, 'maxLifetimeMs'>

/** A week is what most keys live for. */
const usualDays = 7

/** An end so many days from now, or the last there may be. */
export function endIn(days: number, rules: LifeRules, now: Date): End {
  const latest = latestEnd(rules, now)
  const end = endAfter(`${days}d`, now, rules)
  return end === undefined || end.expiresAt > latest ? { expiresAt: latest, graceDays: 0 } : end
}

/** What a key needs for its new link to work for a while; undefined when it lives long enough. */
export function renewalFor({ expiresAt }: DetailedKey, rules: LifeRules, now: Date): Renewal | undefined {
  const end = endIn(usualDays, rules, now)
  return expiresAt !== undefined && expiresAt < end.expiresAt ? end : undefined
}

/** Until when the new link would work, as people are told; undefined: for ever. */
export function workingUntil(key: DetailedKey, rules: LifeRules, now: Date): Date | undefined {
  const { expiresAt, graceDays } = { ...key, ...renewalFor(key, rules, now) }
  return expiresAt === undefined || !(expiresAt instanceof Date)
    ? undefined
    : statedEnd({ expiresAt, graceDays: graceDays ?? 0 }, rules.timeZone)
}

/** Whether a key is for this one address, so that a new link of the key itself reaches nobody else. */
export const isForThemAlone = (
  { addresses: [first, second], domains }: Pick<DetailedKey, 'addresses' | 'domains'>,
  address: string,
): boolean =>
  first !== undefined && second === undefined && domains.length === 0 && isSameEmail(first, address)

/** Whether the key itself can be given a new link for them, with more life if need be. */
export function canBeReissued(key: DetailedKey, address: string, now: Date): boolean {
  const state = stateOf({ ...key, expiresAt: undefined, notBefore: undefined }, now)
  return state === 'usable' && isForThemAlone(key, address)
}
