import type { Context } from '../context'
import { chooseIssuer, getKey, type KeyKeeper } from '../keys'
import type { CommandTools } from './command-tools'

/** The server itself, or somebody in GLPI under that authorisation of theirs which lets them make this very key. */
export async function keeperFor(
  { actor }: CommandTools,
  context: Context,
  keyUid: string,
  { as }: { as?: string },
): Promise<KeyKeeper> {
  if (as === undefined) return { actor, issuer: { kind: 'system' }, mayMake: true }
  const { grant } = await getKey(context.db, keyUid)
  const issuer = await chooseIssuer(context, as, grant)
  return { actor: { ...actor, kind: 'user', usersId: issuer.usersId }, issuer, mayMake: true }
}
