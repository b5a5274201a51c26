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
} from '../admins'
import type { Context } from '../context'
import { type Scope, scopesFor } from '../shared/scopes'
import type { CommandTools } from './command-tools'
import type { TokenActions } from './definitions/tokens'
import { durationOf } from './key-arguments'
import { print } from './output'
import { linesOfToken, linesOfTokens, onceOnly } from './token-view'

/** The commands below `tokens`, on the server. */
export function tokenActions(tools: CommandTools): TokenActions {
  return {
    create: (options) =>
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
    list: (options) =>
      tools.withContext(async (context) => {
        const by = await keeperOf(tools, context, options.as)
        const found = await listTokens(context, by, { others: true })
        const shown = await describe(
          context,
          found.filter(({ state }) => options.state === undefined || state === options.state),
        )
        print(tools.terminal, options.json, shown, () => linesOfTokens(shown))
      }),
    show: (uid, { as, json }) =>
      tools.withContext(async (context) => {
        await say(context, await getToken(context, await keeperOf(tools, context, as), uid), json)
      }),
    rotate: (uid, { as, json, overlap, expiresIn }) =>
      tools.withContext(async (context) => {
        const by = await keeperOf(tools, context, as)
        const { token } = await rotateToken(context, by, uid, {
          overlapMs: overlap === undefined ? undefined : overlap === '0' ? 0 : durationOf(overlap),
          lifeMs: expiresIn === undefined ? undefined : durationOf(expiresIn),
        })
        await hand(context, uid, token, json)
      }),
    revoke: (uid, { as, json }) =>
      tools.withContext(async (context) => {
        await say(context, await revokeToken(context, await keeperOf(tools, context, as), uid), json)
      }),
  }

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
    tools.terminal.err(onceOnly)
    if (!json) linesOfToken(shown).forEach((line) => tools.terminal.err(line))
  }

  async function say(context: Context, token: ListedToken, json: boolean): Promise<void> {
    const [shown] = await describe(context, [token])
    if (shown !== undefined) print(tools.terminal, json, shown, () => linesOfToken(shown))
  }
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
