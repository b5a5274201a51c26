import type { EntityScope } from '../../src/glpi'
import {
  countKeys,
  countRevocable,
  eachKey,
  findNewestUid,
  type KeyFilter,
  type KeyOfList,
  keySorts,
  type KeySort,
  type KeyState,
  keyStates,
  listKeys,
  readKeyFilter,
  revokeKeys,
  stateOf,
} from '../../src/keys'
import { endAt } from '../../src/shared/ends'
import { givenListedKey, givenListedKeys, type ListedKeyFields } from '../support/listed-keys'
import { startTestApp, type TestApp } from '../support/test-app'

const everywhere: EntityScope = { kind: 'all' }
const some = (...ids: number[]): EntityScope => ({ kind: 'some', ids })
const dayMs = 86_400_000
const everyDay = new Set([1, 2, 3, 4, 5, 6, 7])
const paris = 1
const lyon = 2
const support = 5

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  for (const table of [
    'registration_keys',
    'key_codes',
    'key_authorisations',
    'key_words',
    'key_addresses',
  ]) {
    await app.database.sql(`DELETE FROM ??.${table}`, [app.database.database])
  }
})

const given = (fields: Partial<ListedKeyFields> = {}) => givenListedKey(app.database, fields)
/** As many, numbered from 0. */
const givenMany = (many: number, fields: (n: number) => Partial<ListedKeyFields>) =>
  givenListedKeys(
    app.database,
    Array.from({ length: many }, (_, n) => fields(n)),
  )
const ago = (days: number) => new Date(Date.now() - days * dayMs)
const ahead = (days: number) => new Date(Date.now() + days * dayMs)

interface Asked {
  scope?: EntityScope
  filter?: KeyFilter
  sort?: KeySort
  now?: Date
}

const asked = ({ scope = everywhere, filter = {}, sort = 'newest', now = new Date() }: Asked) => ({
  scope,
  filter,
  sort,
  now,
})

async function list(what: Asked = {}): Promise<KeyOfList[]> {
  const keys: KeyOfList[] = []
  for await (const key of eachKey(app.context.db, asked(what))) keys.push(key)
  return keys
}

const labels = async (what: Asked = {}) => (await list(what)).map(({ label }) => label)

describe('what a list shows', () => {
  it('is what hangs on each key: hint, grants, uses, batch, reason', async () => {
    const batchUid = '01900000-0000-7000-8000-00000000abcd'
    const { uid, hint } = await given({
      label: 'Interns',
      maxUses: 5,
      completed: 2,
      held: 1,
      issuer: 7,
      batchUid,
      grants: [
        [1, paris],
        [2, lyon],
      ],
    })

    const [key] = await list()

    expect(key).toMatchObject({ uid, hint, label: 'Interns', usesLeft: 2, batchUid, state: 'usable' })
    expect(key?.authorisations).toEqual([
      { profilesId: 1, entitiesId: paris, isRecursive: true },
      { profilesId: 2, entitiesId: lyon, isRecursive: true },
    ])
    expect(key?.issuer).toMatchObject({ kind: 'user', usersId: 7 })
  })
})

