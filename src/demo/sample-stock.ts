import { readDataFile, type SampleLine } from './sample-data-file'
import type { Row, SqlValue, TableRows } from './sample-rows'

/** What a fresh installation of that line holds: profiles, rights, accounts, the root entity and settings. */
export function stockRows(line: SampleLine): TableRows[] {
  const facts = readDataFile('defaults', line)
  return [
    { table: 'glpi_profiles', rows: recordsOf(facts, 'profile') },
    { table: 'glpi_profilerights', rows: rights(facts) },
    { table: 'glpi_entities', rows: [rootEntity(facts)] },
    { table: 'glpi_users', rows: recordsOf(facts, 'user').map(stockUser) },
    { table: 'glpi_profiles_users', rows: authorisations(facts) },
    { table: 'glpi_configs', rows: settings(facts, line) },
  ]
}

/** Gathers facts of the shape `kind, id, field, value` into one row per id. */
function recordsOf(facts: string[][], wanted: string): Row[] {
  const records = new Map<string, Row>()
  for (const [kind, id = '', field = '', value = ''] of facts) {
    if (kind !== wanted) continue
    records.set(id, { id: Number(id), ...records.get(id), [field]: sqlValue(value) })
  }
  return [...records.values()]
}

function rights(facts: string[][]): Row[] {
  return facts.flatMap(([kind, profile = '', name = '', value = '']) => {
    const bits = rightBits(value)
    if (kind !== 'right' || bits === undefined) return []
    return [{ profiles_id: Number.parseInt(profile, 10), name, rights: bits }]
  })
}

// For rights that are told in words. PARENT, which only rules have, is left out: its value is not known here.
const bitsByWord: Record<string, number> = { READ: 1, UPDATE: 2, CREATE: 4, PURGE: 16 }

/** A right is a number, a list of words, or a remark such as "no row": GLPI then has none for this profile. */
function rightBits(value: string): number | undefined {
  if (/^\d+$/.test(value)) return Number(value)
  if (!value.startsWith('READ')) return undefined
  return (value.match(/[A-Z]+/g) ?? []).reduce((bits, word) => bits | (bitsByWord[word] ?? 0), 0)
}

function rootEntity(facts: string[][]): Row {
  return { completename: 'Root entity', level: 1, ...recordsOf(facts, 'entity')[0] }
}

// Each opens with the name of its account ("postonly" for post-only), as on a fresh GLPI. glpi-system has none.
const stockPasswordHashes: Record<string, string> = {
  glpi: '$2y$10$aDxwhVl6t8O2MX1iVug/teo9kTEzzpy1oNaPplxv1UAQyA.sQb2Ey',
  'post-only': '$2y$10$j4BP/0P/RT8hUnwG8JO02ezN24jcbWW794dVrLlHt2x1WFvvGpQd2',
  tech: '$2y$10$149GYkzXTdqJ1NRKQspxce8u0cQvqXgxhkuWWmOMpcaJLd5H3dq3S',
  normal: '$2y$10$jFToqR/3AvROFwc2hes6Wu.mF7DzAj/dor70pa9UhUuccKfx/BzTa',
}

/** Less is known of these accounts on 11.0; what is missing there is as on 10.0. */
function stockUser({ id = null, name = null, language, realname = null }: Row): Row {
  const isForPeople = Object.hasOwn(stockPasswordHashes, String(name))
  return {
    id,
    name,
    password: stockPasswordHashes[String(name)] ?? '',
    authtype: 1,
    language: language ?? (isForPeople && name !== 'glpi' ? 'en_GB' : null),
    realname: realname ?? (isForPeople ? null : 'Support'),
  }
}

function authorisations(facts: string[][]): Row[] {
  return facts.flatMap(([kind, user, field, value = '']) => {
    const found = /profile (\d+), entity (\d+), is_recursive (\d), is_dynamic (\d)/.exec(value)
    if (kind !== 'user' || field !== 'authorisation' || found === null) return []
    const [profile, entity, recursive, dynamic] = found.slice(1).map(Number)
    return [
      {
        users_id: Number(user),
        profiles_id: profile ?? 0,
        entities_id: entity ?? 0,
        is_recursive: recursive ?? 0,
        is_dynamic: dynamic ?? 0,
      },
    ]
  })
}

function settings(facts: string[][], line: SampleLine): Row[] {
  const stated = facts
    .filter(([kind, , , value]) => kind === 'config core' && value !== 'absent')
    .map(([, name = '', , value = '']): [string, SqlValue] => [name, settingValue(value)])
  const values = new Map([...furtherSettings[line], ...stated])
  return [...values].map(([name, value]) => ({ context: 'core', name, value }))
}

const everyInstallation: [string, SqlValue][] = [
  ['maintenance_mode', '0'],
  ['url_base', 'http://localhost/glpi'],
  ['names_format', '0'],
  ['smtp_mode', '0'],
  ['smtp_host', ''],
  ['smtp_port', '25'],
  ['from_email', ''],
]

const furtherSettings: Record<SampleLine, [string, SqlValue][]> = {
  '10.0': everyInstallation,
  '11.0': [
    ...everyInstallation,
    ['version', '11.0.7'],
    // Stands in for the id of the schema, which only GLPI itself compares with what its code expects.
    ['dbversion', '11.0.7@5c1d0f2e8b7a49634e0d9c6b1a2f3e4d5c6b7a80'],
  ],
}

/** Some values carry a remark: "0 on fresh installs from …"; one is told in words only. */
function settingValue(value: string): SqlValue {
  return value.startsWith('off ') ? '0' : sqlValue(value.split(' ', 1)[0] ?? '')
}

function sqlValue(value: string): SqlValue {
  if (value === 'NULL') return null
  return value === "''" ? '' : value
}
