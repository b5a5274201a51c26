import {
  type Grant,
  type GlpiSide,
  type GlpiWatch,
  type Issuer,
  listEntities,
  listGroups,
  listLocations,
  listProfiles,
  listUserCategories,
  listUserTitles,
} from '../glpi'
import type { Clock } from '../shared/clock'
import type { Db } from '../shared/db'
import { statedEnd } from '../shared/ends'
import type { KeyProblem } from '../shared/key-problems'
import { findProblem } from './check-keys'
import type { Home } from './check-code'
import { type Code, invitationLink, printedForm } from './code'
import { type CarriedDescription, describeCarried } from './describe-carried'
import { type DetailedKey, isLasting, type KeyState, type RegistrationKey, stateOf } from './key'

export interface DescribeDeps {
  db: Db
  glpi: GlpiWatch
  clock: Clock
  home: Home
  config: { timeZone: string }
}

/** A key as programs are told it, in the API and by `--json`: instants in ISO 8601, null where there is none. */
export interface KeySummary {
  uid: string
  label: string
  state: KeyState
  hint: string
  maxUses: number | null
  usesCompleted: number
  usesHeld: number
  usesLeft: number | null
  notBefore: string | null
  /** When it is said to end; it works for some days of grace after that. */
  expiresAt: string | null
  graceDays: number
  createdAt: string
  revokedAt: string | null
  issuer: Issuer
}

export function summariseKey(
  key: RegistrationKey,
  hint: string,
  { clock, config }: Pick<DescribeDeps, 'clock' | 'config'>,
): KeySummary {
  return {
    uid: key.uid,
    label: key.label,
    state: stateOf(key, clock.now()),
    hint,
    maxUses: key.maxUses ?? null,
    usesCompleted: key.usesCompleted,
    usesHeld: key.usesHeld,
    usesLeft: key.maxUses === undefined ? null : Math.max(0, key.maxUses - key.usesCompleted - key.usesHeld),
    notBefore: key.notBefore?.toISOString() ?? null,
    expiresAt: statedEnd(key, config.timeZone)?.toISOString() ?? null,
    graceDays: key.graceDays,
    createdAt: key.createdAt.toISOString(),
    revokedAt: key.revokedAt?.toISOString() ?? null,
    issuer: key.issuer,
  }
}

export interface Named {
  id: number
  /** Null when GLPI has it no more. */
  name: string | null
}

export interface KeyDescription extends KeySummary, CarriedDescription {
  grant: {
    authorisations: { profile: Named; entity: Named; recursive: boolean }[]
    groups: Named[]
    title: Named | null
    category: Named | null
    location: Named | null
  }
  emails: string[]
  pausedAt: string | null
  revokedReason: string | null
  /** The uid of the keys it was made with, if it was made with others. */
  batch: string | null
  /** The uid of the preset it was made with. */
  preset: string | null
  /** Why whoever comes with it would be turned away now, or soon will be. */
  problem: KeyProblem | null
  /** Every code it ever had, the newest first. */
  codes: {
    hint: string
    madeAt: string
    /** The id in `glpi_users`; null: the system. */
    madeBy: number | null
    /** Null: as long as the key. */
    validUntil: string | null
  }[]
}

export async function describeKey(deps: DescribeDeps, key: DetailedKey): Promise<KeyDescription> {
  const side = await deps.glpi.side()
  return {
    ...summariseKey(key, key.codes[0]?.hint ?? '', deps),
    grant: await nameGrant(deps, side, key.grant),
    emails: [...key.addresses],
    pausedAt: key.pausedAt?.toISOString() ?? null,
    revokedReason: key.revokedReason ?? null,
    batch: key.batchUid ?? null,
    preset: key.presetUid ?? null,
    problem: isLasting(stateOf(key, deps.clock.now())) ? ((await findProblem(deps, key.uid)) ?? null) : null,
    ...describeCarried(key),
    codes: key.codes.map(({ hint, createdAt, madeBy, validUntil }) => ({
      hint,
      madeAt: createdAt.toISOString(),
      madeBy: madeBy ?? null,
      validUntil: validUntil?.toISOString() ?? null,
    })),
  }
}

export async function nameGrant(
  { db }: Pick<DescribeDeps, 'db'>,
  side: GlpiSide,
  grant: Grant,
): Promise<KeyDescription['grant']> {
  const [profiles, entities, groups] = [
    await listProfiles(db, side),
    await listEntities(db, side),
    await listGroups(db, side),
  ]
  const namedIfAny = async (id: number, list: (db: Db, side: GlpiSide) => Promise<NamedRow[]>) =>
    id === 0 ? null : nameOf(id, await list(db, side))

  return {
    authorisations: grant.authorisations.map(({ profilesId, entitiesId, isRecursive }) => ({
      profile: nameOf(profilesId, profiles),
      entity: nameOf(entitiesId, entities),
      recursive: isRecursive,
    })),
    groups: grant.groupIds.map((id) => ({ id, name: groups.find((group) => group.id === id)?.name ?? null })),
    title: await namedIfAny(grant.usertitlesId, listUserTitles),
    category: await namedIfAny(grant.usercategoriesId, listUserCategories),
    location: await namedIfAny(grant.locationsId, listLocations),
  }
}

interface NamedRow {
  id: number
  name: string
  /** For a node of a tree. */
  path?: string
}

function nameOf(id: number, rows: readonly NamedRow[]): Named {
  const row = rows.find((one) => one.id === id)
  return { id, name: row?.path ?? row?.name ?? null }
}

/** The secret part, where somebody may see it. */
export const revealCode = (
  { config }: { config: { publicUrl: string } },
  code: Code,
): { code: string; link: string } => ({
  code: printedForm(code),
  link: invitationLink(config.publicUrl, code),
})