describe('who sees a key', () => {
  it('is whoever looks after every entity in which it gives something', async () => {
    await given({ label: 'paris', grants: [[1, paris]] })
    await given({
      label: 'both',
      grants: [
        [1, paris],
        [1, lyon],
      ],
    })
    await given({ label: 'lyon', grants: [[1, lyon]] })

    expect(await labels({ scope: some(paris) })).toEqual(['paris'])
    expect((await labels({ scope: some(paris, lyon) })).sort()).toEqual(['both', 'lyon', 'paris'])
    expect(await labels({ scope: some(support) })).toEqual([])
    expect(await labels({ scope: some() })).toEqual([])
  })

  it('is the same by every filter, sort and count', async () => {
    const both: [number, number][] = [
      [1, paris],
      [1, lyon],
    ]
    const batchUid = '01900000-0000-7000-8000-00000000abcd'
    const { uid, hint, code } = await given({
      label: 'secret word',
      grants: both,
      issuer: 7,
      batchUid,
      addresses: ['ada@example.org'],
    })
    const scope = some(paris)
    const filters: KeyFilter[] = [
      {},
      { state: 'usable' },
      { issuer: 7 },
      { profilesId: 1 },
      { entitiesId: paris },
      { entitiesId: lyon },
      { profilesId: 1, entitiesId: paris },
      { batchUid },
      { address: 'ada@example.org' },
      { endsFrom: ago(1) },
      { madeFrom: ago(2) },
      ...['secret', uid, hint, code, 'ada@example.org'].map((search) => ({ search })),
    ]

    for (const filter of filters) {
      expect(await labels({ scope, filter })).toEqual([])
      expect(await countKeys(app.context.db, asked({ scope, filter }))).toEqual({ count: 0, isMore: false })
      expect(await labels({ scope: some(paris, lyon), filter })).toEqual(['secret word'])
      expect(await labels({ filter })).toEqual(['secret word'])
    }
    for (const sort of keySorts) expect(await labels({ scope, sort })).toEqual([])
  })

  it('does not depend on the flag that spares looking at what a key gives', async () => {
    await given({ label: 'one', grants: [[1, paris]] })
    await app.database.sql('UPDATE ??.registration_keys SET is_in_one_entity = 0', [app.database.database])
    await app.database.sql('UPDATE ??.key_authorisations SET is_in_one_entity = 0', [app.database.database])

    expect(await labels({ scope: some(paris) })).toEqual(['one'])
    expect(await labels({ scope: some(paris), filter: { profilesId: 1 } })).toEqual(['one'])
  })

  it('holds for scopes of more entities than are read one by one', async () => {
    await given({ label: 'paris', grants: [[1, paris]] })
    await given({ label: 'elsewhere', grants: [[1, 99]] })
    const many = Array.from({ length: 30 }, (_, id) => id)

    expect(await labels({ scope: some(...many) })).toEqual(['paris'])
    expect(await labels({ scope: some(...many), filter: { profilesId: 1 } })).toEqual(['paris'])
  })
})

describe('the state of a key', () => {
  const now = new Date('2026-06-15T12:00:00.000Z')
  const times = [null, new Date(now.getTime() - 1), now, new Date(now.getTime() + 1)]
  const uses: [number | null, number, number][] = [
    [null, 900, 3],
    [2, 0, 0],
    [2, 1, 1],
    [2, 0, 2],
    [2, 2, 0],
    [1, 2, 0],
  ]

  async function givenEveryCombination() {
    const madeAt = new Date('2026-01-01T00:00:00Z')
    const combinations: Partial<ListedKeyFields>[] = []
    for (const revokedAt of [null, now]) {
      for (const pausedAt of [null, now]) {
        for (const notBefore of times) {
          for (const expiresAt of times) {
            for (const [maxUses, completed, held] of uses) {
              combinations.push({
                madeAt,
                revokedAt,
                pausedAt,
                notBefore,
                expiresAt,
                maxUses,
                completed,
                held,
              })
            }
          }
        }
      }
    }
    await givenListedKeys(app.database, combinations)
  }

  it('is the same to the database as to the rules, in every combination and to the millisecond', async () => {
    await givenEveryCombination()
    const all = await list({ now })
    expect(all).toHaveLength(2 * 2 * 4 * 4 * 6)

    for (const at of [now, new Date(now.getTime() + 1), new Date(now.getTime() + 2)]) {
      const expected = new Map<KeyState, string[]>()
      for (const key of all) {
        const state = stateOf(key, at)
        expected.set(state, [...(expected.get(state) ?? []), key.uid])
      }
      for (const state of keyStates) {
        for (const scope of [everywhere, some(0)]) {
          const found = await list({ scope, filter: { state }, sort: 'oldest', now: at })
          expect(found.map(({ uid }) => uid).sort()).toEqual((expected.get(state) ?? []).sort())
          expect(found.every((key) => key.state === state)).toBe(true)
          const { count } = await countKeys(app.context.db, asked({ scope, filter: { state }, now: at }))
          expect(count).toBe(found.length)
        }
      }
    }
  })

  it('is right while more keys have just ended than are settled at once', async () => {
    await app.database.sql(
      `INSERT INTO ??.registration_keys (uid, label, max_uses, expires_at, created_at)
       WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
       SELECT UNHEX(LPAD(HEX(i + 1000 * j), 32, '0')), '', 1, ?, ? FROM n JOIN (SELECT 0 AS j UNION SELECT 1 UNION SELECT 2) AS m`,
      [app.database.database, ago(1), ago(9)],
    )

    const found = await countKeys(app.context.db, asked({ filter: { state: 'expired' } }))

    expect(found.count === 300 ? found.isMore : found.count === 3000).toBe(true)
    expect((await list({ filter: { state: 'usable' } })).length).toBe(0)
    expect((await list({ filter: { state: 'expired' } })).length).toBe(3000)
  })

  it('follows a key whose end is moved, without anybody saying so', async () => {
    await given({ label: 'ended', expiresAt: ago(1) })
    expect(await labels({ filter: { state: 'expired' } })).toEqual(['ended'])

    await app.database.sql('UPDATE ??.registration_keys SET expires_at = ?', [
      app.database.database,
      ahead(3),
    ])

    expect(await labels({ filter: { state: 'expired' } })).toEqual([])
    expect(await labels({ filter: { state: 'usable' } })).toEqual(['ended'])
  })
})

