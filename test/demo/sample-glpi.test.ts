import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { compare } from 'bcrypt'
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise'
import { laySampleGlpi, type SampleLine } from '../../src/demo/sample-glpi'

const adminUrl = process.env.TEST_DATABASE_ADMIN_URL ?? ''
const lines: SampleLine[] = ['10.0', '11.0']

const rightsOfSelfServiceAndSuperAdmin = {
  '10.0': [
    { name: 'system_logs', profile: 4, rights: 1 },
    { name: 'user', profile: 1, rights: 0 },
    { name: 'user', profile: 4, rights: 7327 },
  ],
  '11.0': [
    { name: 'rule_change', profile: 4, rights: 23 },
    { name: 'system_logs', profile: 1, rights: 0 },
    { name: 'system_logs', profile: 4, rights: 1 },
    { name: 'user', profile: 1, rights: 0 },
    { name: 'user', profile: 4, rights: 15519 },
  ],
}

const settingsOfLine = {
  '10.0': { version: '10.0.19', dbversion: '10.0.19@d64066799f068b16ee973b377bdd13f984fe062a' },
  '11.0': {
    version: '11.0.7',
    dbversion: expect.stringMatching(/^11\.0\.7@[0-9a-f]{40}$/) as string,
    must_unsanitize_db_data: '0',
    enable_hlapi: '0',
    '2fa_suffix': '',
    '2fa_grace_date_start': null,
  },
}

const references = [
  ['glpi_profiles_users', 'users_id', 'glpi_users'],
  ['glpi_profiles_users', 'profiles_id', 'glpi_profiles'],
  ['glpi_profiles_users', 'entities_id', 'glpi_entities'],
  ['glpi_groups_users', 'users_id', 'glpi_users'],
  ['glpi_groups_users', 'groups_id', 'glpi_groups'],
  ['glpi_useremails', 'users_id', 'glpi_users'],
  ['glpi_users', 'users_id_supervisor', 'glpi_users'],
  ['glpi_users', 'usertitles_id', 'glpi_usertitles'],
  ['glpi_users', 'usercategories_id', 'glpi_usercategories'],
  ['glpi_users', 'locations_id', 'glpi_locations'],
]

/** PHP writes `$2y$` where the library reads `$2b$` for the same algorithm. */
const verify = (password: string, hash: string): Promise<boolean> =>
  compare(password, hash.replace(/^\$2y\$/, '$2b$'))

