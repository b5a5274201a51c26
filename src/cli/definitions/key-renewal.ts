import type { Command } from 'commander'
import { AppError } from '../../shared/errors'
import { type EndOptions, expiresAtOption, expiresInOption, parseMaxUses, parseUid } from '../key-arguments'
import { asHelp, collect, examples } from './examples'

interface CommonOptions {
  as?: string
  json: boolean
}

export interface RenewKeyOptions extends EndOptions, CommonOptions {
  email: string[]
  maxUses?: number | 'unlimited'
}

export interface ReissueKeyOptions extends CommonOptions {
  overlap?: string
  send: boolean
}

export interface KeyRenewalActions {
  renew(uid: string, options: RenewKeyOptions): Promise<void>
  reissue(uid: string, options: ReissueKeyOptions): Promise<void>
  unrevoke(uid: string, options: CommonOptions): Promise<void>
}

const uid = '0199c2f4-7a1e-7c3b-9d55-3b0c6f0f9a11'

/** `keys renew|reissue|unrevoke`: what gives a key more life, and is for who could make it. */
export function addKeyRenewalCommands(keys: Command, actions: KeyRenewalActions): void {
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
      collect,
      [],
    )
    .option('--as <login>', asHelp)
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      examples(
        ['Two more weeks', `glpi-invite keys renew ${uid} --expires-in 2w`],
        [
          'Five people in all, until the end of the month',
          `glpi-invite keys renew ${uid} --max-uses 5 --expires-at 2027-01-31`,
        ],
      ),
    )
    .action((key: string, options: RenewKeyOptions) => {
      const { maxUses, expiresIn, expiresAt } = options
      if ([maxUses, expiresIn, expiresAt].every((wish) => wish === undefined)) {
        throw new AppError(
          'INPUT_INVALID',
          'say how it is renewed: --expires-in, --expires-at or --max-uses.',
        )
      }
      return actions.renew(key, options)
    })

  keys
    .command('reissue')
    .description('give a key a new link; the old one stops working')
    .argument('<uid>', 'the id of the key', parseUid)
    .option('--overlap <duration>', 'let the old link work for so long beside it: 12h, 7d (at most 30d)')
    .option('--send', 'mail the new link to the addresses that the key is for', false)
    .option('--as <login>', asHelp)
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      examples(
        ['The link got into wrong hands', `glpi-invite keys reissue ${uid} --send`],
        ['Posters with the old one hang for another week', `glpi-invite keys reissue ${uid} --overlap 7d`],
      ),
    )
    .action((key: string, options: ReissueKeyOptions) => actions.reissue(key, options))

  keys
    .command('unrevoke')
    .description('take a revocation back: the link works again as it did before')
    .argument('<uid>', 'the id of the key', parseUid)
    .option('--as <login>', asHelp)
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', examples(['It was the wrong key', `glpi-invite keys unrevoke ${uid}`]))
    .action((key: string, options: CommonOptions) => actions.unrevoke(key, options))
}
