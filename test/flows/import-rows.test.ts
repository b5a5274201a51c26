import type { RowCells } from '../../src/csv'
import {
  type ImportAsked,
  type Importer,
  importRows,
  listSourceKeys,
  revokeMissing,
  type RowOutcome,
} from '../../src/imports'
import { entityIds } from '../../src/demo/sample-places'
import { getKey, revokeKey } from '../../src/keys'
import { applyRetention, erasePerson } from '../../src/privacy'
import { outboxOf } from '../support/outbox'
import { mainly, startTestApp, type TestApp } from '../support/test-app'
import { givenAdmin } from '../support/admins'

const system: Importer = {
  actor: { kind: 'system' },
  issuer: { kind: 'system' },
  scope: { kind: 'all' },
  mayMake: true,
  mayUpdate: true,
}

const rowsOf = (...cells: RowCells[]) => cells.map((one, index) => ({ line: index + 2, cells: one }))

/** As a person would tell it. */
function told(outcome: RowOutcome): string {
  if (outcome.outcome === 'refused')
    return `refused: ${outcome.problems.map(({ column, code }) => `${column ?? 'row'} ${code}`).join(', ')}`
  if (outcome.outcome === 'changed') return `changed ${outcome.columns.join(' ')} (${outcome.why})`
  return outcome.outcome === 'updated' ? `updated ${outcome.columns.join(' ')}` : outcome.outcome
}

