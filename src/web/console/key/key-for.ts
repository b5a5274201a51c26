import type { Request } from 'express'
import { z } from 'zod'
import { type DetailedKey, getKeyInScope } from '../../../keys'
import { AppError } from '../../../shared/errors'
import type { Context } from '../../../context'
import type { Desk } from '../desk'

const Uid = z.uuid()

/** The key that an address names. One outside somebody's entities is not there for them, whatever they send. */
export function keyFor({ db }: Pick<Context, 'db'>, req: Request, { actor }: Desk): Promise<DetailedKey> {
  const uid = Uid.safeParse(req.params['uid']).data
  if (uid === undefined) throw new AppError('NOT_FOUND', 'not the id of a key')
  return getKeyInScope(db, uid.toLowerCase(), actor.scope)
}
