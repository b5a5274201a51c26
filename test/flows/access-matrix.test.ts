import { consoleRoutes } from '../../src/web/console/routes'
import type { Answer } from '../support/browser'
import { givenKey, type GivenKey } from '../support/builders'
import { type Admin, adminAt, samplePassword, signInAs, trySignIn } from '../support/console'
import { givenAdmin, rights } from '../support/admins'
import { mainly, startTestApp, type TestApp } from '../support/test-app'

/** Who asks. `elsewhere` may do everything, in an entity that is not the key's; `gone` was deactivated meanwhile. */
const people = ['stranger', 'plain', 'elsewhere', 'reader', 'maker', 'updater', 'super', 'gone'] as const
type Person = (typeof people)[number]

/** A page (with its status), the sign-in page, or a redirect to another page of the console. */
type Expected = number | 'sign-in' | 'done'
type Row = Record<Person, Expected>

const paris = 1 // an entity of the sample company

const out = { stranger: 'sign-in', plain: 'sign-in', gone: 'sign-in' } as const
/** Signed in or not. */
const anybody = (expected: Expected): Row => ({
  ...everyone(expected),
  stranger: expected,
  plain: expected,
  gone: expected,
})
/** For whoever is signed in. */
const everyone = (expected: Expected): Row => ({
  ...out,
  elsewhere: expected,
  reader: expected,
  maker: expected,
  updater: expected,
  super: expected,
})
/** For those with a right; `elsewhere` has all of them but what takes `config`. */
const makers = (expected: Expected): Row => ({
  ...everyone(403),
  elsewhere: expected,
  maker: expected,
  super: expected,
})
const updaters = (expected: Expected): Row => ({
  ...everyone(403),
  elsewhere: expected,
  updater: expected,
  super: expected,
})
const configurers = (expected: Expected): Row => ({ ...everyone(403), super: expected })
/** Of a key in Paris: whoever looks after Lyon does not even learn that it is there. */
const ofTheKey = (row: Row): Row => ({ ...row, elsewhere: 404 })

const { read, create, update } = rights
const everything = read | create | update
const colleagues: Record<Exclude<Person, 'stranger'>, { user: number; config?: number; entity: string }> = {
  plain: { user: 0, entity: 'Paris' },
  elsewhere: { user: everything, entity: 'Lyon' },
  reader: { user: read, entity: 'Paris' },
  maker: { user: read | create, entity: 'Paris' },
  updater: { user: read | update, entity: 'Paris' },
  super: { user: everything, config: update, entity: 'Root entity' },
  gone: { user: everything, config: update, entity: 'Root entity' },
}

interface Case {
  row: Row
  /** Below `/console`, where the pattern alone does not say it. */
  path?: (key: GivenKey) => string
  fields?: (key: GivenKey) => Record<string, string>
  /** Whoever asks is signed out then, and comes as somebody new. */
  endsSession?: true
}

/**
 * Every route of the console and what each person gets. A route that is not here fails the test, and so does a row
 * without a route. What comes with a wrong form answers 400 or 422: the person got past the guard.
 */
