import { Command } from 'commander'
import { AppError } from '../../shared/errors'

/** Commands that do not go over the API, and why. */
export const serverOnly: Readonly<Record<string, string>> = {
  serve: 'it is the server itself',
  work: 'it is the server’s own work in the background',
  migrate: 'it changes the tables of the database',
  'keys verify':
    'it asks GLPI about every key, as the server does every day; "keys export" has what was found, as "problem"',
  stats: 'it counts everything, whatever a token may see; "/key-count" of the API counts what it may',
  'kill-switch': 'no token is made for stopping everybody; the console has it, too',
  'tokens create':
    'a token that got into wrong hands could make others that outlive it; the console has it, too',
  'console-link': 'it signs somebody in without a password',
  keyring: 'it changes a file of the server',
  privacy: 'no token is made for all that is kept about somebody; the console has it, too',
  move: 'it goes by the former addresses in the settings of the server',
  db: 'it is about the accounts of the database',
  init: 'it sets the server up',
  doctor: 'it looks at the server itself; the console shows what it finds, too',
  uninstall: 'it is about removing the database',
}

/** @throws {AppError} INPUT_INVALID */
export function refuseHere(path: string): never {
  throw new AppError(
    'INPUT_INVALID',
    `"${path}" works on the server only: ${serverOnly[path] ?? 'it needs the server'}. GLPI_INVITE_URL is set, so commands go over the API: unset it there.`,
  )
}

/** `keys verify`, for a command of that name below `keys`. */
export function pathOf(command: Command): string {
  const { parent } = command
  return parent?.parent ? `${pathOf(parent)} ${command.name()}` : command.name()
}

/** Whoever asks for one is told where it is, whatever else they say. Those on their own are not in the help here. */
export function serverOnlyCommands(): Command[] {
  return Object.keys(serverOnly)
    .filter((path) => !path.includes(' '))
    .map((path) =>
      new Command(path)
        .helpOption(false)
        .allowUnknownOption()
        .allowExcessArguments()
        .action(() => refuseHere(path)),
    )
}

/** Those that stand among others say so in the help, and ask for nothing before they are refused. */
export function markServerOnly(commands: readonly Command[]): void {
  for (const command of commands) {
    if (serverOnly[pathOf(command)] !== undefined) {
      command.description(`${command.description()} (on the server only)`)
      command.options.forEach((option) => option.makeOptionMandatory(false))
    }
    markServerOnly(command.commands)
  }
}
