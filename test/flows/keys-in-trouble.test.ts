import { checkKeys } from '../../src/keys'
import { runCommand } from '../support/command-line'
import { givenKey, type GivenKey } from '../support/builders'
import { type Admin, signInAs } from '../support/console'
import { mainly, startTestApp, type TestApp } from '../support/test-app'

describe.each(mainly('10.0'))('a key in trouble, on GLPI $line', (layout) => {
  let app: TestApp
  let marie: Admin
  let key: GivenKey
  let sound: GivenKey
  beforeAll(async () => {
    app = await startTestApp(layout)
    marie = await signInAs(app, 'marie.curie')
    const { glpiDatabase, sql } = app.database
    const [group] = await sql<{ id: number }>(
      'SELECT id FROM ??.glpi_groups WHERE is_usergroup = 1 LIMIT 1',
      [glpiDatabase],
    )
    const authorisations = [{ profilesId: 1, entitiesId: 0, isRecursive: false }]
    sound = await givenKey(app, { label: 'Sound' })
    key = await givenKey(app, { label: 'Broken', grant: { authorisations, groupIds: [group?.id ?? 0] } })
    await sql('UPDATE ??.glpi_groups SET is_usergroup = 0 WHERE id = ?', [glpiDatabase, group?.id])
  })
  afterAll(() => app.close())

  const page = async (path: string) => (await marie.get(path)).text

  it('is flagged on the home page, in the list and its filter, at the press of a button', async () => {
    expect(await page('')).not.toContain('pose problème')

    expect((await marie.post('/checks')).text).toContain('ont été confrontées à GLPI')

    const home = await page('')
    expect(home).toContain('1 clé pose problème')
    expect(home).toContain('Broken')
    const list = await page('/keys?problem=any')
    expect(list).toContain('Broken')
    expect(list).toContain('Attribue ce que GLPI n’a plus')
    expect(list).not.toContain('Sound')
    expect(await page('/keys?problem=grant-refused')).toContain('Broken')
    expect(await page('/keys?problem=issuer-gone')).not.toContain('Broken')
    expect(await page('/keys?sort=label')).toMatch(/Broken[^]*Attribue ce que[^]*Sound/)
    expect(await page('/keys.csv?problem=any')).toMatch(/Broken.*Attribue ce que GLPI n’a plus/)
  })

  it('says on its own page why, and what mends it, as GLPI is at that moment', async () => {
    expect(await page(`/keys/${key.uid}`)).toContain('Créez une nouvelle clé avec ce qui existe')
    expect(await page(`/keys/${sound.uid}`)).not.toContain('seraient refusées')
  })

  it('is told by the command line, whose exit code a script can ask', async () => {
    const run = (...args: string[]) => runCommand(app.env, ['keys', ...args], { clock: app.clock })

    const answer = await run('verify', '--json')
    expect(answer.code).toBe(7)
    expect(JSON.parse(answer.out)).toMatchObject([{ uid: key.uid, problem: 'grant-refused' }])
    expect((await run('verify')).out).toMatch(/2 key\(s\) checked, 1 in trouble/)
    expect(JSON.parse((await run('show', key.uid, '--json')).out)).toMatchObject({ problem: 'grant-refused' })
  })

  it('is of no interest any more once it has ended', async () => {
    await marie.post(`/keys/${key.uid}/revocation`, { reason: '' })

    expect(await page('/keys?problem=any')).not.toContain('Broken')
    expect(await page('')).not.toContain('1 clé pose problème')
    expect(await page(`/keys/${key.uid}`)).not.toContain('seraient refusées')
    expect(await checkKeys(app.context, { before: app.clock.now() })).toBe(1)
  })
})
