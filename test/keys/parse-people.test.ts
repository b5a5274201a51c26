import { type PastedPerson, parsePeople } from '../../src/keys/parse-people'

const short = ({ label, address, problem }: PastedPerson) =>
  [label, address ?? '-', ...(problem === undefined ? [] : [problem])].join(' | ')

/** What administrators paste, and who is understood to be on it. */
describe('people that were pasted', () => {
  it.each<[string, string, string[]]>([
    ['nothing', '', []],
    ['blank lines', ' \n\t\n\r\n', []],
    ['names', 'Ada Lovelace\nCharles Babbage\n', ['Ada Lovelace | -', 'Charles Babbage | -']],
    ['names with Windows line ends', 'Ada\r\n\r\nCharles\r\n', ['Ada | -', 'Charles | -']],
    ['one name', 'Ada Lovelace', ['Ada Lovelace | -']],
    ['one person who is called Nom', 'Nom', ['Nom | -']],
    ['addresses', 'ada@example.org\ncb@example.org', [' | ada@example.org', ' | cb@example.org']],
    ['a name and an address', 'Ada Lovelace <ada@Example.org>', ['Ada Lovelace | ada@example.org']],
    ['brackets alone', '<ada@example.org>', [' | ada@example.org']],
    ['a quoted name', '"Lovelace, Ada" <ada@example.org>', ['Lovelace, Ada | ada@example.org']],
    [
      'a name and an address without brackets',
      'Ada Lovelace ada@example.org',
      ['Ada Lovelace | ada@example.org'],
    ],
    ['a link to an address', 'mailto:ada@example.org', [' | ada@example.org']],
    [
      'an address in an international domain',
      'Ada <ada@bücher.example>',
      ['Ada | ada@xn--bcher-kva.example'],
    ],
    ['semicolons', 'Lovelace; Ada; ada@example.org', ['Lovelace Ada | ada@example.org']],
    ['commas', 'Lovelace,Ada,ada@example.org', ['Lovelace Ada | ada@example.org']],
    [
      'columns of a spreadsheet',
      'Ada\tLovelace\tada@example.org\nCharles\tBabbage\tcb@example.org',
      ['Ada Lovelace | ada@example.org', 'Charles Babbage | cb@example.org'],
    ],
    [
      'columns without an address',
      'Ada\tLovelace\nCharles\tBabbage',
      ['Ada Lovelace | -', 'Charles Babbage | -'],
    ],
    ['empty columns', '\tAda Lovelace\t\tada@example.org\t\t', ['Ada Lovelace | ada@example.org']],
    [
      'a heading in English',
      'Last name\tFirst name\tTeam\tE-mail\nLovelace\tAda\tEngines\tada@example.org',
      ['Ada Lovelace | ada@example.org'],
    ],
    [
      'a heading in French',
      'Nom;Prénom;Courriel\nLovelace;Ada;ada@example.org',
      ['Ada Lovelace | ada@example.org'],
    ],
    [
      'a heading in Italian',
      'Cognome;Nome;Indirizzo e-mail\nLovelace;Ada;ada@example.org',
      ['Ada Lovelace | ada@example.org'],
    ],
    [
      'a heading in Portuguese',
      'Sobrenome;Nome;Endereço de e-mail\nLovelace;Ada;ada@example.org',
      ['Ada Lovelace | ada@example.org'],
    ],
    ['a heading in capitals', 'NAME,EMAIL\nAda Lovelace,ada@example.org', ['Ada Lovelace | ada@example.org']],
    [
      'a heading for addresses only',
      'who;email\nAda Lovelace;ada@example.org',
      ['Ada Lovelace | ada@example.org'],
    ],
    [
      'quoted CSV',
      'name,email\n"Lovelace, Ada ""the Countess""",ada@example.org',
      ['Lovelace, Ada "the Countess" | ada@example.org'],
    ],
    [
      'a line break in a quoted cell',
      '"Ada\nLovelace";ada@example.org\nCharles;cb@example.org',
      ['Ada Lovelace | ada@example.org', 'Charles | cb@example.org'],
    ],
    [
      'a quote that nobody closes',
      '"Ada;ada@example.org\nCharles;cb@example.org',
      ['"Ada | ada@example.org', 'Charles | cb@example.org'],
    ],
    ['a byte-order mark', '\ufeffAda;ada@example.org', ['Ada | ada@example.org']],
    [
      'recipients of a mail',
      'Ada Lovelace <ada@example.org>; "Babbage, Charles" <cb@example.org>;',
      ['Ada Lovelace | ada@example.org', 'Babbage, Charles | cb@example.org'],
    ],
    ['addresses on one line', 'ada@example.org, cb@example.org', [' | ada@example.org', ' | cb@example.org']],
    ['outer and doubled spaces', '  Ada   Lovelace  ', ['Ada Lovelace | -']],
    ['letters put together', 'Ame\u0301lie', ['Amélie | -']],
    ['markup', '<script>alert(1)</script>', ['<script>alert(1)</script> | -']],
    [
      'an address that is none',
      'Ada\tada@\nCharles\tcb@example.org',
      ['Ada | ada@ | address-invalid', 'Charles | cb@example.org'],
    ],
    [
      'an address twice',
      'Ada;ada@example.org\nAda again;ADA@example.org',
      ['Ada | ada@example.org', 'Ada again | ADA@example.org | address-twice'],
    ],
    [
      'two addresses of one person',
      'Ada;ada@example.org;ada@home.example',
      ['Ada | ada@example.org | addresses-several'],
    ],
    [
      'two addresses in one cell',
      'Ada;ada@example.org ada@home.example',
      ['Ada ada@example.org ada@home.example | ada@example.org ada@home.example | address-invalid'],
    ],
    ['two people of one name', 'Ada\nAda', ['Ada | -', 'Ada | -']],
    ['a name without end', 'a'.repeat(256), [`${'a'.repeat(256)} | - | label-too-long`]],
  ])('%s', (_, pasted, people) => {
    expect(parsePeople(pasted).map(short)).toEqual(people)
  })

  it.each([
    ['Marie Curie <marie@example.org>', 'Marie | Curie'],
    ['Marie Curie', 'Marie | Curie'],
    ['Ludwig van Beethoven', 'Ludwig | van Beethoven'],
    ['"Curie, Marie" <marie@example.org>', 'Marie | Curie'],
    ['CURIE Marie', 'Marie | CURIE'],
    ['Jean-Luc DE LA TOUR', 'Jean-Luc | DE LA TOUR'],
    ['J. R. R. Tolkien', 'J. | R. R. Tolkien'],
    ['J.R.R. Tolkien', 'J.R.R. | Tolkien'],
    ["Seán O'Brien", "Seán | O'Brien"],
    ['Ame\u0301lie Poulain', 'Amélie | Poulain'],
    ['Name\tMail\nMarie Curie\tmarie@example.org', 'Marie | Curie'],
    ['Nom\tPrénom\nvan der Berg\tAnna Maria', 'Anna Maria | van der Berg'],
    ['Marie Curie;marie@example.org', 'Marie | Curie'],
    ['Marie', undefined],
    ['Marie\tCurie\tmarie@example.org', undefined],
    ['marie@example.org', undefined],
    ['Room 12', undefined],
    ['Nom\tPrénom\nCurie\t', undefined],
    ['<script>alert(1)</script> x', undefined],
    ['see www.example.org', undefined],
    ['CURIE MARIE', 'CURIE | MARIE'],
  ])('%j: first and last name are %j', (pasted, told) => {
    const names = parsePeople(pasted)[0]?.names

    expect(names === undefined ? undefined : `${names.firstname} | ${names.realname}`).toBe(told)
  })

  it('what was typed comes back with its line, whatever is wrong with it', () => {
    expect(parsePeople('\nAda\n\n  x@@y  ').map(({ line, typed }) => [line, typed])).toEqual([
      [2, 'Ada'],
      [4, 'x@@y'],
    ])
  })

  it('a thousand are taken; of more, each is told', () => {
    const people = parsePeople(Array.from({ length: 1002 }, (_, index) => `Person ${index}`).join('\n'))

    expect(people.filter(({ problem }) => problem === undefined)).toHaveLength(1000)
    expect(people.slice(1000).map(({ problem }) => problem)).toEqual(['too-many', 'too-many'])
  })

  it.each([
    ['spaces behind a quote', `«${' '.repeat(100_000)}x`],
    ['dots', `a@b${'.'.repeat(100_000)}`],
    ['tabs', `a${'\t'.repeat(100_000)}x`],
    ['brackets', '<'.repeat(100_000)],
  ])('are not read where one line is longer than any name: %s', (_, typed) => {
    expect(parsePeople(typed).map(({ problem }) => problem)).toEqual(['label-too-long'])
  })

  it('are shown up to twice what can be made, and the rest as one line', () => {
    const people = parsePeople('Ada\n'.repeat(150_000))

    expect(people).toHaveLength(2_001)
    expect(people.at(-1)).toMatchObject({ line: 2_001, problem: 'too-many' })
    expect(people.at(-1)?.label).toContain('+147999')
  })
})