describe.each(mainly('11.0'))('rows of a list on GLPI $line', ({ line, base }) => {
  let app: TestApp
  let lists = 0
  let source = ''
  beforeAll(async () => {
    app = await startTestApp({ line, base })
  })
  afterAll(() => app.close())
  beforeEach(() => (source = `list ${(lists += 1)}`))

  const run = (asked: Omit<ImportAsked, 'source'> & { source?: string }, by = system) =>
    importRows(app.context, by, { source, ...asked })
  const tellOf = async (...asked: Parameters<typeof run>) => (await run(...asked)).rows.map(told)
  const keyAt = async (rows: readonly RowOutcome[], index: number) => {
    const row = rows[index]
    if (row === undefined || !('keyUid' in row) || row.keyUid === undefined) throw new Error('no key there')
    return getKey(app.context.db, row.keyUid)
  }
  const count = async (table: string) => {
    const [row] = await app.database.sql<{ n: number }>('SELECT COUNT(*) AS n FROM ??.??', [
      app.database.database,
      table,
    ])
    return Number(row?.n)
  }
  const mailsTo = async (address: string) =>
    (await outboxOf(app.database, 'invitation')).filter((mail) => mail.address === address)

  it('become keys with all that they say, once and for ever', async () => {
    const rows = rowsOf(
      {
        email: 'Marie.Curie@example.org',
        externalId: 'e1',
        firstname: 'Marie',
        realname: 'Curie',
        login: 'mcurie',
        phone: '+33 1 44',
        language: 'fr_FR',
        entity: 'Lyon',
        maxUses: '1',
        expiresAt: '2030-06-30',
        accountUntil: '6mo',
        message: 'Welcome',
        approval: 'oui',
      },
      { email: 'pierre@example.org', name: 'CURIE Pierre' },
      {
        externalId: 'class-3b',
        label: 'Class 3B',
        maxUses: '30',
        domains: 'school.example; *.school.example',
      },
    )

    const first = await run({ rows, send: true, defaults: { expiresIn: '2w', title: null } })
    const again = await run({ rows, send: true })

    expect(first.rows.map(told)).toEqual(['created', 'created', 'created'])
    expect(again.rows.map(told)).toEqual(['unchanged', 'unchanged', 'unchanged'])
    expect(again.rows).toEqual(first.rows.map((one) => ({ ...one, outcome: 'unchanged' })))
    expect(await keyAt(first.rows, 0)).toMatchObject({
      label: 'Marie Curie',
      addresses: ['Marie.Curie@example.org'],
      language: 'fr_FR',
      needsApproval: true,
      message: 'Welcome',
      accountValidity: { end: { kind: 'months', months: 6 } },
      fields: [
        { field: 'firstname', value: 'Marie' },
        { field: 'realname', value: 'Curie' },
        { field: 'login', value: 'mcurie' },
        { field: 'phone', value: '+33 1 44' },
      ],
      grant: { authorisations: [{ entitiesId: entityIds.lyon }] },
    })
    expect(await keyAt(first.rows, 1)).toMatchObject({
      label: 'CURIE Pierre',
      fields: [
        { field: 'firstname', value: 'Pierre' },
        { field: 'realname', value: 'CURIE' },
      ],
    })
    expect(await keyAt(first.rows, 2)).toMatchObject({
      label: 'Class 3B',
      maxUses: 30,
      domains: ['*.school.example', 'school.example'],
    })
    expect(await mailsTo('pierre@example.org')).toHaveLength(1)
  })

  it('are known when the key has ended, and when retention has forgotten whom it was for', async () => {
    const rows = rowsOf({ email: 'gone@example.org' }, { email: 'revoked@example.org' })
    const made = await run({ rows, defaults: { expiresIn: '1d' } })
    await revokeKey(app.context, system.actor, (await keyAt(made.rows, 1)).uid)
    app.clock.advance(200 * 86_400_000)
    await applyRetention(app.context)

    expect((await keyAt(made.rows, 0)).addresses).toEqual([])
    expect(await tellOf({ rows, defaults: { expiresIn: '1d' } })).toEqual(['unchanged', 'unchanged'])
  })

  it('are new again once the person was erased', async () => {
    const rows = rowsOf({ email: 'erased@example.org', externalId: 'x1' })
    await run({ rows })
    const file = await erasePerson(
      app.context,
      { actor: system.actor },
      { email: 'erased@example.org' },
      { revoking: true },
    )

    expect(file.imports).toMatchObject([{ source }])
    expect(await tellOf({ rows })).toEqual(['created'])
  })

  it('that say something new are told, and done when that is the wish', async () => {
    const before = {
      email: 'ann@example.org',
      externalId: '1',
      firstname: 'Ann',
      realname: 'Lee',
      phone: '+33 1 44',
      language: 'fr_FR',
    }
    const made = await run({ rows: rowsOf(before), send: true })
    const after = rowsOf({ ...before, email: 'ann.lee@example.org', realname: 'Lee-Smith', phone: '' })

    expect(await tellOf({ rows: after, send: true })).toEqual(['changed email realname phone (not-asked)'])
    expect(await tellOf({ rows: after, send: true, update: true, dryRun: true })).toEqual([
      'updated email realname phone',
    ])
    expect(await tellOf({ rows: after, send: true, update: true })).toEqual(['updated email realname phone'])
    expect(await tellOf({ rows: after, send: true, update: true })).toEqual(['unchanged'])
    expect(await keyAt(made.rows, 0)).toMatchObject({
      label: 'Ann Lee-Smith',
      addresses: ['ann.lee@example.org'],
      language: 'fr_FR',
      fields: [
        { field: 'firstname', value: 'Ann' },
        { field: 'realname', value: 'Lee-Smith' },
      ],
    })
    expect((await mailsTo('ann@example.org')).map(({ state }) => state)).toEqual(['withdrawn'])
    expect((await mailsTo('ann.lee@example.org')).map(({ state }) => state)).toEqual(['waiting'])
  })

  it('say nothing about columns that they do not have, and are found by their address when a list gets ids', async () => {
    await run({ rows: rowsOf({ email: 'bo@example.org', firstname: 'Bo', realname: 'Ek' }) })

    expect(await tellOf({ rows: rowsOf({ email: 'BO@example.org' }) })).toEqual(['unchanged'])
    expect(await tellOf({ rows: rowsOf({ email: 'bo@example.org', externalId: '7' }) })).toEqual([
      'changed externalId (not-asked)',
    ])
    expect(
      await tellOf({ rows: rowsOf({ email: 'bo@example.org', externalId: '7' }), update: true }),
    ).toEqual(['updated externalId'])
    expect(await tellOf({ rows: rowsOf({ externalId: '7' }) })).toEqual(['unchanged'])
    expect(await tellOf({ rows: rowsOf({ email: 'bo@example.org' }) })).toEqual(['unchanged'])
    expect(await tellOf({ source: `${source}, another`, rows: rowsOf({ email: 'bo@example.org' }) })).toEqual(
      ['created'],
    )
  })

  it('are one row each when a list gets ids and two of them have the address of one', async () => {
    await run({ rows: rowsOf({ email: 'shared@example.org' }) })
    const twins = rowsOf(
      { email: 'shared@example.org', externalId: 'twin 1' },
      { email: 'shared@example.org', externalId: 'twin 2' },
    )

    expect(await tellOf({ rows: twins, update: true })).toEqual(['updated externalId', 'created'])
    expect(await tellOf({ rows: twins, update: true })).toEqual(['unchanged', 'unchanged'])
  })

  it('that cannot be made so are refused with each column that is wrong, and the others are made', async () => {
    const rows = rowsOf(
      {
        email: 'no address',
        firstname: 'http://x.example',
        phone: 'none',
        language: 'klingon',
        maxUses: '0',
        expiresAt: '31/12/2030',
        profile: 'Nobody',
        groups: 'None',
        domains: 'a b',
        accountUntil: 'soon',
        approval: 'perhaps',
        preset: 'No such preset',
      },
      { label: 'nobody' },
      { email: 'late@example.org', expiresAt: '2001-01-01' },
      { email: 'long@example.org', expiresAt: '9d', message: 'x'.repeat(2001) },
      { email: 'twice@example.org' },
      { email: 'Twice@example.org' },
    )

    expect(await tellOf({ rows })).toEqual([
      'refused: email not-understood, language not-understood, domains not-understood, maxUses not-understood, ' +
        'approval not-understood, firstname not-understood, phone not-understood, preset not-understood',
      'refused: email unknown-row',
      'refused: row INPUT_INVALID',
      'refused: message not-understood',
      'created',
      'refused: email twice',
    ])
    expect(
      await tellOf({
        rows: rowsOf({
          email: 'a@example.org',
          expiresAt: '31/12/2030',
          profile: 'Nobody',
          groups: 'None',
          accountUntil: 'soon',
        }),
      }),
    ).toEqual([
      'refused: expiresAt not-understood, profile not-understood, groups not-understood, accountUntil not-understood',
    ])
  })

  it('are all or nothing when that is the wish, and nothing is left of a look', async () => {
    const [keys, mails, known] = [
      await count('registration_keys'),
      await count('outbox'),
      await count('import_rows'),
    ]
    const good = rowsOf({ email: 'one@example.org' }, { email: 'two@example.org' })
    const bad = [...good, { line: 4, cells: { email: 'three' } }]

    const atomic = await run({ rows: bad, atomic: true, send: true })
    const look = await run({ rows: good, dryRun: true, send: true })

    expect([atomic.isDone, look.isDone]).toEqual([false, false])
    expect(atomic.rows.map(told)).toEqual(['created', 'created', 'refused: email not-understood'])
    expect(look.rows).toEqual([
      { line: 2, outcome: 'created', keyUid: undefined },
      { line: 3, outcome: 'created', keyUid: undefined },
    ])
    expect([await count('registration_keys'), await count('outbox'), await count('import_rows')]).toEqual([
      keys,
      mails,
      known,
    ])
  })

  it('make one key each, when ten import them at the same moment', async () => {
    await run({ rows: rowsOf({ externalId: 'there before, so that nobody waits for the list itself' }) })
    const keys = await count('registration_keys')
    const rows = rowsOf(...Array.from({ length: 5 }, (_, n) => ({ email: `race${n}@example.org` })))

    const answers = await Promise.all(Array.from({ length: 10 }, () => run({ rows, send: true })))

    expect(await count('registration_keys')).toBe(keys + 5)
    expect(answers.flatMap((one) => one.rows).filter(({ outcome }) => outcome === 'created')).toHaveLength(5)
    expect(await mailsTo('race3@example.org')).toHaveLength(1)
  })

  it('cannot be given more than who imports them may give, and those of others stay unseen', async () => {
    const admin = await givenAdmin(app.database, { user: 7, entity: 'Lyon', isRecursive: false })
    const { usersId, profilesId, entitiesId } = admin
    const lyon: Importer = {
      ...system,
      actor: { kind: 'user', usersId },
      issuer: { kind: 'user', usersId, profilesId, entitiesId },
      scope: { kind: 'some', ids: [entityIds.lyon] },
    }
    await run({ rows: rowsOf({ email: 'root@example.org' }) })
    const rows = rowsOf(
      { email: 'root@example.org' },
      { email: 'lyon@example.org', profile: 'Self-Service' },
      { email: 'elsewhere@example.org', profile: 'Self-Service', entity: '0' },
      { email: 'boss@example.org', profile: 'Super-Admin' },
    )

    const { rows: done } = await run({ rows }, lyon)

    expect(done.map(told)).toEqual([
      'refused: row not-yours',
      'created',
      'refused: entity not-understood',
      'refused: profile not-understood',
    ])
    expect(done[0]).toMatchObject({ keyUid: undefined })
    expect(await tellOf({ rows: rowsOf({ email: 'new@example.org' }) }, { ...lyon, mayMake: false })).toEqual(
      ['refused: row NOT_ALLOWED'],
    )
    expect(
      await tellOf(
        { rows: rowsOf({ email: 'lyon@example.org', firstname: 'Lyon' }), update: true },
        { ...lyon, mayUpdate: false },
      ),
    ).toEqual(['refused: row NOT_ALLOWED'])
  })

  it('are made as far as there is room, by the limits of keys and of mails', async () => {
    const admin = await givenAdmin(app.database, { user: 7 })
    const { usersId, profilesId, entitiesId } = admin
    const by: Importer = {
      ...system,
      actor: { kind: 'user', usersId },
      issuer: { kind: 'user', usersId, profilesId, entitiesId },
    }
    const rows = rowsOf(
      ...['a', 'b', 'c'].map((name) => ({ email: `${name}@limited.example`, profile: 'Self-Service' })),
    )
    const deps = (more: Partial<typeof app.context.config>) => ({
      ...app.context,
      config: { ...app.context.config, ...more },
    })

    const few = await importRows(deps({ keysPerDay: 2 }), by, { source, rows })
    const fewMails = await importRows(deps({ mailsPerAdmin: 1 }), by, {
      source: `${source}b`,
      rows,
      send: true,
    })
    const twiceMailed = await importRows(deps({ mailsPerAddress: 1 }), by, {
      source: `${source}c`,
      rows,
      send: true,
    })

    expect(few.rows.map(told)).toEqual(['created', 'created', 'refused: row POLICY_EXCEEDED'])
    expect(fewMails.rows.map(told)).toEqual([
      'created',
      'refused: row SENDING_LIMITED',
      'refused: row SENDING_LIMITED',
    ])
    expect(twiceMailed.rows.map(told)).toEqual(['refused: row SENDING_LIMITED', 'created', 'created'])
    await expect(
      importRows(deps({ keysPerDay: 7 }), by, { source: `${source}d`, rows, atomic: true }),
    ).rejects.toMatchObject({ code: 'POLICY_EXCEEDED' })
  })

  it('change nothing of a key that is over, nor what a key gives', async () => {
    const row = { email: 'over@example.org', externalId: '1', firstname: 'Ove', entity: 'Lyon' }
    const made = await run({ rows: rowsOf(row) })
    const renamed = rowsOf({ ...row, firstname: 'Over' })
    const moved = rowsOf({ ...row, entity: 'Paris' })

    expect(await tellOf({ rows: moved, update: true })).toEqual(['refused: entity fixed'])
    expect(await tellOf({ rows: rowsOf({ ...row, email: '' }), update: true })).toEqual([
      'refused: email fixed',
    ])
    await revokeKey(app.context, system.actor, (await keyAt(made.rows, 0)).uid)
    expect(await tellOf({ rows: renamed, update: true })).toEqual(['changed firstname (revoked)'])
  })

  it('that are gone from a list are found by what is left of it, and their keys revoked', async () => {
    const made = await run({
      rows: rowsOf({ externalId: 'stays' }, { externalId: 'goes' }, { externalId: 'went' }),
    })
    const [stays, goes, went] = [
      await keyAt(made.rows, 0),
      await keyAt(made.rows, 1),
      await keyAt(made.rows, 2),
    ]
    await revokeKey(app.context, system.actor, went.uid)

    const { keyUids, next } = await listSourceKeys(app.context, system, source, undefined)
    const gone = { keyUids: keyUids.filter((uid) => uid !== stays.uid) }

    const inLyon: Importer = { ...system, scope: { kind: 'some', ids: [entityIds.lyon] } }
    expect((await listSourceKeys(app.context, inLyon, source, undefined)).keyUids).toEqual([])
    expect([keyUids.sort(), next]).toEqual([[stays.uid, goes.uid].sort(), undefined])
    expect(await revokeMissing(app.context, inLyon, { ...gone, dryRun: true })).toBe(0)
    expect(await revokeMissing(app.context, system, { ...gone, dryRun: true })).toBe(1)
    expect((await keyAt(made.rows, 1)).revokedAt).toBeUndefined()
    expect(await revokeMissing(app.context, system, { ...gone, dryRun: false })).toBe(1)
    expect(await keyAt(made.rows, 1)).toMatchObject({ revokedReason: 'no longer in the imported list' })
    await expect(listSourceKeys(app.context, system, 'no such list', undefined)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})