describe('filters', () => {
  it('combine', async () => {
    await given({ label: 'Intern Paris', grants: [[1, paris]], issuer: 7 })
    await given({ label: 'Intern Lyon', grants: [[1, lyon]], issuer: 7 })
    await given({ label: 'Intern Paris old', grants: [[1, paris]], issuer: 7, expiresAt: ago(3) })
    await given({ label: 'Intern Paris by another', grants: [[1, paris]], issuer: 8 })
    await given({ label: 'Visitor Paris', grants: [[2, paris]], issuer: 7 })

    const filter: KeyFilter = {
      search: 'int',
      state: 'usable',
      issuer: 7,
      entitiesId: paris,
      profilesId: 1,
      madeFrom: ago(2),
      endsTo: ahead(30),
    }

    expect(await labels({ filter })).toEqual(['Intern Paris'])
    expect(await labels({ filter, scope: some(paris, support) })).toEqual(['Intern Paris'])
  })

  it('find keys of the command line, of a batch, of an address that was used, and by their dates', async () => {
    const batchUid = '01900000-0000-7000-8000-00000000beef'
    const { uid } = await given({ label: 'by system', batchUid, madeAt: ago(40), expiresAt: null })
    await given({ label: 'by somebody', issuer: 7 })
    const { database } = app.database
    await app.database.sql(
      "INSERT INTO ??.registrations (uid, key_uid, submit_token, state, created_at) VALUES (?, ?, ?, 'completed', ?)",
      [
        database,
        Buffer.alloc(16, 1),
        Buffer.from(uid.replaceAll('-', ''), 'hex'),
        Buffer.alloc(16, 2),
        ago(1),
      ],
    )
    await app.database.sql(
      'INSERT INTO ??.registration_details (registration_uid, login, email) VALUES (?, ?, ?)',
      [database, Buffer.alloc(16, 1), 'grace', 'grace@example.org'],
    )

    expect(await labels({ filter: { issuer: 'system' } })).toEqual(['by system'])
    expect(await labels({ filter: { batchUid } })).toEqual(['by system'])
    expect(await labels({ filter: { address: 'grace@example.org' } })).toEqual(['by system'])
    expect(await labels({ filter: { search: 'grace@example.org' } })).toEqual(['by system'])
    expect(await labels({ filter: { madeTo: ago(30) } })).toEqual(['by system'])
    expect(await labels({ filter: { endsFrom: ahead(1) } })).toEqual(['by somebody'])
  })

  it('are read from an address as far as they can be, and what cannot is named', () => {
    const read = readKeyFilter(
      {
        state: 'dead',
        issuer: 'system',
        entity: '-1',
        profile: '',
        'made-from': '2026-02-30',
        'ends-to': '2026-03-01',
        batch: ['a', 'b'],
      },
      'Europe/Paris',
    )

    expect(read.unread.sort()).toEqual(['batch', 'entity', 'made-from', 'state'])
    expect(read.filter.issuer).toBe('system')
    expect(read.filter.endsTo?.toISOString()).toBe('2026-03-01T23:00:00.000Z') // that day included
  })
})

