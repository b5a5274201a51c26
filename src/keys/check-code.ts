import type { Clock } from '../shared/clock'
import { AppError, type RefusalCode } from '../shared/errors'
import { type Code, type Instance, parseCode, prefixOf, tagOf } from './code'
import type { FindKey } from './find-key'
import { endGraceMs, type KeyState, type RegistrationKey, stateOf } from './key'
import type { FoundKey } from './keys-store'

/** This helpdesk, and the addresses it had before: their codes keep working until they are reissued. */
export interface Home extends Instance {
  /** Of its address and of those it had before. */
  acceptedTags: ReadonlySet<string>
}

export function createHome(
  { environment, publicUrl }: Instance,
  previousPublicUrls: readonly string[],
): Home {
  const tags = [publicUrl, ...previousPublicUrls].map((url) => tagOf({ environment, publicUrl: url }))
  return { environment, publicUrl, acceptedTags: new Set(tags) }
}

export interface CheckCodeDeps {
  clock: Clock
  home: Home
  findKey: FindKey
}

/**
 * The key that this text opens.
 *
 * @param openedAt when the person first opened the form, if they did: the end of a key leaves them time to send it
 * @throws {AppError} with a RefusalCode, the true reason: whoever holds a real code may hear it. Malformed and foreign
 *   codes are recognised without a query.
 */
export async function checkCode(
  deps: CheckCodeDeps,
  typed: string,
  openedAt?: Date,
): Promise<{ code: Code; key: RegistrationKey }> {
  return checkReadCode(deps, readCode(deps.home, typed), openedAt)
}

/** The same for a code that has been read. @throws {AppError} with a RefusalCode */
export async function checkReadCode(
  deps: Pick<CheckCodeDeps, 'clock' | 'findKey'>,
  code: Code,
  openedAt?: Date,
): Promise<{ code: Code; key: RegistrationKey }> {
  const found = await deps.findKey(code)
  if (found === undefined) throw refusal('KEY_UNKNOWN', 'no key has this code')
  ensureUsable(found, deps.clock.now(), openedAt)
  return { code, key: found.key }
}

/** @throws {AppError} KEY_MALFORMED, KEY_OF_TEST_INSTANCE or KEY_OF_OTHER_INSTANCE */
export function readCode(home: Home, typed: string): Code {
  const code = parseCode(typed)
  if (code === undefined) throw refusal('KEY_MALFORMED', 'the code has a typing error')
  if (code.prefix === 'TEST' && prefixOf(home) !== 'TEST') {
    throw refusal('KEY_OF_TEST_INSTANCE', 'the code is of a test helpdesk')
  }
  if (!home.acceptedTags.has(code.tag))
    throw refusal('KEY_OF_OTHER_INSTANCE', `the code is of another helpdesk, ${code.tag}`)
  return code
}

/** @throws {AppError} with the reason why the key cannot be used now */
export function ensureUsable(found: FoundKey, now: Date, openedAt?: Date): void {
  const { key } = found
  const codeEnded = found.codeValidUntil !== undefined && now >= found.codeValidUntil
  if (codeEnded) throw refusal('KEY_REISSUED', `key ${key.uid}: the code was replaced`)

  const code = refusals[stateAllowingGrace(key, now, openedAt)]
  if (code !== undefined) throw refusal(code, `key ${key.uid} cannot be used`)
  if (found.redemptionStopped) throw refusal('REDEMPTION_STOPPED', 'redemption is stopped on this instance')
  if (found.glpiInMaintenance) throw refusal('GLPI_MAINTENANCE', 'GLPI is in maintenance mode')
}

function stateAllowingGrace(key: RegistrationKey, now: Date, openedAt: Date | undefined): KeyState {
  const state = stateOf(key, now)
  const { expiresAt } = key
  if (state !== 'expired' || expiresAt === undefined || openedAt === undefined || openedAt >= expiresAt)
    return state
  const withinGrace = now.getTime() < expiresAt.getTime() + endGraceMs
  return withinGrace ? stateOf({ ...key, expiresAt: undefined }, now) : state
}

const refusals: Record<KeyState, RefusalCode | undefined> = {
  revoked: 'KEY_REVOKED',
  paused: 'KEY_PAUSED',
  'not-yet-valid': 'KEY_NOT_YET_VALID',
  expired: 'KEY_EXPIRED',
  'used-up': 'KEY_USED_UP',
  'held-up': 'KEY_HELD_UP',
  usable: undefined,
}

const refusal = (code: RefusalCode, reason: string) => new AppError(code, reason)