describe.each(lines)('the sample GLPI %s', (line) => {
  const database = `glpi_sample_${randomBytes(6).toString('hex')}`
  let connection: Connection

  beforeAll(async () => {
    await laySampleGlpi(adminUrl, { database, line, company: true })
    connection = await createConnection({ uri: adminUrl, database })
  })

  afterAll(async () => {
    await connection.query(`DROP DATABASE ${database}`)
    await connection.end()
  })

  async function select(sql: string): Promise<Record<string, unknown>[]> {
    const [rows] = await connection.query<RowDataPacket[]>(sql)
    return rows
  }

  it('has exactly the columns that were noted', async () => {
    const columns = await select(
      `SELECT table_name AS t, column_name AS c, column_type AS type, is_nullable AS nullable,
              column_default AS value, extra AS extra
         FROM information_schema.columns WHERE table_schema = '${database}'`,
    )

    expect(columns.map(columnFact).sort()).toEqual(notedFacts('columns', line))
  })

  it('has exactly the indexes that were noted', async () => {
    const indexes = await select(
      `SELECT table_name AS t, index_name AS i, MIN(non_unique) AS non_unique,
              GROUP_CONCAT(CONCAT(column_name, IFNULL(CONCAT('(', sub_part, ')'), '')) ORDER BY seq_in_index) AS columns
         FROM information_schema.statistics WHERE table_schema = '${database}'
        GROUP BY table_name, index_name`,
    )

    const facts = indexes.map((index) =>
      [index.t, index.i, Number(index.non_unique) === 0 ? 'yes' : 'no', index.columns].join('\t'),
    )
    expect(facts.sort()).toEqual(notedFacts('indexes', line))
  })

  it('keeps every table the way GLPI wants it', async () => {
    const kinds = await select(
      `SELECT DISTINCT engine AS e, table_collation AS c, row_format AS f
         FROM information_schema.tables WHERE table_schema = '${database}'`,
    )

    expect(kinds).toEqual([{ e: 'InnoDB', c: 'utf8mb4_unicode_ci', f: 'Dynamic' }])
  })

  it('has the profiles and the root entity of a fresh installation', async () => {
    const profiles = await select('SELECT id, name, interface, is_default FROM glpi_profiles ORDER BY id')
    const roots = await select(
      'SELECT id, name, entities_id, completename, level FROM glpi_entities WHERE level = 1',
    )

    expect(profiles).toHaveLength(8)
    expect(profiles[0]).toEqual({ id: 1, name: 'Self-Service', interface: 'helpdesk', is_default: 1 })
    expect(profiles[3]).toEqual({ id: 4, name: 'Super-Admin', interface: 'central', is_default: 0 })
    expect(roots).toEqual([
      { id: 0, name: 'Root entity', entities_id: null, completename: 'Root entity', level: 1 },
    ])
  })

  it('has one row for each right that is known, and none where GLPI has none', async () => {
    const noted = notedFacts('defaults', line).filter((fact) => /^right\t.*\t(\d+|READ,.*)\t/.test(fact))
    const [{ rows } = {}] = await select('SELECT COUNT(*) AS `rows` FROM glpi_profilerights')
    const rights = await select(
      `SELECT profiles_id AS profile, name, rights FROM glpi_profilerights
        WHERE name IN ('user', 'system_logs', 'rule_change') AND profiles_id IN (1, 4) ORDER BY name, profiles_id`,
    )

    expect(rows).toBe(noted.length)
    expect(rights).toEqual(rightsOfSelfServiceAndSuperAdmin[line])
  })

  it('lets the stock accounts in with their usual passwords', async () => {
    const users = await select(
      `SELECT u.name, u.password, u.authtype, p.profiles_id AS profile, p.entities_id AS entity, p.is_recursive,
              p.is_dynamic
         FROM glpi_users u LEFT JOIN glpi_profiles_users p ON p.users_id = u.id WHERE u.id <= 6 ORDER BY u.id`,
    )

    const passwords = ['glpi', 'postonly', 'tech', 'normal']
    const opens = await Promise.all(
      passwords.map((password, i) => verify(password, String(users[i]?.password))),
    )
    expect(opens).toEqual([true, true, true, true])
    expect(users).toMatchObject([
      { name: 'glpi', authtype: 1, profile: 4, entity: 0, is_recursive: 1, is_dynamic: 0 },
      { name: 'post-only', authtype: 1, profile: 1, entity: 0, is_recursive: 1, is_dynamic: 0 },
      { name: 'tech', authtype: 1, profile: 6, entity: 0, is_recursive: 1, is_dynamic: 0 },
      { name: 'normal', authtype: 1, profile: 2, entity: 0, is_recursive: 1, is_dynamic: 0 },
      { name: 'glpi-system', authtype: 1, profile: null, entity: null, is_recursive: null, is_dynamic: null },
    ])
    expect(users[4]).toMatchObject({ password: '' })
  })

  it('has the settings of a fresh installation', async () => {
    const rows = await select("SELECT name, value FROM glpi_configs WHERE context = 'core'")
    const settings = Object.fromEntries(rows.map(({ name, value }) => [String(name), value]))

    expect(settings).toMatchObject({
      maintenance_mode: '0',
      url_base: 'http://localhost/glpi',
      names_format: '0',
      smtp_mode: '0',
      smtp_host: '',
      smtp_port: '25',
      password_min_length: '8',
      enable_api: '0',
      ...settingsOfLine[line],
    })
    expect('must_unsanitize_db_data' in settings).toBe(line === '11.0')
  })

  it('writes the names of the company the way its line stores them', async () => {
    const stored = line === '10.0' ? (text: string) => encoded(text) : (text: string) => text
    const entities = await select(
      'SELECT name, completename AS path, level FROM glpi_entities WHERE id IN (4, 6)',
    )
    const people = await select(
      "SELECT realname FROM glpi_users WHERE name IN ('zoe.smith', 'siobhan.obrien') ORDER BY id",
    )
    const emails = await select("SELECT email FROM glpi_useremails WHERE email LIKE 'r&%'")

    const [research, apprentices] = [stored('Research & Development'), stored('Apprentis <promotion 2026>')]
    expect(entities).toEqual([
      { name: research, path: `Root entity > Paris > ${research}`, level: 3 },
      { name: apprentices, path: `Root entity > Lyon > ${apprentices}`, level: 3 },
    ])
    expect(people).toEqual([{ realname: "O'Brien" }, { realname: stored('Smith & Sons <contractor>') }])
    expect(emails).toEqual([{ email: stored('r&d@example.org') }])
  })

  it('has colleagues of every kind, who share one password', async () => {
    const people = await select(
      `SELECT u.name, u.is_active, u.authtype, u.auths_id, p.profiles_id AS profile, p.entities_id AS entity
         FROM glpi_users u JOIN glpi_profiles_users p ON p.users_id = u.id
        WHERE u.name IN ('marie.curie', 'paul.langevin', 'hugo.petit', 'ldap.user') ORDER BY u.id`,
    )
    const hashes = await select('SELECT DISTINCT password FROM glpi_users WHERE id > 6')

    expect(people).toEqual([
      { name: 'marie.curie', is_active: 1, authtype: 1, auths_id: 0, profile: 4, entity: 0 },
      { name: 'paul.langevin', is_active: 1, authtype: 1, auths_id: 0, profile: 3, entity: 1 },
      { name: 'hugo.petit', is_active: 0, authtype: 1, auths_id: 0, profile: 1, entity: 2 },
      { name: 'ldap.user', is_active: 1, authtype: 3, auths_id: 1, profile: 1, entity: 1 },
    ])
    expect(hashes).toHaveLength(1)
    expect(await verify('Demo-Password-2026!', String(hashes[0]?.password))).toBe(true)
  })

  it.each(references)('has nothing in %s.%s that leads nowhere', async (table, column, target) => {
    const lost = await select(
      `SELECT ${column} FROM ${table} WHERE ${column} <> 0 AND ${column} NOT IN (SELECT id FROM ${target})`,
    )

    expect(lost).toEqual([])
  })
})

