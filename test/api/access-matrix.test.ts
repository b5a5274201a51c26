import { revokeToken } from '../../src/admins'
import { operations } from '../../src/api/operations'
import { type Scope, scopes } from '../../src/shared/scopes'
import { apiClient, type ApiClient } from '../support/api'
import { givenAdmin, rights } from '../support/admins'
import { givenKey } from '../support/builders'
import { keepSecret } from '../support/evidence'
import { everyNth } from '../support/scale'
import { mainly, startTestApp, type TestApp } from '../support/test-app'
import { givenToken } from '../support/tokens'

/**
 * Whose token it is. `none`: no token. `wrongScope`: for everything but this, of somebody who may do everything. `reader`
 * may only look by now; `elsewhere` may do everything, in an entity that is not the key's; `demoted` could, and has the
 * profile no more; these carry all scopes. `owner` can, with a token for this and nothing else.
 */
const kinds = ['none', 'wrongScope', 'reader', 'elsewhere', 'demoted', 'owner'] as const
type Kind = (typeof kinds)[number]

/** Tokens with all scopes of somebody who might do everything, which open nothing whatever is asked. */
const shutTokens = ['inactive', 'expired', 'revoked', 'outside'] as const
type Row = Record<Kind, number>

/** What nobody gets by, whatever they ask for. */
const shut = { none: 401, wrongScope: 403, demoted: 401 } as const

/** Of a thing in Paris, or of none: whoever looks after Lyon does not learn that it is there. */
const readers = (expected: number): Row => ({ ...shut, reader: expected, elsewhere: 404, owner: expected })
const workers = (expected: number): Row => ({ ...shut, reader: 403, elsewhere: 404, owner: expected })
/** Of what everybody has, each for themselves. */
const anyReader = (expected: number): Row => ({ ...readers(expected), elsewhere: expected })
const anyWorker = (expected: number): Row => ({ ...workers(expected), elsewhere: expected })
/** Of the instance. */
const configurers = (expected: number): Row => ({ ...anyReader(expected), reader: 403 })
/** Whatever it is for. */
const anyToken = (expected: number): Row => ({
  ...shut,
  wrongScope: expected,
  reader: expected,
  elsewhere: expected,
  owner: expected,
})

interface Given {
  keyUid: string
  code: string
}

interface Case {
  row: Row
  /** Where the pattern alone does not say it. */
  path?: (given: Given) => string
  body?: (given: Given) => unknown
  /** The token is not the same afterwards. */
  isOfToken?: true
}

const newKey = { label: 'matrix', profile: 'Self-Service' }

