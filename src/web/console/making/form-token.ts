import { createHash } from 'node:crypto'
import { z } from 'zod'
import { seedBytes } from '../../../keys'
import { AppError } from '../../../shared/errors'
import type { Random } from '../../../shared/random'
import type { Sealer } from '../../../shared/sealing'

const purpose = 'making-form'
const Sealed = z.base64url()
const Body = z.record(z.string(), z.unknown())

/** Goes with a form that makes keys, so that sending it twice makes them once. Sealed: the codes come from it. */
export const issueFormToken = ({ sealer, random }: { sealer: Sealer; random: Random }): string =>
  sealer.seal(purpose, random.bytes(seedBytes).toString('base64url'))

/**
 * What the codes of this very form are made from. All that was typed is part of it: somebody who goes back and changes
 * the form makes another key; a second click does not.
 *
 * @throws {AppError} FORM_UNREADABLE
 */
export function seedOf(sealer: Sealer, body: unknown): Buffer {
  const { token, ...fields } = Body.parse(body ?? {})
  const secret = Sealed.safeParse(typeof token === 'string' ? sealer.unseal(purpose, token) : undefined).data
  if (secret === undefined) throw new AppError('FORM_UNREADABLE', 'the form has no token of this server')
  const content = Object.entries(fields)
    .filter(([name]) => name !== 'csrf')
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return createHash('sha256').update(secret).update('\n').update(JSON.stringify(content)).digest()
}
