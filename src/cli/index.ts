import type { Command } from 'commander'
import { databaseUnavailable, isConnectionLoss } from '../shared/db'
import type { CommandTools } from './command-tools'
import { exitCode } from './exit-codes'
import { programWith, report } from './run-program'
import { serveCommand } from './serve-command'
import { workCommand } from './work-command'

export type { CommandTools } from './command-tools'

/** Runs one command line. @returns the exit code */
export async function runCommandLine(
  tools: CommandTools,
  version: string,
  args: readonly string[],
): Promise<number> {
  let code: number = exitCode.ok
  try {
    const commands = await commandsFor({ ...tools, setExitCode: (wanted) => (code = wanted) }, args)
    const program = programWith(tools.terminal, version, commands)
    await program.parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    return report(tools.terminal, isConnectionLoss(error) ? databaseUnavailable(error) : error)
  }
}

const longRunning: Record<string, (tools: CommandTools) => Command> = {
  serve: serveCommand,
  work: workCommand,
}

/** A server carries its own command for as long as it runs; the others are loaded when somebody asks for one. */
async function commandsFor(tools: CommandTools, [name = '']: readonly string[]): Promise<Command[]> {
  const own = longRunning[name]
  if (own !== undefined) return [own(tools)]
  const { everyCommand } = await import('./every-command.js')
  return everyCommand(tools)
}
