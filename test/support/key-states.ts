import type { KeyState } from '../../src/keys'
import type { RefusalCode } from '../../src/shared/errors'
import { messagesFor } from '../../src/shared/i18n'
import { consoleMessagesFor } from '../../src/shared/i18n/console'
import { type Answer, textOf } from './browser'

const { states } = consoleMessagesFor('en').keyList

/** What the console calls each state in English. */
export const keyStateWords = Object.entries(states) as [KeyState, string][]

const refusals: Partial<Record<RefusalCode, KeyState>> = {
  KEY_REVOKED: 'revoked',
  KEY_PAUSED: 'paused',
  KEY_NOT_YET_VALID: 'not-yet-valid',
  KEY_EXPIRED: 'expired',
  KEY_USED_UP: 'used-up',
  KEY_HELD_UP: 'held-up',
}

/** What a public page says of the key, to somebody who opened its link. */
export function refusalOf(page: Answer): KeyState | 'something else' {
  if (page.status === 200) return 'usable'
  const text = textOf(page)
  const words = messagesFor('en').refusals
  const found = Object.entries(refusals).find(([code]) => text.includes(words[code as RefusalCode].heading))
  return found?.[1] ?? 'something else'
}
