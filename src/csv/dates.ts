/** In which order days and months stand where a date does not say so: day first, month first, or ISO 8601 only. */
export const dateOrders = ['iso', 'dmy', 'mdy'] as const
export type DateOrder = (typeof dateOrders)[number]

const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/
const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/

/**
 * A date of a spreadsheet as ISO 8601 has it. With dots the day stands first everywhere; with slashes it depends on the
 * country, so somebody has to say it. What is no such date comes back as it is.
 */
export function isoDate(text: string, order: DateOrder): string {
  const [, day, month, year] = dotted.exec(text) ?? []
  if (year !== undefined) return written(year, month, day)
  const [, first, second, slashedYear] = slashed.exec(text) ?? []
  if (slashedYear === undefined || order === 'iso') return text
  return order === 'dmy' ? written(slashedYear, second, first) : written(slashedYear, first, second)
}

const written = (year: string, month = '', day = ''): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
