import { dayOfJoins } from '../../src/registration/tell-of-joining'

describe('the day that one mail tells of', () => {
  it.each([
    ['2026-11-20T15:59:59Z', '2026-11-19T16:00:00.000Z', '2026-11-20T16:00:00.000Z'],
    ['2026-11-20T16:00:00Z', '2026-11-20T16:00:00.000Z', '2026-11-21T16:00:00.000Z'],
    ['2026-03-29T10:00:00Z', '2026-03-28T16:00:00.000Z', '2026-03-29T15:00:00.000Z'], // 23 hours
    ['2026-10-25T10:00:00Z', '2026-10-24T15:00:00.000Z', '2026-10-25T16:00:00.000Z'], // 25 hours
  ])('at %s is from %s to %s in Paris', (now, start, end) => {
    const day = dayOfJoins(new Date(now), 'Europe/Paris')
    expect([day.start.toISOString(), day.end.toISOString()]).toEqual([start, end])
  })
})
