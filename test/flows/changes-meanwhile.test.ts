import { titleIds } from '../../src/demo/sample-places'
import { createPasswordHasher } from '../../src/glpi'
import { changeHeldAddress } from '../../src/registration'
import { systemRandom } from '../../src/shared/random'
import { registrationForm } from '../support/browser'
import { countGlpiUsers, givenGlpiUser, givenKey, type GivenKey, glpiUser, usesOf } from '../support/builders'
import { fieldsOf } from '../support/forms'
import { hiddenOf, mailedPath, registrationOf } from '../support/holds'
import { startTestApp, type TestApp } from '../support/test-app'

/**
 * Hashing takes a while, and what was checked before it may not be true after it. Here the world changes at exactly
 * that moment: only what the transaction asks again can notice.
 */
describe('what changes while the password is hashed', () => {
  let app: TestApp
  let meanwhile: () => Promise<unknown> = () => Promise.resolve()

  beforeEach(async () => {
    const hasher = createPasswordHasher({
      algorithm: 'argon2id',
      random: systemRandom,
      argon2Cost: { memoryKib: 1024, passes: 2 },
    })
    app = await startTestApp({
      overrides: {
        passwords: {
          ...hasher,
          hash: async (password) => {
            await meanwhile()
            return hasher.hash(password)
          },
          verify: async (stored, password) => {
            await meanwhile()
            return hasher.verify(stored, password)
          },
        },
      },
    })
  })
  afterEach(() => app.close())

  const sql = (statement: string, bindings: unknown[] = []) => app.database.sql(statement, bindings)
  const ours = () => app.database.database
  const glpi = () => app.database.glpiDatabase
  const uidOf = ({ uid }: GivenKey) => Buffer.from(uid.replaceAll('-', ''), 'hex')

  it.each<[string, number, (key: GivenKey) => Promise<unknown>]>([
    [
      'the key is revoked',
      410,
      (key) => sql('UPDATE ??.registration_keys SET revoked_at = NOW() WHERE uid = ?', [ours(), uidOf(key)]),
    ],
    [
      'the key is paused',
      403,
      (key) => sql('UPDATE ??.registration_keys SET paused_at = NOW() WHERE uid = ?', [ours(), uidOf(key)]),
    ],
    [
      'the key is used up',
      410,
      (key) => sql('UPDATE ??.registration_keys SET uses_completed = 1 WHERE uid = ?', [ours(), uidOf(key)]),
    ],
    [
      'the kill switch goes on',
      503,
      () => sql("INSERT INTO ??.switches VALUES ('redemption-stopped', NOW())", [ours()]),
    ],
    [
      'GLPI goes into maintenance',
      503,
      () => sql("UPDATE ??.glpi_configs SET value = '1' WHERE name = 'maintenance_mode'", [glpi()]),
    ],
    [
      'GLPI is upgraded',
      503,
      () => sql("UPDATE ??.glpi_configs SET value = '11.0.7' WHERE name = 'version'", [glpi()]),
    ],
    ['the profile is deleted', 403, () => sql('DELETE FROM ??.glpi_profiles WHERE id = 1', [glpi()])],
    [
      'the profile becomes a central one',
      403,
      () => sql("UPDATE ??.glpi_profiles SET interface = 'central' WHERE id = 1", [glpi()]),
    ],
    ['somebody takes the login', 422, () => givenGlpiUser(app.database, { name: 'Contested', authtype: 3 })],
    [
      'somebody takes the address',
      422,
      () => givenGlpiUser(app.database, { email: 'contested@example.org' }),
    ],
  ])('%s: nothing is spent, nobody is made', async (what, status, change) => {
    const key = await givenKey(app)
    const browser = app.browser()
    const form = await browser.open(key.link)
    const before = await countGlpiUsers(app)
    meanwhile = () => change(key)

    const answer = await browser.submit(form, { login: 'contested', email: 'contested@example.org' })

    expect(answer.status).toBe(status)
    expect((await usesOf(app, key)).completed).toBe(what.includes('used up') ? 1 : 0)
    expect(await countGlpiUsers(app)).toBe(what.startsWith('somebody') ? before + 1 : before)
    const [row] = await app.database.sql<{ n: number }>('SELECT COUNT(*) AS n FROM ??.registrations', [
      ours(),
    ])
    expect(Number(row?.n)).toBe(0)
  })

  it('the address a key is bound to: the new one counts', async () => {
    const key = await givenKey(app, { addresses: ['old@example.org'] })
    const browser = app.browser()
    const form = await browser.open(key.link)
    meanwhile = () => sql("UPDATE ??.key_addresses SET address = 'new@example.org'", [ours()])

    expect((await browser.submit(form, { email: 'old@example.org' })).status).toBe(422)
    expect(await usesOf(app, key)).toEqual({ completed: 0, held: 0 })
  })

  it('what was chosen from a list: GLPI has it no more', async () => {
    const key = await givenKey(app, { form: { title: 'optional' } })
    const browser = app.browser()
    const form = fieldsOf(await browser.open(key.link), '/register')
    meanwhile = () => sql('DELETE FROM ??.glpi_usertitles WHERE id = ?', [glpi(), titleIds.engineer])

    const typed = { ...form, ...registrationForm(), title: String(titleIds.engineer) }
    const answer = await browser.post('/register', typed)

    expect(answer.status).toBe(422)
    expect(answer.text).toContain('id="title-error"')
    expect(await usesOf(app, key)).toEqual({ completed: 0, held: 0 })
  })

  it('the address that waits, while the password is looked at: the old link confirms nothing', async () => {
    const key = await givenKey(app, { needsProof: true })
    const browser = app.browser()
    meanwhile = () => Promise.resolve()
    const typed = registrationForm({ login: 'corrected' })
    await browser.submit(await browser.open(key.link), typed)
    const held = await registrationOf(app, key)
    const other = app.browser()
    const page = await other.get((await mailedPath(app, held)) ?? '')
    const address = 'corrected@example.org'
    meanwhile = () => changeHeldAddress(app.context, { registrationUid: held.uid, address })

    const fields = { ...hiddenOf(page, '/confirm'), password: typed.password }
    const answer = await other.post('/confirm', fields)

    expect(answer.status).toBe(404)
    expect(await glpiUser(app, 'corrected')).toBeUndefined()
    expect(await registrationOf(app, key)).toMatchObject({ state: 'awaiting-confirmation', email: address })
  })
})
