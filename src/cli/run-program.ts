import { Command, CommanderError } from 'commander'
import { AppError } from '../shared/errors'
import { exitCode, exitCodeOf } from './exit-codes'
import type { Terminal } from './output'

/** `glpi-invite` itself, with these commands. */
export function programWith(terminal: Terminal, version: string, commands: readonly Command[]): Command {
  const program = new Command('glpi-invite')
    .description('Registration keys and invitation links for GLPI')
    .version(version)
    .showHelpAfterError('Add --help for what there is.')
  commands.forEach((command) => program.addCommand(command))
  passDown(program, terminal)
  return program
}

/** Commander's settings for errors and output are not inherited by commands added ready-made. */
function passDown(command: Command, terminal: Terminal): void {
  command.exitOverride().configureOutput({
    writeOut: (text) => terminal.out(text.trimEnd()),
    writeErr: (text) => terminal.err(text.trimEnd()),
  })
  command.commands.forEach((sub) => passDown(sub, terminal))
}

/** Says what went wrong. @returns the exit code for it */
export function report(terminal: Terminal, error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.ok : exitCode.usage
  if (error instanceof AppError) {
    terminal.err(`glpi-invite: ${error.message}`)
    return exitCodeOf[error.code]
  }
  terminal.err(`glpi-invite: something nobody foresaw: ${error instanceof Error ? error.name : 'unknown'}`)
  return exitCode.unexpected
}
