import type { Command } from 'commander'
import { eachKey, checkKeys, type KeyOfList, summariseKey } from '../keys'
import type { CommandTools } from './command-tools'
import { exitCode } from './exit-codes'
import { print, table } from './output'
import { keyProblemWordsFor } from '../shared/i18n/key-problems'

/** `keys verify`: which keys would be refused, before an invitee finds out. */
export function addVerifyCommand(keys: Command, tools: CommandTools): void {
  keys
    .command('verify')
    .description('hold every key against GLPI as it is now, and list those that would be refused')
    .option('--json', 'print one JSON array', false)
    .action(({ json }: { json: boolean }) =>
      tools.withContext(async (context) => {
        const now = context.clock.now()
        const checked = await checkKeys(context, { before: now })
        const troubled: KeyOfList[] = []
        const asked = { scope: { kind: 'all' as const }, filter: { problem: 'any' as const }, now }
        for await (const key of eachKey(context.db, { ...asked, sort: 'newest' })) troubled.push(key)
        if (troubled.length > 0) tools.setExitCode(exitCode.checkFailed)
        const answer = troubled.map((key) => ({
          ...summariseKey(key, key.hint, context),
          problem: key.problem ?? null,
        }))
        print(tools.terminal, json, answer, () => [
          `${checked} key(s) checked, ${troubled.length} in trouble.`,
          ...table(troubled.map((key) => [key.uid, key.label, reasonOf(key)])),
        ])
      }),
    )
}

function reasonOf({ problem }: KeyOfList): string {
  if (problem === undefined) return ''
  const { reason, mend } = keyProblemWordsFor('en')[problem]
  return `${reason} ${mend}`
}
