import { getKey } from '../../src/keys'
import { textOf } from '../support/browser'
import { givenKey } from '../support/builders'
import { type Admin, signInAs } from '../support/console'
import { runCommand } from '../support/command-line'
import { fieldsOf } from '../support/forms'
import { markMail, outboxOf } from '../support/outbox'
import { mainly, startTestApp, type TestApp } from '../support/test-app'

describe.each(mainly('10.0'))('invitations sent as keys are made, on GLPI $line at "$base"', (layout) => {
  let app: TestApp
  let marie: Admin
  beforeAll(async () => {
    app = await startTestApp({ ...layout, env: { MAILS_PER_ADDRESS: '1' } })
    await app.database.sql("UPDATE ??.glpi_users SET language = 'en_GB'", [app.database.glpiDatabase])
    marie = await signInAs(app, 'marie.curie')
  })
  afterAll(() => app.close())

  let tests = 0
  let irene: string
  let ada: string
  /** Nobody was mailed by the tests before. */
  beforeEach(() => {
    tests += 1
    irene = `irene${tests}@example.org`
    ada = `ada${tests}@example.org`
  })

  const make = async (fields: Record<string, string>) =>
    marie.post('/keys', { ...fieldsOf(await marie.get('/keys/new'), '/keys'), ...fields })
  const preview = async (fields: Record<string, string>) => {
    const form = fieldsOf(await marie.get('/batches/new'), '/batches/preview')
    return marie.post('/batches/preview', { ...form, label: 'Interns', ...fields })
  }
  const mailed = async () =>
    (await outboxOf(app.database))
      .filter(({ address }) => address === irene || address === ada)
      .map(({ kind, address }) => `${kind} ${address}`)

  it('nobody is mailed unless it is asked for', async () => {
    expect(textOf(await make({ addresses: irene }))).not.toContain('invitation waits')
    const page = await preview({ people: ada })
    expect(textOf(await marie.post('/batches', fieldsOf(page, '/batches')))).not.toContain('invitation waits')
    expect(await mailed()).toEqual([])
  })

  it('each address of a key is mailed its link, once however often the form is sent', async () => {
    const form = fieldsOf(await marie.get('/keys/new'), '/keys')
    const filled = { ...form, uses: '2', addresses: `${irene}\n${ada}`, send: 'yes' }
    const made = await marie.post('/keys', filled)

    expect(made.status).toBe(200)
    expect(textOf(made)).toContain('2 invitations wait for a mail server.')
    expect(textOf(await marie.post('/keys', filled))).toContain('2 invitations wait for a mail server.')
    expect(await mailed()).toEqual([`invitation ${ada}`, `invitation ${irene}`])
  })

  it('with nobody to send it to there is no key, and what was typed is kept', async () => {
    const answer = await make({ label: 'For the class', domains: 'example.org', send: 'yes' })

    expect(answer.status).toBe(422)
    expect(textOf(answer)).toContain('There is nobody to send it to')
    expect(answer.text).toContain('aria-describedby="send-error send-hint"')
    expect(fieldsOf(answer, '/keys')).toMatchObject({ label: 'For the class', send: 'yes' })
    expect((await preview({ count: '3', send: 'yes' })).status).toBe(422)
    expect((await preview({ people: ada, bind: '', send: 'yes' })).status).toBe(422)
    expect((await preview({ people: 'Ada', send: 'yes' })).status).toBe(422)
  })

  it('whoever of many has an address is mailed their link, as the preview says', async () => {
    const page = await preview({ people: `Ada <${ada}>\nGrace\nnot@an@address`, send: 'yes' })
    expect(textOf(page)).toContain('One person is mailed their link.')
    const back = await marie.post('/batches/preview', { ...fieldsOf(page, '/batches'), edit: 'yes' })
    expect(fieldsOf(back, '/batches/preview')).toMatchObject({ send: 'yes' })

    const made = await marie.post('/batches', fieldsOf(page, '/batches'))

    expect(textOf(made)).toContain('One invitation waits for a mail server.')
    expect(await mailed()).toEqual([`invitation ${ada}`])
  })

  it('the box is ticked where a preset says so', async () => {
    const made = await runCommand(app.env, ['presets', 'create', 'Visitors', '--send', '--json'])
    const { uid } = JSON.parse(made.out) as { uid: string }

    expect(fieldsOf(await marie.get(`/keys/new?preset=${uid}`), '/keys')).toMatchObject({ send: 'yes' })
  })

  it('a new link is mailed when that is asked for, and not made where that were too many mails', async () => {
    const { uid } = await givenKey(app, { addresses: [irene] })
    const unbound = await givenKey(app)
    expect(textOf(await marie.get(`/keys/${unbound.uid}`))).not.toContain('Mail the new link')
    const reissue = async (fields: Record<string, string>) => {
      const form = fieldsOf(await marie.get(`/keys/${uid}`), '/codes')
      return marie.post(`/keys/${uid}/codes`, { ...form, ...fields }, { showsCode: true })
    }
    expect(textOf(await reissue({}))).not.toContain('invitation waits')
    expect(await mailed()).toEqual([])

    expect(textOf(await reissue({ send: 'yes' }))).toContain('One invitation waits for a mail server.')
    expect(await mailed()).toEqual([`reissued ${irene}`])

    await markMail(app.database, uid, { sentAt: app.clock.now() })
    const { codes } = await getKey(app.context.db, uid)
    const limited = await reissue({ send: 'yes', overlap: 'day' })
    expect(limited.status).toBe(429)
    expect(textOf(limited)).toContain('no more than one invitation a day.')
    expect(fieldsOf(limited, '/codes')).toMatchObject({ send: 'yes', overlap: 'day' })
    expect((await getKey(app.context.db, uid)).codes).toHaveLength(codes.length)
  })

  it('where that were too many mails to somebody, nothing is made and the form says when it is possible', async () => {
    await make({ addresses: irene, send: 'yes' })

    const one = await make({ label: 'Once more', addresses: irene, send: 'yes' })
    const many = await marie.post(
      '/batches',
      fieldsOf(await preview({ people: irene, send: 'yes' }), '/batches'),
    )

    for (const answer of [one, many]) {
      expect(answer.status).toBe(422)
      expect(textOf(answer)).toMatch(/no more than one invitation a day\. It is possible again from \w{3} \d/)
    }
    expect(fieldsOf(one, '/keys')).toMatchObject({ label: 'Once more', send: 'yes' })
    expect(fieldsOf(many, '/batches/preview')).toMatchObject({ people: irene, send: 'yes' })
    expect(await mailed()).toEqual([`invitation ${irene}`])
  })
})
