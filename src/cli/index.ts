import { Command, CommanderError } from 'commander'
import { AppError } from '../shared/errors'
import { databaseUnavailable, isConnectionLoss } from '../shared/db'
import type { CommandTools } from './command-tools'
import { consoleLinkCommand } from './console-link-command'
import { databaseCommand, migrateCommand } from './database-commands'
import { doctorCommand } from './doctor-command'
import { exitCode, exitCodeOf } from './exit-codes'
import { initCommand } from './init-command'
import { keyRingCommand } from './key-ring-command'
import { keysCommand, killSwitchCommand } from './keys-commands'
import { moveCommand } from './move-command'
import { presetsCommand } from './presets-commands'
import { privacyCommand } from './privacy-commands'
import { registrationsCommand } from './registrations-commands'
import { requestsCommand } from './requests-commands'
import { serveCommand } from './serve-command'
import { uninstallCommand } from './uninstall-command'
import { workCommand } from './work-command'

export type { CommandTools } from './command-tools'

/** Runs one command line. @returns the exit code */
export async function runCommandLine(
  tools: CommandTools,
  version: string,
  args: readonly string[],
): Promise<number> {
  let code: number = exitCode.ok
  const program = createProgram({ ...tools, setExitCode: (wanted) => (code = wanted) }, version)
  try {
    await program.parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    return report(tools, error)
  }
}

function createProgram(tools: CommandTools, version: string): Command {
  const program = new Command('glpi-invite')
    .description('Registration keys and invitation links for GLPI')
    .version(version)
    .showHelpAfterError('Add --help for what there is.')
  const commands = [
    serveCommand(tools),
    workCommand(tools),
    migrateCommand(tools),
    keysCommand(tools),
    presetsCommand(tools),
    registrationsCommand(tools),
    requestsCommand(tools),
    killSwitchCommand(tools),
    consoleLinkCommand(tools),
    keyRingCommand(tools),
    privacyCommand(tools),
    moveCommand(tools),
    databaseCommand(tools),
    initCommand(tools),
    doctorCommand(tools),
    uninstallCommand(tools),
  ]
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
