import { parseWorkDays } from '../../src/shared/work-days'
import { digestMoment } from '../../src/work/digest-moment'

const everyDay = 'mon-sun'

describe('when the weekly mail was due last', () => {
  it.each([
    ['2026-11-09T07:00:00Z', 'Europe/Paris', 'mon-fri', '2026-11-09T07:00:00Z'],
    ['2026-11-09T06:59:59Z', 'Europe/Paris', 'mon-fri', '2026-11-02T07:00:00Z'],
    ['2026-11-15T23:30:00Z', 'Europe/Paris', everyDay, '2026-11-09T07:00:00Z'], // Monday already, not yet eight
    ['2026-11-12T12:00:00Z', 'UTC', 'sun-thu', '2026-11-08T08:00:00Z'],
    ['2026-11-12T12:00:00Z', 'UTC', 'sat-wed', '2026-11-07T08:00:00Z'],
    ['2026-11-12T12:00:00Z', 'UTC', 'tue,wed,thu', '2026-11-10T08:00:00Z'],
    ['2026-11-12T12:00:00Z', 'UTC', 'mon,wed,fri', '2026-11-09T08:00:00Z'],
    ['2026-11-12T12:00:00Z', 'UTC', 'sun', '2026-11-08T08:00:00Z'],
    // Eight o'clock stays eight o'clock when clocks are changed.
    ['2026-03-30T12:00:00Z', 'Europe/Paris', 'mon-fri', '2026-03-30T06:00:00Z'],
    ['2026-10-26T12:00:00Z', 'Europe/Paris', 'mon-fri', '2026-10-26T07:00:00Z'],
    ['2026-03-29T12:00:00Z', 'Europe/Paris', 'sun-thu', '2026-03-29T06:00:00Z'], // of 23 hours
    ['2026-10-25T12:00:00Z', 'Europe/Paris', 'sun-thu', '2026-10-25T07:00:00Z'], // of 25 hours
  ])('at %s in %s, with %s as working days, is %s', (now, timeZone, days, expected) => {
    const workDays = parseWorkDays(days)
    if (workDays === undefined) throw new Error(`no working days: ${days}`)

    expect(digestMoment(new Date(now), { timeZone, workDays })).toEqual(new Date(expected))
  })
})
