import type { Context } from '../../../context'
import { eachKey, revokeKeys } from '../../../keys'
import { originOf } from '../../origin'
import type { ConsoleRoute } from '../route'
import { sendCsv } from './key-csv'
import { keysView, readAsked } from './key-list-page'
import { writeQuery } from './key-query'
import { isReasonTooLong, readRevocation, revocationView } from './key-revocations'
import { withoutCode } from './key-search'

/** The list of keys, its export, and the end of many at once. */
export function keyListRoutes(context: Context): ConsoleRoute[] {
  const { db, clock, config } = context
  return [
    {
      method: 'get',
      path: '/keys',
      may: 'see-keys',
      handle: async (req, _res, desk) => {
        const { query, sort } = readAsked(req.query, config.timeZone)
        const { search: typed } = req.query // as it came: a code is one in however much text it stands
        const instead =
          typeof typed === 'string' ? await withoutCode(db, desk, typed, clock.now()) : undefined
        if (instead !== undefined) {
          const found = { ...query }
          delete found['search']
          if (instead.search !== undefined) found['search'] = instead.search
          await desk.redirect(`/keys${writeQuery(found, { sort })}`, instead.notice)
          return
        }
        desk.show('keys', await keysView(context, desk, req))
      },
    },
    {
      method: 'get',
      path: '/keys.csv',
      may: 'see-keys',
      handle: async (req, res, desk) => {
        const { filter, sort } = readAsked(req.query, config.timeZone)
        const now = clock.now()
        const day = desk.format.iso(now).slice(0, 10)
        res.attachment(`${desk.t.keyList.csv.fileName}-${day}.csv`)
        await sendCsv(db, desk, res, eachKey(db, { scope: desk.actor.scope, filter, sort, now }))
      },
    },
    {
      method: 'post',
      path: '/keys/revocations/preview',
      may: 'update-keys',
      handle: async (req, _res, desk) => {
        const { revoke } = desk.t.keyList
        const asked = await readRevocation(context, desk, req.body)
        if (asked.selection === undefined) {
          await desk.redirect(asked.backPath, revoke.nothingSelected)
          return
        }
        const view = await revocationView(context, desk, asked, asked.selection)
        if (view === undefined) await desk.redirect(asked.backPath, revoke.nothingToDo)
        else desk.show('key-revocation', view)
      },
    },
    {
      method: 'post',
      path: '/keys/revocations',
      may: 'update-keys',
      handle: async (req, res, desk) => {
        const { t, format, eventActor, redirect } = desk
        const asked = await readRevocation(context, desk, req.body)
        const { selection, reason, backPath } = asked
        if (selection === undefined) {
          await redirect(backPath, t.keyList.revoke.nothingSelected)
          return
        }
        const tooLong = isReasonTooLong(asked) && (await revocationView(context, desk, asked, selection))
        if (tooLong) {
          res.status(422)
          desk.show('key-revocation', tooLong)
          return
        }
        const by = { actor: eventActor, from: originOf(req) }
        const died = await revokeKeys(context, by, selection, reason === '' ? undefined : reason)
        await redirect(backPath, t.keyList.revoke.done(died, format.number(died)))
      },
    },
  ]
}
