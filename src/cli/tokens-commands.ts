import { Command, InvalidArgumentError, Option } from 'commander'
import { z } from 'zod'
import {
  type Actor,
  chooseActor,
  describeTokens,
  getToken,
  type ListedToken,
  listTokens,
  makeToken,
  revokeToken,
  rotateToken,
  type TokenDescription,
  type TokenKeeper,
  tokenStates,
} from '../admins'
import type { Context } from '../context'
import { type Scope, scopes, scopesFor } from '../shared/scopes'
import type { CommandTools } from './command-tools'
import { durationOf } from './key-arguments'
import { print, table } from './output'

interface CommonOptions {
  as?: string
  json: boolean
}

interface CreateOptions extends CommonOptions {
  as: string
  label: string
  scope: Scope[]
  expiresIn?: string
  from: string[]
  profile?: string
  entity?: string
}

interface RotateOptions extends CommonOptions {
  overlap?: string
  expiresIn?: string
}

const more = <T>(one: T, before: T[]): T[] => [...before, one]

/** `tokens create|list|show|rotate|revoke`. */
export function tokensCommand(tools: CommandTools): Command {
  const tokens = new Command('tokens').description('tokens with which scripts work over the API')

  tokens
    .command('create')
    .description('make a token and print it, once')
    .requiredOption('--as <login>', 'whose it is: it may do what this GLPI user may, and only while they may')
    .requiredOption('--label <text>', 'what it is for')
    .requiredOption(
      '--scope <scope>',
      `what it may be used for; repeat it for more: ${scopes.join(', ')}`,
      (text: string, before: Scope[]) => more(parseScope(text), before),
      [],
    )
    .option('--expires-in <duration>', 'how long it works, such as 30d (default: 90d)')
    .option(
      '--from <range>',
      'an address, or a range such as 10.1.0.0/16, that it works from; repeat it for more (default: anywhere)',
      more<string>,
      [],
    )
    .option('--profile <id or name>', 'under which profile of theirs (default: the first that is enough)')
    .option('--entity <id or name>', 'in which entity of theirs')
    .option('--json', 'print one JSON object', false)
    .action((options: CreateOptions) =>
      tools.withContext(async (context) => {
        const { label, scope, from, profile, entity } = options
        const owner = await chooseActor(context, options.as, { profile, entity }, (actors) =>
          actors.find((actor) => isEnough(actor, scope)),
        )
        const actor = { ...tools.actor, kind: 'user' as const, usersId: owner.usersId }
        const lifeMs = options.expiresIn === undefined ? undefined : durationOf(options.expiresIn)
        const made = await makeToken(
          context,
          { owner, actor },
          { label, scopes: scope, lifeMs, networks: from },
        )
        await hand(context, made.uid, made.token, options.json)
      }),
    )

  tokens
    .command('list')
    .description('list tokens, the newest first')
    .addOption(new Option('--state <state>', 'only those in this state').choices(tokenStates))
    .option('--as <login>', 'only those that this GLPI user looks after')
    .option('--json', 'print one JSON array', false)
    .action((options: CommonOptions & { state?: string }) =>
      tools.withContext(async (context) => {
        const by = await keeperOf(tools, context, options.as)
        const found = await listTokens(context, by, { others: true })
        const shown = await describe(
          context,
          found.filter(({ state }) => options.state === undefined || state === options.state),
        )
        print(tools.terminal, options.json, shown, () =>
          shown.length === 0
            ? ['There are no such tokens. Make one with "glpi-invite tokens create".']
            : table([
                ['TOKEN', 'STATE', 'OWNER', 'EXPIRES', 'LAST USED', 'LABEL'],
                ...shown.map((one) => [
                  one.uid,
                  one.state,
                  ownerOf(one),
                  one.expiresAt,
                  one.lastUsedAt ?? 'never',
                  one.label,
                ]),
              ]),
        )
      }),
    )

  tokens
    .command('show')
    .description('show what is known of a token; the token itself is shown only once')
    .argument('<uid>', 'the id of the token', parseTokenUid)
    .option('--as <login>', 'look at it with the rights of this GLPI user')
    .option('--json', 'print one JSON object', false)
    .action((uid: string, { as, json }: CommonOptions) =>
      tools.withContext(async (context) => {
        await say(context, await getToken(context, await keeperOf(tools, context, as), uid), json)
      }),
    )

  tokens
    .command('rotate')
    .description('give a token a new secret and print it, once; the old one goes on working for a while')
    .argument('<uid>', 'the id of the token', parseTokenUid)
    .option('--overlap <duration>', 'for how long the old one works, up to 7d; 0: not at all (default: 24h)')
    .option('--expires-in <duration>', 'how long the new one works (default: as long as the old one did)')
    .option('--as <login>', 'do it as this GLPI user, whose token it is')
    .option('--json', 'print one JSON object', false)
    .action((uid: string, { as, json, overlap, expiresIn }: RotateOptions) =>
      tools.withContext(async (context) => {
        const by = await keeperOf(tools, context, as)
        const { token } = await rotateToken(context, by, uid, {
          overlapMs: overlap === undefined ? undefined : overlap === '0' ? 0 : durationOf(overlap),
          lifeMs: expiresIn === undefined ? undefined : durationOf(expiresIn),
        })
        await hand(context, uid, token, json)
      }),
    )

  tokens
    .command('revoke')
    .description('end a token at once')
    .argument('<uid>', 'the id of the token', parseTokenUid)
    .option('--as <login>', 'do it in the name, and within the rights, of this GLPI user')
    .option('--json', 'print one JSON object', false)
    .action((uid: string, { as, json }: CommonOptions) =>
      tools.withContext(async (context) => {
        await say(context, await revokeToken(context, await keeperOf(tools, context, as), uid), json)
      }),
    )

  /** The token on stdout, so that it can go straight into a file; what to know of it beside. */
  async function hand(context: Context, uid: string, token: string, json: boolean): Promise<void> {
    const server: TokenKeeper = {
      actor: tools.actor,
      usersId: undefined,
      scope: { kind: 'all' },
      mayManage: true,
    }
    const [shown] = await describe(context, [await getToken(context, server, uid)])
    if (shown === undefined) return
    print(tools.terminal, json, { ...shown, token }, () => [token])
    tools.terminal.err('This is the only time that it is shown. Keep it like a password.')
    if (!json) linesOf(shown).forEach((line) => tools.terminal.err(line))
  }

  async function say(context: Context, token: ListedToken, json: boolean): Promise<void> {
    const [shown] = await describe(context, [token])
    if (shown !== undefined) print(tools.terminal, json, shown, () => linesOf(shown))
  }
  return tokens
}

