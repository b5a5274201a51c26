import type { RefusalCode } from './errors'

/**
 * Refusals after which a new link is something to ask for: the code was real, and waiting changes nothing or may take
 * long. Nobody asks with a code that is none, nor for what is over in a while by itself.
 */
export const askableRefusals = [
  'KEY_EXPIRED',
  'KEY_REISSUED',
  'KEY_USED_UP',
  'KEY_HELD_UP',
  'KEY_REVOKED',
  'KEY_ISSUER_REFUSED',
  'KEY_GRANT_REFUSED',
  'ACCOUNT_END_PAST',
  'ACCOUNT_END_TOO_LATE',
] as const satisfies readonly RefusalCode[]
export type AskableRefusal = (typeof askableRefusals)[number]

export const isAskable = (code: string): code is AskableRefusal =>
  askableRefusals.some((askable) => askable === code)
