import type { AuthenticatedToken } from '../admins'
import type { EventActor } from '../audit'
import type { Issuer } from '../glpi'
import type { KeyKeeper } from '../keys'

/** Who calls, in all the forms in which use cases ask for it. */
export interface Caller extends AuthenticatedToken {
  issuer: Extract<Issuer, { kind: 'user' }>
  eventActor: EventActor
  keeper: KeyKeeper
}

export function callerFrom(
  authenticated: AuthenticatedToken,
  from: { ip: string; userAgent: string },
): Caller {
  const { usersId, profilesId, entitiesId, permissions } = authenticated.actor
  const issuer = { kind: 'user' as const, usersId, profilesId, entitiesId }
  const eventActor = { kind: 'user' as const, usersId, from }
  return {
    ...authenticated,
    issuer,
    eventActor,
    keeper: { actor: eventActor, issuer, mayMake: permissions.has('create-keys') },
  }
}
