import { givenAdmin, profiles } from '../support/signing-in'
import { runCommand } from '../support/command-line'
import { csrfOf } from '../support/console'
import { keepSecret } from '../support/evidence'
import { mainly, startTestApp, type TestApp } from '../support/test-app'

describe.each(mainly('10.0'))('console-link on GLPI $line at "$base"', (layout) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp(layout)
  })
  afterAll(() => app.close())

  const run = (...args: string[]) => runCommand(app.env, ['console-link', ...args])

  it('prints a link that works in a browser', async () => {
    const admin = await givenAdmin(app, { authtype: 3 })

    const { code, out, err } = await run('--login', admin.login)
    const link = out.trim()
    keepSecret(link.slice(link.lastIndexOf('/') + 1))

    expect(code).toBe(0)
    expect(link.startsWith(`${app.url}/console/link/`)).toBe(true)
    expect(err).toContain(`It signs ${admin.login} in once`)
    const browser = app.browser()
    const page = await browser.open(link)
    await browser.post('/console/link', { csrf: csrfOf(page) }, { follow: false })
    expect((await browser.get('/console/no-such-page', { follow: false })).status).toBe(404)
  })

  it('prints one JSON object for programs', async () => {
    const admin = await givenAdmin(app)

    const { out } = await run('--login', admin.login, '--json')
    const answer = JSON.parse(out) as { link: string; usersId: number; validUntil: string }
    keepSecret(answer.link.slice(answer.link.lastIndexOf('/') + 1))

    expect(Object.keys(answer)).toEqual(['link', 'usersId', 'validUntil'])
    expect(answer.usersId).toBe(admin.usersId)
    expect(new Date(answer.validUntil).getTime() - Date.now()).toBeLessThanOrEqual(5 * 60_000)
  })

  it('says why it makes none', async () => {
    const plain = await givenAdmin(app, { profilesId: profiles.selfService })

    expect(await run('--login', 'nobody.at.all')).toMatchObject({
      code: 6,
      out: '',
      err: expect.stringContaining('GLPI has nobody with the login "nobody.at.all"') as string,
    })
    expect(await run('--login', plain.login)).toMatchObject({ code: 5, out: '' })
    expect((await run()).code).toBe(2)
  })
})
