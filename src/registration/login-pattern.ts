import { problemOfLogin } from '../glpi'
import type { loginParts } from '../shared/form-settings'

export interface Named {
  firstname: string
  realname: string
  email: string
}

type Part = (typeof loginParts)[number]

const parts: Record<Part, (person: Named) => string> = {
  firstname: ({ firstname }) => firstname,
  realname: ({ realname }) => realname,
  f: ({ firstname }) => firstOf(firstname),
  r: ({ realname }) => firstOf(realname),
  email: ({ email }) => email,
  'email-local': (person) => localPart(person),
}

/** So that names as long as a column do not make a login that nobody types. */
const longest = 60

/**
 * The login that the pattern makes of somebody, as it can be typed on every keyboard: in small letters, without accents
 * and apostrophes. Names in other scripts give way to the address; `''` when there is nothing to make it of.
 */
export function loginFrom(pattern: string, person: Named): string {
  const made = filled(pattern, person)
  if (isPlain(made)) return made
  const ofAddress = folded(localPart(person))
  return isPlain(ofAddress) ? ofAddress : problemOfLogin(made) === undefined ? made : ''
}

/** Other ways to write the same name, for when the first is taken. */
export const otherLogins = (person: Named): string[] =>
  ['{f}{realname}', '{firstname}.{r}', '{realname}.{firstname}'].map((pattern) => loginFrom(pattern, person))

function filled(pattern: string, person: Named): string {
  const text = pattern.replace(/\{([\w-]+)\}/g, (whole, name: string) =>
    Object.hasOwn(parts, name) ? folded(parts[name as Part](person)) : whole,
  )
  return tidy(text).slice(0, longest)
}

const isPlain = (login: string): boolean =>
  /^[a-z0-9@._+-]+$/.test(login) && problemOfLogin(login) === undefined

/** What NFKD leaves whole. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

const folded = (text: string): string =>
  tidy(
    text
      .toLowerCase()
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/[ßæœøłđðþı]/g, (letter) => letters[letter] ?? letter)
      .normalize('NFC')
      .replace(/['’ʼ`´]/g, '')
      .replace(/[^\p{L}\p{N}@._+-]+/gu, '-'),
  )

/** Nothing that only separates stands at an end, or twice. */
const tidy = (text: string): string => text.replace(/([._-])[._-]+/g, '$1').replace(/^[._-]+|[._-]+$/g, '')

const firstOf = (name: string): string => Array.from(name.trim())[0] ?? ''
const localPart = ({ email }: Pick<Named, 'email'>): string =>
  email.slice(0, Math.max(0, email.lastIndexOf('@')))
