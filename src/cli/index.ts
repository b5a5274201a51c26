import { Command, CommanderError } from 'commander'
import { AppError } from '../shared/errors'
import { databaseUnavailable, isConnectionLoss } from '../shared/db'
import type { CommandTools } from './command-tools'
import { exitCode, exitCodeOf } from './exit-codes'
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
    const program = await createProgram({ ...tools, setExitCode: (wanted) => (code = wanted) }, version, args)
    await program.parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    return report(tools, error)
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

async function createProgram(
  tools: CommandTools,
  version: string,
  args: readonly string[],
): Promise<Command> {
  const program = new Command('glpi-invite')
    .description('Registration keys and invitation links for GLPI')
    .version(version)
    .showHelpAfterError('Add --help for what there is.')
  const commands = await commandsFor(tools, args)
  commands.forEach((command) => program.addCommand(command))
  passDown(program, tools)
  return program
}

/** Commander's settings for errors and output are not inherited by commands added ready-made. */
function passDown(command: Command, tools: CommandTools): void {
  command.exitOverride().configureOutput({
    writeOut: (text) => tools.terminal.out(text.trimEnd()),
    writeErr: (text) => tools.terminal.err(text.trimEnd()),
  })
  command.commands.forEach((sub) => passDown(sub, tools))
}

function report({ terminal }: CommandTools, error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.ok : exitCode.usage
  const foreseen = isConnectionLoss(error) ? databaseUnavailable(error) : error
  if (foreseen instanceof AppError) {
    terminal.err(`glpi-invite: ${foreseen.message}`)
    return exitCodeOf[foreseen.code]
  }
  terminal.err(`glpi-invite: something nobody foresaw: ${error instanceof Error ? error.name : 'unknown'}`)
  return exitCode.unexpected
}
