import type { Context } from '../../../context'
import {
  type GlpiSide,
  listGroups,
  listLocations,
  listUserCategories,
  listUserTitles,
  readNames,
} from '../../../glpi'
import { type DetailedKey, endingOf, type KeyBackground } from '../../../keys'
import type { Db } from '../../../shared/db'
import type { Desk } from '../desk'
import type { Fact } from '../views/key'
import { carriedFacts } from './carried-facts'

/** What the key gives, to whom, by whom, and how long. What there is nothing to say about is left out. */
export async function factsOf(
  { db, clock }: Context,
  desk: Desk,
  key: DetailedKey,
  { batch, preset }: KeyBackground,
): Promise<Fact[]> {
  const { summary: t } = desk.t.key
  const { format, root } = desk
  const names = await readKeyNames(db, desk.side, key, (id) => t.gone(id))
  const now = clock.now()
  const time = (at: Date) => ({ text: format.instant(at), iso: format.iso(at) })
  const texts = (...all: string[]) => all.map((text) => ({ text }))

  const facts: Fact[] = [
    {
      term: t.grants,
      values: key.grant.authorisations.map(({ profilesId, entitiesId, isRecursive }) => {
        const [profile, entity] = [names.profile(profilesId), names.entity(entitiesId)]
        return { text: isRecursive ? t.grantBelow(profile, entity) : t.grant(profile, entity) }
      }),
    },
    { term: t.groups, values: texts(...names.groups) },
    { term: t.jobTitle, values: texts(...names.jobTitle) },
    { term: t.category, values: texts(...names.category) },
    { term: t.location, values: texts(...names.location) },
    { term: t.onlyFor, values: texts(...whoMayUse(desk, key)) },
    ...carriedFacts(desk, key),
    { term: t.begins, values: key.notBefore === undefined ? [] : [time(key.notBefore)] },
    { term: t.ends, values: endOf(desk, key, now) },
    { term: t.hint, values: texts(`…${key.codes[0]?.hint ?? ''}`) },
    { term: t.issuer, values: texts(...issuerOf(desk, key, names)) },
    { term: t.made, values: [time(key.createdAt)] },
    {
      term: desk.t.presets.ofKey,
      values: preset === undefined ? [] : [{ text: preset.name, href: `${root}/keys?preset=${preset.uid}` }],
    },
    {
      term: t.batch,
      values:
        batch === undefined
          ? []
          : [{ text: batch.label || t.batchUntitled, href: `${root}/keys?batch=${batch.uid}` }],
    },
  ]
  return facts.filter(({ values }) => values.length > 0)
}

/** Whom it is for, as it is known now. */
export function whoMayUse(desk: Pick<Desk, 't'>, { addresses, domains, isBound }: DetailedKey): string[] {
  const { summary: t } = desk.t.key
  if (!isBound) return [t.anybody]
  const all = [...addresses, ...domains.map((domain) => t.domain(endingOf(domain)))]
  return all.length === 0 ? [t.addressesErased] : all
}

function endOf({ t, format }: Desk, key: DetailedKey, now: Date): Fact['values'] {
  const { summary } = t.key
  const { expiresAt, graceDays } = key
  const stated = format.endOf(key)
  if (expiresAt === undefined || stated === undefined) return [{ text: summary.never }]
  return [
    { text: format.instant(stated), iso: format.iso(stated) },
    ...(stated > now ? [{ text: summary.timeLeft(format.timeLeft(stated, now)) }] : []),
    ...(graceDays > 0 && expiresAt > now
      ? [{ text: summary.grace(graceDays, format.instant(expiresAt)) }]
      : []),
  ]
}

function issuerOf(desk: Desk, { issuer }: DetailedKey, names: KeyNames): string[] {
  const { summary } = desk.t.key
  if (issuer.kind === 'system') return [summary.system]
  const acting = summary.actingAs(names.profile(issuer.profilesId), names.entity(issuer.entitiesId))
  return [names.user(issuer.usersId) ?? desk.t.audit.actors.gone(issuer.usersId), acting]
}

/** What to call what a key points to, as GLPI calls it now. */
interface KeyNames {
  user(id: number): string | undefined
  profile(id: number): string
  entity(id: number): string
  groups: string[]
  jobTitle: string[]
  category: string[]
  location: string[]
}

async function readKeyNames(
  db: Db,
  side: GlpiSide,
  { grant, issuer }: DetailedKey,
  gone: (id: number) => string,
): Promise<KeyNames> {
  const issuers = issuer.kind === 'user' ? [issuer] : []
  const held = [...grant.authorisations, ...issuers]
  const names = await readNames(db, side, {
    users: issuers.map(({ usersId }) => usersId),
    profiles: held.map(({ profilesId }) => profilesId),
    entities: held.map(({ entitiesId }) => entitiesId),
  })

  /** 0, as in GLPI: none. */
  async function namesOf(ids: readonly number[], list: (db: Db, side: GlpiSide) => Promise<NamedRow[]>) {
    const wanted = ids.filter((id) => id !== 0)
    const rows = wanted.length === 0 ? [] : await list(db, side)
    return wanted.map((id) => {
      const row = rows.find((one) => one.id === id)
      return row?.path ?? row?.name ?? gone(id)
    })
  }

  return {
    user: (id) => names.user(id),
    profile: (id) => names.profile(id) ?? gone(id),
    entity: (id) => names.entityPath(id) ?? gone(id),
    groups: await namesOf(grant.groupIds, listGroups),
    jobTitle: await namesOf([grant.usertitlesId], listUserTitles),
    category: await namesOf([grant.usercategoriesId], listUserCategories),
    location: await namesOf([grant.locationsId], listLocations),
  }
}

interface NamedRow {
  id: number
  name: string
  /** For a node of a tree. */
  path?: string
}
