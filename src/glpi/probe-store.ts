import { z } from 'zod'
import { type Db, select } from '../shared/db'
import { AppError } from '../shared/errors'
import { readGlpiSettings } from './settings-store'
import { type GlpiLine, type GlpiSide, lineOf } from './side'

/** Every column of GLPI's that we read or write. Those of both lines, but for the last. */
const columnsUsed: Readonly<Record<string, readonly string[]>> = {
  glpi_users: [
    'id',
    'name',
    'password',
    'password_last_update',
    'realname',
    'firstname',
    'is_active',
    'is_deleted',
    'authtype',
    'auths_id',
    'profiles_id',
    'entities_id',
    'usertitles_id',
    'usercategories_id',
    'locations_id',
    'begin_date',
    'end_date',
    'language',
    'date_creation',
    'date_mod',
  ],
  glpi_useremails: ['id', 'users_id', 'email', 'is_default', 'is_dynamic'],
  glpi_profiles_users: [
    'users_id',
    'profiles_id',
    'entities_id',
    'is_recursive',
    'is_dynamic',
    'is_default_profile',
  ],
  glpi_groups_users: ['users_id', 'groups_id', 'is_dynamic', 'is_manager', 'is_userdelegate'],
  glpi_profiles: ['id', 'name', 'interface', 'is_default'],
  glpi_profilerights: ['profiles_id', 'name', 'rights'],
  glpi_entities: ['id', 'name', 'entities_id', 'completename'],
  glpi_groups: ['id', 'name', 'groups_id', 'entities_id', 'is_recursive', 'is_usergroup'],
  glpi_usertitles: ['id', 'name'],
  glpi_usercategories: ['id', 'name'],
  glpi_locations: ['id', 'name', 'locations_id', 'entities_id', 'is_recursive'],
  glpi_configs: ['context', 'name', 'value'],
  glpi_fieldunicities: ['itemtype', 'fields', 'is_active', 'action_refuse'],
  glpi_logs: [
    'itemtype',
    'items_id',
    'itemtype_link',
    'linked_action',
    'user_name',
    'date_mod',
    'id_search_option',
    'old_value',
    'new_value',
  ],
}

const Column = z.object({
  table: z.string(),
  column: z.string(),
  type: z.string(),
  collation: z.string().nullable(),
})
const Table = z.object({ table: z.string(), engine: z.string().nullable() })

/**
 * Finds out which GLPI this is, and that its tables are as we know them.
 *
 * @throws {AppError} GLPI_UNSUPPORTED with a sentence that says what to do; GLPI_MAINTENANCE is no reason to refuse.
 */
export async function probeGlpi(db: Db, database: string): Promise<GlpiSide & { version: string }> {
  const tables = await readTables(db, database)
  const columns = await readColumns(db, database)
  ensurePresent(database, tables, columns)

  const { version, decodesStoredEntities } = await readGlpiSettings(db, database)
  const line = lineOf(version)
  if (line === undefined) {
    throw unsupported(
      `GLPI's version is ${JSON.stringify(version)}. This release knows 10.0.x and 11.0.x: update glpi-invite, or GLPI.`,
    )
  }
  ensureMigrated(tables, columns)
  ensureLineMatches(line, version, columns)
  return { database, line, version, decodes: line === '10.0' || decodesStoredEntities }
}

async function readTables(db: Db, database: string): Promise<z.output<typeof Table>[]> {
  return select(
    db,
    Table,
    `SELECT TABLE_NAME AS \`table\`, ENGINE AS engine FROM information_schema.TABLES
     WHERE TABLE_SCHEMA = ? AND TABLE_NAME IN (${marks()})`,
    [database, ...Object.keys(columnsUsed)],
  )
}

async function readColumns(db: Db, database: string): Promise<z.output<typeof Column>[]> {
  return select(
    db,
    Column,
    `SELECT TABLE_NAME AS \`table\`, COLUMN_NAME AS \`column\`, DATA_TYPE AS type, COLLATION_NAME AS collation
     FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = ? AND TABLE_NAME IN (${marks()})`,
    [database, ...Object.keys(columnsUsed)],
  )
}

const marks = () => Object.keys(columnsUsed).fill('?').join()

function ensurePresent(
  database: string,
  tables: z.output<typeof Table>[],
  columns: z.output<typeof Column>[],
): void {
  if (tables.length === 0) {
    throw unsupported(
      `There are no GLPI tables to be seen in the database ${database}. Check GLPI_DATABASE, and that the ` +
        'account has the grants that "glpi-invite db grants" prints.',
    )
  }
  const found = new Set(columns.map(({ table, column }) => `${table}.${column}`))
  const missing = Object.entries(columnsUsed)
    .flatMap(([table, names]) => names.map((name) => `${table}.${name}`))
    .filter((name) => !found.has(name))
  if (missing.length > 0) {
    throw unsupported(
      `GLPI's database lacks ${missing.slice(0, 5).join(', ')}, or the account may not see it. ` +
        'Apply what "glpi-invite db grants" prints; if it stays, GLPI is older than 10.0 or its upgrade did not finish.',
    )
  }
}

function ensureMigrated(tables: z.output<typeof Table>[], columns: z.output<typeof Column>[]): void {
  const myIsam = tables.find(({ engine }) => engine !== null && engine !== 'InnoDB')
  if (myIsam !== undefined) {
    throw unsupported(
      `GLPI's table ${myIsam.table} uses ${String(myIsam.engine)}, which has no transactions. ` +
        'Run GLPI\'s "php bin/console migration:myisam_to_innodb", then start again.',
    )
  }
  const datetime = columns.find(({ type, table }) => type === 'datetime' && table !== 'glpi_configs')
  if (datetime !== undefined) {
    throw unsupported(
      `GLPI's column ${datetime.table}.${datetime.column} is a datetime, which holds no instant. ` +
        'Run GLPI\'s "php bin/console migration:timestamps", then start again.',
    )
  }
  const narrow = columns.find(({ collation }) => collation !== null && collation !== 'utf8mb4_unicode_ci')
  if (narrow !== undefined) {
    throw unsupported(
      `GLPI's column ${narrow.table}.${narrow.column} is ${String(narrow.collation)} instead of utf8mb4_unicode_ci. ` +
        'Run GLPI\'s "php bin/console migration:utf8mb4", then start again.',
    )
  }
}

/** GLPI changes its tables first and its version row last: in between they disagree, and nothing may be written. */
function ensureLineMatches(line: GlpiLine, version: string, columns: z.output<typeof Column>[]): void {
  const looksLike11 = columns.some(({ table, column }) => table === 'glpi_users' && column === '2fa')
  if (looksLike11 === (line === '11.0')) return
  throw unsupported(
    `GLPI says it is ${version}, but its tables look like ${looksLike11 ? '11.0' : '10.0'}: an upgrade is under way ` +
      'or was interrupted. Finish it with GLPI\'s "php bin/console database:update".',
  )
}

function unsupported(sentence: string): AppError {
  return new AppError('GLPI_UNSUPPORTED', sentence)
}
