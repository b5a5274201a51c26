import type { Context } from '../context'
import { findIdsOfLogin } from '../glpi'
import { InputInvalid } from '../shared/errors'

/** Whom a login or an id of GLPI means. @throws {InputInvalid} at the field where it was said */
export async function findPersonCalled(
  { db, glpi }: Pick<Context, 'db' | 'glpi'>,
  who: string | number,
  pointer: string,
): Promise<number> {
  if (typeof who === 'number') return who
  const [id, ...others] = await findIdsOfLogin(db, await glpi.side(), who)
  const wrong = (reason: string) => new InputInvalid([{ pointer, reason }])
  if (id === undefined) throw wrong(`GLPI has nobody called ${JSON.stringify(who)}`)
  if (others.length > 0) throw wrong(`GLPI has several people called ${JSON.stringify(who)}: give the id`)
  return id
}
