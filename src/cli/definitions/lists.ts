import { type Command, InvalidArgumentError, Option } from 'commander'
import { columnNamed, dateOrders, delimiters, encodings, importColumns, type Mapping } from '../../csv'
import { addCarriedOptions } from '../carried-options'
import { addGrantOptions } from '../grant-options'
import type { DefaultOptions } from '../import/defaults'
import { expiresAtOption, expiresInOption, parseMaxUses } from '../key-arguments'
import { asHelp, examples } from './examples'
import { addWhichKeys, type WhichKeys } from './many-keys'

export interface ImportOptions extends DefaultOptions {
  map: Mapping[]
  delimiter?: (typeof delimiters)[number]
  encoding?: (typeof encodings)[number]
  dates: (typeof dateOrders)[number]
  source?: string
  update: boolean
  revokeMissing: boolean
  yes: boolean
  atomic: boolean
  dryRun: boolean
  /** Undefined: as the preset says. */
  send?: boolean
  batch?: string
  failures?: string
  as?: string
  json: boolean
}

export interface ExportOptions extends WhichKeys {
  as?: string
  json: boolean
}

export interface ListActions {
  importList(file: string, options: ImportOptions): Promise<void>
  exportKeys(options: ExportOptions): Promise<void>
  check(code: string, options: CheckOptions): Promise<void>
}

export interface CheckOptions {
  ask: boolean
  json: boolean
}

/** `keys import|export|check`. */
export function addListCommands(keys: Command, actions: ListActions): void {
  addImportCommand(keys, actions)

  addWhichKeys(
    keys
      .command('export')
      .description('print keys as a table for spreadsheets, or as JSON, the newest first; without codes'),
  )
    .option('--as <login>', 'only what this GLPI user may see')
    .option('--json', 'print one JSON object a line', false)
    .addHelpText(
      'after',
      examples(
        ['For a spreadsheet', 'glpi-invite keys export > keys.csv'],
        [
          'Who was invited and has not come',
          `glpi-invite keys export --state usable --json | jq -r '.label'`,
        ],
      ),
    )
    .action((options: ExportOptions) => actions.exportKeys(options))

  keys
    .command('check')
    .description('say whether a code is typed rightly and, if asked for, whether it can be used now')
    .argument('<code>', 'the code or its link; "-" reads it from standard input')
    .option('--ask', 'look up whether it can be used now, and what for', false)
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      `
Without --ask neither the database nor a server elsewhere is asked: whether there is such a key cannot be said then.
${examples(
  [
    'A code somebody has read to you',
    'glpi-invite keys check GLPI-ARFV0-12345-6789A-BCDEF-GHJKM-NPQRS-KF5BP',
  ],
  ['Without leaving it in the history of the shell', 'glpi-invite keys check -'],
  ['Whether somebody could register with it now', 'glpi-invite keys check --ask -'],
)}`,
    )
    .action((code: string, options: CheckOptions) => actions.check(code, options))
}

function addImportCommand(keys: Command, actions: ListActions): void {
  const toImport = keys
    .command('import')
    .description(
      'make a key for each row of a file that has none yet; the same file again makes nothing twice',
    )
    .argument('<file>', 'a CSV file, as spreadsheets save it; "-" reads standard input')
    .option('--dry-run', 'say what would be done, and do nothing', false)
    .option('--map <theirs=ours>', mapHelp, collectMapping, [])
    .option('--preset <name or id>', 'with the terms of this preset, where row and options say nothing')
    .option('--source <name>', 'the list that this is: each knows its own rows (default: "default")')
    .option('--update', 'change keys whose rows say something new; otherwise that is told', false)
    .option('--revoke-missing', 'count the keys of the list that are not in the file; takes --source', false)
    .option('--yes', 'revoke those', false)
    .option('--atomic', 'all rows or none (at most 5,000)', false)
    .option('--send', 'mail the link to each new address')
    .option('--no-send', 'mail nothing, whatever a preset says')
    .option('--batch <text>', 'put the new keys into a batch that is called so')
    .option('--failures <file>', 'write rows that are refused to this CSV file, with the reason')
    .addOption(
      new Option('--delimiter <character>', 'what parts the cells, if it is not found out').argParser(
        readDelimiter,
      ),
    )
    .addOption(new Option('--encoding <name>', 'of the file, if it is not UTF-8').choices(encodings))
    .addOption(
      new Option('--dates <order>', 'what 03/04/2027 means: nothing, the 3rd of April or the 4th of March')
        .choices(dateOrders)
        .default('iso'),
    )
    .option('--label <text>', 'of keys whose row has neither a label nor a name')
    .option('--max-uses <n>', 'how many people may register with each key, or "unlimited"', parseMaxUses)
    .option('--not-before <date>', 'when they begin to work (ISO 8601)')
    .addOption(expiresInOption('how long they work: 30m, 12h, 7d, 2w (default: 7d)'))
    .addOption(expiresAtOption())
  addCarriedOptions(addGrantOptions(toImport))
    .option('--as <login>', asHelp)
    .option('--json', 'print one JSON object a line: one for each row, and one for all', false)
    .addHelpText('after', importHelp)
    .action((file: string, options: ImportOptions) => actions.importList(file, options))
}

const mapHelp =
  'what a column of the file is: "Kostenstelle=" leaves it out, "*=" all that are unknown; repeat it for more'

function collectMapping(text: string, before: Mapping[]): Mapping[] {
  const at = text.lastIndexOf('=')
  const theirs = text.slice(0, at).trim()
  const name = text.slice(at + 1).trim()
  const ours = columnNamed(name)
  if (at < 1 || (name !== '' && ours === undefined))
    throw new InvalidArgumentError(
      `It must be their name and ours, as in "Rufname=firstname". Ours are ${importColumns.join(', ')}.`,
    )
  return [...before, { theirs, ours }]
}

function readDelimiter(text: string): (typeof delimiters)[number] {
  const named = text === 'tab' || text === '\\t' ? '\t' : text
  const delimiter = delimiters.find((one) => one === named)
  if (delimiter !== undefined) return delimiter
  throw new InvalidArgumentError('It must be a comma, a semicolon, a bar, or "tab".')
}

const importHelp = `
Columns, in any order and in six languages: ${importColumns.join(', ')}.
A row is known by its externalId, else by its address, for ever. Exit code 9: rows were refused, the others are done.
${examples(
  ['What would happen', 'glpi-invite keys import people.csv --preset Interns --dry-run'],
  ['Keys for everybody in the file, mailed', 'glpi-invite keys import people.csv --preset Interns --send'],
  [
    'Every night, from the export of HR',
    'glpi-invite keys import hr.csv --source hr --update --revoke-missing --yes --send --failures refused.csv',
  ],
  ['Other names of columns', 'glpi-invite keys import hr.csv --map "Rufname=firstname" --map "*="'],
)}`