const matrix: Record<string, Case> = {
  'GET /': { row: everyone(200), path: () => '' },
  'POST /checks': { row: updaters('done') },
  'GET /sign-in': { row: anybody(200) },
  // Whoever is signed in sends the token of another form; the others have one from the sign-in page.
  'POST /sign-in': { row: { ...everyone(400), stranger: 401, plain: 401, gone: 401 } },
  'GET /link/:token': { row: anybody('done'), path: () => '/link/made-up' },
  'GET /link': { row: anybody(200) },
  'POST /link': { row: { ...everyone(400), stranger: 410, plain: 410, gone: 410 } },
  'POST /session/authorisation': { row: everyone(400), fields: () => ({ authorisation: '99:99' }) },
  'POST /session/end': { row: everyone('sign-in'), endsSession: true },
  'POST /session/end-everywhere': { row: everyone('sign-in'), endsSession: true },
  'GET /keys': { row: everyone(200) },
  'GET /keys.csv': { row: everyone(200) },
  'POST /keys/revocations/preview': {
    row: { ...updaters(200), elsewhere: 'done' },
    fields: ({ uid }) => ({ uid }),
  },
  'POST /keys/revocations': { row: updaters('done'), fields: ({ uid }) => ({ uid, reason: '' }) },
  'POST /keys/transfers/preview': { row: updaters(200), fields: ({ uid }) => ({ uid }) },
  'POST /keys/transfers': { row: updaters(422), fields: ({ uid }) => ({ uid, to: 'nobody-at-all' }) },
  'GET /keys/new': { row: makers(200) },
  'POST /keys/new': { row: makers(200) },
  'POST /keys': { row: makers(400) },
  'GET /presets': { row: everyone(200) },
  'GET /presets/new': { row: makers(200) },
  'POST /presets': { row: makers(422) },
  // Whose preset it is decides the rest: console-presets.test.ts.
  'GET /presets/:uid': { row: makers(404) },
  'POST /presets/:uid': { row: makers(404) },
  'GET /presets/:uid/deletion': { row: everyone(404) },
  'POST /presets/:uid/deletion': { row: everyone(404) },
  'GET /presets/:uid/transfer': { row: updaters(404) },
  'POST /presets/:uid/transfer': { row: updaters(404) },
  'POST /keys/:uid/presets': { row: ofTheKey(makers('done')) },
  'GET /batches/new': { row: makers(200) },
  'POST /batches/new': { row: makers(200) },
  'GET /batches': { row: makers('done') },
  'POST /batches/preview': { row: makers(422) },
  'POST /batches': { row: makers(400) },
  'POST /batches/:uid/links': { row: makers(404) },
  'POST /batches/:uid/csv': { row: makers(404) },
  'POST /batches/:uid/deliveries': { row: makers(404) },
  'GET /requests': { row: everyone(200) },
  // There is none with the id of a key: dead-ends.test.ts has real ones.
  'GET /requests/:uid': { row: everyone(404) },
  'POST /requests/:uid/codes': { row: updaters(404) },
  'POST /requests/:uid/invitations': { row: makers(404) },
  'POST /requests/:uid/refusals': { row: { ...everyone(404), reader: 403 } },
  'GET /approvals': { row: everyone(200) },
  'GET /approvals/review': { row: everyone('done') },
  'POST /approvals/approved': { row: updaters('done') },
  'POST /approvals/rejected': { row: updaters(422) },
  'GET /audit': { row: everyone(200) },
  'GET /audit.csv': { row: everyone(200) },
  'GET /keys/:uid': { row: ofTheKey(everyone(200)) },
  'POST /keys/:uid/terms': { row: ofTheKey(updaters(422)) },
  'GET /keys/:uid/carried': { row: ofTheKey(updaters(200)) },
  'POST /keys/:uid/carried': { row: ofTheKey(updaters(422)) },
  'POST /keys/:uid/pause': { row: ofTheKey(updaters('done')) },
  'POST /keys/:uid/resumption': { row: ofTheKey(updaters('done')) },
  'POST /keys/:uid/revocation': { row: ofTheKey(updaters('done')), fields: () => ({ reason: 'matrix' }) },
  // Both rights: to change keys, and to make this very one.
  'POST /keys/:uid/renewals': {
    row: ofTheKey({ ...updaters(422), super: 'done' }),
    fields: () => ({ limit: '9', 'was-limit': '3', end: 'x', 'was-end': 'x' }),
  },
  'POST /keys/:uid/codes': { row: ofTheKey(updaters(400)) },
  'POST /keys/:uid/reinstatement': { row: ofTheKey(updaters('done')) },
  'POST /keys/:uid/deliveries': { row: ofTheKey(makers(422)) }, // it is bound to nobody
  'POST /keys/:uid/deliveries/:mail/attempts': {
    row: makers(404),
    path: ({ uid }) => `/keys/${uid}/deliveries/${uid}/attempts`,
  },
  'POST /keys/:uid/link': { row: ofTheKey(makers(200)) },
  'GET /tokens': { row: everyone(200) },
  'GET /tokens/everybody': { row: configurers(200) },
  'GET /tokens/new': { row: everyone(200) },
  'POST /tokens': { row: everyone(400) },
  // There is none with the id of a key: whose it is decides the rest, in api-tokens-console.test.ts.
  'GET /tokens/:uid/rotation': { row: everyone(404) },
  'POST /tokens/:uid/secrets': { row: everyone(404) },
  'GET /tokens/:uid/revocation': { row: everyone(404) },
  'POST /tokens/:uid/revocation': { row: everyone(404) },
  'GET /webhooks': { row: configurers(200) },
  'GET /webhooks/new': { row: configurers(200) },
  'POST /webhooks': { row: configurers(400) },
  // There is none with the id of a key: console-webhooks.test.ts has real ones.
  'GET /webhooks/:uid': { row: configurers(404) },
  'POST /webhooks/:uid': { row: configurers(404) },
  'POST /webhooks/:uid/tests': { row: configurers(404) },
  'POST /webhooks/:uid/secrets': { row: configurers(404) },
  'POST /webhooks/:uid/pause': { row: configurers(404) },
  'POST /webhooks/:uid/resumption': { row: configurers(404) },
  'GET /webhooks/:uid/deletion': { row: configurers(404) },
  'POST /webhooks/:uid/deletion': { row: configurers(404) },
  'POST /webhooks/:uid/deliveries/:delivery/attempts': {
    row: configurers(404),
    path: ({ uid }) => `/webhooks/${uid}/deliveries/${uid}/attempts`,
  },
  'GET /status': { row: configurers(200) },
  'GET /privacy': { row: configurers(200) },
  'POST /privacy/lookups': { row: configurers('done'), fields: () => ({ email: 'nobody@example.org' }) },
  'POST /privacy/exports': { row: configurers(400) },
  'POST /privacy/erasures': { row: configurers(400) },
  'GET /kill-switch': { row: configurers(200) },
  'POST /kill-switch': { row: configurers(422), fields: () => ({ turn: 'on' }) },
}

