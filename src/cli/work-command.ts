import { Command } from 'commander'
import { createLogger } from '../shared/log'
import { type JobRun, runDueJobs, startBackground } from '../work'
import type { CommandTools } from './command-tools'
import { askedToStop } from './asked-to-stop'
import { ensureReady } from './ensure-ready'
import { exitCode } from './exit-codes'
import { print, type Terminal, table } from './output'

/** `work`: the background work without the server, until SIGINT or SIGTERM, or once. */
export function workCommand(tools: CommandTools): Command {
  return new Command('work')
    .description('do the work in the background: send the mails, and what is due besides')
    .option('--once', 'do what is due now, and end: for cron', false)
    .option('--json', 'with --once: print one JSON array', false)
    .action((options: { once: boolean; json: boolean }) =>
      options.once ? workOnce(tools, options.json) : workOn(tools),
    )
}

async function workOn(tools: CommandTools): Promise<void> {
  const context = tools.createContext(tools.readConfig())
  try {
    await ensureReady(context)
    const background = startBackground(context)
    context.log.info({ url: context.config.publicUrl }, 'working')
    await askedToStop()
    context.log.info('stopping')
    await background.stop()
  } finally {
    await context.close()
  }
}

/** Ctrl-C ends after the mail in hand. Results go to stdout, so what is logged goes to stderr here. */
async function workOnce(tools: CommandTools, json: boolean): Promise<void> {
  const config = tools.readConfig()
  const log = createLogger(config.logLevel, toErr(tools.terminal))
  const context = tools.createContext(config, { log })
  try {
    await ensureReady(context)
    const runs = await runDueJobs(context, stopSignal())
    print(tools.terminal, json, runs, () => describe(runs))
    if (runs.some(({ state }) => state === 'failed')) tools.setExitCode(exitCode.workFailed)
  } finally {
    await context.close()
  }
}

const toErr = (terminal: Terminal) => ({ write: (text: string) => terminal.err(text.trimEnd()) })

function stopSignal(): AbortSignal {
  const stopping = new AbortController()
  void askedToStop().then(() => stopping.abort())
  return stopping.signal
}

const describe = (runs: readonly JobRun[]): string[] =>
  runs.length === 0
    ? ['Nothing is due.']
    : table(runs.map(({ state, job, outcome }) => [state, job, outcome ?? 'nothing was due']))
