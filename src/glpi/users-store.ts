import { changePrepared, type Db, quoteName } from '../shared/db'
import { cutToSeconds } from '../shared/time'
import { encodeFor } from './encoding'
import type { Grant, GrantTargets } from './grant-store'
import { historyOfNewUser, type HistoryRow } from './history'
import type { Particulars } from './particulars'
import type { GlpiSide } from './side'

/** What a person is known by in GLPI, normalised, as typed (not encoded). */
export interface Identity {
  login: string
  firstname: string
  realname: string
  email: string
}

export interface NewUser extends Identity {
  particulars: Particulars
  /** Undefined unless still to come: GLPI refuses to sign in before it. */
  beginsAt?: Date | undefined
  endsAt?: Date | undefined
  /** As PHP's `password_verify` wants it. */
  passwordHash: string
  grant: Grant
  targets: GrantTargets
}

/** GLPI shows this as the author of what it lists in a user's history. */
const historyAuthor = 'glpi-invite'

/**
 * Creates the account and every row that GLPI writes with it. Only columns of both lines, and of the preferences none
 * but the language: their NULL follows the instance.
 *
 * Call it inside a transaction that holds the identity mutexes of the login and the address.
 *
 * @returns the id in `glpi_users`
 */
export async function createGlpiUser(trx: Db, side: GlpiSide, user: NewUser, now: Date): Promise<number> {
  const second = cutToSeconds(now)
  const stored = {
    firstname: encodeFor(side, user.firstname),
    realname: encodeFor(side, user.realname),
    email: encodeFor(side, user.email),
  }
  const { particulars } = user
  // authtype 1 with auths_id 0 is what GLPI's own login looks for; the column's default would lock the person out.
  const { insertId: usersId } = await changePrepared(
    trx,
    `INSERT INTO ${quoteName(side.database)}.glpi_users (name, password, password_last_update, realname, firstname, phone, mobile,
       registration_number, is_active, is_deleted, authtype, auths_id, profiles_id, entities_id, usertitles_id,
       usercategories_id, locations_id, language, begin_date, end_date, date_creation, date_mod)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, 0, 1, 0, 0, 0, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      user.login,
      user.passwordHash,
      second,
      stored.realname,
      stored.firstname,
      // NULL where nothing is said, as GLPI leaves what is not sent.
      encodeFor(side, particulars.phone) || null,
      encodeFor(side, particulars.mobile) || null,
      encodeFor(side, particulars.registrationNumber) || null,
      particulars.usertitlesId,
      particulars.usercategoriesId,
      particulars.locationsId,
      particulars.language ?? null,
      user.beginsAt ?? null,
      user.endsAt ?? null,
      second,
      second,
    ],
  )
  const { insertId: emailsId } = await changePrepared(
    trx,
    `INSERT INTO ${quoteName(side.database)}.glpi_useremails (users_id, email, is_default, is_dynamic)
     VALUES (?, ?, 1, 0)`,
    [usersId, stored.email],
  )
  await addAuthorisations(trx, side, usersId, user.grant)
  await addGroups(trx, side, usersId, user.grant)
  const history = historyOfNewUser({
    line: side.line,
    usersId,
    emailsId,
    stored,
    grant: user.grant,
    targets: user.targets,
  })
  await addHistory(trx, side, history, second)
  return usersId
}

/** A dynamic row would not survive the first login; is_recursive is stated because its default is 1. */
async function addAuthorisations(
  trx: Db,
  side: GlpiSide,
  usersId: number,
  { authorisations }: Grant,
): Promise<void> {
  await changePrepared(
    trx,
    `INSERT INTO ${quoteName(side.database)}.glpi_profiles_users
       (users_id, profiles_id, entities_id, is_recursive, is_dynamic, is_default_profile)
     VALUES ${authorisations.map(() => '(?, ?, ?, ?, 0, 0)').join()}`,
    authorisations.flatMap(({ profilesId, entitiesId, isRecursive }) => [
      usersId,
      profilesId,
      entitiesId,
      isRecursive ? 1 : 0,
    ]),
  )
}

async function addGroups(trx: Db, side: GlpiSide, usersId: number, { groupIds }: Grant): Promise<void> {
  if (groupIds.length === 0) return
  await changePrepared(
    trx,
    `INSERT INTO ${quoteName(side.database)}.glpi_groups_users (users_id, groups_id, is_dynamic, is_manager, is_userdelegate)
     VALUES ${groupIds.map(() => '(?, ?, 0, 0, 0)').join()}`,
    groupIds.flatMap((groupId) => [usersId, groupId]),
  )
}

async function addHistory(trx: Db, side: GlpiSide, rows: readonly HistoryRow[], second: Date): Promise<void> {
  await changePrepared(
    trx,
    `INSERT INTO ${quoteName(side.database)}.glpi_logs
       (itemtype, items_id, itemtype_link, linked_action, user_name, date_mod, id_search_option, old_value, new_value)
     VALUES ${rows.map(() => "(?, ?, ?, ?, ?, ?, 0, '', ?)").join()}`,
    rows.flatMap((row) => [
      row.itemtype,
      row.itemsId,
      row.itemtypeLink,
      row.linkedAction,
      historyAuthor,
      second,
      row.newValue,
    ]),
  )
}
