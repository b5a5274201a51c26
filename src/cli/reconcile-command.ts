import type { Context } from '../context'
import { reconcile, type Reconciliation } from '../doctor'
import type { CommandTools } from './command-tools'
import { exitCode } from './exit-codes'
import { print } from './output'

/** `doctor --reconcile`: for after a restore. */
export async function runReconciliation(
  tools: CommandTools,
  { db, glpiDatabase }: Context,
  json: boolean,
): Promise<void> {
  const result = await reconcile(db, glpiDatabase)
  print(tools.terminal, json, result, () => describe(result))
  if (result.ofSomebodyElse.length + result.usesThatDoNotAddUp.length > 0) {
    tools.setExitCode(exitCode.checkFailed)
  }
}

function describe(result: Reconciliation): string[] {
  const { registrations, keys, withoutAccount, ofSomebodyElse, unknown, usesThatDoNotAddUp } = result
  return [
    `Compared ${registrations} registration(s) with GLPI's accounts, and the counters of ${keys} key(s).`,
    ...part(
      'These registrations have no account in GLPI. It was deleted there for good, or GLPI was restored to before they ' +
        'registered: whoever needs it back gets a new key.',
      withoutAccount.map(({ uid, keyUid, usersId, login, completedAt }) =>
        [uid, `key ${keyUid}`, `account no. ${usersId}`, login ?? '', completedAt.toISOString()].join('  '),
      ),
    ),
    ...part(
      'The accounts with these numbers are somebody else’s: GLPI gave the numbers again after a restore. What the ' +
        'console says about them (signed in, deactivated) is about the other person; whoever registered needs a new key.',
      ofSomebodyElse.map(({ uid, keyUid, usersId, login, completedAt, account }) =>
        [
          uid,
          `key ${keyUid}`,
          `account no. ${usersId}`,
          `registered ${login ?? ''} ${completedAt.toISOString()}`,
          `now ${account?.login ?? ''} ${account?.createdAt?.toISOString() ?? ''}`,
        ].join('  '),
      ),
    ),
    ...part(
      'The counters of these keys are not those of their registrations: our tables come from different moments. Restore ' +
        'them again from one dump; until then revoke those keys, or change their limits.',
      usesThatDoNotAddUp.map(({ keyUid, completed, held }) =>
        [
          keyUid,
          `${completed.counted} used, ${completed.registered} registered`,
          `${held.counted} held, ${held.registered} waiting`,
        ].join('  '),
      ),
    ),
    ...(unknown === 0
      ? []
      : [
          `${unknown} could not be compared: their details are forgotten, and GLPI has no time for their accounts.`,
        ]),
    ...(withoutAccount.length + ofSomebodyElse.length + usesThatDoNotAddUp.length + unknown === 0
      ? ['Everything fits together.']
      : []),
  ]
}

const part = (sentence: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', sentence, ...lines.map((line) => `  ${line}`)]
