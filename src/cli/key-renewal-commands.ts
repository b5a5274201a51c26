import type { Command } from 'commander'
import type { Context } from '../context'
import {
  type DetailedKey,
  mailNewLink,
  reissueKey,
  type ReissuedKey,
  renewKey,
  unrevokeKey,
  describeKey,
  revealCode,
} from '../keys'
import type { Db } from '../shared/db'
import { AppError } from '../shared/errors'
import type { CommandTools } from './command-tools'
import {
  durationOf,
  type EndOptions,
  endOf,
  expiresAtOption,
  expiresInOption,
  parseMaxUses,
  parseUid,
} from './key-arguments'
import { keeperFor } from './key-keeper'
import { tellQueued } from './key-mail-commands'
import { linesOf } from './key-view'
import { print } from './output'

interface CommonOptions {
  as?: string
  json: boolean
}

interface RenewOptions extends EndOptions, CommonOptions {
  email: string[]
  maxUses?: number | 'unlimited'
}

/** `keys renew|reissue|unrevoke`: what gives a key more life, and is for who could make it. */
export function addKeyRenewalCommands(keys: Command, tools: CommandTools): void {
  keys
    .command('renew')
    .description('let a key live longer, or let more people in, under the same link')
    .argument('<uid>', 'the id of the key', parseUid)
    .option('--max-uses <n>', 'how many people may register with it in all, or "unlimited"', parseMaxUses)
    .addOption(expiresInOption('it ends this long from now: 30m, 12h, 7d, 2w'))
    .addOption(expiresAtOption())
    .option(
      '--email <address>',
      'whom it is for from now on, in place of addresses before; repeat it for more',
      (address: string, before: string[]) => [...before, address],
      [],
    )
    .option('--as <login>', 'do it in the name, and within the rights, of this GLPI user')
    .option('--json', 'print one JSON object', false)
    .action((uid: string, options: RenewOptions) => {
      const { maxUses, expiresIn, expiresAt } = options
      if ([maxUses, expiresIn, expiresAt].every((wish) => wish === undefined)) {
        throw new AppError(
          'INPUT_INVALID',
          'say how it is renewed: --expires-in, --expires-at or --max-uses.',
        )
      }
      return tools.withContext(async (context) => {
        const by = await keeperFor(tools, context, uid, options)
        const wanted = {
          maxUses,
          ...endOf(options, context, context.clock.now()),
          ...(options.email.length > 0 ? { addresses: options.email } : {}),
        }
        await say(context, await renewKey(context, by, uid, wanted), options, `Renewed key ${uid}.`)
      })
    })

  keys
    .command('reissue')
    .description('give a key a new link; the old one stops working')
    .argument('<uid>', 'the id of the key', parseUid)
    .option('--overlap <duration>', 'let the old link work for so long beside it: 12h, 7d (at most 30d)')
    .option('--send', 'mail the new link to the addresses that the key is for', false)
    .option('--as <login>', 'do it in the name, and within the rights, of this GLPI user')
    .option('--json', 'print one JSON object', false)
    .action((uid: string, options: CommonOptions & { overlap?: string; send: boolean }) =>
      tools.withContext(async (context) => {
        const overlapMs = options.overlap === undefined ? 0 : durationOf(options.overlap)
        const by = await keeperFor(tools, context, uid, options)
        let mails = 0
        const also = async (trx: Db, reissued: ReissuedKey) => {
          if (!options.send) return
          mails = await mailNewLink(context, trx, by.actor, reissued)
          if (mails === 0)
            throw new AppError('INPUT_INVALID', `key ${uid} is for nobody whom the link could be sent to`)
        }
        const { key, code } = await reissueKey(context, by, uid, { overlapMs, also })
        const shown = { ...(await describeKey(context, key)), ...revealCode(context, code) }
        const sent = options.send ? tellQueued(context.config.smtpUrl, mails) : []
        print(tools.terminal, options.json, shown, () => [...linesOf(shown), ...sent])
        if (context.keyRingProblem !== undefined) {
          tools.terminal.err(`Note the link down, it cannot be shown again: ${context.keyRingProblem}`)
        }
      }),
    )

  keys
    .command('unrevoke')
    .description('take a revocation back: the link works again as it did before')
    .argument('<uid>', 'the id of the key', parseUid)
    .option('--as <login>', 'do it in the name, and within the rights, of this GLPI user')
    .option('--json', 'print one JSON object', false)
    .action((uid: string, options: CommonOptions) =>
      tools.withContext(async (context) => {
        const by = await keeperFor(tools, context, uid, options)
        const key = await unrevokeKey(context, by, uid)
        await say(context, key, options, `Key ${uid} is not revoked any more.`)
      }),
    )

  async function say(
    context: Context,
    key: DetailedKey,
    options: CommonOptions,
    done: string,
  ): Promise<void> {
    print(tools.terminal, options.json, await describeKey(context, key), () => [done])
  }
}
