import { Command, InvalidArgumentError } from 'commander'
import { collect, examples } from './examples'

export interface ListEventsOptions {
  after: number
  kind: string[]
  follow: boolean
  json: boolean
}

export interface EventActions {
  list(options: ListEventsOptions): Promise<void>
}

/** `events list`: the record, for other systems to keep. */
export function eventsCommand(actions: EventActions): Command {
  const events = new Command('events').description('the record of what happened')

  events
    .command('list')
    .description('print what happened, the oldest first, one line each')
    .option('--after <position>', 'go on after this place in the record; 0: from the first', parsePosition, 0)
    .option('--kind <kind>', 'only these, such as key.made; repeat it for more', collect, [])
    .option('--follow', 'wait for what comes next, until somebody presses Ctrl-C', false)
    .option('--json', 'print one JSON object on each line', false)
    .addHelpText(
      'after',
      examples(
        ['Everything, for a machine', 'glpi-invite events list --json'],
        ['What came after the last one that was read', 'glpi-invite events list --after 4711 --json'],
        [
          'Into the journal of the system, as it happens',
          'glpi-invite events list --follow --json | logger -t glpi-invite',
        ],
      ),
    )
    .action((options: ListEventsOptions) => actions.list(options))

  return events
}

function parsePosition(text: string): number {
  if (/^(0|[1-9]\d{0,14})$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be the position of an event, a whole number.')
}
