import { AppError } from '../shared/errors'
import type { GlpiSettings } from './settings-store'

export const glpiLines = ['10.0', '11.0'] as const
export type GlpiLine = (typeof glpiLines)[number]

/** GLPI's side of the database, as it was when it was last probed. */
export interface GlpiSide {
  /** Name of GLPI's database on the server we share. */
  database: string
  line: GlpiLine
  /** Whether GLPI decodes entities while reading its columns: 10.0 always, 11.0 unless its data is known to be plain. */
  decodes: boolean
}

/** The line of a release such as `10.0.19` or `11.0.7-dev`; undefined for releases we have not read. */
export function lineOf(version: string): GlpiLine | undefined {
  return glpiLines.find((line) => version.startsWith(`${line}.`))
}

/**
 * Every writing transaction calls this with the settings it has just read: GLPI may be upgraded, or sent into
 * maintenance, under a running server.
 */
export function ensureGlpiAccepts(side: GlpiSide, settings: GlpiSettings): void {
  if (settings.maintenance) throw new AppError('GLPI_MAINTENANCE', 'GLPI is in maintenance mode')
  if (lineOf(settings.version) !== side.line) {
    throw new AppError('GLPI_CHANGED', `GLPI was ${side.line} when probed and is ${settings.version} now`)
  }
}
