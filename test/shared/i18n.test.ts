import { execFileSync } from 'node:child_process'
import {
  anyOf,
  type Language,
  languageFrom,
  languages,
  messagesFor,
  negotiateLanguage,
} from '../../src/shared/i18n'
import { consoleMessagesFor } from '../../src/shared/i18n/console'
import { keyProblemWordsFor } from '../../src/shared/i18n/key-problems'
import { mailMessagesFor } from '../../src/shared/i18n/mail'

describe('the language of a page', () => {
  it.each<[acceptLanguage: string | undefined, fallback: Language, expected: Language]>([
    [undefined, 'fr', 'fr'],
    ['', 'en', 'en'],
    ['fr', 'en', 'fr'],
    ['FR', 'en', 'fr'],
    ['fr-CA', 'en', 'fr'],
    ['en-GB,en;q=0.9,fr;q=0.8', 'fr', 'en'],
    ['en;q=0.4, fr;q=0.9', 'en', 'fr'],
    ['en;q=0.8,fr-BE;q=0.8', 'fr', 'en'],
    ['nl-BE,nl;q=0.9,fr;q=0.3', 'en', 'fr'],
    ['zh-Hant-TW, nl;q=0.5', 'fr', 'fr'],
    ['fr;q=0', 'en', 'en'],
    ['fr;q=0, en;q=0.1', 'fr', 'en'],
    ['*', 'fr', 'fr'],
    ['nl, *;q=0.5, en;q=0.1', 'fr', 'fr'],
    ['fr;q=nonsense, en;q=0.1', 'fr', 'en'],
    ['fr ; q=0.9 , en ; q=1.0', 'fr', 'en'],
    ['french', 'en', 'en'],
    ['de-AT', 'en', 'de'],
    ['es-419, en;q=0.5', 'en', 'es'],
    ['de-CH,fr;q=0.9', 'en', 'de'],
    ['frr, fro', 'en', 'en'],
    [';;,,=', 'en', 'en'],
  ])('reads %j, with %s to fall back on, as %s', (acceptLanguage, fallback, expected) => {
    expect(negotiateLanguage(acceptLanguage, fallback)).toBe(expected)
  })
})

it.each<[code: string | undefined, expected: Language | undefined]>([
  ['en_US', 'en'],
  ['fr_CA', 'fr'],
  ['fr-BE', 'fr'],
  ['FR', 'fr'],
  ['de_DE', 'de'],
  ['es_ES', 'es'],
  ['es_419', 'es'],
  ['es_MX', 'es'],
  ['it_IT', 'it'],
  ['pt_BR', 'pt'],
  ['pt_PT', 'pt'],
  ['ja_JP', undefined],
  ['eo', undefined],
  ['french', undefined],
  ['', undefined],
  [undefined, undefined],
])('knows GLPI’s %j as %s', (code, expected) => {
  expect(languageFrom(code)).toBe(expected)
})

/** What the checks below look for in each language. */
const expected: Record<
  Language,
  { anyOf: string; somebodyToAsk: RegExp; nothingLost: RegExp; badlySet: RegExp; jargon: RegExp }
