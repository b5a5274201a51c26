import type { Command } from 'commander'
import { describeKey, getKey, sendInvitation } from '../keys'
import { describeDeliveries } from '../mail'
import type { CommandTools } from './command-tools'
import { parseUid } from './key-arguments'
import { keeperFor } from './key-keeper'
import { print } from './output'

/** `keys send`: the link of a key, mailed to those for whom it is. */
export function addKeyMailCommands(keys: Command, tools: CommandTools): void {
  keys
    .command('send')
    .description('mail the link, again if need be, to the addresses of a key that have not joined with it')
    .argument('<uid>', 'the id of the key', parseUid)
    .option('--as <login>', 'do it in the name, and within the rights, of this GLPI user')
    .option('--json', 'print one JSON object', false)
    .action((uid: string, options: { as?: string; json: boolean }) =>
      tools.withContext(async (context) => {
        const by = await keeperFor(tools, context, uid, options)
        const addresses = await sendInvitation(context, by, uid)
        const shown = {
          ...(await describeKey(context, await getKey(context.db, uid))),
          deliveries: await describeDeliveries(context, uid),
        }
        print(tools.terminal, options.json, shown, () => tellQueued(context.config.smtpUrl, addresses.length))
      }),
    )
}

/** A key that asks for proof of the address, where no mail can be sent: nobody could use it. */
export const tellProof = (smtpUrl: unknown, { needsProof }: { needsProof: boolean }): string[] =>
  smtpUrl !== undefined || !needsProof
    ? []
    : [
        'The key asks for proof of the address, and no mail server is set up: until there is one (SMTP_URL), nobody gets an account with it.',
      ]

/** That so many mails leave, or wait where no mail server is set up. */
export const tellQueued = (smtpUrl: unknown, n: number): string[] => {
  const mails = n === 1 ? '1 mail' : `${n} mails`
  if (smtpUrl !== undefined) return [`Queued ${mails}.`]
  return [`Queued ${mails}; ${n === 1 ? 'it leaves' : 'they leave'} once a mail server is set up (SMTP_URL).`]
}
