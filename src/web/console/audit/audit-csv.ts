import { stringify } from 'csv-stringify'
import type { Response } from 'express'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type EventFilter, type ListedEvent, listEvents, type Viewer } from '../../../audit'
import type { Context } from '../../../context'
import { csvOptions } from '../../../csv'
import type { Moment } from '../../../shared/moment'
import { isGivenUp } from '../given-up'
import type { Desk } from '../desk'
import { eventRows } from './event-rows'

/** So many at a time: the record may be longer than the memory. */
const portion = 500

/** All events that the filter finds, one after the other as they are read. A cell never is a formula. */
export async function sendAuditCsv(
  context: Context,
  desk: Desk,
  { viewer, filter }: { viewer: Viewer; filter: EventFilter },
  res: Response,
): Promise<void> {
  const { csvColumns } = desk.t.audit
  const columns = Object.entries(csvColumns).map(([key, header]) => ({ key, header }))
  res.type('text/csv')
  res.set('Content-Disposition', 'attachment; filename="audit.csv"')
  const sending = pipeline(Readable.from(rows()), stringify({ ...csvOptions, header: true, columns }), res)
  await sending.catch((error: unknown) => {
    if (!isGivenUp(error)) throw error
  })

  async function* rows(): AsyncGenerator<Record<keyof typeof csvColumns, string>> {
    let after: Moment | undefined
    for (;;) {
      const events: ListedEvent[] = await listEvents(context.db, viewer, filter, { after, limit: portion })
      const told = await eventRows(context, desk, events)
      for (const [index, event] of events.entries()) {
        const row = told[index]
        if (row !== undefined) yield cellsOf(event, row)
      }
      after = events.at(-1)
      if (after === undefined || events.length < portion) return
    }
  }
}

function cellsOf(event: ListedEvent, row: Awaited<ReturnType<typeof eventRows>>[number]) {
  return {
    at: event.at.toISOString(),
    kind: event.kind,
    what: row.what,
    actor: row.who,
    actorId: event.actor.kind === 'user' ? String(event.actor.usersId) : '',
    key: event.key?.uid ?? '',
    label: event.key?.label ?? '',
    registration: event.account?.login ?? '',
    details: row.details.join('; '),
    ip: event.from?.ip ?? '',
    userAgent: event.from?.userAgent ?? '',
  }
}
