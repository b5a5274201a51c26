import { Command } from 'commander'
import type { Context } from '../context'
import { countKeys, countKeysMadeByDay, findRedemptionStop, type KeyFilter, keyStates } from '../keys'
import { countMails } from '../mail'
import { countAccountsByDay } from '../registration'
import { lastDays } from '../shared/time'
import type { CommandTools } from './command-tools'
import { examples } from './definitions/examples'
import { print, table } from './output'

const days = 30

/** `stats`: how many there are of what. */
export function statsCommand(tools: CommandTools): Command {
  return new Command('stats')
    .description('how many keys there are in each state, what the last 30 days brought, and what waits')
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      `
Counting stops at 10,000, and earlier where each key would have to be read: then "atLeast" is true. What was made on one
day counts up to 10,000.
${examples(['For a monitor', 'glpi-invite stats --json | jq .mails.failed'])}`,
    )
    .action((options: { json: boolean }) =>
      tools.withContext(async (context) => {
        const stats = await readStats(context)
        print(tools.terminal, options.json, stats, () => linesOf(stats))
      }),
    )
}

interface Count {
  count: number
  /** There are more. */
  atLeast: boolean
}

async function readStats(context: Context) {
  const { db, clock, config } = context
  const now = clock.now()
  const scope = { kind: 'all' } as const
  const count = async (filter: KeyFilter): Promise<Count> => {
    const { count: n, isMore } = await countKeys(db, { scope, filter, now })
    return { count: n, atLeast: isMore }
  }
  const states: Record<string, Count> = {}
  for (const state of keyStates) states[state] = await count({ state })
  const month = lastDays(now, config.timeZone, days)
  return {
    keys: { all: await count({}), ...states, inTrouble: await count({ problem: 'any' }) },
    last30Days: {
      keysMade: sum(await countKeysMadeByDay(db, scope, month)),
      accountsMade: sum(await countAccountsByDay(db, scope, month)),
    },
    mails: { waiting: await countMails(db, 'waiting'), failed: await countMails(db, 'failed') },
    stopped: (await findRedemptionStop(db)) !== undefined,
  }
}

type Stats = Awaited<ReturnType<typeof readStats>>

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

const written = ({ count, atLeast }: Count): string => `${count}${atLeast ? '+' : ''}`

const linesOf = ({ keys, last30Days, mails, stopped }: Stats): string[] =>
  table([
    ...Object.entries(keys).map(([state, count]) => [`keys ${stateWord(state)}`, written(count)]),
    ['keys made in the last 30 days', String(last30Days.keysMade)],
    ['accounts made in the last 30 days', String(last30Days.accountsMade)],
    ['mails waiting', String(mails.waiting)],
    ['mails failed', String(mails.failed)],
    ['registrations', stopped ? 'stopped' : 'possible'],
  ])

const stateWord = (state: string): string =>
  state === 'all' ? 'in all' : state === 'inTrouble' ? 'in trouble' : state
