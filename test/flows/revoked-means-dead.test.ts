import { en } from '../../src/shared/i18n/en'
import { countGlpiUsers, givenKey, usesOf } from '../support/builders'
import { textOf } from '../support/browser'
import { runCommand } from '../support/command-line'
import { signInAs } from '../support/console'
import { fieldsOf } from '../support/forms'
import { mainly, startTestApp, type TestApp } from '../support/test-app'

describe.each(mainly('10.0'))('a form that was open when its key was revoked, on GLPI $line', (layout) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp(layout)
  })
  afterAll(() => app.close())

  const ways: Record<string, (uid: string) => Promise<unknown>> = {
    'on the command line': (uid) => runCommand(app.env, ['keys', 'revoke', uid]),
    'on its page': async (uid) => {
      const admin = await signInAs(app, 'marie.curie')
      return admin.post(`/keys/${uid}/revocation`, { reason: 'Sent to the wrong class' })
    },
    'with all of a list': async (uid) => {
      const admin = await signInAs(app, 'marie.curie')
      const preview = await admin.post('/keys/revocations/preview', { what: 'selected', uid, query: '' })
      return admin.post('/keys/revocations', fieldsOf(preview, '/keys/revocations'))
    },
  }

  it.each(Object.keys(ways))('cannot be sent any more: %s', async (way) => {
    const key = await givenKey(app, { maxUses: 5 })
    const browser = app.browser()
    const form = await browser.open(key.link)
    const before = await countGlpiUsers(app)

    await ways[way]?.(key.uid)
    const answer = await browser.submit(form, { login: 'too.late' })

    expect(answer.status).toBe(410)
    expect(textOf(answer)).toContain(en.refusals.KEY_REVOKED.heading)
    expect(await countGlpiUsers(app)).toBe(before)
    expect(await usesOf(app, key)).toEqual({ completed: 0, held: 0 })
  })
})