/** Every operation of the API and what each token gets. One that is not here fails the test. */
const matrix: Record<string, Case> = {
  listKeys: { row: anyReader(200) },
  countKeys: { row: anyReader(200) },
  getKey: { row: readers(200) },
  createKey: { row: anyWorker(201), body: () => newKey },
  changeKey: { row: workers(200), body: () => ({ label: 'other' }) },
  pauseKey: { row: workers(200) },
  resumeKey: { row: workers(200) },
  revokeKey: { row: workers(200), body: () => ({ reason: 'matrix' }) },
  unrevokeKey: { row: workers(200) },
  renewKey: { row: workers(200), body: () => ({ maxUses: 9 }) },
  reissueKey: { row: workers(201), body: () => ({}) },
  viewKeyLink: { row: workers(201) },
  listKeyDeliveries: { row: readers(200) },
  sendKey: { row: workers(422) }, // it is for nobody in particular
  retryDelivery: {
    row: workers(404),
    path: ({ keyUid }) => `/keys/${keyUid}/deliveries/${keyUid}/attempts`,
  },
  revokeKeys: { row: anyWorker(200), body: ({ keyUid }) => ({ uids: [keyUid] }) },
  transferKeys: { row: anyWorker(422), body: ({ keyUid }) => ({ uids: [keyUid], to: 'nobody-at-all' }) },
  transferKey: { row: workers(422), body: () => ({ to: 'nobody-at-all' }) },
  verifyKeys: { row: anyWorker(200) },
  createKeys: { row: anyWorker(201), body: () => ({ keys: [newKey] }) },
  // None of these is of a key that is in no batch: many-keys.test.ts has a real one.
  listBatches: { row: anyReader(200) },
  getBatch: { row: readers(404) },
  viewBatchLinks: { row: workers(404) },
  sendBatch: { row: workers(404), body: () => ({}) },
  importRows: {
    row: anyWorker(200),
    body: () => ({ rows: [{ line: 1, cells: { email: 'matrix@example.org' } }], dryRun: true }),
  },
  listSourceKeys: { row: anyReader(404), path: () => '/import-sources/matrix/keys' },
  checkCode: { row: anyReader(200), body: ({ code }) => ({ code }) },
  listRegistrations: { row: anyReader(200) },
  // None of what follows has the id of a key: beside-keys.test.ts has real ones.
  getRegistration: { row: readers(404) },
  approveRegistration: { row: workers(404) },
  rejectRegistration: { row: workers(404), body: () => ({ reason: 'matrix' }) },
  approveRegistrations: { row: anyWorker(200), body: ({ keyUid }) => ({ uids: [keyUid] }) },
  rejectRegistrations: {
    row: anyWorker(200),
    body: ({ keyUid }) => ({ uids: [keyUid], reason: 'matrix' }),
  },
  listPresets: { row: anyReader(200) },
  getPreset: { row: readers(404) },
  createPreset: { row: anyWorker(422), body: () => ({}) },
  changePreset: { row: workers(404), body: () => ({ name: 'matrix' }) },
  deletePreset: { row: readers(404) },
  // Whose it is decides the rest: beside-keys.test.ts.
  transferPreset: { row: workers(404), body: () => ({ to: 'nobody-at-all' }) },
  transferPresets: { row: anyWorker(422), body: () => ({ owner: null, to: 'nobody-at-all' }) },
  listRequests: { row: anyReader(200) },
  getRequest: { row: readers(404) },
  answerRequest: { row: workers(404), body: () => ({}) },
  declineRequest: { row: { ...readers(404), reader: 403 } },
  listEvents: { row: anyReader(200) },
  // The instance's, for whoever may change the configuration.
  listWebhooks: { row: configurers(200) },
  getWebhook: { row: configurers(404) },
  createWebhook: { row: configurers(201), body: () => ({ url: 'https://hr.example.org/hooks' }) },
  changeWebhook: { row: configurers(404), body: () => ({ isActive: false }) },
  deleteWebhook: { row: configurers(404) },
  rotateWebhookSecret: { row: configurers(404), body: () => ({}) },
  testWebhook: { row: configurers(404) },
  listWebhookDeliveries: { row: configurers(404) },
  redeliverMessage: {
    row: configurers(404),
    path: ({ keyUid }) => `/webhooks/${keyUid}/deliveries/${keyUid}/attempts`,
  },
  getMe: { row: anyToken(200) },
  getGrantable: { row: anyWorker(200) },
  rotateOwnToken: { row: anyToken(201), body: () => ({}), isOfToken: true },
  revokeOwnToken: { row: anyToken(200), isOfToken: true },
}

/** Of each operation it is enough to hear of one that it asks for a good token, and of each token that it is none. */
const doors = everyNth(
  operations.flatMap((operation) => shutTokens.map((kind) => ({ kind, operation }))),
  3,
)

const everyRight = rights.read | rights.create | rights.update
const paris = 1 // an entity of the sample company

