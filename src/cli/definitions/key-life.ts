import type { Command } from 'commander'
import { AppError } from '../../shared/errors'
import {
  addChangeCarriedOptions,
  carriedOptionNames,
  type ChangeCarriedOptions,
} from '../change-carried-options'
import { withChangedValues } from '../field-options'
import {
  type EndOptions,
  expiresAtOption,
  expiresInOption,
  parseMailUid,
  parseMaxUses,
  parseUid,
} from '../key-arguments'
import { asHelp, examples, type IsGiven } from './examples'

export interface ChangeKeyOptions extends EndOptions, ChangeCarriedOptions {
  label?: string
  maxUses?: number | 'unlimited'
  notBefore?: string
  as?: string
  json: boolean
}

export interface KeyLifeActions {
  change(uid: string, options: ChangeKeyOptions, isGiven: IsGiven): Promise<void>
  pause(uid: string, options: { json: boolean }): Promise<void>
  resume(uid: string, options: { json: boolean }): Promise<void>
  revoke(uid: string, options: { reason?: string; json: boolean }): Promise<void>
  send(uid: string, options: { as?: string; json: boolean }): Promise<void>
  retry(uid: string, mail: string, options: { as?: string; json: boolean }): Promise<void>
  verify(options: { json: boolean }): Promise<void>
}

const uid = '0199c2f4-7a1e-7c3b-9d55-3b0c6f0f9a11'
const mailUid = '0199c2f5-1b7d-7e0a-8c44-90aa31d2c6f7'

/** `keys change|pause|resume|revoke|send|retry|verify`: what happens to a key after it was made. */
export function addKeyLifeCommands(keys: Command, actions: KeyLifeActions): void {
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
    .option('--as <login>', asHelp)
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      examples(
        ['Ten more people may come', `glpi-invite keys change ${uid} --max-uses 40`],
        [
          'For another address, until Friday',
          `glpi-invite keys change ${uid} --email eve@example.org --expires-at 2027-01-29`,
        ],
        ['Anybody may come with it again', `glpi-invite keys change ${uid} --clear emails domains`],
      ),
    )
    .action((key: string, options: ChangeKeyOptions) => {
      const isGiven = (name: string) => toChange.getOptionValueSource(name) === 'cli'
      if (![...changeable, ...carriedOptionNames].some(isGiven)) {
        throw new AppError(
          'INPUT_INVALID',
          'say what to change, with --label, --max-uses, --expires-at, --email, --message or another option',
        )
      }
      return actions.change(key, withChangedValues(options), isGiven)
    })

  keys
    .command('pause')
    .description('put a key on hold: nobody can register with it until it is resumed')
    .argument('<uid>', 'the id of the key', parseUid)
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', examples(['Nobody comes in for now', `glpi-invite keys pause ${uid}`]))
    .action((key: string, options: { json: boolean }) => actions.pause(key, options))

  keys
    .command('resume')
    .description('let people register again with a key that was paused')
    .argument('<uid>', 'the id of the key', parseUid)
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', examples(['The same link works again', `glpi-invite keys resume ${uid}`]))
    .action((key: string, options: { json: boolean }) => actions.resume(key, options))

  keys
    .command('revoke')
    .description('end a key; accounts made with it stay')
    .argument('<uid>', 'the id of the key', parseUid)
    .option('--reason <text>', 'why, for those who look at the key later')
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      examples([
        'The link went to the wrong person',
        `glpi-invite keys revoke ${uid} --reason "wrong address"`,
      ]),
    )
    .action((key: string, options: { reason?: string; json: boolean }) => actions.revoke(key, options))

  keys
    .command('send')
    .description('mail the link, again if need be, to the addresses of a key that have not joined with it')
    .argument('<uid>', 'the id of the key', parseUid)
    .option('--as <login>', asHelp)
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', examples(['The mail was lost', `glpi-invite keys send ${uid}`]))
    .action((key: string, options: { as?: string; json: boolean }) => actions.send(key, options))

  keys
    .command('retry')
    .description('send a mail about a key that failed once more, as it was')
    .argument('<uid>', 'the id of the key', parseUid)
    .argument('<mail>', 'the id of the mail, as "keys show" tells it', parseMailUid)
    .option('--as <login>', asHelp)
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      examples(['The mailbox is not full any more', `glpi-invite keys retry ${uid} ${mailUid}`]),
    )
    .action((key: string, mail: string, options: { as?: string; json: boolean }) =>
      actions.retry(key, mail, options),
    )

  keys
    .command('verify')
    .description('hold every key against GLPI as it is now, and list those that would be refused')
    .option('--json', 'print one JSON array', false)
    .addHelpText(
      'after',
      examples(['After an upgrade of GLPI, or a change of its profiles', 'glpi-invite keys verify']),
    )
    .action((options: { json: boolean }) => actions.verify(options))
}

const changeable = ['label', 'maxUses', 'notBefore', 'expiresIn', 'expiresAt']
