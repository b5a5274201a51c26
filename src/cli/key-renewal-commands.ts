import type { Context } from '../context'
import {
  describeKey,
  type DetailedKey,
  mailNewLink,
  reissueKey,
  type ReissuedKey,
  renewKey,
  revealCode,
  unrevokeKey,
} from '../keys'
import type { Db } from '../shared/db'
import { AppError } from '../shared/errors'
import type { CommandTools } from './command-tools'
import type { KeyRenewalActions, ReissueKeyOptions } from './definitions/key-renewal'
import { durationOf, endOf } from './key-arguments'
import { keeperFor } from './key-keeper'
import { linesOf } from './key-view'
import { tellQueued } from './mail-words'
import { print } from './output'

/** `keys renew|reissue|unrevoke` on the server. */
export const keyRenewalActions = (tools: CommandTools): KeyRenewalActions => {
  const say = async (context: Context, key: DetailedKey, json: boolean, done: string): Promise<void> => {
    print(tools.terminal, json, await describeKey(context, key), () => [done])
  }
  return {
    renew: (uid, options) =>
      tools.withContext(async (context) => {
        const by = await keeperFor(tools, context, uid, options)
        const wanted = {
          maxUses: options.maxUses,
          ...endOf(options, context, context.clock.now()),
          ...(options.email.length > 0 ? { addresses: options.email } : {}),
        }
        await say(context, await renewKey(context, by, uid, wanted), options.json, `Renewed key ${uid}.`)
      }),
    reissue: (uid, options) => tools.withContext((context) => reissue(tools, context, uid, options)),
    unrevoke: (uid, options) =>
      tools.withContext(async (context) => {
        const by = await keeperFor(tools, context, uid, options)
        const key = await unrevokeKey(context, by, uid)
        await say(context, key, options.json, `Key ${uid} is not revoked any more.`)
      }),
  }
}

async function reissue(
  tools: CommandTools,
  context: Context,
  uid: string,
  options: ReissueKeyOptions,
): Promise<void> {
  const overlapMs = options.overlap === undefined ? 0 : durationOf(options.overlap)
  const by = await keeperFor(tools, context, uid, options)
  let mails = 0
  const also = async (trx: Db, reissued: ReissuedKey) => {
    if (!options.send) return
    mails = await mailNewLink(context, trx, by.actor, reissued)
    if (mails === 0)
      throw new AppError('INPUT_INVALID', `key ${uid} is for nobody whom the link could be sent to`)
  }
  const { key, code } = await reissueKey(context, by, uid, { overlapMs, also })
  const shown = { ...(await describeKey(context, key)), ...revealCode(context, code) }
  const sent = options.send ? tellQueued(context.config.smtpUrl, mails) : []
  print(tools.terminal, options.json, shown, () => [...linesOf(shown), ...sent])
  if (context.keyRingProblem !== undefined) {
    tools.terminal.err(`Note the link down, it cannot be shown again: ${context.keyRingProblem}`)
  }
}
