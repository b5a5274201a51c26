import { type AccountEnd, type KeyFieldName, readTerms } from '../../src/keys'
import { getKey } from '../../src/keys/revoke-key'
import { givenKey } from '../support/builders'
import { startTestApp, type TestApp } from '../support/test-app'

/** What a key carries besides what it grants is what was asked for, and nothing where nothing was. */
describe('what a key carries', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp()
  })
  afterAll(() => app.close())

  const terms = ({ uid }: { uid: string }) => readTerms(app.context.db, uid)

  it('is nothing unless asked for', async () => {
    const key = await givenKey(app)

    expect(await getKey(app.context.db, key.uid)).toMatchObject({
      addresses: [],
      domains: [],
      accountValidity: { from: undefined, end: undefined },
      language: undefined,
      fields: [],
      needsProof: false,
      presetUid: undefined,
      message: undefined,
      isBound: false,
    })
  })

  it('is kept as a whole', async () => {
    const asked = {
      addresses: ['ada@example.org'],
      domains: ['example.net', '*.example.org'],
      accountValidity: {
        from: new Date('2030-01-01T00:00:00.000Z'),
        end: { kind: 'date' as const, at: new Date('2031-06-30T21:59:59.999Z') },
      },
      language: 'fr_FR',
      fields: [
        { field: 'firstname' as const, value: 'Ada', isLocked: false },
        { field: 'realname' as const, value: 'Lovelace', isLocked: true },
      ],
      needsProof: true,
      presetUid: '0190a1b2-c3d4-7e5f-8a6b-1234567890ab',
      message: 'Welcome!\nSee you on Monday.',
    }
    const key = await givenKey(app, asked)

    const made = await getKey(app.context.db, key.uid)
    expect({ ...made, domains: [...made.domains].sort() }).toMatchObject({
      ...asked,
      domains: ['*.example.org', 'example.net'],
      isBound: true,
    })
  })

  it.each([
    { kind: 'days' as const, days: 90 },
    { kind: 'months' as const, months: 6 },
  ])('the account may end some $kind after joining', async (end) => {
    const key = await givenKey(app, { accountValidity: { from: undefined, end } })

    expect((await terms(key)).accountValidity).toEqual({ from: undefined, end })
  })

  it.each([{ addresses: ['ada@example.org'] }, { domains: ['example.org'] }])(
    'a key for %j is bound',
    async (asked) => {
      expect((await terms(await givenKey(app, asked))).isBound).toBe(true)
    },
  )

  it('is tidied when the key is made', async () => {
    const key = await givenKey(app, {
      domains: ['@Example.ORG', 'example.org', '*.BÜCHER.example'],
      language: 'fr-fr',
      fields: [
        { field: 'firstname', value: '  Ada   Augusta ', isLocked: false },
        { field: 'realname', value: '   ', isLocked: true },
      ],
      message: '  Hello\r\nthere\u0007!\n\n',
    })

    const made = await getKey(app.context.db, key.uid)
    expect(made).toMatchObject({
      language: 'fr_FR',
      fields: [{ field: 'firstname', value: 'Ada Augusta', isLocked: false }],
      message: 'Hello\nthere!',
    })
    expect([...made.domains].sort()).toEqual(['*.xn--bcher-kva.example', 'example.org'])
  })

  it('binds the key to an address that it locks', async () => {
    const key = await givenKey(app, {
      fields: [{ field: 'email', value: 'Ada@example.org', isLocked: true }],
    })

    expect(await terms(key)).toMatchObject({ addresses: ['Ada@example.org'], isBound: true })
  })

  const end = (n: AccountEnd) => ({ accountValidity: { from: undefined, end: n } })
  const date = (at: string) => end({ kind: 'date', at: new Date(at) })
  const locked = (field: KeyFieldName, value: string) => ({ fields: [{ field, value, isLocked: true }] })

  it.each<[string, Parameters<typeof givenKey>[1], string, RegExp]>([
    [
      'wrong domains, all named',
      { domains: ['example.org', 'nowhere', 'a@b.c'] },
      'INPUT_INVALID',
      /nowhere, a@b\.c/,
    ],
    ['a language GLPI has not', { language: 'fr_XX' }, 'INPUT_INVALID', /fr_XX.*fr_FR/],
    ['nothing like a language', { language: 'Klingon' }, 'INPUT_INVALID', /Klingon.*try fr_FR/],
    ['no days', end({ kind: 'days', days: 0 }), 'INPUT_INVALID', /from 1 to 3650 days/],
    ['half a month', end({ kind: 'months', months: 0.5 }), 'INPUT_INVALID', /months/],
    ['a hundred years', end({ kind: 'months', months: 1200 }), 'INPUT_INVALID', /months/],
    ['an end in the past', date('2020-01-01T00:00:00Z'), 'ACCOUNT_END_PAST', /2020/],
    ['an end after 2038', date('2038-01-20T00:00:00Z'), 'ACCOUNT_END_TOO_LATE', /2038/],
    [
      'an end that some would reach after 2038',
      { ...end({ kind: 'months', months: 120 }), expiresAt: new Date('2036-01-01T00:00:00Z') },
      'ACCOUNT_END_TOO_LATE',
      /2038/,
    ],
    [
      'an end before the key begins',
      {
        ...date('2027-06-30T00:00:00Z'),
        notBefore: new Date('2027-07-01T00:00:00Z'),
        expiresAt: new Date('2027-08-01T00:00:00Z'),
      },
      'ACCOUNT_END_PAST',
      /2027/,
    ],
    ['a login no login can be', locked('login', 'a/b'), 'INPUT_INVALID', /login cannot be a\/b/],
    ['a name no name can be', locked('firstname', 'www.example.org'), 'INPUT_INVALID', /firstname cannot be/],
    ['an address that is none', locked('email', 'nobody'), 'INPUT_INVALID', /email cannot be nobody/],
    [
      'a field twice',
      { fields: [...locked('login', 'a').fields, ...locked('login', 'b').fields] },
      'INPUT_INVALID',
      /two values/,
    ],
    ['one login for two', { ...locked('login', 'ada'), maxUses: 2 }, 'INPUT_INVALID', /one person/],
    ['a login that is taken', locked('login', 'GLPI'), 'INPUT_INVALID', /already: glpi/],
    [
      'an address the key is not for',
      { ...locked('email', 'ada@example.org'), domains: ['example.net'] },
      'INPUT_INVALID',
      /not for the address/,
    ],
    ['an endless message', { message: 'x'.repeat(2_001) }, 'INPUT_INVALID', /2000 characters/],
    [
      'too many domains',
      { domains: Array.from({ length: 51 }, (_, n) => `d${n}.example`) },
      'INPUT_INVALID',
      /50 domains/,
    ],
  ])('is refused with a word for it: %s', async (_, asked, code, says) => {
    const failure: unknown = await givenKey(app, asked).catch((error: unknown) => error)

    expect(failure).toMatchObject({ code, message: expect.stringMatching(says) as string })
  })
})
