import path from 'node:path'
import { glpiLines } from '../../glpi'
import { AppError } from '../../shared/errors'
import type { Random } from '../../shared/random'
import { lineOf } from '../../glpi'
import { describeFound, type Found } from './found'
import type { GlpiAnswers } from './glpi-answers-store'
import { nextCommands } from './next-commands'
import { accountStatements, chooseAccountHost, planAccounts } from './plan-accounts'
import { planAddresses } from './plan-addresses'
import { type PlannedSettings, planSettings } from './plan-settings'
import type { GlpiConfig } from './read-glpi-config'
import type { Wishes } from './wishes'

export interface Plan {
  files: { env: string; keyRing: string }
  settings: PlannedSettings
  /** For the administrator of the database server. */
  sql: string[]
  /** Commands, in order, once the SQL was run. */
  next: string[]
  found: Found
  warnings: string[]
}

export interface PlanInput {
  wishes: Wishes
  glpi: GlpiConfig
  /** GLPI's answers, or the sentence why there are none. */
  asked: GlpiAnswers | string
  folder: string
  random: Random
}

/** Everything `init` will write and say, before it writes anything. */
export function planInstallation({ wishes, glpi, asked, folder, random }: PlanInput): Plan {
  if (wishes.database === glpi.database.database) {
    throw new AppError('INPUT_INVALID', "--database names GLPI's own database: ours has to be another one")
  }
  const answers = typeof asked === 'string' ? undefined : asked
  const addresses = planAddresses(wishes.publicUrl, asked)
  const host = chooseAccountHost(glpi.database, answers?.clientHost)
  const accounts = planAccounts(wishes.database, host, random)
  const files = { env: path.join(folder, '.env'), keyRing: path.join(folder, 'keyring.json') }

  return {
    files,
    settings: planSettings({
      wishes,
      glpiDatabase: glpi.database,
      answers,
      addresses,
      accounts,
      keyRingFile: files.keyRing,
      random,
    }),
    sql: accountStatements(wishes.database, accounts),
    next: nextCommands({ folder, glpi, answers, host }),
    found: describeFound(glpi, answers),
    warnings: [
      ...(typeof asked === 'string' ? [asked] : []),
      ...addresses.warnings,
      ...warningsAbout(glpi, wishes, answers),
    ],
  }
}

function warningsAbout(glpi: GlpiConfig, wishes: Wishes, answers: GlpiAnswers | undefined): string[] {
  const version = answers?.glpiVersion
  return [
    ...(version !== undefined && lineOf(version) === undefined
      ? [`GLPI says it is ${version}, and this release knows ${glpiLines.join(' and ')}`]
      : []),
    ...(glpi.usesTimeZones || wishes.glpiTimeZone !== undefined
      ? []
      : [
          "GLPI's use_timezones is off, so PHP and the database have to be in the same time zone " +
            `(the database's is ${answers?.timeZone ?? 'not known'}): set GLPI_TIME_ZONE in .env to PHP's, and ` +
            '"glpi-invite doctor" compares them',
        ]),
    ...(glpi.database.tls && glpi.caFile !== undefined
      ? [
          `GLPI trusts an authority of its own for the database: start glpi-invite with NODE_EXTRA_CA_CERTS=${glpi.caFile}`,
        ]
      : []),
  ]
}
