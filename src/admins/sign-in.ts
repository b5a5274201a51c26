import { setTimeout as pause } from 'node:timers/promises'
import { findLastOrigin, type Origin } from '../audit'
import {
  type Account,
  type GlpiWatch,
  listAccountsCalled,
  type PasswordHasher,
  readLoginWeight,
} from '../glpi'
import type { Admission } from '../shared/admission'
import type { Clock } from '../shared/clock'
import type { Db } from '../shared/db'
import { AppError, SignInThrottled } from '../shared/errors'
import type { Random } from '../shared/random'
import type { Sealer } from '../shared/sealing'
import { addressBlock } from '../shared/address-block'
import { makeDeviceToken, readDevice } from './devices'
import { judgeAccount } from './judge-account'
import { concludeSignIn, recordSignInRefusal } from './record-sign-in'
import type { SessionIdentity } from './session-identity'
import type { Throttle, Turn } from './throttle'

export interface SignInDeps {
  db: Db
  glpi: GlpiWatch
  clock: Clock
  random: Random
  sealer: Sealer
  passwords: PasswordHasher
  admission: Admission
  throttle: Throttle
  /** How long an unknown login, a directory's account and a wrong password take alike. */
  signInFloorMs: number
}

export interface SignInAttempt {
  login: string
  password: string
  from: Origin
  /** What this browser kept of an earlier sign-in. */
  deviceToken?: string | undefined
}

/**
 * Signs in one of GLPI's own users with the password that GLPI has for them.
 *
 * @throws {AppError} SIGN_IN_FAILED, one answer for all that a stranger could try
 * @throws {SignInRefused} with the reason: the password was right
 * @throws {SignInThrottled} before anything was hashed
 */
export async function signIn(
  deps: SignInDeps,
  { login: typed, password, from, deviceToken }: SignInAttempt,
): Promise<{ identity: SessionIdentity; deviceToken: string }> {
  const floor = pause(deps.signInFloorMs)
  const login = typed.trim()
  const side = await deps.glpi.side()
  const accounts = isPossible(login) ? await listAccountsCalled(deps.db, side, login) : []
  const local = accounts.find(({ isLocal }) => isLocal)
  const known = local ?? accounts[0]
  const deviceId = readDevice(deps, deviceToken, local?.usersId)

  const turn = await takeTurn(deps, { login, known, deviceId, from })
  if (!(await isPasswordRight(deps, turn, local, password)) || local === undefined) {
    const reason = whatFailed(known)
    await recordSignInRefusal(deps, 'password', known?.usersId, reason, from)
    await floor
    throw new AppError('SIGN_IN_FAILED', reason)
  }

  const judgement = await judgeAccount({ db: deps.db, side, now: deps.clock.now() }, local, 'of-glpi')
  if (judgement.comesIn) await turn.succeeded()
  const identity = await concludeSignIn(deps, 'password', local, judgement, from)
  return { identity, deviceToken: makeDeviceToken(deps, local.usersId, deviceId) }
}

/** GLPI refuses a NUL byte at every login; its column ends at 255 characters. */
const isPossible = (login: string): boolean => login !== '' && login.length <= 255 && !login.includes('\0')

interface Knock {
  login: string
  known: Account | undefined
  deviceId: string | undefined
  from: Origin
}

async function takeTurn(deps: SignInDeps, { login, known, deviceId, from }: Knock): Promise<Turn> {
  try {
    return await deps.throttle.take({
      ip: from.ip,
      loginWeight: await readLoginWeight(deps.db, login),
      deviceId,
      isAtLastGoodAddress: () => isAtLastGoodAddress(deps.db, known?.usersId, from),
    })
  } catch (error) {
    if (error instanceof SignInThrottled) {
      await recordSignInRefusal(deps, 'password', known?.usersId, 'throttled', from)
    }
    throw error
  }
}

async function isAtLastGoodAddress(db: Db, usersId: number | undefined, { ip }: Origin): Promise<boolean> {
  if (usersId === undefined) return false
  const last = await findLastOrigin(db, { kind: 'admin.signed-in', usersId })
  return last !== undefined && addressBlock(last.ip) === addressBlock(ip)
}

/** Hashes in any case: how long it takes tells nothing either. An attempt that found the server busy is none. */
async function isPasswordRight(
  { admission, passwords }: SignInDeps,
  turn: Turn,
  account: Account | undefined,
  password: string,
): Promise<boolean> {
  try {
    return await admission.run(() => passwords.verify(account?.passwordHash, password))
  } catch (error) {
    await turn.withdraw()
    throw error
  }
}

function whatFailed(known: Account | undefined): string {
  if (known === undefined) return 'unknown-login'
  return known.isLocal ? 'wrong-password' : 'directory-account'
}