it('leaves the company out when it is not asked for', async () => {
  const database = `glpi_sample_${randomBytes(6).toString('hex')}`
  await laySampleGlpi(adminUrl, { database, line: '10.0', company: false })
  const connection = await createConnection({ uri: adminUrl, database })
  try {
    const [rows] = await connection.query<RowDataPacket[]>('SELECT name FROM glpi_users ORDER BY id')

    expect(rows.map((row) => String(row.name))).toEqual([
      'glpi',
      'post-only',
      'tech',
      'normal',
      'glpi-system',
    ])
  } finally {
    await connection.query(`DROP DATABASE ${database}`)
    await connection.end()
  }
})

function notedFacts(subject: string, line: SampleLine): string[] {
  const file = path.join(__dirname, `../../src/demo/data/${subject}-${line}.tsv`)
  const facts = readFileSync(file, 'utf8').split('\n')
  return facts.filter((fact) => fact !== '' && !fact.startsWith('#')).sort()
}

/** Says a column the way the notes do; MariaDB and MySQL each have their own spelling. */
function columnFact({ t, c, type, nullable, value, extra }: Record<string, unknown>): string {
  const isNullable = nullable === 'YES'
  return [
    t,
    c,
    String(type).replace(/(int)\(\d+\)/, '$1'),
    isNullable ? 'yes' : 'no',
    defaultFact(value as string | null, isNullable),
    String(extra).replace('DEFAULT_GENERATED', ''),
  ].join('\t')
}

function defaultFact(value: string | null, isNullable: boolean): string {
  if (value === null) return isNullable ? 'NULL' : '(none)'
  if (/^current_timestamp(\(\))?$/i.test(value)) return 'CURRENT_TIMESTAMP'
  return value === '' ? "''" : value.replace(/^'(.+)'$/, '$1')
}

function encoded(text: string): string {
  return text.replaceAll('&', '&#38;').replaceAll('<', '&#60;').replaceAll('>', '&#62;')
}
