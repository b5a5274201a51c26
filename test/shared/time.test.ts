import { cutToSeconds, parseDuration, parseEnd } from '../../src/shared/time'

it.each<[string, number | undefined]>([
  ['30m', 1_800_000],
  ['12h', 43_200_000],
  ['7d', 604_800_000],
  ['2w', 1_209_600_000],
  ['0d', undefined],
  ['7', undefined],
  ['-1d', undefined],
  ['7 days', undefined],
  ['', undefined],
])('the duration %p', (text, ms) => expect(parseDuration(text)).toBe(ms))

it.each<[string, string, string | undefined]>([
  ['2026-12-31', 'Europe/Paris', '2026-12-31T22:59:59.999Z'],
  ['2026-07-31', 'Europe/Paris', '2026-07-31T21:59:59.999Z'],
  ['2026-12-31T18:00', 'Europe/Paris', '2026-12-31T17:00:00.000Z'],
  ['2026-12-31T18:00Z', 'Europe/Paris', '2026-12-31T18:00:00.000Z'],
  ['2026-12-31', 'UTC', '2026-12-31T23:59:59.999Z'],
  ['31.12.2026', 'UTC', undefined],
  ['2026-02-30', 'UTC', undefined],
  ['tomorrow', 'UTC', undefined],
])('the end %p in %s', (text, zone, instant) => expect(parseEnd(text, zone)?.toISOString()).toBe(instant))

it('instants for GLPI are cut, never rounded up', () => {
  expect(cutToSeconds(new Date('2026-01-01T00:00:00.999Z')).toISOString()).toBe('2026-01-01T00:00:00.000Z')
})
