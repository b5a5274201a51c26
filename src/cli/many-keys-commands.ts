import { type Command, Option } from 'commander'
import type { Context } from '../context'
import { findIdsOfLogin, type GlpiSide } from '../glpi'
import {
  countRevocable,
  findNewestUid,
  getPresetCalled,
  type KeyFilter,
  type KeySelection,
  keyStates,
  type KeyState,
  revokeKeys,
  type TransferObstacle,
  transferKeys,
  transferPresets,
} from '../keys'
import { AppError } from '../shared/errors'
import type { CommandTools } from './command-tools'
import { parseUid } from './key-arguments'
import { print } from './output'
import { resolveEntity } from './resolve-grant'

interface Which {
  issuer?: string
  preset?: string
  entity?: string
  batch?: string
  state?: KeyState
  search?: string
}

interface RevokeOptions extends Which {
  reason?: string
  dryRun: boolean
  yes: boolean
  json: boolean
}

interface TransferOptions {
  from: string
  to: string
  dryRun: boolean
  json: boolean
}

/** `keys revoke-many` and `keys transfer`: what is done to many keys at once. */
export function addManyKeysCommands(keys: Command, tools: CommandTools): void {
  keys
    .command('revoke-many')
    .description('end many keys for good: all that fit every option given; accounts made with them stay')
    .option('--issuer <login>', 'those that this GLPI user answers for; "system": those of the command line')
    .option('--preset <name or id>', 'those made with this preset')
    .option('--entity <id or name>', 'those that grant something in this entity')
    .option('--batch <uid>', 'those made together as this batch', parseUid)
    .addOption(new Option('--state <state>', 'those in this state').choices(keyStates))
    .option('--search <text>', 'those that the console finds by this: words of the label, an address')
    .option('--reason <text>', 'why, for those who look at the keys later')
    .option('--dry-run', 'say how many it would be, and revoke none', false)
    .option('--yes', 'revoke them; without it nothing is done', false)
    .option('--json', 'print one JSON object', false)
    .action((options: RevokeOptions) => tools.withContext((context) => revokeMany(tools, context, options)))

  keys
    .command('transfer')
    .description(
      'hand the keys and presets of one administrator to another, as far as that one may give them',
    )
    .requiredOption('--from <login>', 'whose they are; "system": those of the command line')
    .requiredOption('--to <login>', 'who answers for them from now on')
    .option('--dry-run', 'say what would go and what would stay, and change nothing', false)
    .option('--json', 'print one JSON object', false)
    .action((options: TransferOptions) => tools.withContext((context) => transfer(tools, context, options)))
}

async function revokeMany(tools: CommandTools, context: Context, options: RevokeOptions): Promise<void> {
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
    print(tools.terminal, json, answer, () => [`${alive} key(s) would be revoked; ${revoked} are already.`])
    return
  }
  if (!yes)
    throw new AppError('INPUT_INVALID', `${alive} key(s) would be revoked for good: say --yes if you mean it`)
  const died = await revokeKeys(context, { actor: tools.actor }, selection, reason)
  const answer = { keys: alive, alreadyRevoked: revoked, revoked: died }
  print(tools.terminal, json, answer, () => [`Revoked ${died} key(s).`])
}

async function filterFrom(context: Context, which: Which): Promise<KeyFilter> {
  const { db } = context
  const { issuer, preset, entity, batch, state, search } = which
  const side = await context.glpi.side()
  return {
    issuer: issuer === undefined ? undefined : await issuerCalled(context, side, issuer),
    presetUid: preset === undefined ? undefined : (await getPresetCalled(db, preset, { kind: 'all' })).uid,
    entitiesId: entity === undefined ? undefined : await resolveEntity(context, entity),
    batchUid: batch,
    state,
    search,
  }
}

async function selectionOf({ db }: Context, filter: KeyFilter): Promise<KeySelection | undefined> {
  const upTo = await findNewestUid(db)
  return upTo === undefined ? undefined : { scope: { kind: 'all' }, filter, upTo }
}

async function issuerCalled({ db }: Context, side: GlpiSide, login: string): Promise<number | 'system'> {
  if (login === 'system') return login
  const [id, ...others] = await findIdsOfLogin(db, side, login)
  if (id === undefined) throw new AppError('NOT_FOUND', `GLPI has nobody called ${JSON.stringify(login)}`)
  if (others.length > 0)
    throw new AppError('INPUT_INVALID', `GLPI has several people called ${JSON.stringify(login)}`)
  return id
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

  print(tools.terminal, options.json, { dryRun, keys, presets }, () => [
    `${keys.moved} key(s) and ${presets.moved} preset(s) ${dryRun ? 'would go' : 'went'} to ${options.to}.`,
    ...Object.entries(keys.kept).map(
      ([obstacle, n]) => `${n} key(s) stay: ${words[obstacle as TransferObstacle]}.`,
    ),
    ...keys.keptKeys.map(({ uid, obstacle }) => `  ${uid}  ${obstacle}`),
    ...presets.kept.map(({ name, obstacle }) => `Preset ${name} stays: ${words[obstacle]}.`),
  ])
}

const words: Record<TransferObstacle, string> = {
  'not-theirs-to-give': 'GLPI would not let the new issuer give what they give',
  'grant-gone': 'GLPI has no more what they give',
  unbounded: 'they have no limit or no end, and the new issuer may not update GLPI’s configuration',
}
