import type { Context } from '../context'
import { databaseUnavailable, isConnectionLoss } from '../shared/db'
import { AppError } from '../shared/errors'
import { readSchemaStatus } from '../shared/migrations-store'

/** Refuses to work on tables of another release; what is wrong with GLPI may pass, so that only delays answers. */
export async function ensureReady(context: Context): Promise<void> {
  const { pending, unknown } = await readSchemaStatus(context.db).catch((error: unknown) => {
    throw isConnectionLoss(error) ? databaseUnavailable(error) : error
  })
  if (pending.length > 0) {
    throw new AppError(
      'SCHEMA_OUT_OF_DATE',
      `the database lacks ${pending.length} change(s) of this release: run "glpi-invite migrate", then ` +
        'apply "glpi-invite db grants --account runtime"',
    )
  }
  if (unknown.length > 0) {
    throw new AppError(
      'SCHEMA_OUT_OF_DATE',
      'the database was made by a newer release of glpi-invite: install that one',
    )
  }
  if (context.keyRingProblem !== undefined) context.log.warn(context.keyRingProblem)
  await context.glpi.side().catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error
    throw new AppError('GLPI_UNSUPPORTED', error.message, { cause: error })
  })
}
