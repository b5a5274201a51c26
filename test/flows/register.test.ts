import { glpiUser, givenKey, usesOf } from '../support/builders'
import { textOf } from '../support/browser'
import { layouts, startTestApp, type TestApp } from '../support/test-app'

describe.each(layouts)('registering on GLPI $line at "$base"', ({ line, base }) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp({ line, base })
  })
  afterAll(() => app.close())

  it('takes a person from the link to an account', async () => {
    const key = await givenKey(app)
    const browser = app.browser()

    const form = await browser.open(key.link)
    const done = await browser.submit(form, { login: 'grace.hopper' })

    expect(form.path).toBe('/register')
    expect(done.status).toBe(200)
    expect(textOf(done)).toContain('grace.hopper')
    expect(await glpiUser(app, 'grace.hopper')).toMatchObject({ authtype: 1, is_active: 1 })
    expect(await usesOf(app, key)).toEqual({ completed: 1, held: 0 })
  })
})
