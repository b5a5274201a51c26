import { Command } from 'commander'
import type { CommandTools } from './command-tools'
import { runChecks } from '../doctor'
import { exitCode } from './exit-codes'
import { print, table } from './output'

/** `doctor`. */
export function doctorCommand(tools: CommandTools): Command {
  return new Command('doctor')
    .description('check everything the server needs, and say what to do where something is wrong')
    .option('--json', 'print one JSON array', false)
    .action((options: { json: boolean }) =>
      tools.withContext(async (context) => {
        const results = await runChecks(context)
        print(tools.terminal, options.json, results, () =>
          table(results.map(({ status, name, message }) => [status, name, message])),
        )
        if (results.some(({ status }) => status === 'fail')) tools.setExitCode(exitCode.checkFailed)
      }),
    )
}
