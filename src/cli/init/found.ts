import type { GlpiAnswers } from './glpi-answers-store'
import type { GlpiConfig } from './read-glpi-config'

/** What there was to find out about GLPI; null where it could not be. */
export interface Found {
  glpiDatabase: string
  databaseServer: string
  glpiVersion: string | null
  glpiUrl: string | null
  smtpHost: string | null
  smtpPort: number | null
  databaseTimeZone: string | null
  useTimezones: boolean
}

export function describeFound(
  { database, usesTimeZones }: GlpiConfig,
  answers: GlpiAnswers | undefined,
): Found {
  return {
    glpiDatabase: database.database,
    databaseServer: database.socketPath ?? `${database.host}:${database.port}`,
    glpiVersion: answers?.glpiVersion ?? null,
    glpiUrl: answers?.urlBase ?? null,
    smtpHost: answers?.smtpHost ?? null,
    smtpPort: Number(answers?.smtpPort) || null,
    databaseTimeZone: answers?.timeZone ?? null,
    useTimezones: usesTimeZones,
  }
}
