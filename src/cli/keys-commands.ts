import { Command, InvalidArgumentError } from 'commander'
import { z } from 'zod'
import type { Context } from '../context'
import {
  chooseIssuer,
  createKey,
  describeKey,
  findRedemptionStop,
  getKey,
  listNewestKeys,
  revealCode,
  setRedemptionStop,
  showCode,
  summariseKey,
} from '../keys'
import { describeDeliveries } from '../mail'
import { listRegistrationsOf } from '../registration'
import { AppError } from '../shared/errors'
import { addCarriedOptions, carriedFrom, type CarriedOptions } from './carried-options'
import type { CommandTools } from './command-tools'
import { beginOf, endOf, expiresAtOption, expiresInOption, parseMaxUses, parseUid } from './key-arguments'
import { addGrantOptions, type GrantOptions } from './grant-options'
import { linesOfDeliveries } from './deliveries-view'
import { addKeyLifeCommands } from './key-life-commands'
import { addKeyMailCommands, tellProof, tellQueued } from './key-mail-commands'
import { addVerifyCommand } from './verify-command'
import { linesOf } from './key-view'
import { addManyKeysCommands } from './many-keys-commands'
import { print, table } from './output'
import { formFrom, withFieldValues } from './field-options'
import { carriedWith, endWith, grantWith, presetCalled } from './preset-options'

interface CreateOptions extends GrantOptions, CarriedOptions {
  label: string
  maxUses: number | 'unlimited'
  notBefore?: string
  expiresIn?: string
  expiresAt?: string
  preset?: string
  email: string[]
  send: boolean
  as?: string
  json: boolean
}

/** `keys create|list|show` and what comes after. */
export function keysCommand(tools: CommandTools): Command {
  const keys = new Command('keys').description('make, list, show and revoke registration keys')

  const toCreate = keys
    .command('create')
    .description('make a key and print its invitation link')
    .option('--label <text>', 'what it is for; only administrators see it', '')
    .option('--max-uses <n>', 'how many people may register with it, or "unlimited"', parseMaxUses, 1)
    .option('--not-before <date>', 'when it begins to work (ISO 8601)')
    .addOption(expiresInOption('how long it works: 30m, 12h, 7d, 2w (default: 7d)'))
    .addOption(expiresAtOption())
    .option('--email <address>', 'only this address may register; repeat it for more', collect, [])
    .option('--send', 'mail the link to these addresses', false)
  addCarriedOptions(addGrantOptions(toCreate))
    .option('--preset <name or id>', 'with the terms of this preset, where options say nothing')
    .option('--as <login>', 'issue it in the name, and within the rights, of this GLPI user')
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', createExamples)
    .action((options: CreateOptions) =>
      tools.withContext((context) =>
        create(tools, context, options, (name) => toCreate.getOptionValueSource(name) === 'cli'),
      ),
    )

  keys
    .command('list')
    .description('list keys, the newest first')
    .option('--limit <n>', 'how many to list at most', parseLimit, 50)
    .option('--before <uid>', 'list those made before this key: the last one of the page before', parseUid)
    .option('--json', 'print one JSON array', false)
    .action((options: { limit: number; before?: string; json: boolean }) =>
      tools.withContext((context) => list(tools, context, options)),
    )

  keys
    .command('show')
    .description('show a key, who registered with it and, if asked for, its link')
    .argument('<uid>', 'the id of the key', parseUid)
    .option('--link', 'show the invitation link again; this is recorded', false)
    .option('--json', 'print one JSON object', false)
    .action((uid: string, options: { link: boolean; json: boolean }) =>
      tools.withContext((context) => show(tools, context, uid, options)),
    )

  addKeyLifeCommands(keys, tools)
  addKeyMailCommands(keys, tools)
  addVerifyCommand(keys, tools)
  addManyKeysCommands(keys, tools)
  return keys
}

/** `kill-switch on|off|status`. */
export function killSwitchCommand(tools: CommandTools): Command {
  return new Command('kill-switch')
    .description('stop every registration at once, or allow them again')
    .argument('<on|off|status>', '', (value) => {
      if (value === 'on' || value === 'off' || value === 'status') return value
      throw new InvalidArgumentError('Say on, off or status.')
    })
    .option('--json', 'print one JSON object', false)
    .action((wish: 'on' | 'off' | 'status', options: { json: boolean }) =>
      tools.withContext(async (context) => {
        if (wish !== 'status') await setRedemptionStop(context, tools.actor, wish === 'on')
        const since = await findRedemptionStop(context.db)
        print(
          tools.terminal,
          options.json,
          { stopped: since !== undefined, since: since?.toISOString() ?? null },
          () => [
            since === undefined
              ? 'People can register.'
              : `Nobody can register since ${since.toISOString()}. "glpi-invite kill-switch off" ends it.`,
          ],
        )
      }),
    )
}

