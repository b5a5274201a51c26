import { type ActingUser, findActingUser, type GlpiSide, type GlpiWatch, readScope } from '../glpi'
import type { Clock } from '../shared/clock'
import type { Db } from '../shared/db'
import type { Actor } from './actor'
import { permissionsOf } from './permissions'
import type { SessionIdentity } from './session-identity'
import { findSignOut } from './sign-outs-store'

/**
 * The administrator of a session as GLPI has them at this moment; undefined when the session is over: deactivated,
 * without that authorisation or any right here, the password changed, or signed out everywhere.
 */
export async function loadActor(
  { db, glpi, clock }: { db: Db; glpi: GlpiWatch; clock: Clock },
  identity: SessionIdentity,
): Promise<Actor | undefined> {
  const side = await glpi.side()
  const [user, signedOutAt] = await Promise.all([
    findActingUser(db, side, identity, clock.now()),
    findSignOut(db, identity.usersId),
  ])
  if (user === undefined) return undefined
  if (signedOutAt !== undefined && signedOutAt.getTime() >= identity.startedAt) return undefined
  if ((user.passwordLastUpdate?.getTime() ?? null) !== identity.passwordLastUpdate) return undefined
  return actorFrom(db, side, identity.usersId, user)
}

/** Whom GLPI lets act so, with what they may do here; undefined when that is nothing. */
export async function actorFrom(
  db: Db,
  side: GlpiSide,
  usersId: number,
  user: ActingUser,
): Promise<Actor | undefined> {
  const permissions = permissionsOf(user)
  if (permissions.size === 0) return undefined
  return {
    usersId,
    profilesId: user.profilesId,
    entitiesId: user.entitiesId,
    login: user.login,
    name: `${user.firstname} ${user.realname}`.trim() || user.login,
    language: user.language,
    profileName: user.profileName,
    entityPath: user.entityPath,
    isRecursive: user.isRecursive,
    scope: await readScope(db, side, user),
    permissions,
  }
}
