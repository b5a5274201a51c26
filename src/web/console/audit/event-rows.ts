import { z } from 'zod'
import { readTokenLabels } from '../../../admins'
import type { EventActor, EventKind, ListedEvent } from '../../../audit'
import type { Context } from '../../../context'
import { type PersonName, readNames, readPeople } from '../../../glpi'
import { statedEnd } from '../../../shared/ends'
import type { AuditMessages } from '../../../shared/i18n/console/messages/audit'
import type { Desk } from '../desk'
import type { EventRow } from '../views/event-row'

/** Names behind the ids of the record, as they are now. */
interface EventNames {
  people: ReadonlyMap<number, PersonName>
  profile(id: number): string
  entity(id: number): string
  /** Labels of API tokens that are still there. */
  tokens: ReadonlyMap<string, string>
}

type EventDesk = Pick<Desk, 'side' | 't' | 'format' | 'root'>

/** Tells events to a person, in their language, with the names of today. */
export async function eventRows(
  { db, config }: Pick<Context, 'db' | 'config'>,
  desk: EventDesk,
  events: readonly ListedEvent[],
): Promise<EventRow[]> {
  const names = await readEventNames({ db }, desk, events)
  return events.map((event) => ({
    when: desk.format.instant(event.at),
    iso: desk.format.iso(event.at),
    what: kindOf(desk.t.audit, event.kind),
    details: detailsOf(desk, names, event, config.timeZone),
    who: actorOf(desk.t.audit, names, event.actor),
    key: event.key && {
      text: event.key.label || desk.t.key.untitled(event.key.hint),
      href: `${desk.root}/keys/${event.key.uid}`,
    },
    account: event.account && {
      text: event.account.login ?? desk.t.key.registrations.erased,
      href: glpiUserHref(config.glpiUrl, event.account.usersId),
    },
    from: event.from,
  }))
}

export const glpiUserHref = (glpiUrl: string, usersId: number): string =>
  `${glpiUrl.replace(/\/+$/, '')}/front/user.form.php?id=${usersId}`

/** Does not compile while a kind has no sentence. */
const sentences = (t: AuditMessages): Record<EventKind, string> => t.kinds

export function kindOf(t: AuditMessages, kind: string): string {
  return (sentences(t) as Readonly<Record<string, string>>)[kind] ?? t.unknownKind(kind)
}

export const kindsOf = (t: AuditMessages): { value: string; text: string }[] =>
  Object.entries(sentences(t)).map(([value, text]) => ({ value, text }))

function actorOf({ actors }: AuditMessages, { people }: EventNames, actor: EventActor): string {
  switch (actor.kind) {
    case 'user': {
      const person = people.get(actor.usersId)
      if (person === undefined) return actors.gone(actor.usersId)
      const name = person.name === person.login ? person.login : `${person.name} (${person.login})`
      return actor.tokenUid === undefined ? name : actors.overApi(name)
    }
    case 'system':
      return actor.osUser === undefined ? actors.system : actors.systemOf(actor.osUser)
    case 'invitee':
      return actors.invitee
    case 'stranger':
      return actors.stranger
  }
}

const Place = z.object({ profilesId: z.number(), entitiesId: z.number() })
const optional = <T extends z.ZodType>(type: T) => type.optional().catch(undefined)

/** What the writers of events put into their details; anything else is left untold. */
const Details = z.object({
  label: optional(z.literal('changed')),
  limit: optional(z.object({ before: z.number().nullable(), after: z.number().nullable() })),
  end: optional(z.object({ before: z.coerce.date().nullable(), after: z.coerce.date().nullable() })),
  begin: optional(z.object({ before: z.coerce.date().nullable(), after: z.coerce.date().nullable() })),
  graceDays: optional(z.object({ before: z.number(), after: z.number() })),
  carried: optional(z.array(z.string())),
  code: optional(z.object({ before: z.string(), after: z.string() })),
  overlapUntil: optional(z.coerce.date()),
  issuer: optional(z.object({ before: z.number().nullable(), after: z.number() })),
  way: optional(z.string()),
  reason: optional(z.string()),
  mailKind: optional(z.string()),
  host: optional(z.string()),
  everywhere: optional(z.literal(true)),
  usersId: optional(z.number()),
  size: optional(z.number()),
  to: optional(Place),
  token: optional(z.uuid()),
  secretsOverlapUntil: optional(z.coerce.date()),
})

