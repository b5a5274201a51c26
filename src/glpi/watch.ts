import type { Clock } from '../shared/clock'
import type { Db } from '../shared/db'
import { AppError } from '../shared/errors'
import { probeGlpi } from './probe-store'
import type { GlpiSide } from './side'

/** Keeps the answer of the last probe, and probes again when a transaction found it out of date. */
export interface GlpiWatch {
  /** @throws {AppError} GLPI_CHANGED while GLPI cannot be used, for instance in the middle of its upgrade. */
  side(): Promise<GlpiSide>
  /** Says that what `side` answered is not true any more. */
  forget(): void
}

/** A probe reads information_schema: not something that each of two hundred waiting people may order. */
const pauseBetweenProbesMs = 1_000

export function createGlpiWatch(db: Db, clock: Clock, database: string): GlpiWatch {
  let known: GlpiSide | undefined
  let running: Promise<GlpiSide> | undefined
  let failedAt = 0

  async function probe(): Promise<GlpiSide> {
    try {
      known = await probeGlpi(db, database)
      return known
    } catch (error) {
      failedAt = clock.now().getTime()
      if (!(error instanceof AppError)) throw error
      throw new AppError('GLPI_CHANGED', error.message, { cause: error })
    } finally {
      running = undefined
    }
  }

  return {
    side: async () => {
      if (known !== undefined) return known
      if (clock.now().getTime() - failedAt < pauseBetweenProbesMs) {
        throw new AppError('GLPI_CHANGED', 'GLPI could not be used a moment ago')
      }
      running ??= probe()
      return running
    },
    forget: () => {
      known = undefined
    },
  }
}
