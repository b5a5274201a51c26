import { stringify } from 'csv-stringify/sync'
import { columnNamed, csvOptions, importColumns, readTable, type TableOptions } from '../../src/csv'
import { headingsOf } from '../../src/csv/columns'
import { tableLimits } from '../../src/csv/limits'
import { plainHeading } from '../../src/shared/people-headings'

const read = (text: string | Buffer, options?: TableOptions) => readTable(Buffer.from(text), options)
const cellsOf = async (text: string | Buffer, options?: TableOptions) =>
  (await read(text, options)).rows.map(({ cells }) => cells)
const refusalOf = (text: string | Buffer, options?: TableOptions): Promise<string> =>
  read(text, options).then(
    () => 'it was read',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )

const marie = { email: 'marie@example.org', firstname: 'Marie', realname: 'Curie' }
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')

describe('a first line that is none', () => {
  it.each([
    ['a text in place of a name', `email,${'x'.repeat(100_000)}`, 'is none of ours'],
    [
      'more names than any list has',
      `email,${Array.from({ length: 300 }, (_, n) => `c${n}`).join()}`,
      '200 columns',
    ],
  ])('is refused at once: %s', async (_, text, why) => {
    expect(await refusalOf(text)).toContain(why)
  })
})

describe('a table is read as spreadsheets and programs write it', () => {
  it.each<[string, string | Buffer, TableOptions?]>([
    ['commas', 'email,firstname,realname\nmarie@example.org,Marie,Curie\n'],
    [
      'Excel with semicolons, a mark and CRLF',
      '\ufeffemail;firstname;realname\r\nmarie@example.org;Marie;Curie\r\n',
    ],
    [
      'tabs in UTF-16, Excel’s “Unicode text”',
      utf16('email\tfirstname\trealname\r\nmarie@example.org\tMarie\tCurie\r\n'),
    ],
    [
      'UTF-16 of the other order',
      utf16('email\tfirstname\trealname\nmarie@example.org\tMarie\tCurie').swap16(),
    ],
    [
      'Excel’s line that names the delimiter',
      'sep=|\r\nemail|firstname|realname\r\nmarie@example.org|Marie|Curie\r\n',
    ],
    ['old line ends', 'email,firstname,realname\rmarie@example.org,Marie,Curie\r'],
    ['columns in any order, in French', 'Nom;Prénom;Courriel\nCurie;Marie;marie@example.org'],
    [
      'in German, where the name beside the first name is the last one',
      'Vorname;Name;E-Mail\nMarie;Curie;marie@example.org',
    ],
    ['in Spanish', 'Correo electrónico,Nombre,Apellidos\nmarie@example.org,Marie,Curie'],
    ['in Italian', 'Indirizzo e-mail;Cognome;Nome\nmarie@example.org;Curie;Marie'],
    ['in Portuguese', 'Endereço de e-mail;Nome;Sobrenome\nmarie@example.org;Marie;Curie'],
    ['names in any spelling', 'E_MAIL,First Name,REAL-NAME\nmarie@example.org,Marie,Curie'],
    ['without accents in the heading', 'PRENOM,NOM,MAIL\nMarie,Curie,marie@example.org'],
    [
      'an address with a name around it',
      'email,firstname,realname\n"Marie Curie <marie@example.org>",Marie,Curie',
    ],
    [
      'columns that are mapped, and the rest left out',
      'Kontakt;Rufname;Zuname;Kostenstelle;Chef\nmarie@example.org;Marie;Curie;17;Becquerel',
      {
        mappings: [
          { theirs: 'kontakt', ours: 'email' },
          { theirs: 'Rufname', ours: 'firstname' },
          { theirs: 'Zuname', ours: 'realname' },
          { theirs: '*', ours: undefined },
        ],
      },
    ],
    ['rows without their last, empty cells', 'email,firstname,realname,phone\nmarie@example.org,Marie,Curie'],
    [
      'our own file of what failed',
      'email,firstname,realname,problem\nmarie@example.org,Marie,Curie,"phone: none"',
    ],
    [
      'letters of Windows, when it is said',
      Buffer.from('email;firstname;realname\nmarie@example.org;Marie;Curie', 'latin1'),
      { encoding: 'windows-1252' },
    ],
  ])('%s', async (_, file, ...[options]) => {
    expect(await cellsOf(file, options)).toEqual([expect.objectContaining(marie)])
  })

  it('keeps what stands in quotes, and tells on which line of the file a row begins', async () => {
    const { rows } = await read(
      'sep=;\r\nemail;message\r\n\r\na@example.org;"Hello\r\n""you""; there"\r\nb@example.org;x\r\n',
    )

    expect(rows.map(({ line, cells }) => [line, cells.message])).toEqual([
      [4, 'Hello\r\n"you"; there'],
      [6, 'x'],
    ])
  })

  it('reads back what our own tables guard against being run as a formula', async () => {
    const written = stringify(
      [
        ['email', 'phone', 'message'],
        ['a@example.org', '+33 6 12', 'x; =1+1'],
      ],
      csvOptions,
    )

    expect(await cellsOf(written)).toEqual([
      { email: 'a@example.org', phone: '+33 6 12', message: 'x; =1+1' },
    ])
  })

  it.each([
    ['31.12.2026', 'iso', '2026-12-31'],
    ['31/12/2026', 'dmy', '2026-12-31'],
    ['12/31/2026', 'mdy', '2026-12-31'],
    ['2026-12-31', 'mdy', '2026-12-31'],
    ['31/12/2026', 'iso', '31/12/2026'],
  ] as const)('a date %s in order %s is %s', async (typed, dates, iso) => {
    expect(await cellsOf(`email,expiresAt\na@example.org,${typed}`, { dates })).toEqual([
      { email: 'a@example.org', expiresAt: iso },
    ])
  })

  it('no heading means two columns', () => {
    const meanings = importColumns.flatMap((column) =>
      [column, ...headingsOf[column]].map((one) => [one, column] as const),
    )

    expect(meanings.filter(([heading, column]) => columnNamed(heading) !== column)).toEqual([])
    expect(meanings.filter(([heading]) => plainHeading(heading) === '')).toEqual([])
  })
})

