import { Command, Option } from 'commander'
import { parseBatchUid, parseLimit } from '../key-arguments'
import { asHelp, examples } from './examples'

interface CommonOptions {
  as?: string
  json: boolean
}

export interface ListBatchesOptions extends CommonOptions {
  limit: number
  before?: string
}

export interface ShowBatchOptions extends CommonOptions {
  links: boolean
  csv: boolean
}

export interface SendBatchOptions extends CommonOptions {
  all: boolean
}

export interface BatchActions {
  list(options: ListBatchesOptions): Promise<void>
  show(uid: string, options: ShowBatchOptions): Promise<void>
  send(uid: string, options: SendBatchOptions): Promise<void>
}

const uid = '0199c2f4-7a1e-7c3b-9d55-3b0c6f0f9a11'
const onlySeen = 'only what this GLPI user may see'

/** `batches list|show|send`. */
export function batchesCommand(actions: BatchActions): Command {
  const batches = new Command('batches').description('keys that were made together')

  batches
    .command('list')
    .description('list batches, the newest first')
    .option('--limit <n>', 'how many to list at most', parseLimit, 50)
    .option(
      '--before <uid>',
      'list those made before this batch: the last one of the page before',
      parseBatchUid,
    )
    .option('--as <login>', onlySeen)
    .option('--json', 'print one JSON array', false)
    .addHelpText(
      'after',
      examples(
        ['The ten newest', 'glpi-invite batches list --limit 10'],
        [
          'The id of the one that is called so',
          `glpi-invite batches list --json | jq -r '.[] | select(.label == "Classes 2027").uid'`,
        ],
      ),
    )
    .action((options: ListBatchesOptions) => actions.list(options))

  batches
    .command('show')
    .description('show a batch with its keys, the oldest first, and, if asked for, all their links')
    .argument('<uid>', 'the id of the batch', parseBatchUid)
    .option('--links', 'show the links again, without those of revoked keys; this is recorded', false)
    .addOption(new Option('--csv', 'print its keys as a table for spreadsheets').default(false))
    .option('--as <login>', `${onlySeen}, and links that they may give`)
    .addOption(new Option('--json', 'print one JSON object').default(false).conflicts('csv'))
    .addHelpText(
      'after',
      `
Links are for those who could make all these keys now. Ended as one, a batch is with "glpi-invite keys revoke-many --batch".
${examples(
  ['What has become of it', `glpi-invite batches show ${uid}`],
  ['All its links, for a spreadsheet', `glpi-invite batches show ${uid} --links --csv > links.csv`],
  ['The links alone', `glpi-invite batches show ${uid} --links --json | jq -r '.keys[].link // empty'`],
  ['Nobody is to come with it any more', `glpi-invite keys revoke-many --batch ${uid} --yes`],
)}`,
    )
    .action((which: string, options: ShowBatchOptions) => actions.show(which, options))

  batches
    .command('send')
    .description('mail the links of a batch to those who can still join and were not sent theirs')
    .argument('<uid>', 'the id of the batch', parseBatchUid)
    .option('--all', 'to those as well who were sent theirs', false)
    .option('--as <login>', asHelp)
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      `
All of these mails or, when that were too many at once, none of them.
${examples(
  ['Whoever has no link yet', `glpi-invite batches send ${uid}`],
  ['Everybody once more', `glpi-invite batches send ${uid} --all`],
)}`,
    )
    .action((which: string, options: SendBatchOptions) => actions.send(which, options))

  return batches
}
