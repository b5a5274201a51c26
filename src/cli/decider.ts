import type { Context } from '../context'
import { chooseIssuer, getKey } from '../keys'
import { type Decider, getRegistration } from '../registration'
import { ensureMayUpdate } from '../glpi'
import type { CommandTools } from './command-tools'

/** The server itself, or somebody in GLPI under that authorisation of theirs which lets them give what the key gives. */
export async function deciderFor(
  { actor }: CommandTools,
  context: Context,
  registrationUid: string,
  as: string | undefined,
): Promise<Decider> {
  if (as === undefined) return { actor, issuer: { kind: 'system' }, scope: { kind: 'all' } }
  const { keyUid } = await getRegistration(context, registrationUid)
  const { grant } = await getKey(context.db, keyUid)
  const issuer = await chooseIssuer(context, as, grant)
  await ensureMayUpdate(context.db, await context.glpi.side(), issuer)
  // Whoever may give all that the key gives looks after it.
  return { actor: { ...actor, kind: 'user', usersId: issuer.usersId }, issuer, scope: { kind: 'all' } }
}
