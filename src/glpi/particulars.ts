import type { Problem } from '../shared/errors'
import { encodeFor } from './encoding'
import { problemOfName } from './identity-rules'
import type { GlpiSide } from './side'

/** What GLPI notes down of a person besides what they are known by: `''`, 0 and undefined are nothing said. */
export interface Particulars {
  phone: string
  mobile: string
  registrationNumber: string
  usertitlesId: number
  usercategoriesId: number
  locationsId: number
  /** As GLPI writes it. */
  language: string | undefined
}

export const noParticulars: Particulars = {
  phone: '',
  mobile: '',
  registrationNumber: '',
  usertitlesId: 0,
  usercategoriesId: 0,
  locationsId: 0,
  language: undefined,
}

/** `glpi_users.phone`, `mobile` and `registration_number` are varchar(255). */
const columnLength = 255

/** Digits as a Japanese keyboard writes them are digits; hyphens of any length are hyphens. */
export const normalisePhone = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/\p{Pd}/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim()

/** However people write telephone numbers, extensions included, and nothing else. */
export function problemOfPhone(side: GlpiSide, phone: string): Problem | undefined {
  if (phone === '') return { code: 'required' }
  if (encodeFor(side, phone).length > columnLength) return { code: 'too-long', limit: columnLength }
  const isNumber = /^\+?[\d ().,/*#;:x-]+(?:ext\.? ?\d+)?$/i.test(phone) && /\d.*\d/.test(phone)
  return isNumber ? undefined : { code: 'phone-characters' }
}

/** The number that an organisation knows somebody by: anything that could be printed on a badge. */
export function problemOfNumber(side: GlpiSide, number: string): Problem | undefined {
  const problem = problemOfName(side, number)
  return problem?.code === 'name-characters' ? { code: 'number-characters' } : problem
}