> = {
  en: {
    anyOf: 'a, b or c',
    somebodyToAsk: /person who|helpdesk/,
    nothingLost: /Nothing is lost/,
    badlySet: /\w [:;?]|\.\.\./,
    jargon: /\b(keys?|tokens?|hash|server|session|bytes?)\b/i,
  },
  fr: {
    anyOf: 'a, b ou c',
    somebodyToAsk: /personne qui|service d’assistance/,
    nothingLost: /Rien n’est perdu/,
    badlySet: / [:;?!]|\w[:;?!](\s|$)|\w'|\.\.\./,
    jargon: /\b(clés?|jetons?|hash|serveur|session|octets?)\b/i,
  },
  de: {
    anyOf: 'a, b oder c',
    somebodyToAsk: /Person, (die|von der)|Helpdesk/,
    nothingLost: /Es geht nichts verloren/,
    badlySet: /\w [:;?]|\w'|["”]|\.\.\.|[^\u00a0]…$|\b(dir|dich|dein\w*)\b/,
    jargon: /\b(Schlüssel|Tokens?|Hash|Server|Sitzung|Bytes?)\b/i,
  },
  es: {
    anyOf: 'a, b o c',
    somebodyToAsk: /persona (que|de la que)|servicio de asistencia/,
    nothingLost: /No se pierde nada/,
    badlySet: /\w [:;?]|^[^¿]*\?|["“]|\.\.\.|\b(tú|tu|tus|ti|contigo)\b/,
    jargon: /\b(claves?|tokens?|hash|servidor|bytes?)\b/i,
  },
  it: {
    anyOf: 'a, b o c',
    somebodyToAsk: /persona (che|da)|servizio di assistenza/,
    nothingLost: /Nulla è andato perso/,
    badlySet: / [:;?]|\p{L}'|\.\.\./u,
    jargon: /\b(chiav[ei]|token|hash|server|session[ei]|byte)\b/i,
  },
  pt: {
    anyOf: 'a, b ou c',
    somebodyToAsk: /pessoa (que|da)|suporte/,
    nothingLost: /Nada se perdeu/,
    badlySet: / [:;?]|\p{L}'|\.\.\./u,
    jargon: /\b(chaves?|tokens?|hash|servidor|sess(ão|ões)|bytes?)\b/i,
  },
}

/** What administrators and mails say, and new users. */
const everything = (language: Language) => ({
  console: consoleMessagesFor(language),
  keyProblems: keyProblemWordsFor(language),
  mail: mailMessagesFor(language),
  pages: messagesFor(language),
})

describe.each(languages)('the dictionaries in %s', (language) => {
  it('leave nothing empty', () => {
    const whole = textsIn(everything(language)).filter(
      ([path]) => !path.startsWith('.console.making.sentence'),
    )

    const unfinished = whole.filter(([, text]) => text === '' || text !== text.trim())

    expect(unfinished).toEqual([])
  })

  it('have no text that somebody forgot to translate', () => {
    const english = new Set(language === 'en' ? [] : textsIn(everything('en')).map(asLine))

    const same = textsIn(everything(language)).filter((text) => english.has(asLine(text)))

    // A word may be the same in both; a sentence is not.
    expect(same.filter(([path, text]) => wordsIn(text) > (path.startsWith('.pages') ? 1 : 2))).toEqual([])
  })

  it('name the limit wherever there is one', () => {
    const { problems, passwordHints } = messagesFor(language)

    for (const code of [
      'too-long',
      'password-too-short',
      'password-too-long',
      'password-too-many-bytes',
    ] as const) {
      expect(problems[code](71, '')).toContain('71')
    }
    expect(passwordHints.length(12)).toContain('12')
    expect(passwordHints.maxBytes(72)).toContain('72')
  })

  it('name somebody to ask in every refusal', () => {
    for (const { advice } of Object.values(messagesFor(language).refusals))
      expect(advice).toMatch(expected[language].somebodyToAsk)
  })

  it('say that nothing is lost when the helpdesk is the reason', () => {
    const { refusals } = messagesFor(language)

    for (const code of ['REDEMPTION_STOPPED', 'GLPI_MAINTENANCE', 'GLPI_CHANGED', 'SERVER_BUSY'] as const)
      expect(refusals[code].reason).toMatch(expected[language].nothingLost)
  })

  it('are set as the language is set', () => {
    expect(
      textsIn(messagesFor(language)).filter(([, text]) => expected[language].badlySet.test(text)),
    ).toEqual([])
  })

  it('use no word that a new user would have to look up', () => {
    expect(textsIn(messagesFor(language)).filter(([, text]) => expected[language].jargon.test(text))).toEqual(
      [],
    )
  })

  it('join what may be chosen', () => {
    expect(anyOf(language, ['a', 'b', 'c'])).toBe(expected[language].anyOf)
  })
})

it('are loaded when somebody first reads them, and not before', () => {
  const loaded = execFileSync(
    process.execPath,
    [
      '-e',
      `const { messagesFor } = require('./dist/shared/i18n')
       require('./dist/shared/i18n/console'), require('./dist/shared/i18n/mail'), require('./dist/shared/i18n/key-problems')
       messagesFor('fr')
       console.log(Object.keys(require.cache).flatMap((file) => /i18n.(.*\\b(?:en|fr|de|es|it|pt)\\b.*)\\.js$/.exec(file)?.[1] ?? []).join())`,
    ],
    { encoding: 'utf8' },
  )

  const files = loaded.trim().split(',')
  expect(files).toContain('fr')
  expect(files.filter((file) => !/(^|\/)fr$/.test(file) || file.startsWith('console'))).toEqual([])
})

/** Every text with its path; a function is called with a number, which says as much as a name here. */
function textsIn(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function')
    return [[path, String((value as (...values: number[]) => unknown)(12, 34, 56))]]
  return Object.entries(value as object).flatMap(([name, inner]) => textsIn(inner, `${path}.${name}`))
}

const asLine = ([path, text]: [path: string, text: string]): string => `${path}: ${text}`
const wordsIn = (text: string): number => text.replace('undefined', '').match(/\p{L}{3,}/gu)?.length ?? 0
