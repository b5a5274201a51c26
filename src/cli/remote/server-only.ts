import { Command } from 'commander'
import { AppError } from '../../shared/errors'

/** Commands that need the server's files or its database. */
export const serverOnly = [
  'serve',
  'work',
  'migrate',
  'kill-switch',
  'tokens',
  'console-link',
  'keyring',
  'privacy',
  'move',
  'db',
  'init',
  'doctor',
  'webhooks',
  'stats',
  'uninstall',
] as const

/** They are not in the help here; whoever asks for one is told where it is. */
export const serverOnlyCommands = (): Command[] =>
  serverOnly.map((name) =>
    new Command(name)
      .helpOption(false)
      .allowUnknownOption()
      .allowExcessArguments()
      .action(() => {
        throw new AppError(
          'INPUT_INVALID',
          `"${name}" works on the server only. GLPI_INVITE_URL is set, so commands go over the API: unset it there.`,
        )
      }),
  )
