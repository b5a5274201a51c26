import {
  type Grant,
  listEntities,
  listGroups,
  listLocations,
  listProfiles,
  listUserCategories,
  listUserTitles,
} from '../glpi'
import type { Context } from '../context'
import { AppError } from '../shared/errors'

/** What was asked for by id or name. */
export interface AskedGrant {
  profile: string | undefined
  entity: string | undefined
  recursive: boolean
  groups: readonly string[]
  title: string | undefined
  category: string | undefined
  location: string | undefined
}

/**
 * The ids behind the names. Without a profile it is GLPI's default one; without an entity, the root.
 *
 * @throws {AppError} INPUT_INVALID that lists what there is, when a name fits nothing or more than one
 */
export async function resolveGrant({ db, glpi }: Context, asked: AskedGrant): Promise<Grant> {
  const side = await glpi.side()
  const profiles = await listProfiles(db, side)
  const defaultProfile = profiles.find(({ isDefault }) => isDefault)
  const profile = asked.profile ?? defaultProfile?.id.toString()
  if (profile === undefined)
    throw new AppError('INPUT_INVALID', 'GLPI has no default profile: give one with --profile')
  const entities = (await listEntities(db, side)).map(({ id, name, path }) => ({ id, names: [path, name] }))
  const groups = (await listGroups(db, side)).map(({ id, name, path }) => ({ id, names: [path, name] }))

  return {
    authorisations: [
      {
        profilesId: pick('profile', byName(profiles), profile),
        entitiesId: pick('entity', entities, asked.entity ?? '0'),
        isRecursive: asked.recursive,
      },
    ],
    groupIds: Array.from(new Set(asked.groups.map((group) => pick('group', groups, group)))),
    usertitlesId: pickIfAsked('title', byName(await listUserTitles(db, side)), asked.title),
    usercategoriesId: pickIfAsked('category', byName(await listUserCategories(db, side)), asked.category),
    locationsId: pickIfAsked(
      'location',
      (await listLocations(db, side)).map(({ id, name, path }) => ({ id, names: [path, name] })),
      asked.location,
    ),
  }
}

/**
 * The entity of this id or name.
 *
 * @throws {AppError} INPUT_INVALID
 */
export async function resolveEntity({ db, glpi }: Context, asked: string): Promise<number> {
  const entities = await listEntities(db, await glpi.side())
  return pick(
    'entity',
    entities.map(({ id, name, path }) => ({ id, names: [path, name] })),
    asked,
  )
}

interface Choice {
  id: number
  /** The full name first. */
  names: string[]
}

const byName = (rows: readonly { id: number; name: string }[]): Choice[] =>
  rows.map(({ id, name }) => ({ id, names: [name] }))

const pickIfAsked = (what: string, choices: readonly Choice[], asked: string | undefined): number =>
  asked === undefined ? 0 : pick(what, choices, asked)

function pick(what: string, choices: readonly Choice[], asked: string): number {
  const same = (name: string) => name.localeCompare(asked.trim(), undefined, { sensitivity: 'accent' }) === 0
  const byId = choices.filter(({ id }) => String(id) === asked.trim())
  const found = byId.length > 0 ? byId : choices.filter(({ names }) => names.some(same))
  const [first, ...others] = found
  if (first === undefined) {
    throw new AppError(
      'INPUT_INVALID',
      `GLPI has no ${what} ${JSON.stringify(asked)}. There are: ${listed(choices)}`,
    )
  }
  if (others.length > 0) {
    throw new AppError(
      'INPUT_INVALID',
      `${JSON.stringify(asked)} names more than one ${what}: give the number. They are: ${listed(found)}`,
    )
  }
  return first.id
}

const shownAtMost = 20

function listed(choices: readonly Choice[]): string {
  const shown = choices.slice(0, shownAtMost).map(({ id, names }) => `${names[0] ?? ''} (${id})`)
  const more = choices.length - shown.length
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join(', ') || 'none'
}
