import type { AuthenticatedToken } from '../admins'
import type { EventActor, Origin } from '../audit'
import type { Issuer } from '../glpi'
import type { KeyKeeper } from '../keys'

/** Who calls, in all the forms in which use cases ask for it. */
export interface Caller extends AuthenticatedToken {
  issuer: Extract<Issuer, { kind: 'user' }>
  eventActor: EventActor
  origin: Origin
  keeper: KeyKeeper
}

export function callerFrom(authenticated: AuthenticatedToken, origin: Origin): Caller {
  const { usersId, profilesId, entitiesId, permissions } = authenticated.actor
  const issuer = { kind: 'user' as const, usersId, profilesId, entitiesId }
  const { tokenUid } = authenticated
  const eventActor = { kind: 'user' as const, usersId, tokenUid, from: origin }
  return {
    ...authenticated,
    issuer,
    eventActor,
    origin,
    keeper: { actor: eventActor, issuer, mayMake: permissions.has('create-keys') },
  }
}
