import type { Context } from '../context'
import {
  countRevocable,
  findNewestUid,
  type KeyFilter,
  type KeySelection,
  revokeKeys,
  transferKeys,
  transferPresets,
} from '../keys'
import { AppError } from '../shared/errors'
import type { CommandTools } from './command-tools'
import type { ManyKeysActions, RevokeManyOptions, TransferOptions } from './definitions/many-keys'
import { linesOfRevocable, linesOfTransferred } from './many-keys-view'
import { print } from './output'
import { filterFrom, issuerCalled } from './which-keys'

/** `keys revoke-many|transfer` on the server. */
export const manyKeysActions = (tools: CommandTools): ManyKeysActions => ({
  revokeMany: (options) => tools.withContext((context) => revokeMany(tools, context, options)),
  transfer: (options) => tools.withContext((context) => transfer(tools, context, options)),
})

async function revokeMany(tools: CommandTools, context: Context, options: RevokeManyOptions): Promise<void> {
  const { dryRun, yes, json, reason } = options
  const filter = await filterFrom(context, options)
  if (Object.values(filter).every((wish) => wish === undefined))
    throw new AppError(
      'INPUT_INVALID',
      'say which keys: --issuer, --preset, --entity, --batch, --state or --search',
    )
  const selection = await selectionOf(context, filter)
  const now = context.clock.now()
  const { alive, revoked } =
    selection === undefined ? { alive: 0, revoked: 0 } : await countRevocable(context.db, selection, now)
  if (selection === undefined || dryRun || alive === 0) {
    const answer = { keys: alive, alreadyRevoked: revoked, revoked: 0 }
    print(tools.terminal, json, answer, () => linesOfRevocable(answer))
    return
  }
  if (!yes)
    throw new AppError('INPUT_INVALID', `${alive} key(s) would be revoked for good: say --yes if you mean it`)
  const died = await revokeKeys(context, { actor: tools.actor }, selection, reason)
  const answer = { keys: alive, alreadyRevoked: revoked, revoked: died }
  print(tools.terminal, json, answer, () => [`Revoked ${died} key(s).`])
}

async function selectionOf({ db }: Context, filter: KeyFilter): Promise<KeySelection | undefined> {
  const upTo = await findNewestUid(db)
  return upTo === undefined ? undefined : { scope: { kind: 'all' }, filter, upTo }
}

async function transfer(tools: CommandTools, context: Context, options: TransferOptions): Promise<void> {
  const side = await context.glpi.side()
  const from = await issuerCalled(context, side, options.from)
  const to = await issuerCalled(context, side, options.to)
  if (to === 'system' || to === from)
    throw new AppError('INPUT_INVALID', 'keys go to another administrator of GLPI')
  const { dryRun } = options
  const by = { actor: tools.actor }
  const selection = await selectionOf(context, { issuer: from })
  const keys =
    selection === undefined
      ? { moved: 0, kept: {}, keptKeys: [] }
      : await transferKeys(context, by, { selection, to, dryRun })
  const owner = from === 'system' ? undefined : from
  const presets = await transferPresets(context, by, { scope: { kind: 'all' }, from: owner, to, dryRun })

  print(tools.terminal, options.json, { dryRun, keys, presets }, () =>
    linesOfTransferred(keys, presets, { to: options.to, dryRun }),
  )
}
