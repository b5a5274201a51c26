import { Command, InvalidArgumentError } from 'commander'
import type { Context } from '../context'
import {
  chooseIssuer,
  createKey,
  describeKey,
  describeListedKeys,
  findRedemptionStop,
  getKey,
  listKeys,
  revealCode,
  setRedemptionStop,
  showCode,
} from '../keys'
import { describeDeliveries } from '../mail'
import { listRegistrationsOf } from '../registration'
import { AppError } from '../shared/errors'
import { carriedFrom } from './carried-options'
import type { CommandTools } from './command-tools'
import type { IsGiven } from './definitions/examples'
import type { CreateKeyOptions, KeyActions, ListKeysOptions, ShowKeyOptions } from './definitions/keys'
import { beginOf, endOf } from './key-arguments'
import { keyLifeActions } from './key-life-commands'
import { keyRenewalActions } from './key-renewal-commands'
import { linesOfKeys, linesOfShownKey } from './key-list-view'
import { listActions } from './list-commands'
import { tellProof, tellQueued } from './mail-words'
import { linesOf } from './key-view'
import { manyKeysActions } from './many-keys-commands'
import { newestAfter } from './newest-after'
import { print } from './output'
import { formFrom, withFieldValues } from './field-options'
import { carriedWith, endWith, grantWith, presetCalled } from './preset-options'

/** The commands below `keys`, on the server. */
export const keyActions = (tools: CommandTools): KeyActions => ({
  create: (options, isGiven) => tools.withContext((context) => create(tools, context, options, isGiven)),
  list: (options) => tools.withContext((context) => list(tools, context, options)),
  show: (uid, options) => tools.withContext((context) => show(tools, context, uid, options)),
  ...keyLifeActions(tools),
  ...keyRenewalActions(tools),
  ...manyKeysActions(tools),
  ...listActions(tools),
})

/** `kill-switch on|off|status`. */
export function killSwitchCommand(tools: CommandTools): Command {
  return new Command('kill-switch')
    .description('stop every registration at once, or allow them again')
    .argument('<on|off|status>', 'stop it, allow it, or say which', (value) => {
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
  given: CreateKeyOptions,
  isGiven: IsGiven,
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

async function list(tools: CommandTools, context: Context, options: ListKeysOptions): Promise<void> {
  const { keys } = await listKeys(context.db, {
    scope: { kind: 'all' },
    filter: {},
    sort: 'newest',
    page: { after: newestAfter(options.before) },
    limit: options.limit,
    now: context.clock.now(),
  })
  const shown = await describeListedKeys(context, keys)
  print(tools.terminal, options.json, shown, () => linesOfKeys(shown))
}

async function show(
  tools: CommandTools,
  context: Context,
  uid: string,
  options: ShowKeyOptions,
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
  print(tools.terminal, options.json, shown, () => linesOfShownKey(shown))
}

const defaultLife = '7d'

/** A life begins when the key does. */
function endOrNever(
  options: CreateKeyOptions,
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
