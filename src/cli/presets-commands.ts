import type { Context } from '../context'
import {
  changePreset,
  chooseIssuer,
  deletePreset,
  describePreset,
  getKey,
  getPresetCalled,
  listPresets,
  makePreset,
  type Preset,
  type PresetKeeper,
  presetLike,
  type PresetTerms,
  understandPreset,
  wholeCarried,
} from '../keys'
import { carriedFrom } from './carried-options'
import { changedPresetFrom } from './changed-preset'
import type { CommandTools } from './command-tools'
import type { CreatePresetOptions, PresetActions } from './definitions/presets'
import { withFieldValues } from './field-options'
import { print } from './output'
import { linesOfPreset, linesOfPresets } from './preset-view'
import { resolveGrant } from './resolve-grant'
import { withOptionNames } from './with-option-names'

const everywhere = { kind: 'all' } as const

/** The commands below `presets`, on the server. */
export const presetActions = (tools: CommandTools): PresetActions => {
  const say = async (context: Context, preset: Preset, json: boolean): Promise<void> => {
    const shown = await describePreset(context, preset)
    print(tools.terminal, json, shown, () => linesOfPreset(shown))
  }
  return {
    list: ({ json }) =>
      tools.withContext(async (context) => {
        const found = await listPresets(context.db, { kind: 'all' })
        const shown = await Promise.all(found.map((preset) => describePreset(context, preset)))
        print(tools.terminal, json, shown, () => linesOfPresets(shown))
      }),
    show: (asked, { json }) =>
      tools.withContext(async (context) => {
        await say(context, await getPresetCalled(context.db, asked, { kind: 'all' }), json)
      }),
    create: (name, options) =>
      tools.withContext(async (context) => {
        const terms = await termsFrom(context, options)
        const by = await keeperOf(tools, context, options.as, terms)
        await say(context, await makePreset(context, by, { name, terms }), options.json)
      }),
    change: (asked, options, isGiven) =>
      tools.withContext(async (context) => {
        const preset = await getPresetCalled(context.db, asked, everywhere)
        const wanted = changedPresetFrom(options, isGiven, await describePreset(context, preset))
        const asker = { issuer: { kind: 'system' as const }, scope: everywhere }
        const terms = await withOptionNames(() => understandPreset(context, asker, wanted, preset.terms))
        const by = await keeperOf(tools, context, options.as, terms)
        const { uid, name } = preset
        const changed = await changePreset(context, by, uid, { name: wanted.name ?? name, terms })
        await say(context, changed, options.json)
      }),
    delete: (asked, { json }) =>
      tools.withContext(async (context) => {
        const preset = await getPresetCalled(context.db, asked, { kind: 'all' })
        const by = await keeperOf(tools, context, undefined, preset.terms)
        await deletePreset(context, by, preset.uid)
        print(tools.terminal, json, await describePreset(context, preset), () => [
          `Deleted preset ${preset.name}.`,
        ])
      }),
  }
}

async function termsFrom(context: Context, given: CreatePresetOptions): Promise<PresetTerms> {
  const options = withFieldValues(given)
  if (options.like !== undefined) return presetLike(await getKey(context.db, options.like))
  const carried = wholeCarried(carriedFrom(options, context))
  const grant = await resolveGrant(context, options, undefined)
  return {
    grant: { ...grant, authorisations: [...grant.authorisations], groupIds: [...grant.groupIds] },
    maxUses: options.maxUses,
    life: options.days === 'never' ? 'never' : { days: options.days },
    label: options.label.trim(),
    language: carried.language,
    domains: [...carried.domains],
    fields: [...carried.fields],
    form: carried.form,
    needsProof: carried.needsProof,
    needsApproval: carried.needsApproval,
    message: carried.message,
    sharesInviter: carried.sharesInviter,
    accountEnd: carried.accountValidity.end,
    send: options.send,
  }
}

/** The server's command line may do what the server may. */
async function keeperOf(
  { actor }: CommandTools,
  context: Context,
  as: string | undefined,
  { grant }: PresetTerms,
): Promise<PresetKeeper> {
  const issuer = as === undefined ? { kind: 'system' as const } : await chooseIssuer(context, as, grant)
  return {
    actor: issuer.kind === 'user' ? { ...actor, kind: 'user', usersId: issuer.usersId } : actor,
    issuer,
    scope: { kind: 'all' },
    mayMake: true,
    mayUpdate: true,
  }
}
