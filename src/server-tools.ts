import { createServer, type Server } from 'node:http'
import os from 'node:os'
import { createApp } from './app'
import type { CommandTools } from './cli'
import { createContext, type Context } from './context'
import { startProgress } from './progress-bar'
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
  startProgress,
})

function listen(context: Context): Promise<Server> {
  const { host, port } = context.config
  return new Promise((resolve, reject) => {
    const server = createServer(createApp(context))
    server.once('error', reject)
    server.listen(port, host, () => resolve(server))
  })
}
