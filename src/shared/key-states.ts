/** What a key can be; derived, in this order (the first that applies). */
export const keyStates = [
  'revoked',
  'paused',
  'not-yet-valid',
  'expired',
  'used-up',
  'held-up',
  'usable',
] as const
export type KeyState = (typeof keyStates)[number]
