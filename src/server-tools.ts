import { createServer, type Server } from 'node:http'
import os from 'node:os'
import { createApp } from './app'
import type { CommandTools } from './cli'
import { createContext, type Context } from './context'
import { type Env, parseConfig } from './shared/config'

/** What commands are lent that work with the database. @param readEnvironment where settings come from */
export const createServerTools = (
  terminal: CommandTools['terminal'],
  readEnvironment: () => Env,
): CommandTools => ({
  terminal,
  actor: { kind: 'system', osUser: os.userInfo().username },
  readConfig: () => parseConfig(readEnvironment()),
  createContext,
  listen,
  withContext: async (work) => {
    const context = createContext(parseConfig(readEnvironment()))
    try {
      await work(context)
    } finally {
      await context.close()
    }
  },
  setExitCode: () => undefined,
  startProgress: process.stderr.isTTY ? startProgress : undefined,
})

function listen(context: Context): Promise<Server> {
  const { host, port } = context.config
  return new Promise((resolve, reject) => {
    const server = createServer(createApp(context))
    server.once('error', reject)
    server.listen(port, host, () => resolve(server))
  })
}

/** The library is loaded for those who see the bar. */
async function startProgress(total: number) {
  const { SingleBar, Presets } = await import('cli-progress')
  const bar = new SingleBar({ stream: process.stderr, clearOnComplete: true }, Presets.shades_classic)
  bar.start(total, 0)
  return { advance: () => bar.increment(), stop: () => bar.stop() }
}
