import { z } from 'zod'
import { type Db, quoteName, select } from '../shared/db'
import { type Fact, type Question, readFacts } from '../shared/facts-store'

/** What we need of `glpi_configs`, context `core`. */
export interface GlpiSettings {
  version: string
  maintenance: boolean
  passwordPolicy: GlpiPasswordPolicy | undefined
  /** 11.0 decodes entities while reading rows that were written by older lines, unless told not to. */
  decodesStoredEntities: boolean
  /** Address under which GLPI believes to be reached; undefined when it is not set. */
  urlBase: string | undefined
  smtpHost: string | undefined
}

/** GLPI's own rules for passwords, as it applies them itself; undefined stands for switched off. */
export interface GlpiPasswordPolicy {
  minLength: number
  needsNumber: boolean
  needsLowercase: boolean
  needsUppercase: boolean
  needsSymbol: boolean
}

const names = [
  'version',
  'maintenance_mode',
  'use_password_security',
  'password_min_length',
  'password_need_number',
  'password_need_letter',
  'password_need_caps',
  'password_need_symbol',
  'must_unsanitize_db_data',
  'url_base',
  'smtp_host',
]

const settingMarks = names.map(() => '?').join()

export const settingsQuestion = (glpiDatabase: string): Question => ({
  selects: [
    `SELECT 'setting' AS what, 0 AS id, name AS text, COALESCE(value, '') AS detail
     FROM ${quoteName(glpiDatabase)}.glpi_configs WHERE context = 'core' AND name IN (${settingMarks})`,
  ],
  bindings: names,
})

export const readGlpiSettings = async (db: Db, glpiDatabase: string): Promise<GlpiSettings> =>
  settingsFrom(await readFacts(db, [settingsQuestion(glpiDatabase)]))

export function settingsFrom(facts: readonly Fact[]): GlpiSettings {
  const settings = facts.filter(({ what }) => what === 'setting')
  const values = new Map(settings.map(({ text: name, detail: value }) => [name, value]))
  const isOn = (name: string) => values.get(name) === '1'

  return {
    version: values.get('version') ?? '',
    maintenance: isOn('maintenance_mode'),
    passwordPolicy: isOn('use_password_security')
      ? {
          minLength: Number(values.get('password_min_length') ?? 0),
          needsNumber: isOn('password_need_number'),
          needsLowercase: isOn('password_need_letter'),
          needsUppercase: isOn('password_need_caps'),
          needsSymbol: isOn('password_need_symbol'),
        }
      : undefined,
    decodesStoredEntities: values.get('must_unsanitize_db_data') !== '0',
    urlBase: values.get('url_base') || undefined,
    smtpHost: values.get('smtp_host') || undefined,
  }
}

const Setting = z.object({ name: z.string(), value: z.string().nullable() })

/** After how many days GLPI wants a new password; undefined when it never does. */
export async function readPasswordLifeDays(db: Db, glpiDatabase: string): Promise<number | undefined> {
  const [row] = await select(
    db,
    Setting,
    `SELECT name, value FROM ??.glpi_configs WHERE context = 'core' AND name = 'password_expiration_delay'`,
    [glpiDatabase],
  )
  const days = Number(row?.value ?? -1)
  return Number.isInteger(days) && days >= 0 ? days : undefined
}
