import { Command } from 'commander'
import { makeConsoleLink } from '../admins'
import type { CommandTools } from './command-tools'
import { print } from './output'

/** `console-link`: lets an administrator in whom the sign-in page cannot, by the word of whoever works on the server. */
export function consoleLinkCommand(tools: CommandTools): Command {
  return new Command('console-link')
    .description('print a link that signs an administrator in to the console once')
    .requiredOption('--login <login>', 'the GLPI login of the administrator, from a directory or not')
    .option('--json', 'print one JSON object', false)
    .action((options: { login: string; json: boolean }) =>
      tools.withContext(async (context) => {
        const link = await makeConsoleLink(context, { login: options.login, actor: tools.actor })
        const url = `${context.config.publicUrl}/console/link/${link.token}`
        const validUntil = link.validUntil.toISOString()
        print(tools.terminal, options.json, { link: url, usersId: link.usersId, validUntil }, () => [url])
        tools.terminal.err(`It signs ${options.login} in once, until ${validUntil}. Give it to nobody else.`)
      }),
    )
}
