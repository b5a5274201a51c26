import { checkKeys } from '../../src/keys'
import { tagOf } from '../../src/keys/code'
import { en } from '../../src/shared/i18n/en'
import { glpiUser, givenKey, type GivenKey } from '../support/builders'
import { textOf } from '../support/browser'
import { runCommand } from '../support/command-line'
import { outboxOf } from '../support/outbox'
import { mainly, startTestApp, type TestApp } from '../support/test-app'

interface Moved {
  uid: string
  mailed: number
  link: string | null
  refusal: string | null
}

const dayMs = 86_400_000

describe.each(mainly('11.0'))('a helpdesk that moves to a new address, on GLPI $line', (layout) => {
  let before: TestApp
  let after: TestApp
  beforeAll(async () => {
    before = await startTestApp(layout)
  })
  afterAll(async () => {
    await after.close()
    await before.close()
  })

  const move = (...args: string[]) => runCommand(after.env, ['move', ...args], { clock: after.clock })
  const path = (link: string) => link.slice(link.indexOf('/r/'))
  const open = (link: string) => after.browser().get(path(link))
  const problemOf = async ({ uid }: GivenKey) => {
    const { database, sql } = after.database
    const [row] = await sql<{ problem: string | null }>(
      'SELECT problem FROM ??.registration_keys WHERE uid = ?',
      [database, Buffer.from(uid.replaceAll('-', ''), 'hex')],
    )
    return row?.problem
  }

  it('keeps its links working, lists them, gives them the new address, and lets go of the old one', async () => {
    const { glpiDatabase, sql } = before.database
    const [marie] = await sql<{ id: number }>('SELECT id FROM ??.glpi_users WHERE name = ?', [
      glpiDatabase,
      'marie.curie',
    ])
    const issuer = { kind: 'user' as const, usersId: marie?.id ?? 0, profilesId: 4, entitiesId: 0 }
    const open1 = await givenKey(before, { label: 'Whoever has it', maxUses: 3 })
    const mailed = await givenKey(before, { label: 'Grace', addresses: ['grace@example.org'], issuer })
    const other = await givenKey(before, { label: 'Marie’s other one', issuer })
    const ended = await givenKey(before, { label: 'Over' })
    await runCommand(before.env, ['keys', 'revoke', ended.uid])

    after = await startTestApp({
      ...layout,
      database: before.database,
      env: { PREVIOUS_PUBLIC_URLS: before.url, KEYRING_FILE: before.env['KEYRING_FILE'] },
    })
    expect((await open(open1.link)).status).toBe(200)
    await checkKeys(after.context, { before: after.clock.now() })
    expect(await problemOf(open1)).toBe('address-replaced')

    const listed = JSON.parse((await move('--dry-run', '--json')).out) as { uid: string; addresses: number }[]
    expect(listed.map(({ uid }) => uid)).toEqual([open1.uid, mailed.uid, other.uid])
    expect(listed[1]).toMatchObject({ addresses: 1 })
    expect((await open(open1.link)).status).toBe(200)

    await sql('UPDATE ??.glpi_users SET is_active = 0 WHERE id = ?', [glpiDatabase, issuer.usersId])
    const first = await move('--links', '--json', '--overlap', '7d')
    expect(first.code).toBe(7)
    const [ofOpen, ofMailed] = JSON.parse(first.out) as [Moved, Moved, Moved]
    expect(ofMailed).toMatchObject({ uid: mailed.uid, link: null })
    expect(ofMailed.refusal).toMatch(/does not hold profile/)
    await sql('UPDATE ??.glpi_users SET is_active = 1 WHERE id = ?', [glpiDatabase, issuer.usersId])

    // Run again, it does what is left and nothing twice.
    const second = JSON.parse((await move('--links', '--json')).out) as Moved[]
    expect(second.map(({ uid }) => uid)).toEqual([mailed.uid, other.uid])
    expect(second[0]).toMatchObject({ mailed: 1, refusal: null })
    expect(JSON.parse((await move('--json')).out)).toEqual([])
    const mails = await outboxOf(after.database, 'reissued')
    expect(mails).toMatchObject([{ keyUid: mailed.uid, address: 'grace@example.org', state: 'waiting' }])

    const link = ofOpen.link ?? ''
    expect(link.startsWith(`${after.url}/r/glpi${tagOf(after.context.home).toLowerCase()}`)).toBe(true)
    await checkKeys(after.context, { before: after.clock.now() })
    expect(await problemOf(open1)).toBeNull()

    // Both links, of one key, until the overlap ends.
    const withOld = after.browser()
    await withOld.submit(await withOld.open(`${after.url}${path(open1.link)}`), { login: 'with.old' })
    const withNew = after.browser()
    await withNew.submit(await withNew.open(link), { login: 'with.new' })
    expect(await glpiUser(after, 'with.old')).toMatchObject({ is_active: 1 })
    expect(await glpiUser(after, 'with.new')).toMatchObject({ is_active: 1 })

    await sql('UPDATE ??.registration_keys SET expires_at = ? WHERE uid = ?', [
      after.database.database,
      new Date(after.clock.now().getTime() + 30 * dayMs),
      Buffer.from(open1.uid.replaceAll('-', ''), 'hex'),
    ])
    after.clock.advance(7 * dayMs + 1_000)
    const late = await open(open1.link)
    expect(late.status).toBe(410)
    expect(textOf(late)).toContain(en.refusals.KEY_REISSUED.heading)
    expect(late.text.toLowerCase()).not.toContain(path(link).slice(3))
    expect((await open(link)).status).toBe(200)
  })

  it('takes no overlap that is none, or too long', async () => {
    expect(await move('--overlap', '31d')).toMatchObject({ code: 2 })
    expect(await move('--overlap', 'a while')).toMatchObject({ code: 2 })
    expect(await move('--overlap', '0')).toMatchObject({ code: 0 })
  })
})
