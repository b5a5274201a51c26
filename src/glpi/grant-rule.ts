import type { Db } from '../shared/db'
import { AppError, type ErrorCode } from '../shared/errors'
import { findStanding, type Issuer, type UserIssuer } from './actor-store'
import { findEntityAndAncestors } from './entities-store'
import { type Grant, type GrantTargets, type Placed, readGrantTargets, wholeGrant } from './grant-store'
import { readRights } from './profiles-store'
import { isForOnePerson, opensBackOffice, type Reach } from './reach'
import { hasRight, mayGrantProfile, right } from './rights'
import type { GlpiSide } from './side'

/**
 * Makes sure that everything the grant names exists, fits our policy, and that its issuer may give it now. Called when
 * a key is made and again when it is used: GLPI changes in between.
 *
 * @param asked.reach of the key; without it, nothing that opens GLPI's back office may be given
 * @returns the rows the grant points to, so that nobody reads them twice.
 * @throws {AppError} KEY_ISSUER_REFUSED or KEY_GRANT_REFUSED, with the reason for the administrator.
 */
export async function ensureMayGrant(db: Db, side: GlpiSide, asked: AskedToGrant): Promise<GrantTargets> {
  const targets = await readGrantTargets(db, side, asked.grant)
  await ensureMayGrantThese(db, side, asked, targets)
  return targets
}

export interface AskedToGrant {
  issuer: Issuer
  grant: Grant
  now: Date
  reach?: Reach | undefined
}

/** The same for whoever has read what the grant points to. */
export async function ensureMayGrantThese(
  db: Db,
  side: GlpiSide,
  { issuer, grant, now, reach }: AskedToGrant,
  targets: GrantTargets,
): Promise<void> {
  ensureGrantStands(grant, targets, reach)
  if (issuer.kind === 'user') await ensureIssuerMay(db, side, issuer, grant, targets, now)
}

function ensureGrantStands(grant: Grant, targets: GrantTargets, reach: Reach | undefined): void {
  if (grant.authorisations.length === 0)
    throw refused('the key grants no profile, and GLPI refuses such accounts')
  for (const { profilesId, entitiesId } of grant.authorisations) {
    if (!targets.profiles.has(profilesId)) throw refused(`GLPI has no profile ${profilesId}`)
    if (!targets.entities.has(entitiesId)) throw refused(`GLPI has no entity ${entitiesId}`)
  }
  if (opensBackOffice(targets) && (reach === undefined || !isForOnePerson(reach))) {
    throw refused(
      "a profile of the grant opens GLPI's back office: such a key is for one use and exactly one e-mail address, which has to be proven",
    )
  }
  const missing = grant.groupIds.find((id) => !targets.groups.has(id))
  if (missing !== undefined) throw refused(`GLPI has no group ${missing} that people can be members of`)
  const { usertitlesId, usercategoriesId, locationsId } = grant
  ensureThere('title', usertitlesId, targets.titles)
  ensureThere('category of users', usercategoriesId, targets.categories)
  ensureThere('location', locationsId, targets.locations)
}

function ensureThere(what: string, id: number, there: { has(id: number): boolean }): void {
  if (id !== 0 && !there.has(id)) throw refused(`GLPI has no ${what} ${id}`)
}

async function ensureIssuerMay(
  db: Db,
  side: GlpiSide,
  issuer: UserIssuer,
  grant: Grant,
  targets: GrantTargets,
  now: Date,
): Promise<void> {
  const standing = await findStanding(db, side, issuer, now)
  if (standing === undefined) {
    throw notIssuer(
      `user ${issuer.usersId} does not hold profile ${issuer.profilesId} in entity ${issuer.entitiesId}`,
    )
  }
  await ensureProfilesMayBeGiven(db, side, issuer, grant)

  const scope = { entitiesId: issuer.entitiesId, ...standing }
  for (const { entitiesId } of grant.authorisations) {
    if (!(await isInScope(db, side, scope, entitiesId))) {
      throw notIssuer(`entity ${entitiesId} is outside what user ${issuer.usersId} looks after`)
    }
  }
  const isVisible = async (place: Placed) =>
    (await isInScope(db, side, scope, place.entitiesId)) ||
    // What is shared downwards can be seen, and given, from below.
    (place.isRecursive && (await isInScope(db, side, place, issuer.entitiesId)))
  for (const [what, places] of [
    ['group', targets.groups],
    ['location', targets.locations],
  ] as const) {
    for (const [id, place] of places) {
      if (await isVisible(place)) continue
      throw notIssuer(`${what} ${id} is outside what user ${issuer.usersId} looks after`)
    }
  }
}

async function ensureProfilesMayBeGiven(
  db: Db,
  side: GlpiSide,
  issuer: UserIssuer,
  grant: Grant,
): Promise<void> {
  const rights = await readRights(db, side)
  const own = { ...issuer, isRecursive: false }
  const { profiles } = await readGrantTargets(
    db,
    side,
    wholeGrant({ authorisations: [own, ...grant.authorisations] }),
  )
  const profile = (id: number) => ({ id, interface: profiles.get(id)?.interface ?? 'helpdesk' })

  if (!hasRight(rights.of(issuer.profilesId), 'user', right.create)) {
    throw notIssuer(`profile ${issuer.profilesId} of user ${issuer.usersId} may not create users`)
  }
  const beyond = grant.authorisations.find(
    ({ profilesId }) => !mayGrantProfile(rights, profile(issuer.profilesId), profile(profilesId)),
  )
  if (beyond !== undefined) {
    throw notIssuer(`user ${issuer.usersId} may not give profile ${beyond.profilesId}`)
  }
}

/** An authorisation covers its entity, and what lies below it when it is recursive. */
async function isInScope(
  db: Db,
  side: GlpiSide,
  scope: { entitiesId: number; isRecursive: boolean },
  entitiesId: number,
): Promise<boolean> {
  if (scope.entitiesId === entitiesId) return true
  if (!scope.isRecursive) return false
  return (await findEntityAndAncestors(db, side, entitiesId)).includes(scope.entitiesId)
}

/**
 * Makes sure that their profile lets them change users, which approving and rejecting take.
 *
 * @throws {AppError} NOT_ALLOWED
 */
export async function ensureMayUpdate(
  db: Db,
  side: GlpiSide,
  { usersId, profilesId }: UserIssuer,
): Promise<void> {
  const rights = await readRights(db, side)
  if (hasRight(rights.of(profilesId), 'user', right.update)) return
  throw new AppError('NOT_ALLOWED', `profile ${profilesId} of user ${usersId} may not update users`)
}

const refusal = (code: ErrorCode) => (reason: string) => new AppError(code, reason)
const refused = refusal('KEY_GRANT_REFUSED')
const notIssuer = refusal('KEY_ISSUER_REFUSED')
