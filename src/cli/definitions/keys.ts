import { Command } from 'commander'
import { addCarriedOptions, type CarriedOptions } from '../carried-options'
import { addGrantOptions, type GrantOptions } from '../grant-options'
import {
  type EndOptions,
  expiresAtOption,
  expiresInOption,
  parseLimit,
  parseMaxUses,
  parseUid,
} from '../key-arguments'
import { collect, examples, type IsGiven } from './examples'
import { addKeyLifeCommands, type KeyLifeActions } from './key-life'
import { addKeyRenewalCommands, type KeyRenewalActions } from './key-renewal'
import { addListCommands, type ListActions } from './lists'
import { addManyKeysCommands, type ManyKeysActions } from './many-keys'

export interface CreateKeyOptions extends EndOptions, GrantOptions, CarriedOptions {
  label: string
  maxUses: number | 'unlimited'
  notBefore?: string
  preset?: string
  email: string[]
  send: boolean
  as?: string
  json: boolean
}

export interface ListKeysOptions {
  limit: number
  before?: string
  json: boolean
}

export interface ShowKeyOptions {
  link: boolean
  json: boolean
}

interface MakingActions {
  create(options: CreateKeyOptions, isGiven: IsGiven): Promise<void>
  list(options: ListKeysOptions): Promise<void>
  show(uid: string, options: ShowKeyOptions): Promise<void>
}

/** What the commands below `keys` do: with the database on the server, over the API elsewhere. */
export interface KeyActions
  extends MakingActions, KeyLifeActions, KeyRenewalActions, ManyKeysActions, ListActions {}

/** `keys create|list|show` and what comes after. */
export function keysCommand(actions: KeyActions): Command {
  const keys = new Command('keys').description('make, list, show and revoke registration keys')

  const toCreate = keys
    .command('create')
    .description('make a key and print its invitation link')
    .option('--label <text>', 'what it is for; only administrators see it', '')
    .option('--max-uses <n>', 'how many people may register with it, or "unlimited"', parseMaxUses, 1)
    .option('--not-before <date>', 'when it begins to work (ISO 8601)')
    .addOption(expiresInOption('how long it works: 30m, 12h, 7d, 2w (default: 7d)'))
    .addOption(expiresAtOption())
    .option('--email <address>', 'only this address may register; repeat it for more', collect, [])
    .option('--send', 'mail the link to these addresses', false)
  addCarriedOptions(addGrantOptions(toCreate))
    .option('--preset <name or id>', 'with the terms of this preset, where options say nothing')
    .option('--as <login>', 'issue it in the name, and within the rights, of this GLPI user')
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', createExamples)
    .action((options: CreateKeyOptions) =>
      actions.create(options, (name) => toCreate.getOptionValueSource(name) === 'cli'),
    )

  keys
    .command('list')
    .description('list keys, the newest first')
    .option('--limit <n>', 'how many to list at most', parseLimit, 50)
    .option('--before <uid>', 'list those made before this key: the last one of the page before', parseUid)
    .option('--json', 'print one JSON array', false)
    .addHelpText(
      'after',
      examples(
        ['The ten newest keys', 'glpi-invite keys list --limit 10'],
        ['The labels of those that nobody can use any more', `glpi-invite keys list --json | ${expired}`],
      ),
    )
    .action((options: ListKeysOptions) => actions.list(options))

  keys
    .command('show')
    .description('show a key, who registered with it and, if asked for, its link')
    .argument('<uid>', 'the id of the key', parseUid)
    .option('--link', 'show the invitation link again; this is recorded', false)
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      examples(
        ['What a key is, and who came with it', `glpi-invite keys show ${someUid}`],
        ['Its link once more', `glpi-invite keys show ${someUid} --link`],
      ),
    )
    .action((uid: string, options: ShowKeyOptions) => actions.show(uid, options))

  addKeyLifeCommands(keys, actions)
  addKeyRenewalCommands(keys, actions)
  addManyKeysCommands(keys, actions)
  addListCommands(keys, actions)
  return keys
}

const someUid = '0199c2f4-7a1e-7c3b-9d55-3b0c6f0f9a11'
const expired = `jq -r '.[] | select(.state != "usable").label'`

const createExamples = examples(
  ['One person, a week, the default profile', `glpi-invite keys create --label "Marie's first day"`],
  [
    'Thirty students of a class until the end of the school year, for a script',
    'glpi-invite keys create --max-uses 30 --expires-at 2027-07-04 --entity Lyon --json',
  ],
  [
    'In the name of a colleague, for one address only',
    'glpi-invite keys create --as pierre.curie --email irene@example.org',
  ],
  [
    'For anybody of a partner, with an account until the end of June, in French',
    'glpi-invite keys create --max-uses 20 --domain partner.example --account-valid 2027-06-30 --language fr_FR',
  ],
  [
    'For one person, whose name stands in the form and whose login is set',
    'glpi-invite keys create --prefill firstname=Marie --prefill realname=Curie --lock login=m.curie',
  ],
)
