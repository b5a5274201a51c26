import type { Context } from '../context'
import { findIdsOfLogin, type GlpiSide } from '../glpi'
import { getPresetCalled, type KeyFilter } from '../keys'
import { AppError } from '../shared/errors'
import type { WhichKeys } from './definitions/many-keys'
import { resolveEntity } from './resolve-grant'

/** Which keys the options mean. @throws {AppError} INPUT_INVALID, NOT_FOUND */
export async function filterFrom(context: Context, which: WhichKeys): Promise<KeyFilter> {
  const { db } = context
  const { issuer, preset, entity, batch, state, search } = which
  const side = await context.glpi.side()
  return {
    issuer: issuer === undefined ? undefined : await issuerCalled(context, side, issuer),
    presetUid: preset === undefined ? undefined : (await getPresetCalled(db, preset, { kind: 'all' })).uid,
    entitiesId: entity === undefined ? undefined : await resolveEntity(context, entity),
    batchUid: batch,
    state,
    search,
  }
}

/** @throws {AppError} INPUT_INVALID, NOT_FOUND */
export async function issuerCalled(
  { db }: Context,
  side: GlpiSide,
  login: string,
): Promise<number | 'system'> {
  if (login === 'system') return login
  const [id, ...others] = await findIdsOfLogin(db, side, login)
  if (id === undefined) throw new AppError('NOT_FOUND', `GLPI has nobody called ${JSON.stringify(login)}`)
  if (others.length > 0)
    throw new AppError('INPUT_INVALID', `GLPI has several people called ${JSON.stringify(login)}`)
  return id
}
