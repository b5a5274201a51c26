/** What somebody is known by, in every way it may be written. */
export interface KnownBy {
  emails: readonly string[]
  logins: readonly string[]
  names: readonly FullName[]
}

export interface FullName {
  firstname: string
  realname: string
}

const gap = '***'

/**
 * The text without the person: their addresses, their logins as whole words, and their full name in either order and
 * however it is joined, without regard to case and accents. A first or a last name alone stays: others have it too.
 */
export function redact(text: string, known: KnownBy): string {
  const patterns = patternsOf(known)
  if (patterns.length === 0) return text
  const { folded, origins } = foldWithOrigins(text)
  const found = Array.from(folded.matchAll(new RegExp(patterns.join('|'), 'gu')))
  let result = ''
  let at = 0
  for (const match of found) {
    const start = origins[match.index] ?? text.length
    const end = origins[match.index + match[0].length] ?? text.length
    result += text.slice(at, start) + gap
    at = end
  }
  return result + text.slice(at)
}

/** Texts of JSON that are words of the program, whatever somebody is called. */
const ownWords = new Set(['kind', 'field', 'life', 'maxUses', 'language'])

/** The same for every text of a JSON value. */
export function redactJson(json: string, known: KnownBy): string {
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return redact(value, known)
    if (Array.isArray(value)) return value.map(walk)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        name,
        ownWords.has(name) && typeof inner === 'string' ? inner : walk(inner),
      ]),
    )
  }
  return JSON.stringify(walk(JSON.parse(json)))
}

/** For `LIKE`, which finds all that `redact` changes, and some more. */
export function likePatterns({ emails, logins, names }: KnownBy): string[] {
  const literal = (text: string) => text.replace(/[\\%_]/g, '\\$&')
  const anywhere = (...parts: string[]) => `%${parts.map(literal).join('%')}%`
  return [
    ...emails.map((email) => anywhere(email)),
    ...tellingLogins(logins).map((login) => anywhere(login)),
    ...wholeNames(names).flatMap(({ first, last }) => [
      anywhere(...first, ...last),
      anywhere(...last, ...first),
    ]),
  ]
}

function patternsOf({ emails, logins, names }: KnownBy): string[] {
  const asWord = (pattern: string) => `(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`
  const joined = (words: readonly string[]) => words.map(quoted).join('[^\\p{L}\\p{N}]{0,3}')
  return [
    ...emails.map((email) => asWord(quoted(email))),
    ...wholeNames(names).flatMap(({ first, last }) =>
      [joined([...first, ...last]), joined([...last, ...first])].map(asWord),
    ),
    ...tellingLogins(logins).map((login) => asWord(quoted(login))),
  ]
}

/** In a text, a word of one or two letters is hardly ever a login. */
const tellingLogins = (logins: readonly string[]): string[] => logins.filter((login) => login.length > 2)

/** Those of whom both parts are known, as words. */
const wholeNames = (names: readonly FullName[]): { first: string[]; last: string[] }[] =>
  names
    .map(({ firstname, realname }) => ({ first: wordsOf(firstname), last: wordsOf(realname) }))
    .filter(({ first, last }) => first.length > 0 && last.length > 0)

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

const quoted = (text: string): string => fold(text).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** Without case and accents, as the database compares. */
const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Each unit of the folded text with the place in the text that it comes from. */
function foldWithOrigins(text: string): { folded: string; origins: number[] } {
  let folded = ''
  const origins: number[] = []
  let at = 0
  for (const character of text) {
    const piece = fold(character)
    folded += piece
    for (let unit = 0; unit < piece.length; unit += 1) origins.push(at)
    at += character.length
  }
  return { folded, origins }
}
