import { DateTime } from 'luxon'
import { ensureWithinPolicy, type KeyPolicy, PolicyExceeded, type PolicyLimit } from '../../../keys'
import { SendingLimited } from '../../../mail'
import type { Desk } from '../desk'
import { tellLimit } from '../mails/sending-problem'
import type { FormValues } from './form-values'
import type { Problems } from './problems'

type Bounds = Parameters<typeof ensureWithinPolicy>[2]

/** What of the terms the configuration does not allow. */
export function problemsOfTerms(policy: KeyPolicy, terms: Bounds, values: FormValues, now: Date): Problems {
  try {
    ensureWithinPolicy(policy, undefined, terms, now)
    return {}
  } catch (error) {
    if (error instanceof PolicyExceeded) return problemsOf(error.limit, values, policy)
    throw error
  }
}

/** What was made, or what is in the way of it. */
export async function orProblems<T extends object>(
  making: Promise<T>,
  { values, desk, policy }: { values: FormValues; desk: Desk; policy: KeyPolicy },
): Promise<T | { problems: Problems }> {
  try {
    return await making
  } catch (error) {
    if (error instanceof PolicyExceeded) return { problems: problemsOf(error.limit, values, policy) }
    if (error instanceof SendingLimited)
      return { problems: { send: { code: 'sending-limited', entries: tellLimit(error, desk) } } }
    throw error
  }
}

/** A limit that was met, beside the field that can mend it. */
export function problemsOf(
  limit: PolicyLimit,
  { people, life }: Pick<FormValues, 'people' | 'life'>,
  { timeZone }: Pick<KeyPolicy, 'timeZone'>,
): Problems {
  const field = people === '' ? 'uses' : 'people'
  switch (limit.kind) {
    case 'uses':
      return { uses: { code: 'uses-out-of-range', limit: limit.most } }
    case 'life': {
      const entries = DateTime.fromJSDate(limit.latest, { zone: timeZone }).toISODate() ?? ''
      return { [life === 'date' ? 'until' : 'life']: { code: 'life-too-long', entries } }
    }
    case 'unlimited':
      return { uses: { code: 'unlimited-forbidden' } }
    case 'never':
      return { life: { code: 'never-forbidden' } }
    case 'keys-per-day':
      return { [field]: { code: 'keys-per-day', limit: limit.left } }
    case 'pending':
      return { [field]: { code: 'pending', limit: limit.left } }
  }
}
