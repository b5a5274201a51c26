import type { Context } from '../../context'
import { type GlpiSide, listEntities, listGroups, listProfiles, readPeople } from '../../glpi'
import type { DetailedKey, KeyBackground } from '../../keys'
import type { Db } from '../../shared/db'
import type { Desk } from './desk'
import type { Fact } from './views/key'

/** The names behind a key's ids, as GLPI has them now. */
interface Names {
  profile(id: number): string
  entity(id: number): string
  group(id: number): string
}

/** What the key gives, to whom, by whom, and how long. What there is nothing to say about is left out. */
export async function factsOf(
  { db, clock }: Context,
  desk: Desk,
  key: DetailedKey,
  { batch }: KeyBackground,
): Promise<Fact[]> {
  const { summary: t } = desk.t.key
  const { format, root } = desk
  const names = await readNames(db, desk.side, (id) => t.gone(id))
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
    { term: t.groups, values: texts(...key.grant.groupIds.map((id) => names.group(id))) },
    { term: t.onlyFor, values: texts(...(key.addresses.length === 0 ? [t.anybody] : key.addresses)) },
    { term: t.begins, values: key.notBefore === undefined ? [] : [time(key.notBefore)] },
    {
      term: t.ends,
      values:
        key.expiresAt === undefined
          ? texts(t.never)
          : [
              time(key.expiresAt),
              ...(key.expiresAt > now ? texts(t.timeLeft(format.timeLeft(key.expiresAt, now))) : []),
            ],
    },
    { term: t.hint, values: texts(`…${key.codes[0]?.hint ?? ''}`) },
    { term: t.issuer, values: texts(...(await issuerOf(db, desk, key, names))) },
    { term: t.made, values: [time(key.createdAt)] },
    {
      term: t.batch,
      values:
        batch === undefined
          ? []
          : [{ text: batch.label || t.batchUntitled, href: `${root}/batches/${batch.uid}` }],
    },
  ]
  return facts.filter(({ values }) => values.length > 0)
}

async function issuerOf(db: Db, desk: Desk, { issuer }: DetailedKey, names: Names): Promise<string[]> {
  const { summary } = desk.t.key
  if (issuer.kind === 'system') return [summary.system]
  const person = (await readPeople(db, desk.side, [issuer.usersId])).get(issuer.usersId)
  const name = person === undefined ? desk.t.audit.actors.gone(issuer.usersId) : person.name
  return [name, summary.actingAs(names.profile(issuer.profilesId), names.entity(issuer.entitiesId))]
}

async function readNames(db: Db, side: GlpiSide, gone: (id: number) => string): Promise<Names> {
  const nameIn = (rows: readonly { id: number; name: string; path?: string }[]) => {
    const byId = new Map(rows.map((row) => [row.id, row.path ?? row.name]))
    return (id: number) => byId.get(id) ?? gone(id)
  }
  return {
    profile: nameIn(await listProfiles(db, side)),
    entity: nameIn(await listEntities(db, side)),
    group: nameIn(await listGroups(db, side)),
  }
}
