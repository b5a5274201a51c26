import {
  changeKey,
  checkKeys,
  describeKey,
  type DetailedKey,
  eachKey,
  getKey,
  type KeyOfList,
  pauseKey,
  resumeKey,
  revokeKey,
  sendInvitation,
  summariseKey,
  tryMailAgain,
} from '../keys'
import type { Context } from '../context'
import { describeDeliveries } from '../mail'
import { keyProblemWordsFor } from '../shared/i18n/key-problems'
import { changeFrom } from './change-carried-options'
import type { CommandTools } from './command-tools'
import type { IsGiven } from './definitions/examples'
import type { ChangeKeyOptions, KeyLifeActions } from './definitions/key-life'
import { exitCode } from './exit-codes'
import { beginOf, endOf } from './key-arguments'
import { keeperFor } from './key-keeper'
import { linesOfPaused, linesOfResumed } from './key-words'
import { tellProof, tellQueued } from './mail-words'
import { print, table } from './output'

/** `keys change|pause|resume|revoke|send|retry|verify` on the server. */
export const keyLifeActions = (tools: CommandTools): KeyLifeActions => {
  const say = async (context: Context, key: DetailedKey, json: boolean, done: string): Promise<void> => {
    print(tools.terminal, json, await describeKey(context, key), () => [done])
  }
  const sayQueued = async (context: Context, uid: string, json: boolean, mails: number): Promise<void> => {
    const shown = {
      ...(await describeKey(context, await getKey(context.db, uid))),
      deliveries: await describeDeliveries(context, uid),
    }
    print(tools.terminal, json, shown, () => tellQueued(context.config.smtpUrl, mails))
  }
  return {
    change: (uid, options, isGiven) =>
      tools.withContext(async (context) => {
        const key = await change(tools, context, uid, options, isGiven)
        await say(context, key, options.json, `Key ${uid} is now as you asked.`)
        if (isGiven('proveAddress'))
          tellProof(context.config.smtpUrl, key).forEach((line) => tools.terminal.err(line))
      }),
    pause: (uid, { json }) =>
      tools.withContext(async (context) => {
        const key = await pauseKey(context, tools.actor, uid)
        await say(context, key, json, linesOfPaused(uid, key.revokedAt !== undefined))
      }),
    resume: (uid, { json }) =>
      tools.withContext(async (context) => {
        const key = await resumeKey(context, tools.actor, uid)
        await say(context, key, json, linesOfResumed(uid, key.revokedAt !== undefined))
      }),
    revoke: (uid, { reason, json }) =>
      tools.withContext(async (context) => {
        const key = await revokeKey(context, tools.actor, uid, reason)
        await say(context, key, json, `Revoked key ${uid}.`)
      }),
    send: (uid, options) =>
      tools.withContext(async (context) => {
        const by = await keeperFor(tools, context, uid, options)
        await sayQueued(context, uid, options.json, (await sendInvitation(context, by, uid)).length)
      }),
    retry: (uid, mailUid, options) =>
      tools.withContext(async (context) => {
        const by = await keeperFor(tools, context, uid, options)
        await tryMailAgain(context, by, { keyUid: uid, mailUid })
        await sayQueued(context, uid, options.json, 1)
      }),
    verify: ({ json }) => tools.withContext((context) => verify(tools, context, json)),
  }
}

async function change(
  tools: CommandTools,
  context: Context,
  uid: string,
  options: ChangeKeyOptions,
  isGiven: IsGiven,
): Promise<DetailedKey> {
  const { label, maxUses, notBefore } = options
  const begin = readBegin(notBefore, context)
  const end = endOf(options, context, context.clock.now())
  const carried = changeFrom(options, isGiven, await getKey(context.db, uid), context)
  const wanted = { label, maxUses, notBefore: begin, ...end, ...carried }
  return changeKey(context, await keeperFor(tools, context, uid, options), uid, wanted)
}

function readBegin(text: string | undefined, context: Context): Date | 'now' | undefined {
  return text === undefined || text === 'now' ? text : beginOf(text, context)
}

/** Which keys would be refused, before an invitee finds out. */
async function verify(tools: CommandTools, context: Context, json: boolean): Promise<void> {
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
}

function reasonOf({ problem }: KeyOfList): string {
  if (problem === undefined) return ''
  const { reason, mend } = keyProblemWordsFor('en')[problem]
  return `${reason} ${mend}`
}
