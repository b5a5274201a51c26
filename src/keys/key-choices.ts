import {
  type Choice,
  type EntityScope,
  type Grantable,
  type Issuer,
  type GlpiWatch,
  listEverythingGrantable,
  listGrantable,
} from '../glpi'
import type { Db } from '../shared/db'
import type { InputProblem } from '../shared/errors'

/** What somebody may put into a key, and what they mean when they do not say. */
export interface KeyChoices extends Grantable {
  defaultEntitiesId: number
}

export interface KeyAsker {
  issuer: Issuer
  scope: EntityScope
}

/** Somebody in GLPI gives by default where they are at work; the server itself, in the root. */
export async function readKeyChoices(
  { db, glpi }: { db: Db; glpi: GlpiWatch },
  { issuer, scope }: KeyAsker,
): Promise<KeyChoices> {
  const side = await glpi.side()
  if (issuer.kind === 'system') return { ...(await listEverythingGrantable(db, side)), defaultEntitiesId: 0 }
  return { ...(await listGrantable(db, side, { issuer, scope })), defaultEntitiesId: issuer.entitiesId }
}

interface NamedChoice {
  id: number
  /** For trees the whole path. */
  name: string
}

/** What somebody may give, as programs are told of it. */
export interface GrantableDescription {
  /** Those of the back office are for one person, who proves their address. */
  profiles: (NamedChoice & { backOffice: boolean })[]
  entities: NamedChoice[]
  groups: NamedChoice[]
  titles: NamedChoice[]
  categories: NamedChoice[]
  locations: NamedChoice[]
  /** What is meant when nothing is said. */
  usual: { profileId: number | null; entityId: number }
}

export const describeChoices = (choices: KeyChoices): GrantableDescription => ({
  profiles: choices.profiles.map(({ id, name, opensBackOffice }) => ({
    id,
    name,
    backOffice: opensBackOffice,
  })),
  entities: choices.entities.map(bare),
  groups: choices.groups.map(bare),
  titles: choices.titles.map(bare),
  categories: choices.categories.map(bare),
  locations: choices.locations.map(bare),
  usual: { profileId: choices.defaultProfilesId ?? null, entityId: choices.defaultEntitiesId },
})

const bare = ({ id, name }: Choice): NamedChoice => ({ id, name })

/**
 * The one that is meant by this id or name: a whole path, or the last part of one if no other is called so.
 *
 * @returns its id, or why there is none
 */
export function chooseNamed(
  what: string,
  choices: readonly Choice[],
  asked: string | number,
  pointer: string,
): number | InputProblem {
  const text = String(asked).trim()
  const same = (name: string) => name.localeCompare(text, undefined, { sensitivity: 'accent' }) === 0
  const byId = choices.filter(({ id }) => String(id) === text)
  const byPath = choices.filter(({ name }) => same(name))
  const found = [byId, byPath, choices.filter(({ short }) => same(short))].find(({ length }) => length > 0)
  const [first, ...others] = found ?? []
  if (first === undefined)
    return {
      pointer,
      reason: `there is no ${what} ${JSON.stringify(text)} to give. There are: ${listed(choices)}`,
    }
  if (others.length > 0)
    return {
      pointer,
      reason: `${JSON.stringify(text)} names more than one ${what}: give the id. They are: ${listed([first, ...others])}`,
    }
  return first.id
}

const shownAtMost = 20

function listed(choices: readonly Choice[]): string {
  const shown = choices.slice(0, shownAtMost).map(({ id, name }) => `${name} (${id})`)
  const more = choices.length - shown.length
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join(', ') || 'none'
}
