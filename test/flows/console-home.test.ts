import { checkNames } from '../../src/shared/checks'
import { jobs } from '../../src/work'
import { givenAdmin, rights } from '../support/admins'
import { textOf } from '../support/browser'
import { givenGlpiUser, givenKey, usesOf } from '../support/builders'
import { type Admin, signInAs } from '../support/console'
import { givenListedKey } from '../support/listed-keys'
import { givenPastKey, givenPastRegistration } from '../support/past'
import { mainly, startTestApp, type TestApp } from '../support/test-app'

const { read, update, create } = rights
const dayMs = 86_400_000
const paris = 1
const lyon = 2

describe.each(mainly('10.0'))('the home of the console on GLPI $line at "$base"', (layout) => {
  let app: TestApp
  beforeEach(async () => {
    app = await startTestApp(layout)
    await app.database.sql("UPDATE ??.glpi_users SET language = 'en_GB'", [app.database.glpiDatabase])
  })
  afterEach(() => app.close())

  const daysFromNow = (days: number) => new Date(app.clock.now().getTime() + days * dayMs)
  const signIn = async (wanted: Parameters<typeof givenAdmin>[1]): Promise<Admin> => {
    const { login } = await givenAdmin(app.database, wanted)
    return signInAs(app, login)
  }
  /** What the table beside the chart says of the last days, the newest last: accounts and keys. */
  const chartRows = (html: string) =>
    Array.from(
      html.matchAll(
        /<time datetime="(\d{4}-\d\d-\d\d)">[^<]*<\/time><\/th>\s*<td>([^<]*)<\/td>\s*<td>([^<]*)</g,
      ),
    )

  it('says in a friendly way that there is nothing to do, on a fresh installation', async () => {
    const home = textOf(await (await signInAs(app, 'marie.curie')).get(''))

    expect(home).toContain('Nothing needs you at the moment')
    expect(home).toContain('No account and no key was made in the last 30 days')
    expect(home).toContain('Nobody has registered in the last 30 days')
  })

  it('lists keys that end soon or are used up, each with a way to all of them in the list', async () => {
    const ending = { label: 'Ends in three days', expiresAt: daysFromNow(3), maxUses: 5, completed: 1 }
    const key = await givenListedKey(app.database, ending)
    await givenListedKey(app.database, { label: 'Ends in a month', expiresAt: daysFromNow(30) })
    // What people are told, ten days of which the last seven are grace.
    const graced = { label: 'Said to end soon', expiresAt: daysFromNow(10), graceDays: 7, maxUses: 2 }
    await givenListedKey(app.database, graced)
    const madeAt = daysFromNow(-9)
    const full = await givenPastKey(app.database, { label: 'Full', madeAt, used: 2 })
    await givenPastRegistration(app.database, { keyUid: full, at: daysFromNow(-2), login: 'the.last' })
    const marie = await signInAs(app, 'marie.curie')

    const home = await marie.get('')

    expect(home.text).toContain(`href="${layout.base}/console/keys/${key.uid}"`)
    expect(textOf(home)).toContain('2 keys end within 7 days and have places left')
    expect(textOf(home)).toMatch(/Ends in three days \S+ 4 places left, ends in [23] days/)
    expect(textOf(home)).toContain('1 key was used up in the last 30 days')
    expect(textOf(home)).toContain('the.last')
    const links = Array.from(home.text.matchAll(/class="needs-all"><a href="[^"]*\/console(\/keys[^"]*)"/g))
    const [soon = '', usedUp = ''] = links.map(([, link = '']) => link.replaceAll('&amp;', '&'))
    const soonList = textOf(await marie.get(soon))
    expect(soonList).toContain('Ends in three days')
    expect(soonList).toContain('Said to end soon')
    expect(soonList).not.toContain('Ends in a month')
    expect(textOf(await marie.get(usedUp))).toContain('Full')
  })

  it('draws the numbers of 30 days, with a table of the same for those who cannot see it', async () => {
    const keyUid = await givenPastKey(app.database, { madeAt: daysFromNow(-2) })
    await givenPastRegistration(app.database, { keyUid, at: daysFromNow(-1) })
    await givenPastRegistration(app.database, { keyUid, at: daysFromNow(-1) })

    const { text } = await (await signInAs(app, 'marie.curie')).get('')

    const rows = chartRows(text)
    expect(rows).toHaveLength(30)
    expect(rows.map(([, , accounts]) => accounts).slice(-3)).toEqual(['0', '2', '0'])
    expect(rows.map(([, , , keys]) => keys).slice(-3)).toEqual(['1', '0', '0'])
    expect(text).toMatch(/<svg class="chart" role="img" aria-labelledby="chart-name chart-description">/)
    expect(text.match(/class="chart-bar" x=/g)).toHaveLength(30)
    expect(text).not.toContain('style=')
  })

  it('shows an administrator of Lyon the numbers of Lyon and nobody else’s', async () => {
    const ofLyon = await givenPastKey(app.database, {
      label: 'For Lyon',
      madeAt: daysFromNow(-1),
      entities: [lyon],
    })
    const ofParis = await givenPastKey(app.database, {
      label: 'For Paris',
      madeAt: daysFromNow(-1),
      entities: [paris],
    })
    const ofBoth = await givenPastKey(app.database, {
      label: 'Both',
      madeAt: daysFromNow(-1),
      entities: [lyon, paris],
    })
    const at = daysFromNow(-1)
    await givenPastRegistration(app.database, { keyUid: ofLyon, at, login: 'of.lyon' })
    for (const keyUid of [ofParis, ofBoth])
      await givenPastRegistration(app.database, { keyUid, at, login: 'of.elsewhere' })

    const local = await (await signIn({ user: read, entity: 'Lyon' })).get('')
    const whole = await (await signInAs(app, 'marie.curie')).get('')

    expect(chartRows(local.text).at(-2)?.slice(2, 4)).toEqual(['1', '1'])
    expect(chartRows(whole.text).at(-2)?.slice(2, 4)).toEqual(['3', '3'])
    expect(textOf(local)).toContain('of.lyon')
    expect(textOf(local)).not.toMatch(/of\.elsewhere|For Paris|Both/)
    expect(textOf(whole)).toContain('of.elsewhere')
  })

  it('offers a new key to those who may make one', async () => {
    const link = `href="${layout.base}/console/keys/new"`
    const main = (html: string) => html.slice(html.indexOf('<main'))

    expect(main((await (await signIn({ user: read + create })).get('')).text)).toContain(link)
    expect(main((await (await signIn({ user: read + update })).get('')).text)).not.toContain(link)
  })

  it('shows what people wrote as text, whatever it is', async () => {
    const markup = `<img src=x onerror=alert(1)>'"`
    const keyUid = await givenPastKey(app.database, {
      label: markup,
      madeAt: daysFromNow(-1),
      expiresAt: daysFromNow(2),
    })
    await givenPastRegistration(app.database, { keyUid, at: daysFromNow(-1), login: markup })

    const { text } = await (await signInAs(app, 'marie.curie')).get('')

    expect(text).toContain('&lt;img src=x')
    expect(text).not.toContain('<img src=x')
  })

  it('speaks French to whom GLPI does', async () => {
    await givenGlpiUser(app.database)
    await app.database.sql("UPDATE ??.glpi_users SET language = 'fr_FR'", [app.database.glpiDatabase])
    const marie = await signInAs(app, 'marie.curie')

    expect(textOf(await marie.get(''))).toContain('Rien ne vous attend pour le moment')
    expect(textOf(await marie.get('/status'))).toContain('Trousseau de clés')
    expect(textOf(await marie.get('/kill-switch'))).toContain('L’arrêt d’urgence est inactif')
  })

  it('says how the server is, with a word for each check and what to do', async () => {
    const admin = await signIn({ user: read, config: update })

    const page = await admin.get('/status')

    expect(page.status).toBe(200)
    expect(page.text.match(/class="status-sign"/g)).toHaveLength(checkNames.length + jobs.length)
    expect(textOf(page)).toContain('Public address Good')
    expect(textOf(page)).toContain('Time zones Look at this GLPI_TIME_ZONE is not set')
    expect((await (await signIn({ user: read + update + create })).get('/status')).status).toBe(403)
  })

  it('stops every redemption, says so on every page, and lets people go on', async () => {
    const key = await givenKey(app)
    const admin = await signIn({ user: read, config: update })
    const reader = await signIn({ user: read })
    const before = textOf(await admin.get('/kill-switch'))
    const form = await app.browser().open(key.link)

    const unsure = await admin.post('/kill-switch', { turn: 'on' })
    expect(unsure.status).toBe(422)
    expect(textOf(unsure)).toContain('Nothing has changed yet')
    const stopped = await admin.post('/kill-switch', { turn: 'on', understood: 'yes' })

    expect(before).toContain('It will stop 1 usable key')
    expect(textOf(stopped)).toContain('Registrations are stopped')
    expect((await app.browser().submit(form)).status).toBe(503)
    expect(await usesOf(app, key)).toEqual({ completed: 0, held: 0 })
    for (const path of [
      '',
      '/keys',
      '/audit',
      '/status',
      '/kill-switch',
      `/keys/${key.uid}`,
      '/no-such-page',
    ]) {
      expect(textOf(await admin.get(path))).toContain('The kill switch is on since')
    }
    const banner = (await reader.get('/keys')).text
    expect(banner).toContain('The kill switch is on since')
    expect(banner).not.toContain('kill-switch"')
    expect((await reader.post('/kill-switch', { turn: 'off' })).status).toBe(403)

    const ended = textOf(await admin.post('/kill-switch', { turn: 'off' }))
    expect(ended).toContain('People can register again')
    expect(ended).not.toContain('The kill switch is on since')
    expect((await app.browser().submit(form)).status).toBe(200)
  })

  it('records who used the kill switch, and from where', async () => {
    const admin = await signIn({ user: read, config: update })

    await admin.post('/kill-switch', { turn: 'on', understood: 'yes' })

    const rows = await app.database.sql<{ kind: string; actor: number | null; ip: string | null }>(
      `SELECT e.kind, e.actor_users_id AS actor, n.ip FROM ??.audit_events e
       JOIN ??.event_network n ON n.event_uid = e.uid WHERE e.kind LIKE 'redemption.%'`,
      [app.database.database, app.database.database],
    )
    expect(rows).toMatchObject([
      { kind: 'redemption.stopped', ip: expect.stringContaining('127.0.0.1') as string },
    ])
  })
})
