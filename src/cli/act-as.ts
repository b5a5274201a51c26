import type { Context } from '../context'
import {
  type EntityScope,
  type HeldAuthorisation,
  listAuthorisationsOf,
  listHeldAuthorisations,
  readScope,
  type UserIssuer,
} from '../glpi'
import { AppError } from '../shared/errors'

/** Somebody in GLPI under one of their authorisations, with what that lets them do. */
export interface ActingAs {
  issuer: { kind: 'user' } & UserIssuer
  held: HeldAuthorisation
}

/**
 * Under the first authorisation that will do, in the order in which GLPI would open them at sign-in.
 *
 * @throws {AppError} NOT_ALLOWED when there is none
 */
export async function actAs(
  { db, glpi, clock }: Context,
  login: string,
  willDo: (held: HeldAuthorisation) => boolean,
): Promise<ActingAs> {
  const side = await glpi.side()
  const candidates = await listAuthorisationsOf(db, side, login, clock.now())
  const [first] = candidates
  const all = first === undefined ? [] : await listHeldAuthorisations(db, side, first.usersId)
  for (const candidate of candidates) {
    const held = all.find(
      ({ profilesId, entitiesId }) =>
        profilesId === candidate.profilesId && entitiesId === candidate.entitiesId,
    )
    if (held !== undefined && willDo(held)) return { issuer: { kind: 'user', ...candidate }, held }
  }
  throw new AppError('NOT_ALLOWED', `GLPI would not let ${JSON.stringify(login)} do this`)
}

/** What the server itself, or somebody in GLPI, may see. */
export async function scopeOf(context: Context, login: string | undefined): Promise<EntityScope> {
  if (login === undefined) return { kind: 'all' }
  const { held } = await actAs(context, login, ({ may }) => may.readUsers)
  return readScope(context.db, await context.glpi.side(), held)
}
