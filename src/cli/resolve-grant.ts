import type { Grant } from '../glpi'
import type { Context } from '../context'
import { chooseNamed, type KeyChoices, readKeyChoices, understandGrant } from '../keys'
import { AppError, type InputProblem } from '../shared/errors'
import { askedGrantFrom, type GrantOptions } from './grant-options'

/**
 * The ids behind the names. What options say nothing of is as it is in `own`; else it is GLPI's default profile, in the
 * root entity.
 *
 * @throws {AppError} INPUT_INVALID that lists what there is, when a name fits nothing or more than one
 */
export async function resolveGrant(
  context: Context,
  options: GrantOptions,
  own: Grant | undefined,
): Promise<Grant> {
  const problems: InputProblem[] = []
  const note = (pointer: string, reason: string) => problems.push({ pointer, reason })
  const grant = understandGrant(await everything(context), own, askedGrantFrom(options), note)
  if (problems.length === 0) return grant
  throw new AppError('INPUT_INVALID', problems.map(({ reason }) => reason).join('\n'))
}

/**
 * The entity of this id or name.
 *
 * @throws {AppError} INPUT_INVALID
 */
export async function resolveEntity(context: Context, asked: string): Promise<number> {
  const found = chooseNamed('entity', (await everything(context)).entities, asked, '/entity')
  if (typeof found === 'number') return found
  throw new AppError('INPUT_INVALID', found.reason)
}

/** Whether somebody given with `--as` may give it is looked at when it is given. */
const everything = (context: Context): Promise<KeyChoices> =>
  readKeyChoices(context, { issuer: { kind: 'system' }, scope: { kind: 'all' } })
