import { Command } from 'commander'
import type { CommandTools } from './command-tools'
import { runChecks } from '../doctor'
import { exitCode } from './exit-codes'
import { print, table } from './output'
import { runReconciliation } from './reconcile-command'

/** `doctor`. */
export function doctorCommand(tools: CommandTools): Command {
  return new Command('doctor')
    .description('check everything the server needs, and say what to do where something is wrong')
    .option('--reconcile', 'compare registrations with GLPI’s accounts instead, after a restore', false)
    .option('--json', 'print one JSON array, or one JSON object with --reconcile', false)
    .action((options: { json: boolean; reconcile: boolean }) =>
      tools.withContext(async (context) => {
        if (options.reconcile) {
          await runReconciliation(tools, context, options.json)
          return
        }
        const results = await runChecks(context)
        print(tools.terminal, options.json, results, () =>
          table(results.map(({ status, name, message }) => [status, name, message])),
        )
        if (results.some(({ status }) => status === 'fail')) tools.setExitCode(exitCode.checkFailed)
      }),
    )
}
