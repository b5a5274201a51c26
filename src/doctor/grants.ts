/** One privilege of an account, as in `GRANT SELECT (id, name) ON glpi.glpi_users`. */
export interface Grant {
  privilege: string
  /** Undefined when it is about the whole table. */
  columns: readonly string[] | undefined
  /** `*` for all of them; the pattern of a name where the grant is for a whole database. */
  database: string
  /** `*` for all of them. */
  table: string
}

const name = '`(?:[^`]|``)+`'
const grantLine = new RegExp(`^GRANT (.+?) ON (\\*|${name})\\.(\\*|${name}) TO (.*)$`, 's')
const grantedPrivilege = /([A-Z][A-Z0-9_ ]*?)\s*(?:\(((?:`(?:[^`]|``)*`|[^`)])*)\)\s*)?(?:,\s*|$)/gi
const columnName = /`((?:[^`]|``)*)`|[^\s,`]+/g

/**
 * What one line of `SHOW GRANTS` gives, as MariaDB and MySQL write it; nothing for lines about roles, proxies and
 * procedures. Names are compared without regard to case, as a server with `lower_case_table_names` does.
 */
export function parseGrants(line: string): Grant[] {
  const [, privileges, database, table, rest] = grantLine.exec(line) ?? []
  if (privileges === undefined || database === undefined || table === undefined) return []
  const target = { database: unquoted(database), table: unquoted(table) }
  const listed = Array.from(privileges.matchAll(grantedPrivilege), ([, privilege = '', columns]) => ({
    privilege: privilege.toUpperCase(),
    columns: columns === undefined ? undefined : parseColumns(columns),
    ...target,
  }))
  const mayPassOn = rest?.includes('WITH GRANT OPTION') === true
  return [
    ...listed.filter(({ privilege }) => privilege !== 'USAGE'),
    ...(mayPassOn ? [{ privilege: 'GRANT OPTION', columns: undefined, ...target }] : []),
  ]
}

const parseColumns = (list: string): string[] =>
  Array.from(list.matchAll(columnName), ([text]) => unquoted(text))

const unquoted = (text: string): string => text.replace(/^`|`$/g, '').replaceAll('``', '`').toLowerCase()

/** A line such as ``GRANT `helpdesk`@`%` TO …``: what the role may do is not in the list. */
export const isRoleGrant = (line: string): boolean => /^GRANT `/.test(line)

/** What of `needed` the account does not have. */
export function missingGrants(needed: readonly Grant[], held: readonly Grant[]): Grant[] {
  return needed.flatMap((need) => {
    const helping = held.filter((grant) => allows(grant, need))
    if (helping.some(({ columns }) => columns === undefined)) return []
    const seen = new Set(helping.flatMap(({ columns = [] }) => columns))
    const unseen = need.columns?.filter((column) => !seen.has(column))
    return unseen?.length === 0 ? [] : [{ ...need, columns: unseen }]
  })
}

/** What the account has beyond `needed`. */
export function excessGrants(needed: readonly Grant[], held: readonly Grant[]): Grant[] {
  return held.filter((grant) => !needed.some((need) => isWithin(grant, need)))
}

function isWithin(grant: Grant, need: Grant): boolean {
  const isSame =
    grant.privilege === need.privilege && grant.database === need.database && grant.table === need.table
  const { columns } = need
  return (
    isSame && (columns === undefined || grant.columns?.every((column) => columns.includes(column)) === true)
  )
}

/** Whether a grant says yes to a privilege on a table, be it on some of its columns. */
export function allows(
  grant: Grant,
  { privilege, database, table }: Pick<Grant, 'privilege' | 'database' | 'table'>,
): boolean {
  const isPrivilege = grant.privilege === privilege || grant.privilege === 'ALL PRIVILEGES'
  if (!isPrivilege) return false
  if (grant.database === '*') return true
  if (grant.table === '*') return patternOf(grant.database).test(database)
  return grant.database === database && (grant.table === table || table === '*')
}

/** In a grant on a whole database, `_` and `%` stand for one and for any characters, unless after a backslash. */
function patternOf(database: string): RegExp {
  const source = database.replace(/\\?[\s\S]/g, (token) => {
    if (token === '_') return '.'
    if (token === '%') return '.*'
    return token.slice(-1).replace(/\W/, '\\$&')
  })
  return new RegExp(`^${source}$`, 's')
}

/** For people: `SELECT (id, name) on glpi.glpi_users`. */
export function nameGrant({ privilege, columns, database, table }: Grant): string {
  return `${privilege}${columns === undefined ? '' : ` (${columns.join(', ')})`} on ${database}.${table}`
}
