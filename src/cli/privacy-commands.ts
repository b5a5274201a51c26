import { Command } from 'commander'
import type { Context } from '../context'
import {
  type AskedPerson,
  erasePerson,
  exportedJson,
  exportPerson,
  keysToRevoke,
  type PersonFile,
  readPerson,
} from '../privacy'
import type { CommandTools } from './command-tools'
import { print } from './output'
import { describePerson, describeRest } from './privacy-view'

interface WhoOptions extends AskedPerson {
  json: boolean
}

interface EraseOptions extends WhoOptions {
  dryRun: boolean
  revokeKeys: boolean
}

/** `privacy export|erase`. */
export function privacyCommand(tools: CommandTools): Command {
  const privacy = new Command('privacy').description('what is kept about somebody: give it out, or erase it')

  aboutSomebody(privacy.command('export'))
    .description('print all that is kept about somebody; this is recorded, without saying about whom')
    .action((options: WhoOptions) =>
      tools.withContext(async (context) => {
        const file = await exportPerson(context, { actor: tools.actor }, options)
        print(tools.terminal, options.json, exportedJson(file, context.clock.now()), () =>
          describePerson(file),
        )
      }),
    )

  aboutSomebody(privacy.command('erase'))
    .description('erase every trace of somebody; counters and the record stay')
    .option('--dry-run', 'show what would be erased, and erase nothing', false)
    .option('--revoke-keys', 'revoke the keys that are for this person alone and can still be used', false)
    .action((options: EraseOptions) =>
      tools.withContext((context) =>
        options.dryRun ? preview(tools, context, options) : erase(tools, context, options),
      ),
    )
  return privacy
}

const aboutSomebody = (command: Command): Command =>
  command
    .option('--email <address>', 'whose address it is')
    .option('--login <login>', 'whose login it is')
    .option('--json', 'print one JSON object', false)

async function preview(tools: CommandTools, context: Context, options: EraseOptions): Promise<void> {
  const file = await readPerson(context.db, await context.glpi.side(), options, context.clock.now())
  print(tools.terminal, options.json, { erased: false, ...summarise(file) }, () => [
    ...describePerson(file),
    ...describeRest(file),
    'Nothing has been erased: this was --dry-run.',
  ])
}

async function erase(tools: CommandTools, context: Context, options: EraseOptions): Promise<void> {
  const file = await erasePerson(context, { actor: tools.actor }, options, { revoking: options.revokeKeys })
  const { registrations, keys, mails, texts } = file
  print(tools.terminal, options.json, { erased: true, ...summarise(file) }, () => [
    `Erased: ${registrations.length} registration(s), ${keys.length} key(s), ${mails.length} mail(s), ${texts.length} text(s).`,
    ...describeRest(file),
  ])
}

/** Numbers, and ids: what a log of a script may hold. */
function summarise(file: PersonFile): Record<string, unknown> {
  return {
    registrations: file.registrations.map(({ uid }) => uid),
    keys: file.keys.map(({ uid }) => uid),
    keysToRevoke: keysToRevoke(file).map(({ uid }) => uid),
    mails: file.mails.length,
    networkAddresses: file.origins.length,
    texts: file.texts.length,
    glpiAccounts: file.person.accounts.map(({ usersId }) => usersId),
    sharedBy: file.person.sharedBy.map(({ usersId }) => usersId),
    keysToLookAt: file.toLookAt.map(({ uid }) => uid),
  }
}
