import { DateTime } from 'luxon'
import { z } from 'zod'
import { type EventFilter, eventKinds } from '../../../audit'
import type { Context } from '../../../context'
import { findIdsOfLogin } from '../../../glpi'
import { dayForm } from '../../../shared/time'
import type { Desk } from '../desk'
import type { AuditView } from '../views/audit'

const Text = z.string().trim().max(255).catch('')

/** What stands in the address. */
const Query = z.object({ kind: Text, actor: Text, key: Text, from: Text, to: Text, after: Text })

export interface AskedEvents {
  filter: EventFilter
  /** A place in the list, or empty. */
  after: string
  /** As the form shows it again; what means nothing is dropped. */
  values: AuditView['filter']['values']
  errors: AuditView['filter']['errors']
  /** The address of the same question, on another page of the list or as CSV. */
  href(path: string, after?: string): string
}

/** The id of a key, by itself or in the address of its page. */
const uidIn = (text: string): string | undefined =>
  /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(text.toLowerCase())?.[0]

const Kind = z.enum(eventKinds)

/** Reads the question; what nobody can have meant is told, and finds nothing. */
export async function readAuditQuery(
  { db, config }: Pick<Context, 'db' | 'config'>,
  { side, t, root }: Pick<Desk, 'side' | 't' | 'root'>,
  query: unknown,
): Promise<AskedEvents> {
  const asked = Query.parse(query)
  const kind = Kind.safeParse(asked.kind).data
  const actors = asked.actor === '' ? undefined : await findIdsOfLogin(db, side, asked.actor)
  const keyUid = uidIn(asked.key)
  const from = dayOf(asked.from, config.timeZone)
  const to = dayOf(asked.to, config.timeZone)
  const values = {
    kind: kind ?? '',
    actor: asked.actor,
    key: keyUid ?? asked.key,
    from: from === undefined ? '' : asked.from,
    to: to === undefined ? '' : asked.to,
  }
  const isNoKey = asked.key !== '' && keyUid === undefined
  return {
    filter: {
      kind,
      actors: isNoKey ? [] : actors,
      keyUid,
      from: from?.toJSDate(),
      to: to?.plus({ days: 1 }).toJSDate(),
    },
    after: asked.after,
    values,
    errors: {
      actor: actors?.length === 0 ? t.audit.noSuchPerson(asked.actor) : undefined,
      key: isNoKey ? t.audit.noSuchKey : undefined,
    },
    href: (path, after) => {
      const parameters = Object.entries({ ...values, ...(after === undefined ? {} : { after }) })
      const text = new URLSearchParams(parameters.filter(([, value]) => value !== '')).toString()
      return `${root}${path}${text === '' ? '' : `?${text}`}`
    },
  }
}

/** The beginning of a day as a date field sends it. */
function dayOf(text: string, zone: string): DateTime | undefined {
  if (!dayForm.test(text)) return undefined
  const day = DateTime.fromISO(text, { zone })
  return day.isValid ? day.startOf('day') : undefined
}