describe('searching', () => {
  it('finds labels by the beginnings of their words, whatever case, accent and order', async () => {
    await given({ label: 'Élèves de l’école (Paris)' })
    await given({ label: 'Parisian elves' })
    await given({ label: 'Comparison' })

    expect((await labels({ filter: { search: 'eleve par' } })).sort()).toEqual(['Élèves de l’école (Paris)'])
    expect(await labels({ filter: { search: 'PARI' } })).toHaveLength(2)
    expect(await labels({ filter: { search: 'aris' } })).toEqual([])
  })

  it('finds a key by its uid, hint, code and link, and by an address it is bound to', async () => {
    const { uid, hint, code } = await given({ label: 'this', addresses: ['ada@example.org'] })
    await given({ label: 'that' })

    for (const search of [uid, uid.toUpperCase(), hint, hint.toLowerCase(), code, 'ada@example.org']) {
      expect(await labels({ filter: { search } })).toEqual(['this'])
    }
    const link = `https://help.example.org/r/${code.toLowerCase()}`
    expect(await labels({ filter: { search: link } })).toEqual(['this'])
    expect(
      await labels({ filter: { search: code.slice(0, -1) + (code.endsWith('0') ? '1' : '0') } }),
    ).toEqual([])
  })

  it.each(["' OR 1=1 -- ", '%', '_', "\\' OR '1", '"; DROP TABLE registration_keys; --', '???', '%%%%'])(
    'takes %s for the text that it is',
    async (search) => {
      await given({ label: 'harmless' })

      expect(await labels({ filter: { search } })).toEqual([])
      expect(await labels()).toEqual(['harmless'])
    },
  )

  it.each([
    ['few words', 4_200, (n: number) => `intern ${n}`],
    ['many words', 4_200, (n: number) => `intern${n}`],
  ])('finds the same where a beginning has %s and very many keys', async (_, many, labelOf) => {
    const { database } = app.database
    const uids = Array.from({ length: many }, (__, n) =>
      Buffer.from((n + 1).toString(16).padStart(32, '0'), 'hex'),
    )
    const insert = (table: string, rows: unknown[][]) =>
      app.database.sql(`INSERT INTO ??.${table} VALUES ?`, [database, rows])
    await insert(
      'registration_keys (uid, label, max_uses, created_at)',
      uids.map((uid, n) => [uid, labelOf(n), 1, ago(9)]),
    )
    await insert(
      'key_words (word, key_uid)',
      uids.flatMap((uid, n) =>
        labelOf(n)
          .split(' ')
          .map((word) => [word, uid]),
      ),
    )

    const newest = await listKeys(app.context.db, {
      ...asked({ filter: { search: 'inter' } }),
      page: {},
      limit: 3,
    })
    const { next } = await listKeys(app.context.db, {
      ...asked({ filter: { search: 'inter' } }),
      page: { last: true },
      limit: 3,
    })

    expect(newest.keys.map(({ label }) => label)).toEqual([many - 1, many - 2, many - 3].map(labelOf))
    expect(next).toBeUndefined()
    expect((await list({ filter: { search: 'inter' } })).length).toBe(many)
  })
})

