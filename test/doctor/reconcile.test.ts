import { uidToBytes } from '../../src/shared/db'
import { givenKey, type GivenKey, glpiUser } from '../support/builders'
import { runCommand } from '../support/command-line'
import { layouts, startTestApp, type TestApp } from '../support/test-app'

interface Answer {
  registrations: number
  withoutAccount: { login?: string }[]
  ofSomebodyElse: { login?: string; account: { login: string } }[]
  unknown: number
  usesThatDoNotAddUp: { keyUid: string }[]
}

describe.each(layouts)('doctor --reconcile on GLPI $line at "$base"', (layout) => {
  let app: TestApp
  let key: GivenKey
  beforeEach(async () => {
    app = await startTestApp(layout)
    key = await givenKey(app, { maxUses: 10 })
    for (const login of ['ada', 'grace', 'edith']) {
      const browser = app.browser()
      await browser.submit(await browser.open(key.link), { login, email: `${login}@example.org` })
    }
  })
  afterEach(() => app.close())

  const glpi = (statement: string, bindings: unknown[] = []) =>
    app.database.sql(statement.replaceAll('GLPI', app.database.glpiDatabase), bindings)
  const ours = (statement: string, bindings: unknown[] = []) =>
    app.database.sql(statement.replaceAll('OURS', app.database.database), bindings)

  async function reconcile(): Promise<Answer & { code: number }> {
    const { code, out } = await runCommand(app.env, ['doctor', '--reconcile', '--json'])
    return { code, ...(JSON.parse(out) as Answer) }
  }

  it('says that everything fits together', async () => {
    expect(await reconcile()).toMatchObject({
      code: 0,
      registrations: 3,
      withoutAccount: [],
      ofSomebodyElse: [],
      unknown: 0,
      usesThatDoNotAddUp: [],
    })
    const { out } = await runCommand(app.env, ['doctor', '--reconcile'])
    expect(out).toContain('Everything fits together.')
  })

  it('lists registrations whose account GLPI has no more, which is no failure', async () => {
    await glpi("DELETE FROM GLPI.glpi_users WHERE name = 'ada'")

    const answer = await reconcile()

    expect(answer.code).toBe(0)
    expect(answer.withoutAccount.map(({ login }) => login)).toEqual(['ada'])
  })

  it('lists accounts that are somebody else now, even under the same login', async () => {
    const { id } = (await glpiUser(app, 'ada')) as { id: number }
    await glpi("DELETE FROM GLPI.glpi_users WHERE name = 'ada'")
    for (const [number, login] of [
      [id, 'somebody.new'],
      [id + 1, 'grace'],
    ]) {
      await glpi('DELETE FROM GLPI.glpi_users WHERE id = ?', [number])
      await glpi(
        "INSERT INTO GLPI.glpi_users (id, name, authtype, auths_id, date_creation) VALUES (?, ?, 1, 0, '2027-03-01 10:00:00')",
        [number, login],
      )
    }

    const answer = await reconcile()

    expect(answer.code).toBe(7)
    expect(answer.ofSomebodyElse.map(({ login, account }) => [login, account.login])).toEqual([
      ['ada', 'somebody.new'],
      ['grace', 'grace'],
    ])
  })

  it('takes whoever was renamed for who they are', async () => {
    await glpi("UPDATE GLPI.glpi_users SET name = 'ada.lovelace' WHERE name = 'ada'")

    expect(await reconcile()).toMatchObject({ code: 0, ofSomebodyElse: [] })
  })

  it('goes by the login where GLPI has no time, and says when there is neither', async () => {
    await glpi('UPDATE GLPI.glpi_users SET date_creation = NULL')
    await glpi("UPDATE GLPI.glpi_users SET name = 'another' WHERE name = 'ada'")
    await ours("DELETE FROM OURS.registration_details WHERE login = 'edith'")

    const answer = await reconcile()

    expect(answer).toMatchObject({ code: 7, unknown: 1 })
    expect(answer.ofSomebodyElse.map(({ login }) => login)).toEqual(['ada'])
  })

  it('lists keys whose counters are not those of their registrations', async () => {
    await ours('UPDATE OURS.registration_keys SET uses_completed = 2, uses_held = 1 WHERE uid = ?', [
      uidToBytes(key.uid),
    ])

    const answer = await reconcile()

    expect(answer.code).toBe(7)
    expect(answer.usesThatDoNotAddUp).toEqual([
      { keyUid: key.uid, completed: { counted: 2, registered: 3 }, held: { counted: 1, registered: 0 } },
    ])
  })
})
