import { Command } from 'commander'
import { startBackground } from '../work'
import type { CommandTools } from './command-tools'
import { askedToStop } from './asked-to-stop'
import { ensureReady } from './ensure-ready'

/** `serve`: runs until SIGINT or SIGTERM, then finishes the requests and the mail under way. */
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
    const background = context.config.worker ? startBackground(context) : undefined
    context.log.info({ address: server.address(), url: context.config.publicUrl }, 'ready')
    await askedToStop()
    context.log.info('stopping')
    const closed = new Promise((resolve) => {
      server.close(resolve)
      server.closeIdleConnections()
    })
    await Promise.all([closed, background?.stop()])
    await context.close()
  })
}
