import { type KeyState, type RegistrationKey, stateOf } from '../../src/keys/key'

const now = new Date('2026-06-15T12:00:00Z')
const earlier = new Date(now.getTime() - 1)
const later = new Date(now.getTime() + 1)
const usable: RegistrationKey = {
  uid: '01900000-0000-7000-8000-000000000000',
  label: '',
  maxUses: 2,
  usesCompleted: 0,
  usesHeld: 0,
  notBefore: undefined,
  expiresAt: later,
  graceDays: 0,
  pausedAt: undefined,
  revokedAt: undefined,
  issuer: { kind: 'system' },
  createdAt: earlier,
}
const everything = {
  revokedAt: earlier,
  pausedAt: earlier,
  notBefore: later,
  expiresAt: earlier,
  usesCompleted: 2,
}

it.each<[string, Partial<RegistrationKey>, KeyState]>([
  ['with uses and time left', {}, 'usable'],
  ['with one of two uses left', { usesCompleted: 1 }, 'usable'],
  ['unlimited, however often used', { maxUses: undefined, usesCompleted: 9_999 }, 'usable'],
  ['that never ends', { expiresAt: undefined }, 'usable'],
  ['from this very instant on', { notBefore: now }, 'usable'],
  ['that is revoked, whatever else', everything, 'revoked'],
  ['that is paused, if not revoked', { ...everything, revokedAt: undefined }, 'paused'],
  ['before its begin', { ...everything, revokedAt: undefined, pausedAt: undefined }, 'not-yet-valid'],
  ['at the instant of its end', { expiresAt: now, usesCompleted: 2 }, 'expired'],
  ['with every use completed', { usesCompleted: 2 }, 'used-up'],
  ['with a limit lowered below what is used', { maxUses: 1, usesCompleted: 2 }, 'used-up'],
  ['with its last use held', { usesCompleted: 1, usesHeld: 1 }, 'held-up'],
  ['with all uses held', { usesHeld: 2 }, 'held-up'],
])('a key %s', (_, changes, state) => {
  expect(stateOf({ ...usable, ...changes }, now)).toBe(state)
})
