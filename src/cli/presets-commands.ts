import { modedFields, nameGrant } from '../keys'
import { Command, InvalidArgumentError, Option } from 'commander'
import type { Context } from '../context'
import {
  chooseIssuer,
  deletePreset,
  getKey,
  getPresetCalled,
  listPresets,
  makePreset,
  type Preset,
  type PresetKeeper,
  presetLike,
  type PresetTerms,
  wholeCarried,
} from '../keys'
import { addCarriedOptions, carriedFrom, type CarriedOptions } from './carried-options'
import type { CommandTools } from './command-tools'
import { withFieldValues, written } from './field-options'
import { addGrantOptions, askedGrant, type GrantOptions } from './grant-options'
import { parseMaxUses, parseUid } from './key-arguments'
import { print, table } from './output'
import { resolveGrant } from './resolve-grant'

interface CreateOptions extends GrantOptions, CarriedOptions {
  like?: string
  label: string
  maxUses: number | 'unlimited'
  days: number | 'never'
  send: boolean
  as?: string
  json: boolean
}

/** `presets list|show|create|delete`. */
export function presetsCommand(tools: CommandTools): Command {
  const presets = new Command('presets').description('named terms for making keys alike')

  presets
    .command('list')
    .description('list presets by name')
    .option('--json', 'print one JSON array', false)
    .action(({ json }: { json: boolean }) =>
      tools.withContext(async (context) => {
        const found = await listPresets(context.db, { kind: 'all' })
        const shown = await Promise.all(found.map((preset) => detail(context, preset)))
        print(tools.terminal, json, shown, () =>
          shown.length === 0
            ? ['There are no presets. Make one with "glpi-invite presets create".']
            : table([
                ['PRESET', 'NAME', 'USES', 'DAYS', 'GRANTS'],
                ...shown.map((one) => [one.uid, one.name, `${one.maxUses}`, `${one.days}`, grantsOf(one)]),
              ]),
        )
      }),
    )

  presets
    .command('show')
    .description('show what a preset gives')
    .argument('<name or id>')
    .option('--json', 'print one JSON object', false)
    .action((asked: string, { json }: { json: boolean }) =>
      tools.withContext(async (context) => {
        await say(context, await getPresetCalled(context.db, asked, { kind: 'all' }), json)
      }),
    )

  const toCreate = presets
    .command('create')
    .description('make a preset')
    .argument('<name>', 'what people find it by')
    .addOption(
      new Option('--like <uid>', 'with the terms of this key, instead of those that follow').argParser(
        parseUid,
      ),
    )
    .option('--label <text>', 'the label that keys made with it get', '')
    .option('--max-uses <n>', 'how many people may register with each key, or "unlimited"', parseMaxUses, 1)
    .option('--days <n>', 'how many days a key works, or "never"', parseDays, 7)
  addCarriedOptions(addGrantOptions(toCreate))
    .option('--send', 'mail the link to those whom a key is for', false)
    .option('--as <login>', 'make it in the name, and within the rights, of this GLPI user')
    .option('--json', 'print one JSON object', false)
    .action((name: string, options: CreateOptions) =>
      tools.withContext(async (context) => {
        const terms = await termsFrom(context, options)
        const by = await keeperOf(tools, context, options.as, terms)
        await say(context, await makePreset(context, by, { name, terms }), options.json)
      }),
    )

  presets
    .command('delete')
    .description('delete a preset; keys made with it stay as they are')
    .argument('<name or id>')
    .option('--json', 'print one JSON object', false)
    .action((asked: string, { json }: { json: boolean }) =>
      tools.withContext(async (context) => {
        const preset = await getPresetCalled(context.db, asked, { kind: 'all' })
        const by = await keeperOf(tools, context, undefined, preset.terms)
        await deletePreset(context, by, preset.uid)
        print(tools.terminal, json, await detail(context, preset), () => [`Deleted preset ${preset.name}.`])
      }),
    )

  async function say(context: Context, preset: Preset, json: boolean): Promise<void> {
    const shown = await detail(context, preset)
    print(tools.terminal, json, shown, () => [
      `Preset   ${shown.uid}`,
      `Name     ${shown.name}`,
      ...(shown.label === '' ? [] : [`Label    ${shown.label}`]),
      `Uses     ${shown.maxUses}`,
      `Days     ${shown.days}`,
      `Grants   ${grantsOf(shown)}`,
      ...(shown.domains.length === 0 ? [] : [`Only for ${shown.domains.join(', ')}`]),
      ...(shown.language === null ? [] : [`Language ${shown.language}`]),
      ...modedFields.flatMap((field) => {
        const mode = shown.form[field]
        return mode === undefined ? [] : [`Form     ${written(field)}: ${mode}`]
      }),
      ...(shown.send ? ['Mails    the link, to those whom a key is for'] : []),
    ])
  }
  return presets
}

async function termsFrom(context: Context, given: CreateOptions): Promise<PresetTerms> {
  const options = withFieldValues(given)
  if (options.like !== undefined) return presetLike(await getKey(context.db, options.like))
  const carried = wholeCarried(carriedFrom(options, context))
  const grant = await resolveGrant(context, askedGrant(options))
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

type Details = Awaited<ReturnType<typeof detail>>

async function detail(context: Context, { uid, name, ownerUsersId, terms, ...preset }: Preset) {
  const { grant, life, accountEnd, ...more } = terms
  return {
    uid,
    name,
    owner: ownerUsersId ?? null,
    ...more,
    days: life === 'never' ? ('never' as const) : life.days,
    language: more.language ?? null,
    message: more.message ?? null,
    accountEnd: accountEnd ?? null,
    grant: await nameGrant(context, await context.glpi.side(), grant),
    createdAt: preset.createdAt.toISOString(),
    changedAt: preset.changedAt.toISOString(),
  }
}

const grantsOf = ({ grant }: Details): string =>
  grant.authorisations
    .map(({ profile, entity, recursive }) => {
      const place = `${profile.name ?? `#${profile.id}`} in ${entity.name ?? `#${entity.id}`}`
      return recursive ? `${place} and below` : place
    })
    .join(', ')

function parseDays(text: string): number | 'never' {
  if (text === 'never') return text
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be a whole number of days, or "never".')
}
