import { DateTime, IANAZone } from 'luxon'
import { endAfter, endAt, type EndRules, statedEnd } from '../../src/shared/ends'
import { parseWorkDays, type WorkDays } from '../../src/shared/work-days'
import { isFull } from '../support/scale'

const everyDay = new Set([1, 2, 3, 4, 5, 6, 7])
const mondayToFriday = new Set([1, 2, 3, 4, 5])
const rules = (timeZone: string, workDays: WorkDays = everyDay, graceDays = 0): EndRules => ({
  timeZone,
  workDays,
  graceDays,
})

it.each<[string, string, string | undefined]>([
  ['2026-12-31', 'Europe/Paris', '2026-12-31T22:59:59.999Z'],
  ['2026-07-31', 'Europe/Paris', '2026-07-31T21:59:59.999Z'],
  ['2026-12-31', 'Asia/Kathmandu', '2026-12-31T18:14:59.999Z'],
  ['2026-12-31', 'Pacific/Auckland', '2026-12-31T10:59:59.999Z'],
  [' 2026-12-31 ', 'UTC', '2026-12-31T23:59:59.999Z'],
  ['2026-12-31T18:00', 'Europe/Paris', '2026-12-31T17:00:00.000Z'],
  ['2026-12-31T18:00Z', 'Europe/Paris', '2026-12-31T18:00:00.000Z'],
  ['31.12.2026', 'UTC', undefined],
  ['2026-02-30', 'UTC', undefined],
  ['+012026-02-01', 'UTC', undefined],
  ['tomorrow', 'UTC', undefined],
  ['', 'UTC', undefined],
])('the end %p in %s', (text, zone, instant) =>
  expect(endAt(text, rules(zone))?.expiresAt.toISOString()).toBe(instant),
)

it.each<[string, string, string, string | undefined]>([
  ['7d', '2026-06-15T12:00:00Z', 'Europe/Paris', '2026-06-22T21:59:59.999Z'],
  ['1d', '2026-06-15T22:30:00Z', 'Europe/Paris', '2026-06-17T21:59:59.999Z'], // after midnight there
  ['1w', '2026-06-15T12:00:00Z', 'America/New_York', '2026-06-23T03:59:59.999Z'],
  ['7d', '2026-03-25T12:00:00Z', 'Europe/Paris', '2026-04-01T21:59:59.999Z'], // over the change to summer time
  ['1d', '2026-03-28T12:00:00Z', 'Europe/Paris', '2026-03-29T21:59:59.999Z'], // a day of 23 hours
  ['1d', '2026-10-24T12:00:00Z', 'Europe/Paris', '2026-10-25T22:59:59.999Z'], // a day of 25 hours
  ['1d', '2026-10-31T20:00:00Z', 'America/New_York', '2026-11-02T04:59:59.999Z'],
  ['12h', '2026-03-28T20:00:00Z', 'Europe/Paris', '2026-03-29T08:00:00.000Z'],
  ['30m', '2026-06-15T12:00:00.123Z', 'Europe/Paris', '2026-06-15T12:30:00.123Z'],
  ['0d', '2026-06-15T12:00:00Z', 'UTC', undefined],
  ['a while', '2026-06-15T12:00:00Z', 'UTC', undefined],
])('the end %p after %s in %s', (text, begin, zone, instant) =>
  expect(endAfter(text, new Date(begin), rules(zone))?.expiresAt.toISOString()).toBe(instant),
)

it('a day on which nobody works is moved to the next on which somebody does, however it was named', () => {
  const paris = rules('Europe/Paris', mondayToFriday)
  const friday = new Date('2026-06-19T10:00:00Z')

  expect(endAfter('1d', friday, paris)?.expiresAt.toISOString()).toBe('2026-06-22T21:59:59.999Z') // Monday
  expect(endAt('2026-06-21', paris)?.expiresAt.toISOString()).toBe('2026-06-22T21:59:59.999Z')
  expect(endAfter('3d', friday, paris)?.expiresAt.toISOString()).toBe('2026-06-22T21:59:59.999Z')
})

it('an exact instant stays what it is, on a Sunday too, and without grace', () => {
  const strict = rules('Europe/Paris', mondayToFriday, 3)

  expect(endAt('2026-06-21T10:00', strict)).toEqual({
    expiresAt: new Date('2026-06-21T08:00:00Z'),
    graceDays: 0,
  })
  expect(endAfter('24h', new Date('2026-06-20T10:00:00Z'), strict)).toEqual({
    expiresAt: new Date('2026-06-21T10:00:00Z'),
    graceDays: 0,
  })
})

it('days of grace come after the stated end, and may be days on which nobody works', () => {
  const end = endAt('2026-10-23', rules('Europe/Paris', mondayToFriday, 3)) // Friday; clocks change on Sunday

  expect(end).toEqual({ expiresAt: new Date('2026-10-26T22:59:59.999Z'), graceDays: 3 })
  expect(end && statedEnd(end, 'Europe/Paris').toISOString()).toBe('2026-10-23T21:59:59.999Z')
})

it('a key without an end has none to state', () => {
  const never: { expiresAt: Date | undefined; graceDays: number } = { expiresAt: undefined, graceDays: 3 }

  expect(statedEnd(never, 'UTC')).toBeUndefined()
})

/** Among them days without a midnight, with two, without their last hour, and clocks changed by half an hour. */
it.each([
  'Europe/Paris',
  'America/New_York',
  'Pacific/Auckland',
  'Asia/Kathmandu',
  'America/Godthab',
  'America/Havana',
  'America/Santiago',
  'Asia/Beirut',
  'Atlantic/Azores',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Africa/Cairo',
])('in %s each day ends just before the next, and grace is undone to the millisecond', (zone) => {
  const year = Array.from({ length: 365 }, (_, n) => DateTime.utc(2026, 1, 1).plus({ days: n }))
  const offset = (date: DateTime) => IANAZone.create(zone).offset(date.toMillis())
  const isNearChange = (date: DateTime) => offset(date.minus({ days: 2 })) !== offset(date.plus({ days: 3 }))
  for (const date of year.filter((one) => isFull || one.ordinal % 10 === 1 || isNearChange(one))) {
    const text = date.toFormat('yyyy-MM-dd')
    const stated = endAt(text, rules(zone))?.expiresAt ?? new Date(0)
    const local = (ms: number) => DateTime.fromMillis(ms, { zone }).toISODate()
    const graced = endAt(text, rules(zone, everyDay, 1 + (date.ordinal % 7)))

    const told = {
      last: local(stated.getTime()),
      next: local(stated.getTime() + 1),
      undone: graced && statedEnd(graced, zone).getTime(),
    }
    const next = date.plus({ days: 1 }).toISODate()
    if (told.last !== text || told.next !== next || told.undone !== stated.getTime())
      throw new Error(`${text} in ${zone}: ${JSON.stringify(told)}`)
  }
})

it.each<[string, number[] | undefined]>([
  ['mon-fri', [1, 2, 3, 4, 5]],
  ['sun-thu', [7, 1, 2, 3, 4]],
  ['Mon, wed fri', [1, 3, 5]],
  ['mon-sun', [1, 2, 3, 4, 5, 6, 7]],
  ['mon,wed-thu', [1, 3, 4]],
  ['sat', [6]],
  ['', undefined],
  ['montag', undefined],
  ['mon-', undefined],
  ['mon-tue-wed', undefined],
])('the days of work %p', (text, days) => {
  expect(parseWorkDays(text)).toEqual(days === undefined ? undefined : new Set(days))
})
