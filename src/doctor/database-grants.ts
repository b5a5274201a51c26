import type { GlpiLine } from '../glpi'
import { quoteName } from '../shared/db'

/** An account of the database server, as in `'user'@'host'`. */
export interface DatabaseAccount {
  user: string
  host: string
}

export interface GrantTargets {
  /** Our database. */
  database: string
  glpiDatabase: string
  line: GlpiLine
}

/** The account that changes our tables, and nothing of GLPI's. */
export function migrationGrants(
  { database }: Pick<GrantTargets, 'database'>,
  account: DatabaseAccount,
): string[] {
  return [
    `CREATE DATABASE IF NOT EXISTS ${quoteName(database)} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;`,
    `GRANT ALL PRIVILEGES ON ${quoteName(asPattern(database))}.* TO ${quote(account)};`,
  ]
}

/**
 * The account the server runs as: no UPDATE and no DELETE in GLPI, and only the columns of people that it reads. Run
 * it after `migrate`, since a grant on a table needs the table.
 */
export function runtimeGrants(
  { database, glpiDatabase, line }: GrantTargets,
  account: DatabaseAccount,
): string[] {
  const userColumns = [...glpiUserColumns, ...(line === '11.0' ? glpiUserColumnsOf11 : [])]
  const to = `TO ${quote(account)};`
  return [
    ...Object.entries(ourTables).map(
      ([table, rights]) => `GRANT ${rights} ON ${quoteName(database)}.${quoteName(table)} ${to}`,
    ),
    `GRANT SELECT (${userColumns.map(quoteName).join(', ')}) ON ${quoteName(glpiDatabase)}.\`glpi_users\` ${to}`,
    ...glpiTablesRead.map((table) => `GRANT SELECT ON ${quoteName(glpiDatabase)}.${quoteName(table)} ${to}`),
    ...glpiTablesWritten.map(
      (table) => `GRANT INSERT ON ${quoteName(glpiDatabase)}.${quoteName(table)} ${to}`,
    ),
  ]
}

/** Every table of ours, and what the server does with it. */
export const ourTables: Readonly<Record<string, string>> = {
  knex_migrations: 'SELECT',
  registration_keys: 'SELECT, INSERT, UPDATE',
  key_codes: 'SELECT, INSERT, UPDATE',
  key_authorisations: 'SELECT, INSERT',
  key_groups: 'SELECT, INSERT',
  key_addresses: 'SELECT, INSERT, DELETE',
  registrations: 'SELECT, INSERT, UPDATE',
  registration_details: 'SELECT, INSERT, UPDATE (ip, user_agent, reason), DELETE',
  audit_events: 'SELECT, INSERT, UPDATE (position)',
  event_numbering: 'SELECT, INSERT, UPDATE',
  recorded_ends: 'SELECT, INSERT, UPDATE',
  webhook_endpoints: 'SELECT, INSERT, UPDATE, DELETE',
  webhook_deliveries: 'SELECT, INSERT, UPDATE, DELETE',
  identity_mutex: 'SELECT, INSERT, UPDATE, DELETE',
  switches: 'SELECT, INSERT, DELETE',
  key_words: 'SELECT, INSERT, DELETE',
  batches: 'SELECT, INSERT, UPDATE (label)',
  event_network: 'SELECT, INSERT, DELETE',
  key_funnel: 'SELECT, INSERT, UPDATE',
  admin_sessions: 'SELECT, INSERT, UPDATE, DELETE',
  admin_sign_outs: 'SELECT, INSERT, UPDATE',
  rate_limits: 'SELECT, INSERT, UPDATE, DELETE',
  console_links: 'SELECT, INSERT, UPDATE',
  outbox: 'SELECT, INSERT, UPDATE',
  outbox_details: 'SELECT, INSERT, UPDATE, DELETE',
  jobs: 'SELECT, INSERT, UPDATE',
  key_quotas: 'SELECT, INSERT, UPDATE',
  mail_mutex: 'SELECT, INSERT, UPDATE',
  mail_pace: 'SELECT, INSERT, UPDATE',
  mailbox_proofs: 'SELECT, INSERT, DELETE',
  key_domains: 'SELECT, INSERT, DELETE',
  key_fields: 'SELECT, INSERT, DELETE',
  key_messages: 'SELECT, INSERT, UPDATE, DELETE',
  presets: 'SELECT, INSERT, UPDATE',
  notices: 'SELECT, INSERT, DELETE',
  pending_accounts: 'SELECT, INSERT, UPDATE, DELETE',
  confirmations: 'SELECT, INSERT, DELETE',
  link_requests: 'SELECT, INSERT, UPDATE, DELETE',
  import_sources: 'SELECT, INSERT',
  import_rows: 'SELECT, INSERT, UPDATE, DELETE',
  api_tokens: 'SELECT, INSERT, UPDATE (label, rotations, revoked_at), DELETE',
  api_token_secrets: 'SELECT, INSERT, UPDATE (valid_until), DELETE',
  api_token_uses: 'SELECT, INSERT, UPDATE, DELETE',
  api_calls: 'SELECT, INSERT, UPDATE, DELETE',
}

const glpiUserColumns = [
  'id',
  'name',
  'realname',
  'firstname',
  'authtype',
  'auths_id',
  'password',
  'password_last_update',
  'is_active',
  'is_deleted',
  'begin_date',
  'end_date',
  'profiles_id',
  'entities_id',
  'language',
  'last_login',
  // Uniqueness rules of GLPI's administrators may name these.
  'phone',
  'mobile',
  'registration_number',
  'usertitles_id',
  'usercategories_id',
  'locations_id',
  'date_creation', // tells an account from a later one with the same id
]
const glpiUserColumnsOf11 = ['2fa', '2fa_unenforced']

const glpiTablesRead = [
  'glpi_useremails',
  'glpi_profiles_users',
  'glpi_groups_users',
  'glpi_configs',
  'glpi_profiles',
  'glpi_profilerights',
  'glpi_entities',
  'glpi_groups',
  'glpi_usertitles',
  'glpi_usercategories',
  'glpi_locations',
  'glpi_fieldunicities',
]
const glpiTablesWritten = [
  'glpi_users',
  'glpi_useremails',
  'glpi_profiles_users',
  'glpi_groups_users',
  'glpi_logs',
]

/** Before `.*` a database is a pattern, in which `_` and `%` stand for others. */
const asPattern = (database: string): string => database.replace(/[_%]/g, '\\$&')
export const literal = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
const quote = ({ user, host }: DatabaseAccount): string => `${literal(user)}@${literal(host)}`