function detailsOf(
  { t, format }: EventDesk,
  names: EventNames,
  event: ListedEvent,
  timeZone: string,
): string[] {
  const { details: t_, actors } = t.audit
  const { label, limit, begin, end, graceDays, carried, code, overlapUntil, ...more } = Details.parse(
    event.details,
  )
  const { way, reason, mailKind, host, everywhere, usersId, size, to, issuer, token, secretsOverlapUntil } =
    more
  const mails: Readonly<Record<'kinds' | 'failures', Readonly<Record<string, string>>>> = t.mails
  const person = (id: number | null) =>
    id === null ? actors.system : (names.people.get(id)?.name ?? actors.gone(id))
  const number = (n: number | null) => (n === null ? t_.unlimited : format.number(n))
  const beginning = (at: Date | null) => (at === null ? t_.atOnce : format.instant(at))
  const ending = (at: Date | null, days = 0) =>
    at === null ? t_.never : format.instant(statedEnd({ expiresAt: at, graceDays: days }, timeZone))
  const phrases = [
    token && (names.tokens.get(token) ?? token),
    secretsOverlapUntil && t.tokens.olderUntil(format.instant(secretsOverlapUntil)),
    label && t_.label,
    limit && t_.limit(number(limit.before), number(limit.after)),
    begin && t_.begin(beginning(begin.before), beginning(begin.after)),
    end && t_.end(ending(end.before, graceDays?.before), ending(end.after, graceDays?.after)),
    carried && t.changing.changed(carried.map((part) => t.changing.parts[part] ?? part).join(', ')),
    issuer && t_.issuer(person(issuer.before), person(issuer.after)),
    code && t_.code(code.before, code.after),
    overlapUntil && t_.overlapUntil(format.instant(overlapUntil)),
    way && (t_.ways[way] ?? way),
    host,
    mailKind && (mails.kinds[mailKind] ?? mailKind),
    reason && (t_.reasons[reason] ?? mails.failures[reason] ?? reason),
    everywhere && t_.everywhere,
    usersId && t_.forAccount(names.people.get(usersId)?.login ?? actors.gone(usersId)),
    size && t_.size(size),
    to && t_.switchedTo(names.profile(to.profilesId), names.entity(to.entitiesId)),
  ]
  return phrases.filter((phrase) => typeof phrase === 'string')
}

async function readEventNames(
  { db }: Pick<Context, 'db'>,
  { side }: EventDesk,
  events: readonly ListedEvent[],
): Promise<EventNames> {
  const details = events.map((event) => Details.parse(event.details))
  const ids = [
    ...events.flatMap(({ actor }) => (actor.kind === 'user' ? [actor.usersId] : [])),
    ...details.flatMap(({ usersId }) => (usersId === undefined ? [] : [usersId])),
    ...details.flatMap(({ issuer }) => [issuer?.before ?? 0, issuer?.after ?? 0].filter((id) => id > 0)),
  ]
  const places = details.flatMap(({ to }) => (to === undefined ? [] : [to]))
  const names = await readNames(db, side, {
    profiles: places.map(({ profilesId }) => profilesId),
    entities: places.map(({ entitiesId }) => entitiesId),
  })
  const tokens = details.flatMap(({ token }) => (token === undefined ? [] : [token]))
  return {
    tokens: await readTokenLabels(db, tokens),
    people: await readPeople(db, side, ids),
    profile: (id) => names.profile(id) ?? `#${id}`,
    entity: (id) => names.entityPath(id) ?? `#${id}`,
  }
}
