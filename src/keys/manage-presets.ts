import { type EventActor, type EventKind, recordEvent } from '../audit'
import { type EntityScope, type GlpiWatch, type Issuer, isInScope } from '../glpi'
import type { Clock } from '../shared/clock'
import { type Db, inTransaction } from '../shared/db'
import { AppError } from '../shared/errors'
import { newUid, type Random } from '../shared/random'
import { couldMake, ensureCouldMake } from './could-make'
import { soundCarried } from './carried-rules'
import { latestEnd } from './latest-end'
import { ensureWithinPolicy, type KeyPolicy } from './policy'
import type { Preset, PresetTerms } from './preset'
import { findPreset, insertPreset, markPresetDeleted, selectPresets, updatePreset } from './presets-store'
import { ensureLabelFits } from './wanted-keys'

export interface PresetDeps {
  db: Db
  glpi: GlpiWatch
  clock: Clock
  random: Random
  config: KeyPolicy
}

/** Somebody who works with presets. */
export interface PresetKeeper {
  actor: EventActor
  /** In whose name they would make a key now. */
  issuer: Issuer
  scope: EntityScope
  /** Whether they make keys, and presets of their own. */
  mayMake: boolean
  /** Whether they may change what is not their own. */
  mayUpdate: boolean
}

export interface WantedPreset {
  name: string
  terms: PresetTerms
}

const presetNameLength = 255

/** @throws {AppError} INPUT_INVALID, NOT_ALLOWED, KEY_GRANT_REFUSED, KEY_ISSUER_REFUSED, POLICY_EXCEEDED */
export async function makePreset(deps: PresetDeps, by: PresetKeeper, wanted: WantedPreset): Promise<Preset> {
  const { name, terms, entitiesId } = await soundPreset(deps, by, wanted)
  const uid = newUid(deps)
  const now = deps.clock.now()
  const ownerUsersId = by.issuer.kind === 'user' ? by.issuer.usersId : undefined
  await inTransaction(deps.db, async (trx) => {
    await insertPreset(trx, { uid, name, entitiesId, ownerUsersId, terms, createdAt: now })
    await record(trx, deps, by, 'preset.made', uid)
  })
  return getPreset(deps.db, uid, by.scope)
}

/**
 * Keys made with it stay as they are.
 *
 * @throws {AppError} NOT_FOUND, INPUT_INVALID, NOT_ALLOWED, KEY_GRANT_REFUSED, KEY_ISSUER_REFUSED, POLICY_EXCEEDED
 */
export async function changePreset(
  deps: PresetDeps,
  by: PresetKeeper,
  uid: string,
  wanted: WantedPreset,
): Promise<Preset> {
  ensureMayChange(await getPreset(deps.db, uid, by.scope), by)
  const sound = await soundPreset(deps, by, wanted)
  await inTransaction(deps.db, async (trx) => {
    if (await updatePreset(trx, uid, { ...sound, now: deps.clock.now() }))
      await record(trx, deps, by, 'preset.changed', uid)
  })
  return getPreset(deps.db, uid, by.scope)
}

/**
 * Nobody makes keys with it any more; those that were made stay as they are, and remember what it was called.
 *
 * @throws {AppError} NOT_FOUND, NOT_ALLOWED
 */
export async function deletePreset(deps: PresetDeps, by: PresetKeeper, uid: string): Promise<void> {
  ensureMayChange(await getPreset(deps.db, uid, by.scope), by)
  await inTransaction(deps.db, async (trx) => {
    if (await markPresetDeleted(trx, uid, deps.clock.now()))
      await record(trx, deps, by, 'preset.deleted', uid)
  })
}

/** Those that give nothing outside of these entities. */
export async function listPresets(db: Db, scope: EntityScope): Promise<Preset[]> {
  return (await selectPresets(db, scope)).filter((preset) => isWithin(scope, preset))
}

/** The same, of one owner; undefined: of the server. */
export async function listPresetsOf(
  db: Db,
  scope: EntityScope,
  ownerUsersId: number | undefined,
): Promise<Preset[]> {
  return (await selectPresets(db, scope, { owner: ownerUsersId ?? 'system' })).filter((preset) =>
    isWithin(scope, preset),
  )
}

/**
 * To anybody who does not look after all that it gives, it is not there.
 *
 * @throws {AppError} NOT_FOUND
 */
export async function getPreset(db: Db, uid: string, scope: EntityScope): Promise<Preset> {
  const preset = await findPreset(db, uid)
  if (preset !== undefined && isWithin(scope, preset)) return preset
  throw new AppError('NOT_FOUND', `there is no preset ${uid}`)
}