describe.each(mainly('10.0'))('who may do what over the API on GLPI $line at "$base"', (layout) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp({ ...layout, env: { API_CALLS_PER_MINUTE: '0' } })
  })
  afterAll(() => app.close())

  const clients = new Map<string, Promise<ApiClient>>()

  /** One token for each kind and scope. */
  function clientOf(kind: Kind, scope: Scope | undefined): Promise<ApiClient> {
    const name = `${kind} ${scope ?? ''}`
    const known = clients.get(name) ?? openClient(kind, scope)
    clients.set(name, known)
    return known
  }

  /** Each owner might do everything when the token was made. */
  async function openClient(kind: Kind, scope: Scope | undefined): Promise<ApiClient> {
    if (kind === 'none') return apiClient(app, undefined)
    const owner = await givenAdmin(app.database, {
      user: everyRight,
      config: rights.update,
      entity: kind === 'elsewhere' ? 'Lyon' : 'Root entity',
    })
    const wanted = scopes.filter((one) =>
      kind === 'wrongScope' ? one !== scope : kind === 'owner' ? one === (scope ?? 'keys:read') : true,
    )
    const { token } = await givenToken(app, { owner: { ...owner, password: '' }, scopes: wanted })
    const { glpiDatabase, sql } = app.database
    if (kind === 'reader')
      await sql("UPDATE ??.glpi_profilerights SET rights = IF(name = 'user', ?, 0) WHERE profiles_id = ?", [
        glpiDatabase,
        rights.read,
        owner.profilesId,
      ])
    if (kind === 'demoted')
      await sql('DELETE FROM ??.glpi_profiles_users WHERE users_id = ?', [glpiDatabase, owner.usersId])
    return apiClient(app, token)
  }

  it.each(shutTokens)('nothing is done with a token that is: %s', async (kind) => {
    const owner = {
      ...(await givenAdmin(app.database, { user: everyRight, config: rights.update })),
      password: '',
    }
    const { token, uid } = await givenToken(app, {
      owner,
      scopes: [...scopes],
      lifeMs: kind === 'expired' ? 3_600_000 : undefined,
      networks: kind === 'outside' ? ['203.0.113.0/24'] : undefined,
    })
    const api = apiClient(app, token)
    if (kind !== 'outside') expect((await api.get('/me')).status).toBe(200)
    if (kind === 'expired') app.clock.advance(3_600_000)
    if (kind === 'revoked')
      await revokeToken(
        app.context,
        { actor: { kind: 'system' }, usersId: owner.usersId, scope: { kind: 'all' }, mayManage: true },
        uid,
      )
    if (kind === 'inactive')
      await app.database.sql('UPDATE ??.glpi_users SET is_active = 0 WHERE id = ?', [
        app.database.glpiDatabase,
        owner.usersId,
      ])
    const { uid: keyUid, code } = await givenKey(app)

    const open: string[] = []
    for (const { operation } of doors.filter((door) => door.kind === kind)) {
      const { operationId, method, path: pattern } = operation
      const { path, body } = matrix[operationId] ?? {}
      const where = path?.({ keyUid, code }) ?? pattern.replace('{uid}', keyUid)
      const sent = method === 'get' || method === 'delete' ? undefined : body?.({ keyUid, code })
      if ((await api[method](where, sent as never)).status !== 401) open.push(operationId)
    }

    expect(open).toEqual([])
  })

  it('has an expectation for every operation there is, and an operation for every expectation', () => {
    expect(Object.keys(matrix).sort()).toEqual(operations.map(({ operationId }) => operationId).sort())
  })

  describe.each(operations.map((operation) => [operation.operationId, operation] as const))(
    '%s',
    (operationId, operation) => {
      // The same for all of them: none but the owner, who is the last, can do anything to it.
      let given: Given
      beforeAll(async () => {
        const key = await givenKey(app, {
          maxUses: 3,
          grant: { authorisations: [{ profilesId: 1, entitiesId: paris, isRecursive: true }], groupIds: [] },
        })
        given = { keyUid: key.uid, code: key.code }
      })

      it.each(kinds)('with the token of: %s', async (kind) => {
        const { row, path, body, isOfToken } = matrix[operationId] ?? {}
        const where = path?.(given) ?? operation.path.replace('{uid}', given.keyUid)
        const api = await (isOfToken === true ? openClient : clientOf)(kind, operation.scope)

        const answer =
          operation.method === 'get' || operation.method === 'delete'
            ? await api[operation.method](where)
            : await api[operation.method](where, body?.(given))
        keepSecretsOf(answer.body)

        expect(answer.status).toBe(row?.[kind])
      })
    },
  )
})

function keepSecretsOf({ code, token, secret: own, keys }: Record<string, unknown>): void {
  const made = Array.isArray(keys) ? (keys as { code: unknown }[]) : []
  for (const secret of [code, token, own, ...made.map((key) => key.code)])
    if (typeof secret === 'string') keepSecret(secret)
}
