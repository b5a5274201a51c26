import type { Context } from '../../../context'
import { countKeysMadeByDay } from '../../../keys'
import { countAccountsByDay, listNewestRegistrations, type NewcomerRow } from '../../../registration'
import { lastDays } from '../../../shared/time'
import { runJob } from '../../../work'
import type { Desk } from '../desk'
import { glpiUserHref } from '../audit/event-rows'
import { nameOf } from '../keys/key-rows'
import type { ConsoleRoute } from '../route'
import type { NewcomerView } from '../views/home'
import { chartView } from './chart'
import { needsView } from './needs'

const daysShown = 30
const newcomersShown = 8

/** What one sees first. */
export function homeRoutes(context: Context): ConsoleRoute[] {
  const { db, clock, config } = context
  return [
    {
      method: 'get',
      path: '/',
      may: 'see-keys',
      handle: async (_req, _res, desk) => {
        const { scope, permissions } = desk.actor
        const now = clock.now()
        const days = lastDays(now, config.timeZone, daysShown)
        const since = days[0]?.start ?? now
        const [needs, accounts, keys, newcomers] = await Promise.all([
          needsView(context, desk, { now, since }),
          countAccountsByDay(db, scope, days),
          countKeysMadeByDay(db, scope, days),
          listNewestRegistrations(db, scope, { since, limit: newcomersShown }),
        ])
        desk.show('home', {
          title: desk.t.home.title,
          newHref: permissions.has('create-keys') ? `${desk.root}/keys/new` : undefined,
          needs,
          csrf: permissions.has('update-keys') ? desk.csrf : undefined,
          chart: chartView(desk, { days, accounts, keys }),
          newcomers: newcomers.map((newcomer) => newcomerView(desk, config.glpiUrl, newcomer)),
        })
      },
    },
    {
      method: 'post',
      path: '/checks',
      may: 'update-keys',
      handle: async (_req, _res, desk) => {
        const { state } = await runJob(context, 'verify')
        const { checked, checkBusy } = desk.t.home.needs
        await desk.redirect('/', state === 'busy' ? checkBusy : checked)
      },
    },
  ]
}

function newcomerView(desk: Desk, glpiUrl: string, newcomer: NewcomerRow): NewcomerView {
  const { registrations } = desk.t.key
  const who = newcomer.login === '' ? registrations.erased : newcomer.login
  return {
    who,
    account:
      newcomer.usersId === undefined
        ? undefined
        : { href: glpiUserHref(glpiUrl, newcomer.usersId), label: registrations.openInGlpi(who) },
    key: nameOf(desk, { label: newcomer.keyLabel, hint: newcomer.keyHint }),
    keyHref: `${desk.root}/keys/${newcomer.keyUid}`,
    when: desk.format.instant(newcomer.completedAt),
    iso: desk.format.iso(newcomer.completedAt),
  }
}