/**
 * By its name, or by its uid.
 *
 * @throws {AppError} NOT_FOUND; INPUT_INVALID when several are called so
 */
export async function getPresetCalled(db: Db, nameOrUid: string, scope: EntityScope): Promise<Preset> {
  const asked = nameOrUid.trim()
  if (uidForm.test(asked)) return getPreset(db, asked.toLowerCase(), scope)
  const [found, ...others] = (await selectPresets(db, scope, { name: asked })).filter((preset) =>
    isWithin(scope, preset),
  )
  if (found === undefined)
    throw new AppError(
      'NOT_FOUND',
      `there is no preset ${JSON.stringify(asked)}: see "glpi-invite presets list"`,
    )
  if (others.length > 0) {
    const uids = [found, ...others].map(({ uid }) => uid).join(', ')
    throw new AppError('INPUT_INVALID', `several presets are called so; give the id of one: ${uids}`)
  }
  return found
}

const uidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const isWithin = (scope: EntityScope, { terms }: Preset): boolean =>
  terms.grant.authorisations.every(({ entitiesId }) => isInScope(scope, entitiesId))

/** Whether a key could be made with it now, by this person. */
export async function couldUsePreset(deps: PresetDeps, by: PresetKeeper, preset: Preset): Promise<boolean> {
  return couldMake(
    deps.db,
    await deps.glpi.side(),
    by,
    keyOf(deps, preset.uid, preset.terms),
    deps.clock.now(),
  )
}

/** Their own with the right to make keys; others' with that to change them. */
export const mayChangePreset = (
  { ownerUsersId }: Pick<Preset, 'ownerUsersId'>,
  { issuer, mayMake, mayUpdate }: PresetKeeper,
): boolean =>
  issuer.kind === 'system' ? true : ownerUsersId === issuer.usersId ? mayMake || mayUpdate : mayUpdate

function ensureMayChange(preset: Preset, by: PresetKeeper): void {
  if (mayChangePreset(preset, by)) return
  throw new AppError('NOT_ALLOWED', `preset ${preset.uid} is somebody else’s`)
}

/** In the form in which it is kept; only what this person could make a key of now becomes a preset. */
async function soundPreset(
  deps: PresetDeps,
  by: PresetKeeper,
  wanted: WantedPreset,
): Promise<Pick<Preset, 'name' | 'terms' | 'entitiesId'>> {
  const name = wanted.name.trim()
  if (name === '') throw new AppError('INPUT_INVALID', 'a preset has a name', { pointer: '/name' })
  if (Array.from(name).length > presetNameLength)
    throw new AppError('INPUT_INVALID', `the name has more than ${presetNameLength} characters`, {
      pointer: '/name',
    })
  const side = await deps.glpi.side()
  const { accountEnd, ...asked } = wanted.terms
  ensureLabelFits(asked.label)
  const carried = soundCarried(side, {
    ...asked,
    language: asked.language,
    message: asked.message,
    accountValidity: { from: undefined, end: accountEnd },
    presetUid: undefined,
  })
  const terms: PresetTerms = {
    ...wanted.terms,
    domains: [...carried.domains],
    language: carried.language,
    fields: [...carried.fields],
    message: carried.message,
  }
  const key = keyOf(deps, '', terms)
  if (key.maxUses === undefined && key.expiresAt === undefined)
    throw new AppError('INPUT_INVALID', 'an unlimited key must have an end')
  const now = deps.clock.now()
  ensureWithinPolicy(deps.config, undefined, key, now)
  await ensureCouldMake(deps.db, side, by, key, now)
  return { name, terms, entitiesId: terms.grant.authorisations[0]?.entitiesId ?? 0 }
}

/** As far as a key made with it now would reach. */
function keyOf({ clock, config }: PresetDeps, uid: string, { grant, maxUses, life }: PresetTerms) {
  const now = clock.now()
  return {
    uid,
    grant,
    notBefore: undefined,
    maxUses: maxUses === 'unlimited' ? undefined : maxUses,
    expiresAt: life === 'never' ? undefined : latestEnd({ ...config, maxLifetimeMs: life.days * dayMs }, now),
  }
}

const dayMs = 86_400_000

const record = (trx: Db, deps: PresetDeps, { actor }: PresetKeeper, kind: EventKind, preset: string) =>
  recordEvent(trx, deps, { kind, actor, details: { preset } })
