import { findActingUser, type GlpiWatch, listAuthorisationsOf } from '../glpi'
import type { Clock } from '../shared/clock'
import type { Db } from '../shared/db'
import { AppError } from '../shared/errors'
import type { Actor } from './actor'
import { actorFrom } from './load-actor'

/** By id, or by name; an entity by its path, too. */
export interface AskedAuthorisation {
  profile?: string | undefined
  entity?: string | undefined
}

/**
 * Somebody in GLPI under one of their authorisations that are good for anything here.
 *
 * @param pick which of them, given in the order in which GLPI would open them
 * @throws {AppError} NOT_ALLOWED when there is none, saying which there are
 */
export async function chooseActor(
  { db, glpi, clock }: { db: Db; glpi: GlpiWatch; clock: Clock },
  login: string,
  asked: AskedAuthorisation,
  pick: (actors: readonly Actor[]) => Actor | undefined,
): Promise<Actor> {
  const side = await glpi.side()
  const now = clock.now()
  const actors: Actor[] = []
  for (const held of await listAuthorisationsOf(db, side, login, now)) {
    const user = await findActingUser(db, side, held, now)
    const actor = user === undefined ? undefined : await actorFrom(db, side, held.usersId, user)
    if (actor !== undefined) actors.push(actor)
  }
  const chosen = pick(actors.filter((actor) => isAsked(actor, asked)))
  if (chosen !== undefined) return chosen
  throw new AppError('NOT_ALLOWED', whyNone(login, actors))
}

const isAsked = (actor: Actor, { profile, entity }: AskedAuthorisation): boolean =>
  (profile === undefined || isNamed(profile, actor.profilesId, [actor.profileName])) &&
  (entity === undefined || isNamed(entity, actor.entitiesId, namesOf(actor.entityPath)))

const namesOf = (path: string): (string | undefined)[] => [path, path.split(' > ').at(-1)]

function isNamed(asked: string, id: number, names: readonly (string | undefined)[]): boolean {
  const wanted = asked.trim()
  if (wanted === String(id)) return true
  return names.some((name) => name?.localeCompare(wanted, undefined, { sensitivity: 'accent' }) === 0)
}

function whyNone(login: string, actors: readonly Actor[]): string {
  const who = JSON.stringify(login)
  if (actors.length === 0) return `GLPI would not let ${who} sign in, or gives them no right here`
  const held = actors.map(
    ({ profileName, profilesId, entityPath, entitiesId }) =>
      `${profileName} (${profilesId}) in ${entityPath} (${entitiesId})`,
  )
  return `no authorisation of ${who} fits, or has the rights for it. There are: ${held.join(', ')}`
}
