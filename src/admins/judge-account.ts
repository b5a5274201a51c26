import {
  type Account,
  type GlpiSide,
  type HeldAuthorisation,
  isWithinDates,
  listHeldAuthorisations,
  readPasswordLifeDays,
  readSecondFactor,
} from '../glpi'
import type { Db } from '../shared/db'
import type { SignInRefusal } from '../shared/errors'
import { permissionsOf } from './permissions'

export type Judgement =
  { comesIn: true; authorisation: HeldAuthorisation } | { comesIn: false; refusal: SignInRefusal }

const dayMs = 86_400_000

/**
 * Whether somebody who has proven who they are comes in, and under which authorisation: what GLPI asks, in GLPI's
 * order, then what we ask.
 *
 * @param secondFactor whose matter it is; where GLPI is the one to ask for it, we cannot, so such people do not come in
 */
export async function judgeAccount(
  { db, side, now }: { db: Db; side: GlpiSide; now: Date },
  account: Account,
  secondFactor: 'of-glpi' | 'proven-elsewhere',
): Promise<Judgement> {
  if (!account.isActive) return refuse('inactive')
  if (!isWithinDates(account, now)) return refuse('outside-dates')
  if (await isPasswordExpired(db, side, account, now)) return refuse('password-expired')
  if (secondFactor === 'of-glpi') {
    const factor = await readSecondFactor(db, side, account.usersId)
    if (factor === 'unreadable') return refuse('grants-missing')
    if (factor === 'asked-for') return refuse('two-factor')
  }
  const held = await listHeldAuthorisations(db, side, account.usersId)
  if (held.length === 0) return refuse('no-authorisation')
  const authorisation = firstUseful(held)
  return authorisation === undefined ? refuse('no-right') : { comesIn: true, authorisation }
}

const refuse = (refusal: SignInRefusal): Judgement => ({ comesIn: false, refusal })

/** Keys first: who may see them under one profile and only configure under another opens the one with keys. */
const firstUseful = (held: readonly HeldAuthorisation[]): HeldAuthorisation | undefined =>
  held.find((one) => permissionsOf(one).has('see-keys')) ??
  held.find((one) => permissionsOf(one).has('configure'))

/** Passwords of directories are theirs to expire. One that GLPI never noted a change of counts as expired there. */
async function isPasswordExpired(
  db: Db,
  side: GlpiSide,
  { isLocal, passwordLastUpdate }: Account,
  now: Date,
): Promise<boolean> {
  if (!isLocal) return false
  const lifeDays = await readPasswordLifeDays(db, side.database)
  if (lifeDays === undefined) return false
  return passwordLastUpdate === undefined || passwordLastUpdate.getTime() + lifeDays * dayMs < now.getTime()
}
