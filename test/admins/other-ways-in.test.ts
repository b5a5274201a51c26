import { makeConsoleLink, redeemConsoleLink, signInTrusted } from '../../src/admins'
import { auditRows, givenAdmin, origin, outcomeOf, profiles } from '../support/signing-in'
import { givenGlpiUser } from '../support/builders'
import { keepSecret } from '../support/evidence'
import { startTestApp, type TestApp } from '../support/test-app'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp({ line: '11.0' })
})
afterAll(() => app.close())

const system = { kind: 'system', osUser: 'root' } as const
const twoFactor = { '2fa': '{"algorithm":"totp"}' }
const minute = 60_000

async function givenLink(login: string): Promise<string> {
  const { token } = await makeConsoleLink(app.context, { login, actor: system })
  keepSecret(token)
  return token
}

describe('whom a trusted proxy names', () => {
  const arrive = (login: string) => signInTrusted(app.context, login, origin)

  it('comes in from a directory, or with a second factor, without regard to case', async () => {
    const directory = await givenAdmin(app, { authtype: 3 })
    const careful = await givenAdmin(app, { row: twoFactor })

    expect(await arrive(directory.login.toUpperCase())).toMatchObject({ usersId: directory.usersId })
    expect(await arrive(careful.login)).toMatchObject({
      usersId: careful.usersId,
      profilesId: profiles.superAdmin,
    })
    expect(await auditRows(app)).toMatchObject([
      { kind: 'admin.signed-in', details: { way: 'proxy' }, ip: origin.ip },
    ])
  })

  it('is asked for everything else', async () => {
    const inactive = await givenAdmin(app, { authtype: 3, row: { is_active: 0 } })
    const plain = await givenAdmin(app, { authtype: 3, profilesId: profiles.selfService })

    expect(await outcomeOf(arrive(inactive.login))).toBe('inactive')
    expect(await outcomeOf(arrive(plain.login))).toBe('no-right')
    expect(await outcomeOf(arrive('nobody.of.this.name'))).toBe('no-account')
  })

  it('is refused when GLPI has two of that name', async () => {
    const local = await givenAdmin(app)
    await givenGlpiUser(app.database, { name: local.login, authtype: 3 })

    expect(await outcomeOf(arrive(local.login))).toBe('no-account')
  })
})

describe('a link made on the server', () => {
  it('signs in once, whom the sign-in page cannot, and leaves no trace of its token', async () => {
    const careful = await givenAdmin(app, { authtype: 3, row: twoFactor })
    const token = await givenLink(careful.login)
    expect(await auditRows(app)).toMatchObject([
      { kind: 'console-link.made', actor_kind: 'system', details: { usersId: careful.usersId } },
    ])

    const identity = await redeemConsoleLink(app.context, token, origin)

    expect(identity).toMatchObject({ usersId: careful.usersId })
    expect(await auditRows(app)).toMatchObject([
      { kind: 'admin.signed-in', actor_users_id: careful.usersId, details: { way: 'console-link' } },
    ])
    expect(await outcomeOf(redeemConsoleLink(app.context, token, origin))).toBe('CONSOLE_LINK_SPENT')
  })

  it('lets one of ten in who use it at once', async () => {
    const token = await givenLink((await givenAdmin(app)).login)

    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => outcomeOf(redeemConsoleLink(app.context, token, origin))),
    )

    expect(outcomes.filter((outcome) => outcome === 'in')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'CONSOLE_LINK_SPENT')).toHaveLength(9)
  })

  it('is good for five minutes', async () => {
    const { login } = await givenAdmin(app)
    const inTime = await givenLink(login)
    app.clock.advance(5 * minute - 2_000)
    expect(await outcomeOf(redeemConsoleLink(app.context, inTime, origin))).toBe('in')

    const late = await givenLink(login)
    app.clock.advance(5 * minute + 1)
    expect(await outcomeOf(redeemConsoleLink(app.context, late, origin))).toBe('CONSOLE_LINK_SPENT')
    expect(await outcomeOf(redeemConsoleLink(app.context, 'made-up', origin))).toBe('CONSOLE_LINK_SPENT')
  })

  it('is made for nobody whom GLPI would not let in, and asks again when it is used', async () => {
    const { glpiDatabase, sql } = app.database
    const plain = await givenAdmin(app, { profilesId: profiles.selfService })
    const dismissed = await givenAdmin(app)
    const token = await givenLink(dismissed.login)

    await sql('UPDATE ??.glpi_users SET is_active = 0 WHERE id = ?', [glpiDatabase, dismissed.usersId])

    expect(await outcomeOf(redeemConsoleLink(app.context, token, origin))).toBe('inactive')
    expect(await outcomeOf(givenLink(plain.login))).toBe('no-right')
    expect(await outcomeOf(givenLink('nobody.of.this.name'))).toBe('NOT_FOUND')
  })
})
