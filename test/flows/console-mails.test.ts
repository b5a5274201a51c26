import { createKeys } from '../../src/keys'
import { outboxOf, markMail } from '../support/outbox'
import { givenAdmin, rights } from '../support/admins'
import { textOf } from '../support/browser'
import { givenKey } from '../support/builders'
import { type Admin, signInAs } from '../support/console'
import { mainly, startTestApp, type TestApp } from '../support/test-app'

const irene = 'irene@example.org'
const dayMs = 86_400_000

describe.each(mainly('11.0'))('the mails about a key, in the console on GLPI $line at "$base"', (layout) => {
  let app: TestApp
  let marie: Admin
  beforeAll(async () => {
    app = await startTestApp({ ...layout, env: { MAILS_PER_ADDRESS: '2' } })
    await app.database.sql("UPDATE ??.glpi_users SET language = 'en_GB'", [app.database.glpiDatabase])
    marie = await signInAs(app, 'marie.curie')
  })
  afterAll(() => app.close())

  /** Each begins with no mail, in the lists and on the home page too. */
  beforeEach(async () => {
    const { database, sql } = app.database
    await sql('DELETE FROM ??.outbox_details', [database])
    await sql('DELETE FROM ??.outbox', [database])
  })

  it('are sent, listed with what became of them, and limited', async () => {
    const { uid } = await givenKey(app, { addresses: [irene] })
    expect(textOf(await marie.get(`/keys/${uid}`))).toContain('Send the invitation by mail')

    const waiting = textOf(await marie.post(`/keys/${uid}/deliveries`))
    expect(waiting).toContain('One invitation waits for a mail server.')
    expect(waiting).toContain(`Invitation ${irene} Waiting`)
    expect(waiting).toContain('No mail server is set up')

    await markMail(app.database, uid, { sentAt: app.clock.now() })
    const sent = textOf(await marie.post(`/keys/${uid}/deliveries`))
    expect(sent).toContain(`Invitation ${irene} Sent`)
    expect(sent).toContain('Send the invitation again')
    await markMail(app.database, uid, { sentAt: app.clock.now() })
    const limited = await marie.post(`/keys/${uid}/deliveries`)
    expect(limited.status).toBe(429)
    expect(textOf(limited)).toMatch(/no more than 2 invitations a day\. It is possible again from \w{3} \d/)
    expect(await outboxOf(app.database)).toHaveLength(2)
  })

  it('say why one failed, and are tried again', async () => {
    const { uid } = await givenKey(app, { addresses: [irene], send: true })
    await markMail(app.database, uid, { failure: 'recipient-refused 550 5.1.1' })

    const page = await marie.get(`/keys/${uid}`)
    expect(textOf(page)).toContain('does not know this recipient')
    expect(textOf(page)).toContain('550 5.1.1')
    const action = /action="[^"]*\/console(\/keys\/[^"]*\/attempts)"/.exec(page.text)?.[1] ?? ''
    expect(textOf(await marie.post(action))).toContain('The mail is tried again.')
    expect(await outboxOf(app.database)).toMatchObject([{ state: 'waiting', failure: null }])
    expect((await marie.post(action)).status).toBe(404)
  })

  it.each([
    ['not-composed paused', 'The key is paused: resume it, and the mail goes out.'],
    ['not-composed no-key-ring', 'see “glpi-invite doctor”.'],
    ['not-composed', 'The mail could not be put together'],
  ])('say what to mend where that is known: %s', async (failure, said) => {
    const { uid } = await givenKey(app, { addresses: [irene], send: true })
    await markMail(app.database, uid, { failure })

    const page = textOf(await marie.get(`/keys/${uid}`))

    expect(page).toContain(said)
    expect(page).not.toContain('Its answer')
  })

  it('of another key cannot be tried again in its name', async () => {
    const one = await givenKey(app, { addresses: [irene], send: true })
    await markMail(app.database, one.uid, { failure: 'no-answer' })
    const other = await givenKey(app, { addresses: [irene] })
    const [mail] = await outboxOf(app.database)

    expect((await marie.post(`/keys/${other.uid}/deliveries/${mail?.uid}/attempts`)).status).toBe(404)
    expect(await outboxOf(app.database)).toMatchObject([{ state: 'failed' }])
  })

  it('show enough of an address, and no button, to who may only look', async () => {
    const { uid } = await givenKey(app, { addresses: [irene], send: true })
    await markMail(app.database, uid, { failure: 'no-answer' })
    const { login } = await givenAdmin(app.database, { user: rights.read })
    const reader = await signInAs(app, login)

    const page = await reader.get(`/keys/${uid}`)
    expect(textOf(page)).toContain('Invitation i…@example.org Failed')
    expect(page.text).not.toContain('/attempts"')
    expect(page.text).not.toContain('/deliveries"')
    expect((await reader.post(`/keys/${uid}/deliveries`)).status).toBe(403)
  })

  it('that failed are marked in the list, found by a filter, and stand on the home page until sent again', async () => {
    const failed = await givenKey(app, { label: 'Irene', addresses: [irene], send: true })
    await markMail(app.database, failed.uid, { failure: 'no-answer' })
    await givenKey(app, { label: 'Eve', addresses: ['eve@example.org'], send: true })

    const list = textOf(await marie.get('/keys?mail=failed'))
    expect(list).toContain('Irene')
    expect(list).toContain('Mail failed')
    expect(list).not.toContain('Eve')
    expect(textOf(await marie.get('/keys?mail=waiting'))).toContain('Eve')
    const home = textOf(await marie.get(''))
    expect(home).toContain('An invitation did not arrive')
    expect(home).toContain('An invitation waits for a mail server')

    await marie.post(`/keys/${failed.uid}/deliveries`)
    expect(textOf(await marie.get('/keys?mail=failed'))).not.toContain('Irene')
    expect(textOf(await marie.get(''))).not.toContain('did not arrive')
  })

  it('of a batch are sent to those who were not sent theirs', async () => {
    const { batchUid, keys } = await createKeys(
      app.context,
      { issuer: { kind: 'system' }, actor: { kind: 'system' } },
      {
        shared: {
          label: 'class',
          maxUses: 1,
          notBefore: undefined,
          expiresAt: new Date(app.clock.now().getTime() + dayMs),
          grant: { authorisations: [{ profilesId: 1, entitiesId: 0, isRecursive: true }], groupIds: [] },
        },
        people: ['a', 'b', 'c'].map((name) => ({ label: name, address: `${name}@example.org` })),
      },
    )
    await marie.post(`/keys/${keys[0]?.uid}/deliveries`)

    const links = await marie.post(`/batches/${batchUid}/links`, {}, { showsCode: true })
    expect(textOf(links)).toContain('3 people have an address and can still join; one was sent their link.')
    const done = textOf(await marie.post(`/batches/${batchUid}/deliveries`, { to: 'rest' }))
    expect(done).toContain('2 invitations wait for a mail server.')
    expect((await outboxOf(app.database)).map(({ address, state }) => [address, state])).toEqual([
      ['a@example.org', 'waiting'],
      ['b@example.org', 'waiting'],
      ['c@example.org', 'waiting'],
    ])
    await marie.post(`/batches/${batchUid}/deliveries`, { to: 'all' })
    expect((await outboxOf(app.database)).filter(({ state }) => state === 'waiting')).toHaveLength(3)
    expect(await outboxOf(app.database)).toHaveLength(6)
  })
})
