import type { TokenKeeper } from '../../admins'
import type { Viewer } from '../../audit'
import type { KeyKeeper, PresetKeeper } from '../../keys'
import type { Decider } from '../../registration'
import type { Desk } from './desk'

/** Whoever is signed in, as somebody who does things to keys. */
export const keeperAt = ({ actor, eventActor, issuer }: Desk): KeyKeeper => ({
  actor: eventActor,
  issuer,
  mayMake: actor.permissions.has('create-keys'),
})

/** Whoever is signed in, as somebody who reads the record. */
export const viewerAt = ({ actor }: Desk): Viewer => ({
  usersId: actor.usersId,
  scope: actor.scope,
  mayConfigure: actor.permissions.has('configure'),
})

/** Whoever is signed in, as somebody who works with presets. */
export const presetKeeperAt = (desk: Desk): PresetKeeper => ({
  ...keeperAt(desk),
  scope: desk.actor.scope,
  mayUpdate: desk.actor.permissions.has('update-keys'),
})

/** Whoever is signed in, as somebody who decides on registrations. */
export const deciderAt = ({ actor, eventActor, issuer }: Desk): Decider => ({
  actor: eventActor,
  issuer,
  scope: actor.scope,
})

/** Whoever is signed in, as somebody who looks after tokens. */
export const tokenKeeperAt = ({ actor, eventActor }: Desk): TokenKeeper => ({
  actor: eventActor,
  usersId: actor.usersId,
  scope: actor.scope,
  mayManage: actor.permissions.has('configure'),
})
