import type { Language } from '../../src/shared/i18n'
import { createFormat } from '../../src/web/console/format'

const instant = new Date('2026-11-06T17:30:00Z')

it.each<[language: Language, instant: string, shortDay: string, left: string, number: string]>([
  ['en', 'Fri 6 Nov 2026, 18:30', '6 Nov', '5 days', '12,345'],
  ['fr', 'ven. 6 nov. 2026, 18:30', '6 nov.', '5 jours', '12\u202f345'],
  ['de', 'Fr., 6. Nov. 2026, 18:30', '6. Nov.', '5 Tage', '12.345'],
  ['es', 'vie, 6 nov 2026, 18:30', '6 nov', '5 días', '12.345'],
  ['it', 'ven 6 nov 2026, 18:30', '6 nov', '5 giorni', '12.345'],
  ['pt', 'sex. 6 nov. 2026, 18:30', '6 nov.', '5 dias', '12.345'],
])('the console writes dates and numbers in %s as its readers do', (language, ...expected) => {
  const format = createFormat(language, 'Europe/Paris')
  const soon = new Date(instant.getTime() + 5 * 24 * 60 * 60_000)

  expect([
    format.instant(instant),
    format.shortDay(instant),
    format.timeLeft(soon, instant),
    format.number(12_345),
  ]).toEqual(expected)
})
