import { titleIds } from '../../src/demo/sample-places'
import { pauseKey } from '../../src/keys'
import { approvals } from '../../src/shared/i18n/console/en/approvals'
import { givenAdmin, rights } from '../support/admins'
import { registrationForm, textOf } from '../support/browser'
import { givenKey, type GivenKey, glpiUser, usesOf } from '../support/builders'
import { runCommand } from '../support/command-line'
import { type Admin, signInAs } from '../support/console'
import { fieldsOf } from '../support/forms'
import { mailedPath, registrationOf, registrationsOf } from '../support/holds'
import { startTestApp, type TestApp } from '../support/test-app'

const system = { kind: 'system' } as const
const { read, update, create } = rights

describe('approvals in the console and on the command line', () => {
  let app: TestApp
  let admin: Admin
  let looker: Admin
  let counter = 0
  beforeAll(async () => {
    const env = { TERMS_TEXT: 'Be kind.', TERMS_VERSION: '2026-11' }
    app = await startTestApp({ line: '11.0', base: '/invite', env })
    admin = await signInAs(app, (await givenAdmin(app.database, { user: read | update | create })).login)
    looker = await signInAs(app, (await givenAdmin(app.database, { user: read })).login)
  })
  afterAll(() => app.close())

  async function givenWaiting(people: number): Promise<{ key: GivenKey; uids: string[]; logins: string[] }> {
    const key = await givenKey(app, { label: 'Interns', needsApproval: true, maxUses: 9 })
    const logins = []
    for (let n = 0; n < people; n += 1) {
      counter += 1
      const login = `intern-${counter}`
      logins.push(login)
      const browser = app.browser()
      const typed = registrationForm({ login, email: `${login}@example.org` })
      await browser.submit(await browser.open(key.link), typed)
    }
    return { key, uids: (await registrationsOf(app, key)).map(({ uid }) => uid), logins }
  }

  it('are counted in the menu, told on the home page, and listed there and on the page of the key', async () => {
    const { key, logins } = await givenWaiting(1)
    const [login = ''] = logins

    for (const path of ['', '/approvals', `/keys/${key.uid}`]) {
      const page = textOf(await admin.get(path))
      expect(page).toContain(approvals.home.heading(1, '1'))
      expect(page).toContain(login)
    }
    expect((await looker.get('/approvals')).text).not.toContain('type="checkbox"')
    const [uid = ''] = (await registrationsOf(app, key)).map((one) => one.uid)
    await runCommand(app.env, ['registrations', 'reject', uid, '--reason', 'No.'])
    expect(textOf(await admin.get('/approvals'))).toContain(approvals.none)
  })

  it('say beside each address whether it was confirmed', async () => {
    const plain = await givenWaiting(1)
    const key = await givenKey(app, { needsApproval: true, needsProof: true })
    const browser = app.browser()
    const address = 'confirmed@example.org'
    await browser.submit(await browser.open(key.link), registrationForm({ email: address }))
    const link = await browser.get((await mailedPath(app, await registrationOf(app, key))) ?? '')
    await browser.post('/confirm', fieldsOf(link, '/confirm'))
    const uids = [...plain.uids, (await registrationOf(app, key)).uid]
    const isProven = async (uid: string) => {
      const { out } = await runCommand(app.env, ['registrations', 'show', uid, '--json'])
      return (JSON.parse(out) as { addressProven: boolean }).addressProven
    }

    for (const path of ['/approvals', `/approvals/review?${uids.map((uid) => `uid=${uid}`).join('&')}`]) {
      const page = textOf(await admin.get(path))
      expect(page).toContain(`${plain.logins[0] ?? ''}@example.org ${approvals.notConfirmed}`)
      expect(page).toContain(`${address} ${approvals.confirmed}`)
    }
    expect(await Promise.all(uids.map(isProven))).toEqual([false, true])
    await admin.post('/approvals/rejected', { uid: uids, why: 'No.' })
  })

  it('are given to several at once, and those in the way of whom something is go on waiting', async () => {
    const { key, uids, logins } = await givenWaiting(2)
    const other = await givenWaiting(1)
    await pauseKey(app.context, system, other.key.uid)
    const all = [...uids, ...other.uids]
    const review = await admin.get(`/approvals/review?${all.map((uid) => `uid=${uid}`).join('&')}`)

    expect(textOf(review)).toContain(approvals.problems['key-paused'])
    expect(textOf(review)).toContain(approvals.reviewing.approve(2))
    const answer = await admin.post('/approvals/approved', { uid: all })

    expect(textOf(answer)).toContain(approvals.notices.approved(2))
    expect(textOf(answer)).toContain(approvals.notices.refused(1))
    expect(textOf(await admin.get(`/approvals/review?uid=${uids[0] ?? ''}`))).toMatch(
      /: approved by admin-\w+, /,
    )
    for (const login of logins) expect(await glpiUser(app, login)).toMatchObject({ is_active: 1 })
    expect(await usesOf(app, key)).toEqual({ completed: 2, held: 0 })
    expect(await usesOf(app, other.key)).toEqual({ completed: 0, held: 1 })
  })

  it('are decided on with all that was typed and accepted in view, and the page of the key tells it later', async () => {
    const form = { phone: 'required', title: 'optional', language: 'required', terms: 'required' } as const
    const key = await givenKey(app, { needsApproval: true, form })
    const browser = app.browser()
    const page = await browser.open(key.link)
    await browser.post('/register', {
      ...fieldsOf(page, '/register'),
      ...registrationForm(),
      phone: '+33 1 23 45',
      title: String(titleIds.engineer),
      language: 'pt_BR',
      terms: 'yes',
      termsVersion: '2026-11',
    })
    const [{ uid } = { uid: '' }] = await registrationsOf(app, key)

    const review = textOf(await admin.get(`/approvals/review?uid=${uid}`))
    for (const told of [
      '+33 1 23 45',
      'Title Engineer',
      'Brazilian Portuguese',
      'Version “2026-11”, accepted on ',
    ])
      expect(review).toContain(told)
    await admin.post('/approvals/approved', { uid: [uid] })
    expect(textOf(await admin.get(`/keys/${key.uid}`))).toContain('Accepted the terms of use “2026-11” on ')
    const shown = JSON.parse(
      (await runCommand(app.env, ['registrations', 'show', uid, '--json'])).out,
    ) as object
    expect(shown).toMatchObject({ acceptedTerms: '2026-11', acceptedTermsAt: expect.any(String) as string })
  })

  it('are refused with a reason only, and once', async () => {
    const { key, uids } = await givenWaiting(1)
    const missing = await admin.post('/approvals/rejected', { uid: uids })
    const done = await admin.post('/approvals/rejected', { uid: uids, reason: 'Not an intern.' })
    const again = await admin.post('/approvals/approved', { uid: uids })

    expect(missing.status).toBe(422)
    expect(textOf(missing)).toContain(approvals.reviewing.reasonMissing)
    expect(textOf(done)).toContain(approvals.notices.rejected(1))
    expect(textOf(again)).toContain(approvals.notices.decidedMeanwhile(1))
    expect(await registrationsOf(app, key)).toMatchObject([{ state: 'released', reason: 'rejected' }])
    const [uid = ''] = uids
    expect(textOf(await admin.get(`/approvals/review?uid=${uid}`))).toMatch(/: rejected by admin-\w+, /)
  })

  it('are given on the command line, in the name of somebody who may', async () => {
    const { key, uids, logins } = await givenWaiting(1)
    const [uid = ''] = uids
    const run = (...args: string[]) => runCommand(app.env, ['registrations', ...args])
    const noUpdate = await givenAdmin(app.database, { user: read | create })
    const may = await givenAdmin(app.database, { user: read | create | update })

    const listed = await run('list', '--key', key.uid, '--json')
    expect(JSON.parse(listed.out)).toMatchObject([{ uid, state: 'awaiting-approval', login: logins[0] }])
    expect((await run('approve', uid, '--as', noUpdate.login)).code).toBe(5)
    expect((await run('approve', uid, '--as', may.login)).code).toBe(0)
    expect((await run('approve', uid)).code).toBe(5)
    const shown = await run('show', uid, '--json')
    expect(JSON.parse(shown.out)).toMatchObject({ state: 'completed', login: logins[0] })
  })
})
