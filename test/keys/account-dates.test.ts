import { accountDatesOf } from '../../src/keys/account-dates'
import type { AccountValidity } from '../../src/keys/carried'
import { AppError } from '../../src/shared/errors'
import { parseEnd } from '../../src/shared/time'

const days = (n: number): AccountValidity => ({ from: undefined, end: { kind: 'days', days: n } })
const months = (n: number): AccountValidity => ({ from: undefined, end: { kind: 'months', months: n } })
const until = (at: string): AccountValidity => ({ from: undefined, end: { kind: 'date', at: new Date(at) } })

function refusalOf(work: () => unknown): string | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    return error instanceof AppError ? error.code : 'unexpected'
  }
}

/** From joining to the last second of the last day, as the organisation's clocks show it. */
describe('the dates of an account', () => {
  it.each<[string, AccountValidity, string, string, string]>([
    ['a day', days(1), 'Europe/Paris', '2027-01-10T09:00:00Z', '2027-01-11T22:59:59Z'],
    ['thirty days', days(30), 'UTC', '2027-01-10T23:59:59.999Z', '2027-02-09T23:59:59Z'],
    [
      'a day that begins in the zone already',
      days(1),
      'Europe/Paris',
      '2027-01-10T23:30:00Z',
      '2027-01-12T22:59:59Z',
    ],
    [
      'days across the clocks going forward',
      days(1),
      'Europe/Paris',
      '2027-03-27T12:00:00Z',
      '2027-03-28T21:59:59Z',
    ],
    [
      'days across the clocks going back',
      days(1),
      'Europe/Paris',
      '2027-10-30T12:00:00Z',
      '2027-10-31T22:59:59Z',
    ],
    ['a day without midnight', days(1), 'America/Santiago', '2027-09-04T12:00:00Z', '2027-09-06T02:59:59Z'],
    ['six months', months(6), 'Europe/Paris', '2027-01-10T09:00:00Z', '2027-07-10T21:59:59Z'],
    ['a month after the 31st', months(1), 'UTC', '2027-01-31T09:00:00Z', '2027-02-28T23:59:59Z'],
    ['a year after a leap day', months(12), 'UTC', '2028-02-29T09:00:00Z', '2029-02-28T23:59:59Z'],
    [
      'a date',
      until('2027-06-30T21:59:59.999Z'),
      'Europe/Paris',
      '2027-01-10T09:00:00Z',
      '2027-06-30T21:59:59Z',
    ],
  ])('%s: %j in %s, joined %s, ends %s', (_, validity, zone, joined, ends) => {
    expect(accountDatesOf(validity, new Date(joined), zone)).toEqual({
      beginsAt: undefined,
      endsAt: new Date(ends),
    })
  })

  it('a beginning that has passed is none', () => {
    const validity = { from: new Date('2027-01-01T00:00:00Z'), end: undefined }

    expect(accountDatesOf(validity, new Date('2027-01-01T00:00:00Z'), 'UTC').beginsAt).toBeUndefined()
  })

  it('days are counted from a beginning that is still to come', () => {
    const validity = { from: new Date('2027-09-01T00:00:00.500Z'), end: days(10).end }

    expect(accountDatesOf(validity, new Date('2027-01-01T00:00:00Z'), 'UTC')).toEqual({
      beginsAt: new Date('2027-09-01T00:00:00Z'),
      endsAt: new Date('2027-09-11T23:59:59Z'),
    })
  })

  const now = new Date('2027-01-10T09:00:00Z')

  it('the last second GLPI can hold is taken, the next is not', () => {
    expect(accountDatesOf(until('2038-01-19T03:14:07.999Z'), now, 'UTC').endsAt).toEqual(
      new Date('2038-01-19T03:14:07Z'),
    )
    expect(refusalOf(() => accountDatesOf(until('2038-01-19T03:14:08Z'), now, 'UTC'))).toBe(
      'ACCOUNT_END_TOO_LATE',
    )
  })

  it('an end after 2038 is refused however it is reckoned', () => {
    const late = new Date('2037-12-31T12:00:00Z')
    for (const validity of [
      days(30),
      months(1),
      { from: new Date('2039-01-01T00:00:00Z'), end: undefined },
    ]) {
      expect(refusalOf(() => accountDatesOf(validity, late, 'UTC'))).toBe('ACCOUNT_END_TOO_LATE')
    }
    expect(accountDatesOf(days(18), late, 'UTC').endsAt).toEqual(new Date('2038-01-18T23:59:59Z'))
  })

  it('the 19th of January 2038 as a whole day is too late', () => {
    const at = parseEnd('2038-01-19', 'Europe/Paris') ?? now

    expect(() => accountDatesOf(until(at.toISOString()), now, 'Europe/Paris')).toThrow(/2038/)
  })

  it.each([until('2027-01-10T09:00:00Z'), until('2027-01-01T00:00:00Z')])(
    'an account that would have ended is refused: %j',
    (validity) => {
      expect(refusalOf(() => accountDatesOf(validity, now, 'UTC'))).toBe('ACCOUNT_END_PAST')
    },
  )

  it('an account that would end before it begins is refused', () => {
    const validity = { ...until('2027-06-30T00:00:00Z'), from: new Date('2027-09-01T00:00:00Z') }

    expect(refusalOf(() => accountDatesOf(validity, now, 'UTC'))).toBe('ACCOUNT_END_PAST')
  })
})
