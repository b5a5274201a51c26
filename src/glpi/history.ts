import type { Grant, GrantTargets } from './grant-store'
import type { GlpiLine } from './side'

/** A row of `glpi_logs`; the columns that are the same in all of ours are left to the store. */
export interface HistoryRow {
  itemtype: string
  itemsId: number
  itemtypeLink: string
  linkedAction: number
  newValue: string
}

/** GLPI's names for what happened: an item was created, something was added to it. */
const created = 20
const partAdded = 17

export interface NewUserHistory {
  line: GlpiLine
  usersId: number
  emailsId: number
  /** As the columns hold them, so already encoded on 10.0. */
  stored: { email: string; firstname: string; realname: string }
  grant: Grant
  targets: GrantTargets
}

/**
 * The rows that GLPI itself writes when somebody adds a user with an address and profiles, in its order. Nothing in
 * GLPI depends on them but the history tab, where an administrator looks when wondering where an account came from.
 * What GLPI writes for a group membership has not been observed, so none is written for those.
 */
export function historyOfNewUser(user: NewUserHistory): HistoryRow[] {
  const person = `${user.stored.realname} ${user.stored.firstname} (${user.usersId})`
  const rows = [
    row('User', user.usersId, 'UserEmail', partAdded, `${user.stored.email} (${user.emailsId})`),
    row('UserEmail', user.emailsId, '0', created, ''),
    ...user.grant.authorisations.flatMap(({ profilesId, entitiesId, isRecursive }) => {
      const profile = `${user.targets.profiles.get(profilesId)?.storedName ?? ''} (${profilesId})`
      const entity = `${user.targets.entities.get(entitiesId)?.storedPath ?? ''} (${entitiesId})`
      const flags = isRecursive ? ' (R)' : ''
      return [
        row('User', user.usersId, 'Profile', partAdded, `${entity}, ${profile}${flags}`),
        row('Profile', profilesId, 'User', partAdded, `${person}, ${entity}${flags}`),
        row('Entity', entitiesId, 'User', partAdded, `${person}, ${profile}${flags}`),
      ]
    }),
    row('User', user.usersId, '0', created, ''),
  ]
  const limit = valueLength[user.line]
  return rows.map((one) => ({ ...one, newValue: Array.from(one.newValue).slice(0, limit).join('') }))
}

/** Where each line cuts the values of its history, in characters. */
const valueLength: Record<GlpiLine, number> = { '10.0': 180, '11.0': 255 }

function row(
  itemtype: string,
  itemsId: number,
  itemtypeLink: string,
  linkedAction: number,
  newValue: string,
): HistoryRow {
  return { itemtype, itemsId, itemtypeLink, linkedAction, newValue }
}
