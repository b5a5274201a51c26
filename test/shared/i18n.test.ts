import { type Language, languages, messagesFor, negotiateLanguage } from '../../src/shared/i18n'

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
    ['de-DE,de;q=0.9,fr;q=0.3', 'en', 'fr'],
    ['de, nl;q=0.5', 'fr', 'fr'],
    ['fr;q=0', 'en', 'en'],
    ['fr;q=0, en;q=0.1', 'fr', 'en'],
    ['*', 'fr', 'fr'],
    ['de, *;q=0.5, en;q=0.1', 'fr', 'fr'],
    ['fr;q=nonsense, en;q=0.1', 'fr', 'en'],
    ['fr ; q=0.9 , en ; q=1.0', 'fr', 'en'],
    ['french', 'en', 'en'],
    [';;,,=', 'en', 'en'],
  ])('reads %j, with %s to fall back on, as %s', (acceptLanguage, fallback, expected) => {
    expect(negotiateLanguage(acceptLanguage, fallback)).toBe(expected)
  })
})

describe('the dictionaries', () => {
  it.each(languages)('leave nothing empty in %s', (language) => {
    const unfinished = textsIn(messagesFor(language)).filter(
      ([, text]) => text === '' || text !== text.trim(),
    )

    expect(unfinished).toEqual([])
  })

  it('have no text in English that French forgot to translate', () => {
    const english = new Map(textsIn(messagesFor('en')))

    const untranslated = textsIn(messagesFor('fr')).filter(([path, text]) => english.get(path) === text)

    expect(untranslated).toEqual([])
  })

  it.each(languages)('name the limit in %s wherever there is one', (language) => {
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

  it.each(languages)('name somebody to ask in every refusal in %s', (language) => {
    const { refusals } = messagesFor(language)

    for (const { advice } of Object.values(refusals)) {
      expect(advice).toMatch(/person who|helpdesk|personne qui|service d’assistance/)
    }
  })

  it.each(languages)('say in %s that nothing is lost when the helpdesk is the reason', (language) => {
    const { refusals } = messagesFor(language)

    for (const code of ['REDEMPTION_STOPPED', 'GLPI_MAINTENANCE', 'GLPI_CHANGED', 'SERVER_BUSY'] as const) {
      expect(refusals[code].reason).toMatch(/Nothing is lost|Rien n’est perdu/)
    }
  })

  it('set French as French is set', () => {
    const badlySet = textsIn(messagesFor('fr')).filter(([, text]) =>
      / [:;?!]|\w[:;?!](\s|$)|\w'|\.\.\./.test(text),
    )

    expect(badlySet).toEqual([])
  })

  it.each(languages)('use no word in %s that a new user would have to look up', (language) => {
    const jargon = textsIn(messagesFor(language)).filter(([, text]) =>
      /\b(keys?|tokens?|hash|server|session|clés?|jetons?|serveur|bytes?|octets?)\b/i.test(text),
    )

    expect(jargon).toEqual([])
  })
})

/** Every text with its path; a function is called with a number, which says as much as a name here. */
function textsIn(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function')
    return [[path, String((value as (...values: number[]) => unknown)(12, 34))]]
  return Object.entries(value as object).flatMap(([name, inner]) => textsIn(inner, `${path}.${name}`))
}
