import type { Context } from '../context'
import { readScope } from '../glpi'
import { describeChoices, type KeyAsker, readKeyChoices } from '../keys'
import { actAs } from './act-as'
import type { CommandTools } from './command-tools'
import type { ShowGrantable } from './definitions/grantable'
import { linesOfGrantable } from './grantable-view'
import { print } from './output'

/** `grantable` on the server, which may give everything. */
export const showGrantable =
  (tools: CommandTools): ShowGrantable =>
  ({ as, json }) =>
    tools.withContext(async (context) => {
      const given = describeChoices(await readKeyChoices(context, await askerFor(context, as)))
      print(tools.terminal, json, given, () => linesOfGrantable(given))
    })

async function askerFor(context: Context, login: string | undefined): Promise<KeyAsker> {
  if (login === undefined) return { issuer: { kind: 'system' }, scope: { kind: 'all' } }
  const { issuer, held } = await actAs(context, login, ({ may }) => may.createUsers)
  return { issuer, scope: await readScope(context.db, await context.glpi.side(), held) }
}
