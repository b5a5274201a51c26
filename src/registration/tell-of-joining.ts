import { DateTime } from 'luxon'
import { type GlpiSide, type Identity, type Issuer, readMailboxes } from '../glpi'
import { type NewMail, queueMails, takeNotice, type ToldJoins } from '../mail'
import type { Terms } from '../keys'
import type { Clock } from '../shared/clock'
import type { Config } from '../shared/config'
import type { Db } from '../shared/db'
import { languageFrom } from '../shared/i18n'
import type { Random } from '../shared/random'

export interface TellOfJoiningDeps {
  clock: Clock
  random: Random
  config: Pick<Config, 'defaultLanguage' | 'timeZone' | 'adminMail'>
}

export interface Joining {
  keyUid: string
  registrationUid: string
  usersId: number
  identity: Identity
  /** Of the account, as GLPI writes it. */
  language: string | undefined
  side: GlpiSide
  issuer: Issuer
  terms: Pick<Terms, 'isSingleUse' | 'isOfBatch'>
  /** At whose hands it was completed: they need not be told. */
  decidedBy?: number | undefined
}

/**
 * Welcomes the new user, since GLPI sends nothing, and tells the inviter, in the transaction of the registration.
 *
 * Of a key for one person the inviter hears at once. Of keys for several, and of those made together, thirty mails
 * would be noise: one at the end of the day tells everybody who joined with any of them.
 */
export async function tellOfJoining(trx: Db, deps: TellOfJoiningDeps, joining: Joining): Promise<void> {
  const { keyUid, registrationUid, usersId, identity } = joining
  const { defaultLanguage } = deps.config
  const welcome: NewMail = {
    kind: 'welcome',
    to: { address: identity.email, name: `${identity.firstname} ${identity.realname}`.trim(), usersId },
    language: languageFrom(joining.language) ?? defaultLanguage,
    keyUid,
    registrationUid,
  }
  const joined = await joinedMail(trx, deps, joining)
  await queueMails(trx, deps, joined === undefined ? [welcome] : [welcome, joined])
}

/** Undefined when the inviter cannot be written to, or will hear of it with the others of the day. */
async function joinedMail(
  trx: Db,
  { clock, config }: TellOfJoiningDeps,
  { keyUid, registrationUid, side, issuer, terms, decidedBy }: Joining,
): Promise<NewMail | undefined> {
  if (issuer.kind === 'system' || issuer.usersId === decidedBy) return undefined
  const now = clock.now()
  const { usersId } = issuer
  const isForOne = terms.isSingleUse && !terms.isOfBatch
  const day = dayOfJoins(now, config.timeZone)
  if (!isForOne && !(await takeNotice(trx, { kind: 'joined', subject: { usersId }, occasion: day.end }, now)))
    return undefined
  const to = (await readMailboxes(trx, side, [usersId], now)).get(usersId)
  if (to === undefined) return undefined
  const language = languageFrom(to.language) ?? config.defaultLanguage
  if (isForOne) return { kind: 'joined', to, language, keyUid, registrationUid }
  const facts: ToldJoins = { from: day.start.toISOString(), to: day.end.toISOString() }
  return { kind: 'joined', to, language, facts, dueAt: day.end }
}

const endOfWork = 17

/** From one end of work to the next, as the clocks of the organisation show it. */
export function dayOfJoins(now: Date, timeZone: string): { start: Date; end: Date } {
  const local = DateTime.fromJSDate(now, { zone: timeZone })
  const today = local.startOf('day').set({ hour: endOfWork })
  const end = today > local ? today : local.plus({ days: 1 }).startOf('day').set({ hour: endOfWork })
  const start = end.minus({ days: 1 }).startOf('day').set({ hour: endOfWork })
  return { start: start.toJSDate(), end: end.toJSDate() }
}
