import { categoryIds, entityIds, locationIds, titleIds } from '../../src/demo/sample-places'
import { approveRegistration, type Decider } from '../../src/registration'
import { en } from '../../src/shared/i18n/en'
import { type Answer, type Browser, registrationForm, textOf } from '../support/browser'
import { givenGlpiUser, givenKey, type GivenKey, glpiUser, usesOf } from '../support/builders'
import { fieldsOf } from '../support/forms'
import { countPending, hiddenOf, mailedPath, registrationOf } from '../support/holds'
import { layouts, startTestApp, type TestApp } from '../support/test-app'

const system = { kind: 'system' } as const
const server: Decider = { actor: system, issuer: system, scope: { kind: 'all' } }
const inParis = { authorisations: [{ profilesId: 1, entitiesId: entityIds.paris, isRecursive: false }] }
const asks = {
  phone: 'required',
  mobile: 'optional',
  registrationNumber: 'required',
  title: 'required',
  category: 'optional',
  location: 'required',
  language: 'required',
} as const

/** Between the form and the account there may be a day, and two weeks. */
describe.each(layouts)(
  'what was answered in a form, when it has to wait, on GLPI $line',
  ({ line, base }) => {
    let app: TestApp
    beforeAll(async () => {
      app = await startTestApp({ line, base })
    })
    afterAll(() => app.close())

    const glpi = (statement: string, ...bindings: unknown[]) =>
      app.database.sql(statement, [app.database.glpiDatabase, ...bindings])

    async function send(
      wanted: Parameters<typeof givenKey>[1],
      typed: Record<string, string> = {},
    ): Promise<{ key: GivenKey; browser: Browser; page: Answer; login: string }> {
      const key = await givenKey(app, { grant: inParis, ...wanted })
      const browser = app.browser()
      const own = registrationForm()
      const form = fieldsOf(await browser.open(key.link), '/register')
      const page = await browser.post('/register', { ...form, ...own, ...typed })
      return { key, browser, page, login: own.login }
    }

    const answers = () => ({
      phone: '+33 1 23 45 67 89',
      mobile: '+33 6 12 34',
      registrationNumber: 'R&D <7>',
      title: String(titleIds.engineer),
      category: String(categoryIds.trainee),
      location: String(locationIds.eastWing),
      language: 'pt_BR',
    })

    const stored = () => ({
      phone: '+33 1 23 45 67 89',
      mobile: '+33 6 12 34',
      registration_number: line === '10.0' ? 'R&#38;D &#60;7&#62;' : 'R&D <7>',
      usertitles_id: titleIds.engineer,
      usercategories_id: categoryIds.trainee,
      locations_id: locationIds.eastWing,
      language: 'pt_BR',
    })

    async function confirm(key: GivenKey, browser: Browser): Promise<Answer> {
      const page = await browser.get((await mailedPath(app, await registrationOf(app, key))) ?? '')
      return browser.post('/confirm', hiddenOf(page, '/confirm'))
    }

    const approve = async (key: GivenKey) =>
      approveRegistration(app.context, server, (await registrationOf(app, key)).uid)

    it.each<[string, { needsProof?: true; needsApproval?: true }]>([
      ['confirmation', { needsProof: true }],
      ['approval', { needsApproval: true }],
      ['confirmation and approval', { needsProof: true, needsApproval: true }],
    ])('reaches the account through %s', async (_what, needs) => {
      const { key, browser, login } = await send({ ...needs, form: asks }, answers())
      expect(await glpiUser(app, login)).toBeUndefined()

      if (needs.needsProof) await confirm(key, browser)
      if (needs.needsApproval) await approve(key)

      expect(await glpiUser(app, login)).toMatchObject(stored())
      expect(await countPending(app)).toBe(0)
    })

    it.each<[string, { needsProof?: true; needsApproval?: true }]>([
      ['confirmed', { needsProof: true }],
      ['approved', { needsApproval: true }],
    ])('comes without what GLPI has lost until it is %s', async (_when, needs) => {
      await glpi("INSERT INTO ??.glpi_usertitles (name) VALUES ('Passing')")
      const [title] = await app.database.sql<{ id: number }>('SELECT LAST_INSERT_ID() AS id')
      const typed = { ...answers(), title: String(title?.id) }
      const { key, browser, login } = await send({ ...needs, form: asks }, typed)
      await glpi('DELETE FROM ??.glpi_usertitles WHERE id = ?', title?.id)
      await glpi(
        'UPDATE ??.glpi_locations SET entities_id = ? WHERE id = ?',
        entityIds.lyon,
        locationIds.eastWing,
      )

      if (needs.needsProof) await confirm(key, browser)
      else await approve(key)
      await glpi(
        'UPDATE ??.glpi_locations SET entities_id = ? WHERE id = ?',
        entityIds.paris,
        locationIds.eastWing,
      )

      expect(await glpiUser(app, login)).toMatchObject({
        ...stored(),
        usertitles_id: 0,
        locations_id: 0,
      })
    })

    describe('and what GLPI lets one person have', () => {
      const rule = (column: string) =>
        glpi(
          `INSERT INTO ??.glpi_fieldunicities (name, itemtype, fields, is_active, action_refuse, entities_id, is_recursive)
         VALUES ('r', 'User', ?, 1, 1, 0, 1)`,
          column,
        )
      const take = async (column: string, value: string) =>
        glpi('UPDATE ??.glpi_users SET ?? = ? WHERE id = ?', column, value, await givenGlpiUser(app.database))
      afterEach(() => glpi('DELETE FROM ??.glpi_fieldunicities'))

      const encoded = (value: string) => (line === '10.0' ? value.replace('&', '&#38;') : value)

      it.each([
        ['phone', 'phone', '+33 9 00 01', 'phone-taken'],
        ['mobile', 'mobile', '+33 9 00 02', 'mobile-taken'],
        ['registrationNumber', 'registration_number', 'Q&A 3', 'number-taken'],
      ] as const)(
        '%s is told beside its field, and on the page of the mailed link',
        async (field, column, value, reason) => {
          await rule(column)
          const form = { [field]: 'required' } as const
          const held = await send({ needsProof: true, form }, { [field]: value })
          await take(column, encoded(value))

          const typed = await send({ form }, { [field]: value })
          expect(typed.page.status).toBe(422)
          expect(typed.page.text).toContain(`id="${field}-error"`)
          expect(await usesOf(app, typed.key)).toEqual({ completed: 0, held: 0 })

          const told = await confirm(held.key, held.browser)
          const why = en.fieldTaken.reason(en.form.fields[field])
          expect(told.status).toBe(410)
          expect(textOf(told)).toContain(en.fieldTaken.heading)
          expect(textOf(told)).toContain(why)
          expect(await registrationOf(app, held.key)).toMatchObject({ state: 'released', reason })
          expect(await usesOf(app, held.key)).toEqual({ completed: 0, held: 0 })
        },
      )

      it('a title among them is told in general, and keeps an approver from approving', async () => {
        await rule('usertitles_id,realname')
        const form = { title: 'required' } as const
        const typed = { title: String(titleIds.apprentice), realname: 'Solo' }
        const held = await send({ needsProof: true, form }, typed)
        const asked = await send({ needsApproval: true, form }, typed)
        const id = await givenGlpiUser(app.database, { realname: 'Solo' })
        await glpi('UPDATE ??.glpi_users SET usertitles_id = ? WHERE id = ?', titleIds.apprentice, id)

        expect(textOf(await confirm(held.key, held.browser))).toContain(en.released['not-unique'].reason)
        await expect(approve(asked.key)).rejects.toMatchObject({ problem: 'not-unique' })
      })
    })
  },
)
