import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

/** A list of the estimator's: words in lower case, with how early they are tried. */
type Ranked = Readonly<Record<string, number | undefined>>

/** What finds words in the estimator. Its sisters, for words backwards and in "l33t", ask it through `super`. */
interface DictionaryMatcher {
  getRangedDictionaries(userInputs: unknown): { rankedDictionaries: Readonly<Record<string, Ranked>> }
  match(asked: { password: string; userInputsOptions?: unknown }): DictionaryMatch[]
}

interface DictionaryMatch {
  pattern: 'dictionary'
  i: number
  j: number
  token: string
  matchedWord: string
  rank: number
  dictionaryName: string
  reversed: boolean
  l33t: boolean
}

/** The list of what the person typed elsewhere in the form: another one for each password. */
const own = 'userInputs'

/**
 * Has the estimator look up only what begins a word. By itself it looks up each piece of a password in each list,
 * forwards, backwards and in each reading of its "l33t", and most pieces begin no word in any of them: that was two
 * thirds of its time, and garbage besides. It finds the same (test/glpi/password-lists.test.ts).
 *
 * The library has no door for this, so we reach into it; where it is built otherwise, it stays as it is.
 */
export function lookUpOnlyBeginnings(estimator: ZxcvbnFactory): void {
  const matcher = matcherOf(estimator)
  if (matcher === undefined) return
  const lists = matcher.getRangedDictionaries(undefined).rankedDictionaries
  const isBeginning = beginningsOf(Object.values(lists))
  const ofAll = Object.getPrototypeOf(matcher) as DictionaryMatcher

  ofAll.match = function match({ password, userInputsOptions }) {
    const { [own]: ownWords = {}, ...others } =
      this.getRangedDictionaries(userInputsOptions).rankedDictionaries
    return [...findWords(password, others, isBeginning), ...findOwnWords(password, ownWords)]
  }
}

function matcherOf(estimator: object): DictionaryMatcher | undefined {
  const { matching } = estimator as { matching?: { matchers?: { dictionary?: object } } }
  const matcher = matching?.matchers?.dictionary as Partial<DictionaryMatcher> | undefined
  const isKnown = typeof matcher?.match === 'function' && typeof matcher.getRangedDictionaries === 'function'
  return isKnown ? (matcher as DictionaryMatcher) : undefined
}

function findWords(
  password: string,
  lists: Readonly<Record<string, Ranked>>,
  isBeginning: Beginnings,
): DictionaryMatch[] {
  const names = Object.keys(lists)
  const lower = password.toLowerCase()
  const found: DictionaryMatch[] = []
  if (names.length === 0) return found
  for (let i = 0; i < password.length; i += 1) {
    let mark = start
    for (let j = i; j < password.length; j += 1) {
      mark = next(mark, lower.charCodeAt(j))
      if (!isBeginning(mark)) break
      const word = lower.slice(i, j + 1)
      for (const name of names) {
        const rank = lists[name]?.[word]
        if (typeof rank === 'number') found.push(matchOf(password, i, word, name, rank))
      }
    }
  }
  return found
}

function findOwnWords(password: string, words: Ranked): DictionaryMatch[] {
  const lower = password.toLowerCase()
  const found: DictionaryMatch[] = []
  for (const [word, rank = 0] of Object.entries(words)) {
    for (let i = lower.indexOf(word); i >= 0; i = lower.indexOf(word, i + 1)) {
      if (i + word.length <= password.length) found.push(matchOf(password, i, word, own, rank))
    }
  }
  return found
}

function matchOf(
  password: string,
  i: number,
  word: string,
  dictionaryName: string,
  rank: number,
): DictionaryMatch {
  const j = i + word.length - 1
  const token = password.slice(i, j + 1)
  return {
    pattern: 'dictionary',
    i,
    j,
    token,
    matchedWord: word,
    rank,
    dictionaryName,
    reversed: false,
    l33t: false,
  }
}

/** Whether a text of this mark may begin a word: sometimes yes when it does not, never no when it does. */
type Beginnings = (mark: number) => boolean

const { imul } = Math // half a million times, which is slow to look up where globals are those of a sandbox

/** A text's mark (FNV-1a), made letter by letter. */
const start = 0x811c9dc5 | 0
const next = (mark: number, letter: number): number => imul(mark ^ letter, 0x01000193)

/** A quarter of a MiB for 140,000 beginnings: of those that begin nothing, one in fifteen is looked up in vain. */
const bits = 21

function beginningsOf(lists: readonly Ranked[]): Beginnings {
  const seen = new Uint8Array(2 ** (bits - 3))
  const placeOf = (mark: number) => mark >>> (32 - bits)
  for (const list of lists) {
    for (const word of Object.keys(list)) {
      let mark = start
      for (let at = 0; at < word.length; at += 1) {
        mark = next(mark, word.charCodeAt(at))
        const place = placeOf(mark)
        seen[place >> 3] = (seen[place >> 3] ?? 0) | (1 << (place & 7))
      }
    }
  }
  return (mark) => {
    const place = placeOf(mark)
    return ((seen[place >> 3] ?? 0) & (1 << (place & 7))) !== 0
  }
}
