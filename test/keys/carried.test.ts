import { readTerms } from '../../src/keys'
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
})
