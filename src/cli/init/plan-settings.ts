import path from 'node:path'
import { parseConfig } from '../../shared/config'
import type { DatabaseAddress } from '../../shared/db'
import { AppError } from '../../shared/errors'
import type { Random } from '../../shared/random'
import { isTimeZone } from '../../shared/time'
import type { GlpiAnswers } from './glpi-answers-store'
import type { PlannedAccount, PlannedAccounts } from './plan-accounts'
import type { PlannedAddresses } from './plan-addresses'
import type { Wishes } from './wishes'

export interface PlannedSettings {
  /** Written to be used. */
  set: Record<string, string>
  /** Written as a comment, for somebody to complete. */
  proposed: Record<string, string>
}

export interface SettingsInput {
  wishes: Wishes
  glpiDatabase: DatabaseAddress
  answers: GlpiAnswers | undefined
  addresses: PlannedAddresses
  accounts: PlannedAccounts
  keyRingFile: string
  random: Random
}

export function planSettings(input: SettingsInput): PlannedSettings {
  const { wishes, glpiDatabase, answers, addresses, accounts } = input
  const urlFor = (account: PlannedAccount) => databaseUrl(glpiDatabase, account, wishes.database)
  const set = {
    DATABASE_URL: urlFor(accounts.runtime),
    MIGRATION_DATABASE_URL: urlFor(accounts.migration),
    GLPI_DATABASE: glpiDatabase.database,
    PUBLIC_URL: addresses.publicUrl,
    GLPI_URL: addresses.glpiUrl,
    ENVIRONMENT: wishes.environment,
    KEYRING_FILE: path.resolve(input.keyRingFile),
    SESSION_SECRET: input.random.bytes(48).toString('base64url'),
    TIME_ZONE: wishes.timeZone ?? zoneOfThisMachine(),
    ...(wishes.glpiTimeZone === undefined ? {} : { GLPI_TIME_ZONE: wishes.glpiTimeZone }),
  }
  ensureAccepted(set)
  return { set, proposed: answers === undefined ? {} : proposeMail(answers) }
}

/** The server has to accept what we write, but for plain http, which is for the administrator to decide. */
function ensureAccepted(settings: Record<string, string>): void {
  try {
    parseConfig({ ...settings, ALLOW_HTTP: 'true' })
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause
    throw new AppError('INPUT_INVALID', `nothing was written, since it would not work. ${cause.message}`, {
      cause,
    })
  }
}

function databaseUrl(server: DatabaseAddress, { user, password }: PlannedAccount, database: string): string {
  const host = server.host.includes(':') ? `[${server.host}]` : server.host
  const options = new URLSearchParams({
    ...(server.socketPath === undefined ? {} : { socket: server.socketPath }),
    ...(server.tls ? { tls: 'true' } : {}),
  }).toString()
  return `mysql://${user}:${password}@${host}:${server.port}/${database}${options === '' ? '' : `?${options}`}`
}

/** GLPI keeps the password encrypted, so the account is left to fill in. */
function proposeMail({ smtpHost, smtpPort, mailFrom }: GlpiAnswers): Record<string, string> {
  if (smtpHost === undefined) return {}
  const port = smtpPort ?? '25'
  return {
    SMTP_URL: `${port === '465' ? 'smtps' : 'smtp'}://user:password@${smtpHost}:${port}`,
    ...(mailFrom === undefined ? {} : { MAIL_FROM: mailFrom }),
  }
}

function zoneOfThisMachine(): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return isTimeZone(timeZone) ? timeZone : 'UTC'
}