describe('pages', () => {
  const limit = 7
  async function walk(
    sort: KeySort,
    direction: 'forwards' | 'backwards',
    meanwhile?: () => Promise<unknown>,
  ) {
    const uids: string[] = []
    let page: { after?: string; before?: string; last?: boolean } =
      direction === 'forwards' ? {} : { last: true }
    for (;;) {
      const { keys, previous, next } = await listKeys(app.context.db, { ...asked({ sort }), page, limit })
      const found = keys.map(({ uid }) => uid)
      uids.push(...(direction === 'forwards' ? found : found.toReversed()))
      const cursor = direction === 'forwards' ? next : previous
      if (cursor === undefined) return uids
      page = direction === 'forwards' ? { after: cursor } : { before: cursor }
      await meanwhile?.()
    }
  }

  it.each(keySorts)('show every key once by %s, forwards and backwards alike', async (sort) => {
    await givenMany(30, (n) => ({
      label: n % 3 === 0 ? '' : `label ${n % 5}`,
      expiresAt: n % 4 === 0 ? null : ahead(1 + (n % 6)),
      madeAt: ago(10 + n),
    }))

    const forwards = await walk(sort, 'forwards')

    expect(new Set(forwards).size).toBe(30)
    expect(forwards).toHaveLength(30)
    expect((await walk(sort, 'backwards')).toReversed()).toEqual(forwards)
  })

  it('put keys that never end behind all that do', async () => {
    await given({ label: 'never', expiresAt: null })
    await given({ label: 'late', expiresAt: ahead(9) })
    await given({ label: 'soon', expiresAt: ahead(1) })

    expect(await labels({ sort: 'ends-first' })).toEqual(['soon', 'late', 'never'])
    expect(await labels({ sort: 'ends-last' })).toEqual(['never', 'late', 'soon'])
  })

  it('and filters go by the end that people are told, whatever clocks did in the days of grace', async () => {
    const timeZone = 'Europe/Paris'
    const on = async (day: string, graceDays: number) => {
      const end = endAt(day, { timeZone, workDays: everyDay, graceDays })
      if (end !== undefined) await given({ label: `${day} and ${graceDays}`, ...end })
    }
    const days = ['2027-03-27', '2027-03-28', '2027-03-29', '2027-10-30', '2027-10-31', '2027-11-01']
    for (const day of days) for (const graceDays of [7, 1, 0]) await on(day, graceDays)
    const said = (label: string) => label.slice(0, 10)

    expect((await labels({ sort: 'ends-first' })).map(said)).toEqual(days.flatMap((day) => [day, day, day]))
    expect((await labels({ sort: 'ends-last' })).map(said)).toEqual(
      days.toReversed().flatMap((day) => [day, day, day]),
    )
    for (const day of days) {
      const { filter } = readKeyFilter({ 'ends-from': day, 'ends-to': day }, timeZone)
      expect((await labels({ filter })).map(said)).toEqual([day, day, day])
      expect((await labels({ filter, scope: some(0), sort: 'ends-first' })).map(said)).toEqual([
        day,
        day,
        day,
      ])
      expect(await countKeys(app.context.db, asked({ filter }))).toEqual({ count: 3, isMore: false })
    }
  })

  it('show keys in their days of grace first of those that can be used', async () => {
    await given({ label: 'today', expiresAt: ahead(0.5) })
    await given({ label: 'in grace', expiresAt: ahead(2), graceDays: 7 })
    await given({ label: 'over', expiresAt: ago(0.5), graceDays: 7 })

    expect(await labels({ filter: { state: 'usable' }, sort: 'ends-first' })).toEqual(['in grace', 'today'])
    expect(await labels({ filter: { state: 'expired' }, sort: 'ends-first' })).toEqual(['over'])
  })

  it('do not move while keys are made', async () => {
    await givenMany(20, (n) => ({ madeAt: ago(20 - n) }))
    const before = await walk('newest', 'forwards')

    const during = await walk('newest', 'forwards', () => given({ madeAt: new Date() }))

    expect(during).toEqual(before)
  })

  it.each(['', 'x', '!!!', 'bnVsbA', Buffer.from('["no-uid",1]').toString('base64url'), 'a'.repeat(500)])(
    'take a cursor that is none for the first page: %s',
    async (after) => {
      await given({ label: 'first' })

      for (const sort of keySorts) {
        const { keys } = await listKeys(app.context.db, { ...asked({ sort }), page: { after }, limit: 5 })
        expect(keys).toHaveLength(1)
      }
    },
  )
})

