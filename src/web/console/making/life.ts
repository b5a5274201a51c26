import { type End, endAfter, type EndRules } from '../../../shared/ends'

/** The lives that are offered as such. */
export const lives = ['1d', '7d', '30d'] as const

/** A life begins when the key does. */
export function endOfLife(
  life: string,
  notBefore: Date | undefined,
  rules: EndRules & { now: Date },
): End | undefined {
  const begin = notBefore !== undefined && notBefore > rules.now ? notBefore : rules.now
  return lives.some((one) => one === life) ? endAfter(life, begin, rules) : undefined
}
