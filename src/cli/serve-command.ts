import { Command } from 'commander'
import type { Context } from '../context'
import { AppError } from '../shared/errors'
import { databaseUnavailable, isConnectionLoss } from '../shared/db'
import { readSchemaStatus } from '../shared/migrations-store'
import type { CommandTools } from './command-tools'

/** `serve`: runs until SIGINT or SIGTERM, then finishes the requests under way. */
export function serveCommand(tools: CommandTools): Command {
  return new Command('serve').description('run the server').action(async () => {
    const context = tools.createContext(tools.readConfig())
    try {
      await ensureReady(context)
    } catch (error) {
      await context.close()
      throw error
    }
    const server = await tools.listen(context)
    context.log.info({ address: server.address(), url: context.config.publicUrl }, 'ready')
    await stopped()
    context.log.info('stopping')
    await new Promise((resolve) => {
      server.close(resolve)
      server.closeIdleConnections()
    })
    await context.close()
  })
}

/** Refuses to serve on tables of another release; what is wrong with GLPI may pass, so that only delays answers. */
async function ensureReady(context: Context): Promise<void> {
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

function stopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
}
