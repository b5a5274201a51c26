import type { Command } from 'commander'
import { changeKey, describeKey, type DetailedKey, getKey, pauseKey, resumeKey, revokeKey } from '../keys'
import type { Context } from '../context'
import { AppError } from '../shared/errors'
import {
  addChangeCarriedOptions,
  type ChangeCarriedOptions,
  changeFrom,
  carriedOptionNames,
} from './change-carried-options'
import type { CommandTools } from './command-tools'
import {
  beginOf,
  type EndOptions,
  endOf,
  expiresAtOption,
  expiresInOption,
  parseMaxUses,
  parseUid,
} from './key-arguments'
import { keeperFor } from './key-keeper'
import { addKeyRenewalCommands } from './key-renewal-commands'
import { tellProof } from './key-mail-commands'
import { print } from './output'

interface ChangeOptions extends EndOptions, ChangeCarriedOptions {
  label?: string
  maxUses?: number | 'unlimited'
  notBefore?: string
  as?: string
  json: boolean
}

/** `keys change|pause|resume|revoke`: what happens to a key after it was made. */
export function addKeyLifeCommands(keys: Command, tools: CommandTools): void {
  const toChange = keys
    .command('change')
    .description(
      'change the label, the limit, the beginning or the end of a key, whom it is for, what it carries',
    )
    .argument('<uid>', 'the id of the key', parseUid)
    .option('--label <text>', 'what it is for; only administrators see it')
    .option('--max-uses <n>', 'how many people may register with it in all, or "unlimited"', parseMaxUses)
    .option('--not-before <date>', 'when it begins to work (ISO 8601), or "now"')
    .addOption(expiresInOption('it ends this long from now: 30m, 12h, 7d, 2w'))
    .addOption(expiresAtOption())
  addChangeCarriedOptions(toChange)
    .option('--as <login>', 'do it in the name, and within the rights, of this GLPI user')
    .option('--json', 'print one JSON object', false)
    .action((uid: string, options: ChangeOptions) => {
      const { label, maxUses, notBefore } = options
      const isGiven = (name: string) => toChange.getOptionValueSource(name) === 'cli'
      if (!['label', 'maxUses', 'notBefore', 'expiresIn', 'expiresAt', ...carriedOptionNames].some(isGiven)) {
        throw new AppError(
          'INPUT_INVALID',
          'say what to change, with --label, --max-uses, --expires-at, --email, --message or another option',
        )
      }
      return tools.withContext(async (context) => {
        const begin = readBegin(notBefore, context)
        const end = endOf(options, context, context.clock.now())
        const carried = changeFrom(options, isGiven, await getKey(context.db, uid), context)
        const wanted = { label, maxUses, notBefore: begin, ...end, ...carried }
        const key = await changeKey(context, await keeperFor(tools, context, uid, options), uid, wanted)
        await say(context, key, options.json, `Key ${uid} is now as you asked.`)
        if (isGiven('proveAddress'))
          tellProof(context.config.smtpUrl, key).forEach((line) => tools.terminal.err(line))
      })
    })

  keys
    .command('pause')
    .description('put a key on hold: nobody can register with it until it is resumed')
    .argument('<uid>', 'the id of the key', parseUid)
    .option('--json', 'print one JSON object', false)
    .action((uid: string, options: { json: boolean }) =>
      tools.withContext(async (context) => {
        const key = await pauseKey(context, tools.actor, uid)
        const done =
          key.revokedAt === undefined ? `Paused key ${uid}.` : `Key ${uid} is revoked, and stays so.`
        await say(context, key, options.json, done)
      }),
    )

  keys
    .command('resume')
    .description('let people register again with a key that was paused')
    .argument('<uid>', 'the id of the key', parseUid)
    .option('--json', 'print one JSON object', false)
    .action((uid: string, options: { json: boolean }) =>
      tools.withContext(async (context) => {
        const key = await resumeKey(context, tools.actor, uid)
        const done =
          key.revokedAt === undefined ? `Resumed key ${uid}.` : `Key ${uid} is revoked, and stays so.`
        await say(context, key, options.json, done)
      }),
    )

  keys
    .command('revoke')
    .description('end a key; accounts made with it stay')
    .argument('<uid>', 'the id of the key', parseUid)
    .option('--reason <text>', 'why, for those who look at the key later')
    .option('--json', 'print one JSON object', false)
    .action((uid: string, options: { reason?: string; json: boolean }) =>
      tools.withContext(async (context) => {
        const key = await revokeKey(context, tools.actor, uid, options.reason)
        await say(context, key, options.json, `Revoked key ${uid}.`)
      }),
    )

  addKeyRenewalCommands(keys, tools)

  async function say(context: Context, key: DetailedKey, json: boolean, done: string): Promise<void> {
    print(tools.terminal, json, await describeKey(context, key), () => [done])
  }
}

function readBegin(text: string | undefined, context: Context): Date | 'now' | undefined {
  return text === undefined || text === 'now' ? text : beginOf(text, context)
}
