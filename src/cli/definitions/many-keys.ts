import { type Command, Option } from 'commander'
import { type KeyState, keyStates } from '../../shared/key-states'
import { parseBatchUid } from '../key-arguments'
import { examples } from './examples'

/** Which keys are meant: all that fit every one of these. */
export interface WhichKeys {
  issuer?: string
  preset?: string
  entity?: string
  batch?: string
  state?: KeyState
  search?: string
}

export interface RevokeManyOptions extends WhichKeys {
  reason?: string
  dryRun: boolean
  yes: boolean
  json: boolean
}

export interface TransferOptions {
  from: string
  to: string
  dryRun: boolean
  json: boolean
}

export interface ManyKeysActions {
  revokeMany(options: RevokeManyOptions): Promise<void>
  transfer(options: TransferOptions): Promise<void>
}

/** The options that say which keys are meant. */
export function addWhichKeys(command: Command): Command {
  return command
    .option('--issuer <login>', 'those that this GLPI user answers for; "system": those of the command line')
    .option('--preset <name or id>', 'those made with this preset')
    .option('--entity <id or name>', 'those that grant something in this entity')
    .option('--batch <uid>', 'those made together as this batch', parseBatchUid)
    .addOption(new Option('--state <state>', 'those in this state').choices(keyStates))
    .option('--search <text>', 'those that the console finds by this: words of the label, an address')
}

/** `keys revoke-many` and `keys transfer`: what is done to many keys at once. */
export function addManyKeysCommands(keys: Command, actions: ManyKeysActions): void {
  addWhichKeys(
    keys
      .command('revoke-many')
      .description('end many keys for good: all that fit every option given; accounts made with them stay'),
  )
    .option('--reason <text>', 'why, for those who look at the keys later')
    .option('--dry-run', 'say how many it would be, and revoke none', false)
    .option('--yes', 'revoke them; without it nothing is done', false)
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      examples(
        ['How many keys of a preset still work', 'glpi-invite keys revoke-many --preset Interns --dry-run'],
        [
          'All of somebody who has left',
          'glpi-invite keys revoke-many --issuer paul.langevin --reason "has left" --yes',
        ],
      ),
    )
    .action((options: RevokeManyOptions) => actions.revokeMany(options))

  keys
    .command('transfer')
    .description(
      'hand the keys and presets of one administrator to another, as far as that one may give them',
    )
    .requiredOption('--from <login>', 'whose they are; "system": those of the command line')
    .requiredOption('--to <login>', 'who answers for them from now on')
    .option('--dry-run', 'say what would go and what would stay, and change nothing', false)
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      examples([
        'What would stay behind',
        'glpi-invite keys transfer --from paul.langevin --to marie.curie --dry-run',
      ]),
    )
    .action((options: TransferOptions) => actions.transfer(options))
}
