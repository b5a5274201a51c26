import { type Origin, recordEvent } from '../audit'
import { type GlpiWatch, type HeldAuthorisation, listHeldAuthorisations } from '../glpi'
import type { Db } from '../shared/db'
import { AppError } from '../shared/errors'
import type { Permission } from '../shared/permissions'
import type { Actor } from './actor'
import { loadActor } from './load-actor'
import { permissionsOf } from './permissions'
import type { RecordSignInDeps } from './record-sign-in'
import type { SessionIdentity } from './session-identity'

/** An authorisation that somebody can change to. */
export interface Choice extends Omit<HeldAuthorisation, 'may'> {
  permissions: ReadonlySet<Permission>
}

/** Somebody's authorisations that are good for anything here, in GLPI's order. */
export async function listChoices(
  { db, glpi }: { db: Db; glpi: GlpiWatch },
  usersId: number,
): Promise<Choice[]> {
  const held = await listHeldAuthorisations(db, await glpi.side(), usersId)
  return held
    .map(({ may, ...choice }) => ({ ...choice, permissions: permissionsOf({ ...choice, may }) }))
    .filter(({ permissions }) => permissions.size > 0)
}

/**
 * Changes to another of one's authorisations.
 *
 * @throws {AppError} INPUT_INVALID when it is none of theirs, or good for nothing here
 */
export async function switchAuthorisation(
  deps: RecordSignInDeps & { glpi: GlpiWatch },
  identity: SessionIdentity,
  wanted: { profilesId: number; entitiesId: number },
  from?: Origin,
): Promise<Actor> {
  const actor = await loadActor(deps, { ...identity, ...wanted })
  if (actor === undefined) {
    throw new AppError('INPUT_INVALID', `user ${identity.usersId} holds no such authorisation`)
  }
  await recordEvent(deps.db, deps, {
    kind: 'admin.switched',
    actor: { kind: 'user', usersId: identity.usersId },
    details: {
      from: { profilesId: identity.profilesId, entitiesId: identity.entitiesId },
      to: { profilesId: wanted.profilesId, entitiesId: wanted.entitiesId },
    },
    from,
  })
  return actor
}
