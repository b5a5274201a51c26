import { givenKey, usesOf } from '../support/builders'
import { type Answer, textOf } from '../support/browser'
import { keepSecret } from '../support/evidence'
import { mainly, startTestApp, type TestApp } from '../support/test-app'
import { generateCode, invitationLink, printedForm } from '../../src/keys/code'
import { en } from '../../src/shared/i18n/en'
import { fr } from '../../src/shared/i18n/fr'
import { systemRandom } from '../../src/shared/random'
import type { RefusalCode } from '../../src/shared/errors'

describe.each(mainly('11.0'))('a code that cannot be used on GLPI $line at "$base"', ({ line, base }) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp({ line, base })
  })
  afterAll(() => app.close())

  const pathOf = (link: string) => new URL(link).pathname.slice(base.length)

  function foreignLink(instance: { environment: string; publicUrl: string }): string {
    const code = generateCode(systemRandom, instance)
    keepSecret(code.normalForm)
    return `/r/${code.normalForm.toLowerCase()}`
  }

  /** Opens the link and expects the page of that reason, in the reader's language, with what to do next. */
  async function expectRefusal(path: string, status: number, code: RefusalCode): Promise<Answer> {
    const english = await app.browser().get(path)
    const french = await app.browser({ language: 'fr-CH,en;q=0.5' }).get(path)

    expect(english.status).toBe(status)
    expect(textOf(english)).toContain(en.refusals[code].heading)
    expect(textOf(english)).toContain(en.refusals[code].advice)
    expect(textOf(french)).toContain(fr.refusals[code].heading)
    expect(english.headers['cache-control']).toBe('no-store')
    return english
  }

  it('is recognised as a typing error', async () => {
    const { link } = await givenKey(app)
    const typo = pathOf(link).replace(/.$/, (last) => (last === '0' ? '1' : '0'))

    await expectRefusal(typo, 404, 'KEY_MALFORMED')
    await expectRefusal('/r/short', 404, 'KEY_MALFORMED')
    await expectRefusal(`/r/${'x'.repeat(500)}`, 404, 'KEY_MALFORMED')
    await expectRefusal(`/r/${encodeURIComponent("' OR 1=1 --")}`, 404, 'KEY_MALFORMED')
  })

  it('is recognised as mistyped or foreign without a query: with no database at all', async () => {
    const { link } = await givenKey(app)
    const deaf = await startTestApp({
      line,
      database: app.database,
      env: {
        DATABASE_URL: 'mysql://nobody:here@127.0.0.1:1/nothing',
        PUBLIC_URL: app.context.config.publicUrl,
      },
    })
    const statusOf = async (path: string) => (await deaf.browser().get(base + path)).status
    const elsewhere = { environment: 'production', publicUrl: 'https://help.example.net' }

    expect(await statusOf('/r/short')).toBe(404)
    expect(await statusOf(pathOf(link).slice(0, -1))).toBe(404)
    expect(await statusOf(foreignLink(elsewhere))).toBe(404)
    expect(await statusOf(pathOf(link))).toBe(503)
    await deaf.close()
  })

  it('is told apart: of another helpdesk, of a test one, and unknown', async () => {
    const { publicUrl } = app.context.config
    const elsewhere = { environment: 'production', publicUrl: 'https://help.example.net' }

    await expectRefusal(foreignLink(elsewhere), 404, 'KEY_OF_OTHER_INSTANCE')
    await expectRefusal(foreignLink({ environment: 'staging', publicUrl }), 404, 'KEY_OF_TEST_INSTANCE')
    await expectRefusal(foreignLink({ environment: 'production', publicUrl }), 404, 'KEY_UNKNOWN')
  })

  it.each<[string, string, number, RefusalCode]>([
    ['revoked', 'revoked_at = UTC_TIMESTAMP(3)', 410, 'KEY_REVOKED'],
    ['paused', 'paused_at = UTC_TIMESTAMP(3)', 403, 'KEY_PAUSED'],
    ['not yet valid', 'not_before = UTC_TIMESTAMP(3) + INTERVAL 1 DAY', 403, 'KEY_NOT_YET_VALID'],
    ['expired', 'expires_at = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND', 410, 'KEY_EXPIRED'],
    ['used up', 'uses_completed = max_uses', 410, 'KEY_USED_UP'],
    ['held up', 'uses_held = max_uses', 403, 'KEY_HELD_UP'],
    ['granting a profile that is gone', 'label = label', 403, 'KEY_GRANT_REFUSED'],
  ])(
    'says so when the key is %s, before and after the form was opened',
    async (what, change, status, code) => {
      const key = await givenKey(app)
      const browser = app.browser()
      const form = await browser.open(key.link)
      const uid = Buffer.from(key.uid.replaceAll('-', ''), 'hex')
      await app.database.sql(`UPDATE ??.registration_keys SET ${change} WHERE uid = ?`, [
        app.database.database,
        uid,
      ])
      if (what.startsWith('granting')) {
        await app.database.sql('UPDATE ??.key_authorisations SET profiles_id = 999 WHERE key_uid = ?', [
          app.database.database,
          uid,
        ])
      }

      const opened = await app.browser().open(key.link)
      const sent = await browser.submit(form)

      for (const answer of [opened, sent]) {
        expect(answer.status).toBe(status)
        expect(textOf(answer)).toContain(en.refusals[code].heading)
      }
      expect((await usesOf(app, key)).completed).toBe(what === 'used up' ? 1 : 0)
    },
  )

  it('is accepted when typed: any case, dashes, spaces, O for 0, I and L for 1', async () => {
    const { code } = await givenKey(app)
    const sloppy = code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ' - ')

    const browser = app.browser()
    await browser.get('/')

    const answer = await browser.post('/code', { code: ` ${sloppy}\r\n` })

    expect(answer.path).toBe('/register')
    expect(answer.status).toBe(200)
  })

  it('leaves a form that was opened in time 30 minutes after the end, and no more', async () => {
    const expiresAt = new Date(app.clock.now().getTime() + 60_000)
    const key = await givenKey(app, { expiresAt, maxUses: 2 })
    const inTime = app.browser()
    const tooLate = app.browser()
    const [first, second] = [await inTime.open(key.link), await tooLate.open(key.link)]

    app.clock.advance(20 * 60_000)
    expect((await app.browser().open(key.link)).status).toBe(410)
    expect((await inTime.submit(first)).status).toBe(200)
    app.clock.advance(15 * 60_000)
    expect((await tooLate.submit(second)).status).toBe(410)
    expect(await usesOf(app, key)).toEqual({ completed: 1, held: 0 })
  })

  it('keeps working after the helpdesk moved, while its old address is remembered', async () => {
    const old = { environment: 'production', publicUrl: 'https://old.example.org' }
    const moved = await startTestApp({
      line,
      database: app.database,
      env: { PREVIOUS_PUBLIC_URLS: 'https://old.example.org/' },
    })
    const code = generateCode(systemRandom, old)
    keepSecret(printedForm(code))
    const path = new URL(invitationLink(old.publicUrl, code)).pathname

    expect((await moved.browser().get(path)).status).toBe(404)
    expect(textOf(await moved.browser().get(path))).toContain(en.refusals.KEY_UNKNOWN.heading)
    expect(textOf(await app.browser().get(path))).toContain(en.refusals.KEY_OF_OTHER_INSTANCE.heading)
    await moved.close()
  })
})
