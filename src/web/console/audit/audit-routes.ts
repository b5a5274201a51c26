import { countEvents, listEvents } from '../../../audit'
import type { Context } from '../../../context'
import { readMoment, writeMoment } from '../../../shared/moment'
import { sendAuditCsv } from './audit-csv'
import { readAuditQuery } from './audit-filter'
import { eventRows, kindsOf } from './event-rows'
import { viewerAt } from '../roles'
import type { ConsoleRoute } from '../route'

const pageLength = 50

/** The record, as far as this person may see it. */
export function auditRoutes(context: Context): ConsoleRoute[] {
  const { db } = context
  return [
    {
      method: 'get',
      path: '/audit',
      may: 'see-keys',
      handle: async (req, _res, desk) => {
        const { t, format } = desk
        const viewer = viewerAt(desk)
        const asked = await readAuditQuery(context, desk, req.query)
        const after = readMoment(asked.after)
        const found = await listEvents(db, viewer, asked.filter, { after, limit: pageLength + 1 })
        const events = found.slice(0, pageLength)
        const last = found.length > pageLength ? events.at(-1) : undefined
        const { n, isMore } = await countEvents(db, viewer, asked.filter)
        const { values, errors } = asked
        desk.show('audit', {
          title: t.audit.title,
          events: await eventRows(context, desk, events),
          count: t.audit.count(format.number(n), isMore),
          filter: {
            values,
            kinds: kindsOf(t.audit),
            isOn: Object.values(values).some((value) => value !== ''),
            errors,
          },
          older: last === undefined ? undefined : asked.href('/audit', writeMoment(last)),
          newest: after === undefined ? undefined : asked.href('/audit'),
          csv: asked.href('/audit.csv'),
          showsFrom: events.some(({ from }) => from !== undefined),
        })
      },
    },
    {
      method: 'get',
      path: '/audit.csv',
      may: 'see-keys',
      handle: async (req, res, desk) => {
        const { filter } = await readAuditQuery(context, desk, req.query)
        await sendAuditCsv(context, desk, { viewer: viewerAt(desk), filter }, res)
      },
    },
  ]
}