async function create(
  tools: CommandTools,
  context: Context,
  given: CreateOptions,
  isGiven: (name: keyof CreateOptions) => boolean,
): Promise<void> {
  const options = withFieldValues(given)
  if (options.send && options.email.length === 0)
    throw new AppError('INPUT_INVALID', 'say with --email whom the link is sent to')
  const preset = await presetCalled(context, options.preset)
  const grant = await grantWith(context, options, preset)
  const issuer =
    options.as === undefined ? { kind: 'system' as const } : await chooseIssuer(context, options.as, grant)
  const actor =
    issuer.kind === 'user' ? { ...tools.actor, kind: 'user' as const, usersId: issuer.usersId } : tools.actor

  const send = options.send || (preset?.terms.send === true && options.email.length > 0)
  const notBefore = options.notBefore === undefined ? undefined : beginOf(options.notBefore, context)
  const maxUses = preset === undefined || isGiven('maxUses') ? options.maxUses : preset.terms.maxUses
  const { key, code } = await createKey(
    context,
    { issuer, actor },
    {
      label: preset === undefined || isGiven('label') ? options.label.trim() : preset.terms.label,
      maxUses: maxUses === 'unlimited' ? undefined : maxUses,
      notBefore,
      ...(preset === undefined || isGiven('expiresAt') || isGiven('expiresIn')
        ? endOrNever(options, context, notBefore)
        : endWith(preset, context, notBefore)),
      grant,
      addresses: options.email,
      ...carriedWith(preset),
      ...carriedFrom(options, context),
      form: { ...preset?.terms.form, ...formFrom(options.field) },
      send,
    },
  )
  const shown = { ...(await describeKey(context, key)), ...revealCode(context, code) }
  const sent = send ? tellQueued(context.config.smtpUrl, key.addresses.length) : []
  print(tools.terminal, options.json, shown, () => [...linesOf(shown), ...sent])
  tellProof(context.config.smtpUrl, key).forEach((line) => tools.terminal.err(line))
  if (context.keyRingProblem !== undefined) {
    tools.terminal.err(`Note the link down, it cannot be shown again: ${context.keyRingProblem}`)
  }
}

async function list(
  tools: CommandTools,
  context: Context,
  options: { limit: number; before?: string; json: boolean },
): Promise<void> {
  const keys = await listNewestKeys(context.db, { limit: options.limit, before: options.before })
  const shown = keys.map((key) => summariseKey(key, key.hint, context))
  print(tools.terminal, options.json, shown, () =>
    shown.length === 0
      ? ['There are no keys. Make one with "glpi-invite keys create".']
      : table([
          ['KEY', 'STATE', 'USES', 'UNTIL', 'HINT', 'LABEL'],
          ...shown.map((key) => [
            key.uid,
            key.state,
            `${key.usesCompleted}/${key.maxUses ?? '∞'}`,
            key.expiresAt ?? 'never',
            key.hint,
            key.label,
          ]),
        ]),
  )
}

async function show(
  tools: CommandTools,
  context: Context,
  uid: string,
  options: { link: boolean; json: boolean },
): Promise<void> {
  const key = await getKey(context.db, uid)
  const registrations = (await listRegistrationsOf(context.db, uid)).map((registration) => ({
    uid: registration.uid,
    usersId: registration.usersId,
    login: registration.login,
    completedAt: registration.completedAt.toISOString(),
  }))
  const deliveries = await describeDeliveries(context, uid)
  const secret = options.link ? revealCode(context, await showCode(context, tools.actor, key)) : {}
  const shown = { ...(await describeKey(context, key)), ...secret, registrations, deliveries }
  print(tools.terminal, options.json, shown, () => [
    ...linesOf(shown),
    ...shown.registrations.map(
      ({ completedAt, login, usersId }) => `Used     ${completedAt} by ${login} (#${usersId})`,
    ),
    ...linesOfDeliveries(shown.deliveries),
  ])
}

const defaultLife = '7d'

/** A life begins when the key does. */
function endOrNever(
  options: CreateOptions,
  context: Context,
  notBefore: Date | undefined,
): { expiresAt: Date | undefined; graceDays?: number } {
  const now = context.clock.now()
  const begin = notBefore !== undefined && notBefore > now ? notBefore : now
  const said = endOf(options, context, begin) ?? endOf({ expiresIn: defaultLife }, context, begin)
  return said === undefined || said.expiresAt === 'never'
    ? { expiresAt: undefined }
    : { ...said, expiresAt: said.expiresAt }
}

const collect = (value: string, before: string[]): string[] => [...before, value]

function parseLimit(text: string): number {
  const number = z.coerce.number().int().min(1).max(1000).safeParse(text)
  if (number.success) return number.data
  throw new InvalidArgumentError('It must be a whole number from 1 to 1000.')
}

const createExamples = `
Examples:
  One person, a week, the default profile in the root entity:
    glpi-invite keys create --label "Marie's first day"
  Thirty students of a class until the end of the school year, for a script:
    glpi-invite keys create --max-uses 30 --expires-at 2027-07-04 --entity Lyon --json
  In the name of a colleague, for one address only:
    glpi-invite keys create --as pierre.curie --email irene@example.org
  For anybody of a partner, with an account until the end of June, in French:
    glpi-invite keys create --max-uses 20 --domain partner.example --account-valid 2027-06-30 --language fr_FR
  For one person, whose name stands in the form and whose login is set:
    glpi-invite keys create --prefill firstname=Marie --prefill realname=Curie --lock login=m.curie`
