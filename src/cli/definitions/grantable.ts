import { Command } from 'commander'
import { examples } from './examples'

export interface GrantableOptions {
  as?: string
  json: boolean
}

export type ShowGrantable = (options: GrantableOptions) => Promise<void>

/** `grantable`: what may be put into a key. */
export const grantableCommand = (show: ShowGrantable): Command =>
  new Command('grantable')
    .description('list the profiles, entities, groups and the like that keys may give')
    .option('--as <login>', 'those that this GLPI user may give')
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      examples(
        ['What --profile, --entity and --group of "keys create" may be', 'glpi-invite grantable'],
        ['What a colleague may give', 'glpi-invite grantable --as paul.langevin'],
        [
          'The ids of the entities below one',
          `glpi-invite grantable --json | jq '.entities[] | select(.name | contains("Lyon")).id'`,
        ],
      ),
    )
    .action((options: GrantableOptions) => show(options))
