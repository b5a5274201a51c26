import { z } from 'zod'
import { change, type Db, select } from '../shared/db'
import { accountStandings, type FieldProblems, type FormField, type ProblemCode } from '../shared/errors'
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
  const { insertId: usersId } = await change(
    trx,
    `INSERT INTO ??.glpi_users (name, password, password_last_update, realname, firstname, phone, mobile,
       registration_number, is_active, is_deleted, authtype, auths_id, profiles_id, entities_id, usertitles_id,
       usercategories_id, locations_id, language, begin_date, end_date, date_creation, date_mod)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, 0, 1, 0, 0, 0, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      side.database,
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
  const { insertId: emailsId } = await change(
    trx,
    'INSERT INTO ??.glpi_useremails (users_id, email, is_default, is_dynamic) VALUES (?, ?, 1, 0)',
    [side.database, usersId, stored.email],
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
  await change(
    trx,
    `INSERT INTO ??.glpi_profiles_users
       (users_id, profiles_id, entities_id, is_recursive, is_dynamic, is_default_profile)
     VALUES ${authorisations.map(() => '(?, ?, ?, ?, 0, 0)').join()}`,
    [
      side.database,
      ...authorisations.flatMap(({ profilesId, entitiesId, isRecursive }) => [
        usersId,
        profilesId,
        entitiesId,
        isRecursive ? 1 : 0,
      ]),
    ],
  )
}

async function addGroups(trx: Db, side: GlpiSide, usersId: number, { groupIds }: Grant): Promise<void> {
  if (groupIds.length === 0) return
  await change(
    trx,
    `INSERT INTO ??.glpi_groups_users (users_id, groups_id, is_dynamic, is_manager, is_userdelegate)
     VALUES ${groupIds.map(() => '(?, ?, 0, 0, 0)').join()}`,
    [side.database, ...groupIds.flatMap((groupId) => [usersId, groupId])],
  )
}

async function addHistory(trx: Db, side: GlpiSide, rows: readonly HistoryRow[], second: Date): Promise<void> {
  await change(
    trx,
    `INSERT INTO ??.glpi_logs
       (itemtype, items_id, itemtype_link, linked_action, user_name, date_mod, id_search_option, old_value, new_value)
     VALUES ${rows.map(() => "(?, ?, ?, ?, ?, ?, 0, '', ?)").join()}`,
    [
      side.database,
      ...rows.flatMap((row) => [
        row.itemtype,
        row.itemsId,
        row.itemtypeLink,
        row.linkedAction,
        historyAuthor,
        second,
        row.newValue,
      ]),
    ],
  )
}

const Conflict = z.object({
  what: z.enum(['login', 'email', 'rule']),
  fields: z.string(),
  /** 0: nobody. */
  users_id: z.coerce.number(),
})

/**
 * What signing in to an account takes, as far as its row says. Mail collection and imports make accounts that nobody
 * has chosen a password for.
 */
const standingOf = `CASE WHEN u.is_deleted = 1 THEN 'deleted'
  WHEN u.is_active = 0 OR u.begin_date > ? OR u.end_date <= ? THEN 'disabled'
  WHEN u.authtype = 2 THEN 'mail-server' WHEN u.authtype > 2 THEN 'directory'
  WHEN COALESCE(u.password, '') = '' THEN 'passwordless' ELSE 'usable' END`

/** Of several that share a login or an address, the one that can be signed in to. */
const bestFirst = 'ORDER BY u.is_deleted, u.is_active DESC, u.id LIMIT 1'
const Standing = z.enum(accountStandings).optional().catch(undefined)

/**
 * Which fields of the form name somebody who is in GLPI already, under whatever kind of account. GLPI's unique index
 * covers logins of one kind only, yet sign-in through a directory fails when two rows share a name, and password
 * recovery when two accounts share an address. Deleted accounts count: their rows are still there.
 *
 * Sure only while the identity mutexes of both are held.
 */
export async function findIdentityConflicts(
  db: Db,
  side: GlpiSide,
  identity: Identity,
  particulars: Particulars,
  now: Date,
): Promise<FieldProblems> {
  const second = cutToSeconds(now)
  const rows = await select(
    db,
    Conflict,
    `(SELECT 'login' AS what, ${standingOf} AS fields, u.id AS users_id FROM ??.glpi_users u WHERE u.name = ? ${bestFirst})
     UNION ALL (SELECT 'email', ${standingOf}, u.id FROM ??.glpi_useremails m
       LEFT JOIN ??.glpi_users u ON u.id = m.users_id WHERE m.email IN (?, ?) ${bestFirst})
     UNION ALL (SELECT 'rule', COALESCE(fields, ''), 0 FROM ??.glpi_fieldunicities
       WHERE itemtype = 'User' AND is_active = 1 AND action_refuse = 1)`,
    [
      second,
      second,
      side.database,
      identity.login,
      second,
      second,
      side.database,
      side.database,
      identity.email,
      encodeFor(side, identity.email),
      side.database,
    ],
  )
  const rules = rows.filter(({ what }) => what === 'rule').map(({ fields }) => fields)
  return {
    ...(await findBrokenRules(db, side, { ...identity, ...particulars }, rules)),
    ...takenBy(rows, 'login', 'login-taken'),
    ...takenBy(rows, 'email', 'email-taken'),
  }
}

function takenBy(
  rows: readonly z.output<typeof Conflict>[],
  what: 'login' | 'email',
  code: ProblemCode,
): FieldProblems {
  const row = rows.find((one) => one.what === what)
  if (row === undefined) return {}
  const standing = Standing.parse(row.fields)
  // An address whose account is gone from GLPI is still in the way of password recovery.
  const isGone = row.users_id === 0 || standing === undefined
  return { [what]: isGone ? { code } : { code, account: { usersId: row.users_id, standing } } }
}

/**
 * The columns of `glpi_users` that we fill from the form, with the field that the person sees; a rule on any other
 * column never applies to our accounts.
 */
const ruledColumns = {
  name: { of: 'login', field: 'login' },
  realname: { of: 'realname', field: 'realname' },
  firstname: { of: 'firstname', field: 'firstname' },
  phone: { of: 'phone', field: 'phone' },
  mobile: { of: 'mobile', field: 'mobile' },
  registration_number: { of: 'registrationNumber', field: 'registrationNumber' },
  usertitles_id: { of: 'usertitlesId', field: 'title' },
  usercategories_id: { of: 'usercategoriesId', field: 'category' },
  locations_id: { of: 'locationsId', field: 'location' },
} as const satisfies Record<string, { of: keyof (Identity & Particulars); field: FormField }>
type RuledColumn = keyof typeof ruledColumns
const isRuled = (column: string): column is RuledColumn => Object.hasOwn(ruledColumns, column)

/**
 * Administrators may add uniqueness rules on users, such as first name with last name. GLPI checks them in its own
 * code, so an insert from outside has to ask. A rule applies when all its fields are filled, whatever entity it was
 * made in, which can only refuse more.
 */
async function findBrokenRules(
  db: Db,
  side: GlpiSide,
  person: Identity & Particulars,
  rules: readonly string[],
): Promise<FieldProblems> {
  const problems: FieldProblems = {}
  const valueOf = (column: RuledColumn) => {
    const value = person[ruledColumns[column].of]
    return typeof value === 'string' ? encodeFor(side, value) : value
  }
  for (const rule of rules) {
    const columns = rule.split(',').map((field) => field.trim())
    if (!columns.every(isRuled)) continue
    const values = columns.map(valueOf)
    if (values.some((value) => value === '' || value === 0)) continue
    const found = await select(
      db,
      z.object({ id: z.number() }),
      `SELECT id FROM ??.glpi_users WHERE ${columns.map(() => '?? = ?').join(' AND ')} LIMIT 1`,
      [side.database, ...columns.flatMap((column, index) => [column, values[index] ?? ''])],
    )
    const [first] = columns
    if (found.length > 0 && first !== undefined) problems[ruledColumns[first].field] = { code: 'not-unique' }
  }
  return problems
}
