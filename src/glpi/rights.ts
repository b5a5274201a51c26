/** Bits of `glpi_profilerights.rights`. */
export const right = { read: 1, update: 2, create: 4, delete: 8, purge: 16 } as const

export interface Profile {
  id: number
  name: string
  interface: 'central' | 'helpdesk'
  isDefault: boolean
}

type GivenProfile = Pick<Profile, 'id' | 'interface'>

/** The rights of one profile by name; a name that is missing is a row that is missing in GLPI. */
export type ProfileRights = ReadonlyMap<string, number>

export interface RightsTable {
  of(profilesId: number): ProfileRights
  /** Every right name that any profile has a row for. */
  names: ReadonlySet<string>
}

export const hasRight = (rights: ProfileRights, name: string, bit: number): boolean =>
  ((rights.get(name) ?? 0) & bit) === bit

/**
 * Whether somebody who acts under one profile may give another: GLPI's own rule.
 *
 * Who may create profiles may give any. A central profile may give every helpdesk one. Otherwise both must have the
 * same interface, and the target must have a row for every right name there is, each within the actor's own bits: a
 * name that the target has no row for blocks it, which is why a stock Admin may give hardly anything.
 *
 * GLPI compares fewer names for helpdesk actors; comparing all can only refuse more, and they may not create users.
 */
export function mayGrantProfile(table: RightsTable, actor: GivenProfile, target: GivenProfile): boolean {
  const own = table.of(actor.id)
  if (hasRight(own, 'profile', right.create)) return true
  if (actor.interface === 'central' && target.interface === 'helpdesk') return true
  if (actor.interface !== target.interface) return false

  const wanted = table.of(target.id)
  return Array.from(table.names).every((name) => {
    const bits = wanted.get(name)
    return bits !== undefined && (bits & ~(own.get(name) ?? 0)) === 0
  })
}