describe('revoking many', () => {
  const actor = { kind: 'user' as const, usersId: 7 }
  const revoke = (selection: Parameters<typeof revokeKeys>[2], reason?: string) =>
    revokeKeys(app.context, { actor }, selection, reason)
  const deaths = async () => {
    const rows = await app.database.sql<{ n: number }>(
      "SELECT COUNT(*) AS n FROM ??.audit_events e JOIN ??.registration_keys k ON k.uid = e.key_uid WHERE e.kind = 'key.revoked'",
      [app.database.database, app.database.database],
    )
    return Number(rows[0]?.n)
  }

  it('ends as many as the preview said, records each, and leaves alone what was revoked, out of scope or made later', async () => {
    await givenMany(620, (n) => ({ label: 'Intern', grants: [[1, paris]], madeAt: ago(700 - n) }))
    await given({ label: 'Intern', grants: [[1, paris]], revokedAt: ago(1) })
    await given({ label: 'Intern', grants: [[1, lyon]] })
    await given({ label: 'Visitor', grants: [[1, paris]] })
    const upTo = (await findNewestUid(app.context.db)) ?? ''
    const selection = { scope: some(paris), filter: { search: 'intern' }, upTo }

    const preview = await countRevocable(app.context.db, selection, new Date())
    await given({ label: 'Intern', grants: [[1, paris]], madeAt: new Date() })
    const died = await revoke(selection, 'the fair is over')

    expect(preview).toEqual({ alive: 620, revoked: 1 })
    expect(died).toBe(620)
    expect(await deaths()).toBe(620)
    const alive = (await list()).filter(({ state }) => state !== 'revoked')
    expect(alive.map(({ label }) => label).sort()).toEqual(['Intern', 'Intern', 'Visitor'])
    const reasons = new Set((await list({ filter: { state: 'revoked' } })).map((key) => key.revokedReason))
    expect(reasons).toEqual(new Set(['the fair is over', undefined]))
    expect(await revoke(selection)).toBe(0)
  })

  it('takes a selection by uid, within the scope', async () => {
    const mine = await given({ label: 'mine', grants: [[1, paris]] })
    const theirs = await given({ label: 'theirs', grants: [[1, lyon]] })
    const uids = [mine.uid, theirs.uid, '01900000-0000-7000-8000-000000000000']

    expect(await countRevocable(app.context.db, { scope: some(paris), uids }, new Date())).toEqual({
      alive: 1,
      revoked: 0,
    })
    expect(await revoke({ scope: some(paris), uids })).toBe(1)
    expect(await labels({ filter: { state: 'usable' } })).toEqual(['theirs'])
  })

  it('keeps the reason out of the record', async () => {
    const { uid } = await given({ grants: [[1, paris]] })
    await revoke({ scope: everywhere, uids: [uid] }, 'Mr Secret left')

    const rows = await app.database.sql<{ details: string | null }>(
      'SELECT details FROM ??.audit_events WHERE key_uid = ?',
      [app.database.database, Buffer.from(uid.replaceAll('-', ''), 'hex')],
    )
    expect(JSON.stringify(rows)).not.toContain('Secret')
  })

  it('counts each death once when two revoke the same keys at once', async () => {
    await givenMany(200, (n) => ({ madeAt: ago(300 - n) }))
    const before = await deaths()
    const upTo = (await findNewestUid(app.context.db)) ?? ''
    const selection = { scope: everywhere, filter: {}, upTo }

    const died = await Promise.all([revoke(selection), revoke(selection), revoke(selection)])

    expect(died.reduce((sum, n) => sum + n, 0)).toBe(200)
    expect((await deaths()) - before).toBe(200)
  })
})

describe('counting', () => {
  it('stops at ten thousand, for everybody and for some entities', async () => {
    const { database } = app.database
    const fill = (entity: number, many: number) =>
      app.database.sql(
        `INSERT INTO ??.registration_keys (uid, label, max_uses, created_at, entities_id, is_in_one_entity)
         WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)
         SELECT UNHEX(CONCAT(LPAD(HEX(?), 8, '0'), LPAD(HEX(a.i * 1000 + b.i), 24, '0'))), '', 1, ?, ?, 1
         FROM n a JOIN n b LIMIT ?`,
        [database, entity, ago(9), entity, many],
      )
    await fill(paris, 10_000)
    await fill(lyon, 1)
    await app.database.sql(
      `INSERT INTO ??.key_authorisations (key_uid, profiles_id, entities_id, is_recursive, is_in_one_entity)
       SELECT uid, 1, entities_id, 1, 1 FROM ??.registration_keys`,
      [database, database],
    )
    const count = (scope: EntityScope, filter: KeyFilter = {}) =>
      countKeys(app.context.db, asked({ scope, filter }))
    const many = { count: 10_000, isMore: true }
    const just = { count: 10_000, isMore: false }

    for (const filter of [
      {},
      { state: 'usable' as const },
      { issuer: 'system' as const },
      { profilesId: 1 },
    ]) {
      expect(await count(everywhere, filter)).toEqual(many)
      expect(await count(some(paris, lyon), filter)).toEqual(many)
      expect(await count(some(paris), filter)).toEqual(just)
    }
    expect(await count(everywhere, { entitiesId: paris })).toEqual(just)
    expect(await count(some(paris), { profilesId: 1, entitiesId: paris })).toEqual(just)
  })
})
