import { type CommandTools, runCommandLine } from '../../src/cli'
import { createContext, type Overrides } from '../../src/context'
import { type Env, parseConfig } from '../../src/shared/config'
import { createLogger } from '../../src/shared/log'

export interface Spoken {
  code: number
  /** What went to stdout. */
  out: string
  /** What went to stderr. */
  err: string
}

/** Runs one command line in this process, with these settings and nothing else of the environment. */
export async function runCommand(
  env: Env,
  args: readonly string[],
  overrides: Overrides = {},
): Promise<Spoken> {
  const spoken = { out: '', err: '' }
  const open: CommandTools['createContext'] = (config, own) =>
    createContext(config, { log: createLogger('silent'), ...own, ...overrides })
  const tools: CommandTools = {
    terminal: {
      out: (text) => (spoken.out += `${text}\n`),
      err: (text) => (spoken.err += `${text}\n`),
    },
    actor: { kind: 'system', osUser: 'tester' },
    readConfig: () => parseConfig(env),
    createContext: open,
    listen: () => Promise.reject(new Error('nobody serves here')),
    withContext: async (work) => {
      const context = open(parseConfig(env))
      try {
        await work(context)
      } finally {
        await context.close()
      }
    },
    setExitCode: () => undefined,
  }
  const code = await runCommandLine(tools, '0.0.0-test', args)
  return { code, ...spoken }
}
