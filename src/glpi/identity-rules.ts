import { normaliseEmail } from '../shared/email-address'
import type { Problem } from '../shared/errors'
import { encodeFor } from './encoding'
import type { GlpiSide } from './side'

/** `glpi_users.name`, `realname`, `firstname` and `glpi_useremails.email` are varchar(255). */
const columnLength = 255

/** Outer spaces would be lost at GLPI's login form; composed letters are what its collation compares. */
export const normaliseLogin = (typed: string): string => typed.trim().normalize('NFC')

/** Names with outer spaces removed, inner ones single, and letters composed. */
export const normaliseName = (typed: string): string => typed.trim().replace(/ {2,}/g, ' ').normalize('NFC')

export { normaliseEmail }

/** Two addresses that reach the same person for our purposes: GLPI's collation does not see case either. */
export const isSameEmail = (one: string, other: string): boolean =>
  normaliseEmail(one).toLowerCase() === normaliseEmail(other).toLowerCase()

/**
 * GLPI's rule for logins: letters and digits of any script, `' @ . - _` and the space, or any e-mail address. Of the
 * addresses we leave out those with `& / \ < >`: GLPI refuses these characters elsewhere, and 10.0 encodes some.
 */
export function problemOfLogin(login: string): Problem | undefined {
  if (login === '') return { code: 'required' }
  if (login.length > columnLength) return { code: 'too-long', limit: columnLength }
  const isPlain = /^[\p{L}\p{M}\p{Nd}'@._ -]+$/u.test(login)
  const isAddress = isEmail(login) && !/[&/\\<>]/.test(login)
  return isPlain || isAddress ? undefined : { code: 'login-characters' }
}

/**
 * A person's name: whatever people are called, in any script, but nothing that could be mistaken for markup of the
 * reader's program: control and direction characters, addresses of pages, pictographs.
 */
export function problemOfName(side: GlpiSide, name: string): Problem | undefined {
  if (name === '') return { code: 'required' }
  if (encodeFor(side, name).length > columnLength) return { code: 'too-long', limit: columnLength }
  const forbidden = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Extended_Pictographic}]|:\/\/|\bwww\./iu
  // Zero-width (non-)joiners are part of names in Persian and Indic scripts.
  return forbidden.test(name.replace(/[\u200c\u200d]/g, '')) ? { code: 'name-characters' } : undefined
}

export function problemOfEmail(side: GlpiSide, email: string): Problem | undefined {
  if (email === '') return { code: 'required' }
  if (encodeFor(side, email).length > columnLength) return { code: 'too-long', limit: columnLength }
  return isEmail(email) ? undefined : { code: 'email-invalid' }
}

const atom = "[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+"
const label = '[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?'
const addressPattern = new RegExp(
  `^(?=.{1,64}@)(?=.{3,254}$)${atom}(?:\\.${atom})*@(?:${label}\\.)+(?!\\d+$)${label}$`,
)

/**
 * The dot-atom form of RFC 5321 with a full domain name: a subset of what GLPI takes, without quoted local parts,
 * comments and address literals, which nobody is invited under. GLPI drops what it does not take without a word.
 */
export const isEmail = (text: string): boolean => addressPattern.test(text)
