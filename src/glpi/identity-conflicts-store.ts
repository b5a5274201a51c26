import { z } from 'zod'
import { type Db, quoteName, select } from '../shared/db'
import { accountStandings, type FieldProblems, type FormField, type ProblemCode } from '../shared/errors'
import type { Fact, Question } from '../shared/facts-store'
import { cutToSeconds } from '../shared/time'
import { encodeFor } from './encoding'
import type { Particulars } from './particulars'
import type { GlpiSide } from './side'
import type { Identity } from './users-store'

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

/** Who has the login or the address, and which rules of uniqueness there are. */
export function conflictsQuestion(
  side: GlpiSide,
  { login, email }: Pick<Identity, 'login' | 'email'>,
  now: Date,
): Question {
  const second = cutToSeconds(now)
  const glpi = quoteName(side.database)
  return {
    selects: [
      `(SELECT 'login' AS what, u.id AS id, ${standingOf} AS text, '' AS detail
        FROM ${glpi}.glpi_users u WHERE u.name = ? ${bestFirst})`,
      `(SELECT 'email', COALESCE(u.id, 0), ${standingOf}, '' FROM ${glpi}.glpi_useremails m
        LEFT JOIN ${glpi}.glpi_users u ON u.id = m.users_id WHERE m.email IN (?, ?) ${bestFirst})`,
      `SELECT 'rule', 0, COALESCE(fields, ''), '' FROM ${glpi}.glpi_fieldunicities
       WHERE itemtype = 'User' AND is_active = 1 AND action_refuse = 1`,
    ],
    bindings: [...[second, second, login], ...[second, second, email, encodeFor(side, email)]],
  }
}

/**
 * Which fields of the form name somebody who is in GLPI already, under whatever kind of account, by the answer to
 * `conflictsQuestion`. GLPI's unique index covers logins of one kind only, yet sign-in through a directory fails when
 * two rows share a name, and password recovery when two accounts share an address. Deleted accounts count: their rows
 * are still there.
 *
 * Sure only while the identity mutexes of both have been held since before it was asked.
 */
export async function identityConflictsFrom(
  facts: readonly Fact[],
  db: Db,
  side: GlpiSide,
  person: Identity & Particulars,
): Promise<FieldProblems> {
  const rules = facts.filter(({ what }) => what === 'rule').map(({ text: fields }) => fields)
  return {
    ...(await findBrokenRules(db, side, person, rules)),
    ...takenBy(facts, 'login', 'login-taken'),
    ...takenBy(facts, 'email', 'email-taken'),
  }
}

function takenBy(facts: readonly Fact[], what: 'login' | 'email', code: ProblemCode): FieldProblems {
  const taken = facts.find((fact) => fact.what === what)
  if (taken === undefined) return {}
  const { id: usersId, text } = taken
  const standing = Standing.parse(text)
  // An address whose account is gone from GLPI is still in the way of password recovery.
  const isGone = usersId === 0 || standing === undefined
  return { [what]: isGone ? { code } : { code, account: { usersId, standing } } }
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
