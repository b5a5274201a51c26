import { DateTime } from 'luxon'
import type { Context } from '../context'
import { fail, type Finding, ok, warn } from './finding'
import { readServerClock, readServerOffset, type ServerFacts } from './server-store'

/** Keys begin and end by this machine's clock, GLPI's dates by the database's. */
export async function checkClock({ db, clock }: Context): Promise<Finding> {
  const before = clock.now().getTime()
  const theirs = (await readServerClock(db)).getTime()
  const ours = (before + clock.now().getTime()) / 2
  const seconds = Math.abs(ours - theirs) / 1000
  if (seconds <= 5) return ok('this machine and the database agree on the time')
  const direction = ours > theirs ? 'ahead of' : 'behind'
  const sentence = `this machine's clock is ${Math.round(seconds)} s ${direction} the database's: set both by NTP`
  return seconds > 60 ? fail(sentence) : warn(sentence)
}

const halfYearMs = 182 * 86_400_000

/**
 * Where GLPI's `use_timezones` is off, PHP writes dates in its own zone and the database reads them in its default
 * zone. They are compared today and half a year on: London and UTC agree in winter only.
 */
export async function checkTimeZones({ db, clock, config }: Context, server: ServerFacts): Promise<Finding> {
  const zone = config.glpiTimeZone
  const serverZone = nameZone(server)
  if (zone === undefined) {
    return warn(
      `GLPI_TIME_ZONE is not set, so it was not compared with the database's zone (${serverZone}): unless GLPI's ` +
        "use_timezones is on, set it to what PHP has as date.timezone on GLPI's machine",
    )
  }
  const now = clock.now()
  for (const instant of [now, new Date(now.getTime() + halfYearMs)]) {
    const theirs = await readServerOffset(db, instant)
    if (theirs === undefined)
      return warn(`the database cannot tell what its zone ${serverZone} is: load its time zones`)
    const minutes = offsetOf(zone, instant) - theirs
    if (minutes !== 0) return warn(describe({ zone, serverZone, minutes, isNow: instant === now }))
  }
  return ok(`GLPI (${zone}) and the database (${serverZone}) are in the same zone`)
}

const offsetOf = (zone: string, instant: Date): number => DateTime.fromJSDate(instant, { zone }).offset

const nameZone = ({ globalTimeZone, systemTimeZone }: ServerFacts): string =>
  globalTimeZone === 'SYSTEM' ? systemTimeZone : globalTimeZone

interface Difference {
  zone: string
  serverZone: string
  minutes: number
  isNow: boolean
}

function describe({ zone, serverZone, minutes, isNow }: Difference): string {
  const direction = minutes > 0 ? 'ahead of' : 'behind'
  return (
    `GLPI's zone (${zone}) is ${Math.abs(minutes)} minutes ${direction} the database's (${serverZone})` +
    `${isNow ? '' : ' for a part of the year'}: where GLPI's use_timezones is off, its dates are wrong by that much. ` +
    'Give PHP (date.timezone) and the database (default_time_zone) the same zone, or turn use_timezones on with ' +
    'GLPI\'s "php bin/console database:enable_timezones"'
  )
}
