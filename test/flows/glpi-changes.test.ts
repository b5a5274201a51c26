import { countGlpiUsers, givenKey, usesOf } from '../support/builders'
import { type Answer, registrationForm, textOf } from '../support/browser'
import { isFull } from '../support/scale'
import { startTestApp, type TestApp } from '../support/test-app'
import { en } from '../../src/shared/i18n/en'

const people = isFull ? 200 : 10
const family = "O'Brien & <Sons>"
const encodedFamily = "O'Brien &#38; &#60;Sons&#62;"

describe('while GLPI changes under a running server', () => {
  let app: TestApp
  beforeEach(async () => {
    app = await startTestApp({ line: '10.0' })
  })
  afterEach(() => app.close())

  const setConfig = (name: string, value: string) =>
    app.database.sql("UPDATE ??.glpi_configs SET value = ? WHERE context = 'core' AND name = ?", [
      app.database.glpiDatabase,
      value,
      name,
    ])

  const storedFamilies = async () => {
    const rows = await app.database.sql<{ realname: string }>(
      "SELECT DISTINCT realname FROM ??.glpi_users WHERE realname LIKE 'O''Brien %'",
      [app.database.glpiDatabase],
    )
    return rows.map(({ realname }) => realname)
  }

  /** Everybody keeps sending until let in, while `changes` happen one after the other. */
  async function registerThrough(changes: (() => Promise<unknown>)[]): Promise<Answer[]> {
    const key = await givenKey(app, { maxUses: people })
    const before = await countGlpiUsers(app)
    const refusals: Answer[] = []
    const state = { changing: true, answers: 0 }

    const everybody = Array.from({ length: people }, async () => {
      const browser = app.browser()
      const typed = registrationForm({ realname: family })
      let form: Answer | undefined
      for (;;) {
        form ??= await browser.open(key.link).then((page) => (page.status === 200 ? page : keepRefusal(page)))
        const answer = form === undefined ? undefined : await browser.submit(form, typed)
        if (answer !== undefined) state.answers += 1
        if (answer?.status === 200 && !state.changing) return
        if (answer !== undefined && answer.status !== 200) keepRefusal(answer)
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    })
    const keepRefusal = (answer: Answer) => {
      refusals.push(answer)
      return undefined
    }
    /** Until as many forms again were answered as there are people: some of them started after the last change. */
    const everybodyAgain = async () => {
      const enough = state.answers + people
      while (state.answers < enough) await new Promise((resolve) => setTimeout(resolve, 5))
    }
    for (const change of changes) {
      await everybodyAgain()
      await change()
      app.clock.advance(2_000)
    }
    await everybodyAgain()
    state.changing = false
    await Promise.all(everybody)

    expect((await countGlpiUsers(app)) - before).toBe(people)
    expect(await usesOf(app, key)).toEqual({ completed: people, held: 0 })
    return refusals
  }

  it('its version row going to 11.0 and back stops everybody, and nothing is written wrongly', async () => {
    const refusals = await registerThrough([
      () => setConfig('version', '11.0.7'),
      () => setConfig('version', '10.0.19'),
      () => setConfig('version', '11.0.0-dev'),
      () => setConfig('version', '10.0.20'),
    ])

    expect(refusals.length).toBeGreaterThan(0)
    for (const answer of refusals) {
      expect(answer.status).toBe(503)
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
      expect(textOf(answer)).toContain(en.refusals.GLPI_CHANGED.heading)
    }
    expect(await storedFamilies()).toEqual([encodedFamily])
  })

  it('maintenance mode going on and off stops everybody meanwhile', async () => {
    const refusals = await registerThrough([
      () => setConfig('maintenance_mode', '1'),
      () => setConfig('maintenance_mode', '0'),
      () => setConfig('maintenance_mode', '1'),
      () => setConfig('maintenance_mode', '0'),
    ])

    expect(refusals.length).toBeGreaterThan(0)
    for (const answer of refusals) {
      expect(answer.status).toBe(503)
      expect(textOf(answer)).toContain(en.refusals.GLPI_MAINTENANCE.heading)
    }
  })

  it('a real upgrade to 11.0 is followed: plain text from then on, without a restart', async () => {
    const { glpiDatabase, sql } = app.database
    const before = await givenKey(app)
    const browser = app.browser()
    await browser.submit(await browser.open(before.link), { realname: family, login: 'before.upgrade' })
    const during = await givenKey(app)
    const form = await app.browser().open(during.link)

    await sql(
      'ALTER TABLE ??.glpi_users ADD `2fa` TEXT NULL, ADD `2fa_unenforced` TINYINT NOT NULL DEFAULT 0',
      [glpiDatabase],
    )
    await setConfig('version', '11.0.7')
    const first = await app.browser().submit(form, { realname: family, login: 'after.upgrade' })
    const second = await app.browser().submit(form, { realname: family, login: 'after.upgrade' })

    expect(first.status).toBe(503)
    expect(second.status).toBe(200)
    expect((await storedFamilies()).sort()).toEqual([family, encodedFamily].sort())
  })
})
