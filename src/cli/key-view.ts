import {
  type Grant,
  type GlpiSide,
  type Issuer,
  listEntities,
  listGroups,
  listLocations,
  listProfiles,
  listUserCategories,
  listUserTitles,
} from '../glpi'
import type { Context } from '../context'
import { type CarriedView, linesOfCarried, viewCarried } from './carried-view'
import type { Db } from '../shared/db'
import type { KeyProblem } from '../shared/key-problems'
import { statedEnd } from '../shared/ends'
import {
  type Code,
  type DetailedKey,
  findProblem,
  invitationLink,
  isLasting,
  printedForm,
  type RegistrationKey,
  stateOf,
} from '../keys'

/** A key as the command line tells it: instants in ISO 8601, null where there is none. */
export interface KeySummary {
  uid: string
  label: string
  state: string
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

export function summarise(
  key: RegistrationKey,
  hint: string,
  { clock, config }: Pick<Context, 'clock' | 'config'>,
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

interface Named {
  id: number
  /** Null when GLPI has it no more. */
  name: string | null
}

export interface KeyDetails extends KeySummary, CarriedView {
  grant: {
    authorisations: { profile: Named; entity: Named; recursive: boolean }[]
    groups: Named[]
    title: Named | null
    category: Named | null
    location: Named | null
  }
  emails: string[]
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

export async function detail(context: Context, key: DetailedKey): Promise<KeyDetails> {
  const side = await context.glpi.side()
  return {
    ...summarise(key, key.codes[0]?.hint ?? '', context),
    grant: await nameGrant(context, side, key.grant),
    emails: [...key.addresses],
    problem: isLasting(stateOf(key, context.clock.now()))
      ? ((await findProblem(context, key.uid)) ?? null)
      : null,
    ...viewCarried(key),
    codes: key.codes.map(({ hint, createdAt, madeBy, validUntil }) => ({
      hint,
      madeAt: createdAt.toISOString(),
      madeBy: madeBy ?? null,
      validUntil: validUntil?.toISOString() ?? null,
    })),
  }
}

export async function nameGrant(
  { db }: Pick<Context, 'db'>,
  side: GlpiSide,
  grant: Grant,
): Promise<KeyDetails['grant']> {
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
export const reveal = (context: Context, code: Code): { code: string; link: string } => ({
  code: printedForm(code),
  link: invitationLink(context.config.publicUrl, code),
})

export function linesOf(key: KeyDetails & { code?: string; link?: string }): string[] {
  const uses = `${key.usesCompleted} of ${key.maxUses ?? 'unlimited'}${key.usesHeld > 0 ? `, ${key.usesHeld} held` : ''}`
  const rows: [string, string | undefined][] = [
    ['Link', key.link],
    ['Code', key.code],
    ['Key', key.uid],
    ['Label', key.label || undefined],
    ['State', key.state],
    ['Hint', key.hint],
    ['Uses', uses],
    ['From', key.notBefore ?? undefined],
    ['Until', untilOf(key)],
    ['Issuer', key.issuer.kind === 'system' ? 'system' : `GLPI user ${key.issuer.usersId}`],
    ...key.grant.authorisations.map(({ profile, entity, recursive }): [string, string] => [
      'Grants',
      `${named(profile)} in ${named(entity)}${recursive ? ' and below' : ''}`,
    ]),
    ...key.grant.groups.map((group): [string, string] => ['Group', named(group)]),
    ['Title', key.grant.title === null ? undefined : named(key.grant.title)],
    ['Category', key.grant.category === null ? undefined : named(key.grant.category)],
    ['Location', key.grant.location === null ? undefined : named(key.grant.location)],
    ...key.codes
      .slice(1)
      .map(({ hint, validUntil }): [string, string] => [
        'Before',
        `…${hint}, until ${validUntil ?? 'its end'}`,
      ]),
    ...key.emails.map((email): [string, string] => ['Only for', email]),
    ...linesOfCarried(key),
  ]
  return rows.flatMap(([label, text]) => (text === undefined ? [] : [`${label.padEnd(9)}${text}`]))
}

function untilOf({ expiresAt, graceDays }: KeySummary): string {
  if (expiresAt === null) return 'never'
  return graceDays === 0 ? expiresAt : `${expiresAt}, and ${graceDays} days of grace`
}

const named = ({ id, name }: Named): string =>
  name === null ? `#${id}, which GLPI has no more` : `${name} (#${id})`