describe('a file that cannot be read is refused with what to do about it', () => {
  it.each<[string, string | Buffer, string | RegExp]>([
    [
      'letters of Windows',
      Buffer.from('email,firstname\na@example.org,Ada\nr@example.org,Ren\xe9', 'latin1'),
      /^line 3: .*CSV UTF-8.*Ren/,
    ],
    ['an Excel workbook', Buffer.from('PK\x03\x04 workbook', 'latin1'), /Excel or LibreOffice file/],
    ['an old Excel workbook', Buffer.from('d0cf11e0a1b1', 'hex'), /old Excel file/],
    ['no text', Buffer.from('email\0,firstname'), /no text/],
    ['nothing', ' \n', 'the file is empty'],
    ['no heading', 'a@example.org,Ada\nb@example.org,Ben', /first line has to hold the names/],
    [
      'a quote that stays open',
      'email,firstname\na@example.org,Ada\nb@example.org,"Ben\nc@example.org,Cleo\n',
      /^line 3: a quote opens here/,
    ],
    [
      'a quote inside a cell',
      'email,firstname\na@example.org,"Ada" A.\n',
      /^line 2: a quote stands in the middle/,
    ],
    [
      'cells below no name',
      'email,,firstname\na@example.org,x,Ada',
      'line 1: column 2 has no name: give it one, or take it out',
    ],
  ])('%s', async (_, file, message) => {
    const refusal = await refusalOf(file)

    if (typeof message === 'string') expect(refusal).toBe(message)
    else expect(refusal).toMatch(message)
  })

  it('too many bytes, or rows', async () => {
    expect(await refusalOf(Buffer.alloc(tableLimits.bytes + 1, 'a'))).toMatch(/more than 32 MiB/)
    expect(await refusalOf(`email\n${'a@example.org\n'.repeat(tableLimits.rows + 1)}`)).toMatch(
      /more than 100000 rows/,
    )
  })

  it('names everything that is wrong with the heading at once, with what may have been meant', async () => {
    const refusal = await refusalOf('Fistname;Shoe size;Phone;Telefon\nAda;38;1;2', {
      mappings: [{ theirs: 'Shoesize2', ours: 'label' }],
    })

    expect(refusal.split('\n')).toEqual([
      'line 1: column 1, “Fistname”, is none of ours. Did you mean “firstname”? Say what it is (--map "Fistname=…"), or leave it out (--map "Fistname=")',
      'line 1: column 2, “Shoe size”, is none of ours. Say what it is (--map "Shoe size=…"), or leave it out (--map "Shoe size=")',
      'line 1: “Phone” and “Telefon” are both phone: take one out, or leave it out (“Telefon=”)',
      'line 1: there is no column email and none externalId: a row is known by one of them',
      'line 1: no column is called “Shoesize2”, which was to be mapped; did you mean “Shoe size”?',
    ])
  })
})

it('a row with something wrong comes back with its problems, and the others are read', async () => {
  const { rows } = await read(
    [
      'email,externalId,phone,firstname',
      'a@example.org,1,123,Ada',
      'b@example.org,2,3.36E+10,Ben',
      'c@example.org,1,#N/A,Cleo',
      'd@example.org,4,1,De,Dee',
      `e@example.org,5,1,${'e'.repeat(tableLimits.cell + 1)}`,
      'F@Example.org,,1,Fay',
      'f@example.org,,1,Fay',
      'G@example.org,,1,Gwen',
      'h@example.org,8,1,Hal',
      'g@example.org,7,1,Gwen',
      'h@example.org,,1,Hal',
      'h@example.org,9,1,Hal who shares it',
    ].join('\n'),
  )

  expect(
    rows.map(({ line, problems }) => [
      line,
      problems.map(({ column, code }) => `${column ?? 'row'} ${code}`),
    ]),
  ).toEqual([
    [2, []],
    [3, ['phone spreadsheet-number']],
    [4, ['phone spreadsheet-error', 'externalId twice']],
    [5, ['row too-many-cells']],
    [6, ['firstname too-long']],
    [7, []],
    [8, ['email twice']],
    [9, ['email twice']],
    [10, []],
    [11, []],
    [12, ['email twice']],
    [13, []],
  ])
})
