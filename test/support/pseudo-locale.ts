import { messagesFor } from '../../src/shared/i18n'
import { consoleMessagesFor } from '../../src/shared/i18n/console'
import { keyProblemWordsFor } from '../../src/shared/i18n/key-problems'
import { mailMessagesFor } from '../../src/shared/i18n/mail'

/**
 * Puts a made-up language in the place of English, in this test file: every letter of the dictionaries is one that
 * English does not have, and texts are about 40 % longer. A word of plain letters on a page then is data, or was not
 * taken from a dictionary; and what is cut would be cut in a language that says the same in longer words.
 */
export function speakPseudo(): void {
  for (const words of [
    messagesFor('en'),
    consoleMessagesFor('en'),
    mailMessagesFor('en'),
    keyProblemWordsFor('en'),
  ])
    disguiseAll(words)
}

type Words = Record<string, unknown>

function disguiseAll(words: object): void {
  const entries = words as Words
  for (const [name, value] of Object.entries(entries)) {
    if (typeof value === 'string') entries[name] = disguised(value)
    else if (typeof value === 'function') entries[name] = disguisedAnswers(value as Say)
    else if (typeof value === 'object' && value !== null) disguiseAll(value)
  }
}

type Say = (...given: unknown[]) => string | Record<string, string>

/** What was given to the function is data, or disguised already, and comes out as it was. */
function disguisedAnswers(say: Say): Say {
  return (...given) => {
    const data = given.filter((one): one is string => typeof one === 'string' && /\p{L}/u.test(one))
    const around = (said: string) =>
      splitAround(said, data)
        .map(({ text, isData }) => (isData ? text : disguised(text)))
        .join('')
    const said = say(...given)
    return typeof said === 'string'
      ? around(said)
      : Object.fromEntries(Object.entries(said).map(([name, one]) => [name, around(one)]))
  }
}

function splitAround(text: string, data: readonly string[]): { text: string; isData: boolean }[] {
  const [longest, ...others] = data.toSorted((a, b) => b.length - a.length)
  if (longest === undefined) return [{ text, isData: false }]
  return text
    .split(longest)
    .flatMap((part, index) => [
      ...(index === 0 ? [] : [{ text: longest, isData: true }]),
      ...splitAround(part, others),
    ])
}

/** `{gaps}`, which the browser fills in, stay as they are. */
export const disguised = (text: string): string =>
  text
    .split(/(\{\w+\})/)
    .map((part, index) => (index % 2 === 1 ? part : Array.from(part, letterFor).join('')))
    .join('')

const letters = new Map(
  Array.from('abcdefghijklmnopqrstuvwxyz', (letter, index) => [
    letter,
    Array.from('áƀçđéƒğĥíĵķļɱñóþǫŕšţúṽŵẋýž')[index] ?? letter,
  ]),
)

function letterFor(letter: string): string {
  const small = letter.toLowerCase()
  const other = letters.get(small)
  if (other === undefined) return letter
  const cased = letter === small ? other : other.toUpperCase()
  return 'aeiou'.includes(small) ? cased + other : cased
}