describe.each(mainly('10.0'))('who may do what in the console on GLPI $line at "$base"', (layout) => {
  let app: TestApp
  let admins: Record<Person, Admin>
  let unchanged: GivenKey

  beforeAll(async () => {
    app = await startTestApp(layout)
    admins = await everybodyComes()
    unchanged = await givenParisKey()
  })

  const givenParisKey = () =>
    givenKey(app, {
      maxUses: 3,
      grant: { authorisations: [{ profilesId: 1, entitiesId: paris, isRecursive: true }], groupIds: [] },
    })

  async function everybodyComes(): Promise<Record<Person, Admin>> {
    const come: [Person, Admin][] = []
    for (const person of people) come.push([person, await comeAs(person)])
    return Object.fromEntries(come) as Record<Person, Admin>
  }

  async function comeAs(person: Person): Promise<Admin> {
    if (person === 'stranger') return adminAt(app.browser())
    const { login } = await givenAdmin(app.database, colleagues[person])
    if (person === 'plain') {
      const browser = app.browser()
      await trySignIn(browser, login, samplePassword)
      return adminAt(browser)
    }
    const admin = await signInAs(app, login)
    const { glpiDatabase, sql } = app.database
    if (person === 'gone')
      await sql('UPDATE ??.glpi_users SET is_active = 0 WHERE name = ?', [glpiDatabase, login])
    return admin
  }
  afterAll(() => app.close())

  it('has an expectation for every route there is, and a route for every expectation', () => {
    const routes = consoleRoutes(app.context).map(({ method, path }) => `${method.toUpperCase()} ${path}`)

    expect([...routes].sort()).toEqual(Object.keys(matrix).sort())
  })

  it.each(Object.entries(matrix))('%s', async (route, asked) => {
    const askers = asked.endsSession === true ? await everybodyComes() : admins
    const answers = await Promise.all(
      people.map(
        async (person) =>
          [person, kindOf(await ask(askers[person], route, asked, asked.row[person]))] as const,
      ),
    )

    expect(Object.fromEntries(answers)).toEqual(asked.row)
  })

  async function ask(admin: Admin, route: string, { path, fields }: Case, expected: Expected) {
    // Whoever is refused changes nothing, unless the test fails.
    const mayChange = !route.startsWith('GET ') && ['done', 200].includes(expected)
    const key = mayChange ? await givenParisKey() : unchanged
    const [method, pattern = ''] = route.split(' ')
    const where = path?.(key) ?? pattern.replace(':uid', key.uid)
    if (method === 'GET') return admin.get(where, { follow: false })
    return admin.post(where, fields?.(key) ?? {}, { follow: false, showsCode: route.endsWith('/link') })
  }
})

function kindOf({ status, headers }: Answer): Expected {
  if (status !== 303) return status
  return headers['location']?.includes('/console/sign-in') === true ? 'sign-in' : 'done'
}