const isEnough = ({ permissions }: Actor, wanted: readonly Scope[]): boolean => {
  const possible = scopesFor(permissions)
  return wanted.every((scope) => possible.includes(scope))
}

/** The server itself, or somebody in GLPI under the authorisation that lets them do most. */
async function keeperOf(
  { actor }: CommandTools,
  context: Context,
  as: string | undefined,
): Promise<TokenKeeper> {
  if (as === undefined) return { actor, usersId: undefined, scope: { kind: 'all' }, mayManage: true }
  const { usersId, scope, permissions } = await chooseActor(
    context,
    as,
    {},
    (actors) => actors.find((one) => one.permissions.has('configure')) ?? actors[0],
  )
  return {
    actor: { ...actor, kind: 'user', usersId },
    usersId,
    scope,
    mayManage: permissions.has('configure'),
  }
}

const describe = async (context: Context, tokens: readonly ListedToken[]): Promise<TokenDescription[]> =>
  describeTokens(context.db, await context.glpi.side(), tokens)

const ownerOf = ({ owner }: TokenDescription): string => owner.login ?? `#${owner.id}`
const named = ({ id, name }: { id: number; name: string | null }): string => name ?? `#${id}`

const linesOf = (one: TokenDescription): string[] => [
  `Token    ${one.uid} (…${one.hint})`,
  `Label    ${one.label}`,
  `State    ${one.state}`,
  `Owner    ${ownerOf(one)}, as ${named(one.profile)} in ${named(one.entity)}`,
  `Scopes   ${one.scopes.join(', ')}`,
  `From     ${one.networks.length === 0 ? 'anywhere' : one.networks.join(', ')}`,
  `Made     ${one.madeAt}`,
  `Expires  ${one.expiresAt}`,
  ...(one.rotatedAt === null
    ? []
    : [`Rotated  ${one.rotatedAt}; the one before until ${one.olderExpiresAt}`]),
  ...(one.revokedAt === null ? [] : [`Revoked  ${one.revokedAt}`]),
  `Used     ${one.lastUsedAt === null ? 'never' : [one.lastUsedAt, one.lastUsedFrom].filter(Boolean).join(' from ')}`,
]

function parseScope(text: string): Scope {
  const scope = scopes.find((one) => one === text.trim())
  if (scope !== undefined) return scope
  throw new InvalidArgumentError(`It must be one of ${scopes.join(', ')}.`)
}

function parseTokenUid(text: string): string {
  const uid = z.uuid().safeParse(text.trim().toLowerCase())
  if (uid.success) return uid.data
  throw new InvalidArgumentError(
    'It must be the id of a token, as "glpi-invite tokens list" shows it (not the token).',
  )
}
