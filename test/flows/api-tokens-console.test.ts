import { authenticateToken } from '../../src/admins'
import { entityIds } from '../../src/demo/sample-places'
import { givenAdmin, rights } from '../support/admins'
import { type Answer, textOf } from '../support/browser'
import { type Admin, signInAs } from '../support/console'
import { keepSecret } from '../support/evidence'
import { fieldsOf } from '../support/forms'
import { outcomeOf } from '../support/signing-in'
import { mainly, startTestApp, type TestApp } from '../support/test-app'

const { read, create, update } = rights

describe.each(mainly('11.0'))('API tokens in the console on GLPI $line at "$base"', (layout) => {
  let app: TestApp
  /** Makes keys in Paris. */
  let maker: Admin
  /** May change the configuration, everywhere. */
  let manager: Admin
  beforeAll(async () => {
    app = await startTestApp(layout)
    maker = await somebody({ user: read | create, entity: 'Paris' })
    manager = await somebody({ user: read | create | update, config: update })
  })
  afterAll(() => app.close())

  const somebody = async (wanted: Parameters<typeof givenAdmin>[1]): Promise<Admin> =>
    signInAs(app, (await givenAdmin(app.database, wanted)).login)
  const call = (token: string) => authenticateToken(app.context, { token, ip: '192.0.2.7' })

  function tokenOn({ text }: Answer): string {
    const token = /glpiinv_[0-9a-z]{58}/.exec(text)?.[0] ?? ''
    keepSecret(token)
    return token
  }
  const formOf = async (by: Admin) => fieldsOf(await by.get('/tokens/new'), '/tokens')
  async function make(by: Admin, fields: Record<string, string | string[]> = {}) {
    const asked = {
      ...(await formOf(by)),
      label: 'HR import',
      scope: ['keys:read', 'keys:create'],
      ...fields,
    }
    const answer = await by.post('/tokens', asked, { showsCode: true })
    const token = tokenOn(answer)
    return { asked, answer, token, uid: token === '' ? '' : (await call(token)).tokenUid }
  }

  it('are made under the authorisation that is active, and shown once', async () => {
    const { asked, answer, token } = await make(maker, {
      days: '30',
      networks: '192.0.2.0/24\n2001:db8::/32',
    })

    expect(answer.status).toBe(200)
    expect(answer.headers['cache-control']).toContain('no-store')
    expect(await call(token)).toMatchObject({
      scopes: new Set(['keys:read', 'keys:create']),
      actor: { entitiesId: entityIds.paris },
    })
    const again = await maker.post('/tokens', asked)
    expect(textOf(again)).toContain('a token is shown only once')
    const list = await maker.get('/tokens')
    expect(textOf(list)).toContain('HR import')
    expect(textOf(list)).toContain(`…${token.slice(-4)}`)
    expect(textOf(list)).toContain('only from 192.0.2.0/24, 2001:db8::/32')
    expect(list.text.match(/scope="row"/g)).toHaveLength(1)
    expect(again.text + list.text).not.toContain(token)
  })

  it('offer no more than the profile may, and give no more whatever is sent', async () => {
    const form = await maker.get('/tokens/new')
    expect(form.text).toContain('value="keys:create"')
    expect(form.text).not.toContain('value="keys:manage"')
    expect(form.text).not.toContain('value="webhooks:manage"')

    const { token } = await make(maker, { scope: ['keys:read', 'keys:manage', 'webhooks:manage'] })
    expect((await call(token)).scopes).toEqual(new Set(['keys:read']))
    const { answer } = await make(maker, { scope: 'keys:manage' })
    expect(answer.status).toBe(422)
  })

  it('come back with what is wrong beside the fields, and nothing is made', async () => {
    const before = await maker.get('/tokens')
    const { answer } = await make(maker, {
      label: ' ',
      days: '400',
      scope: [],
      networks: '10.1.0.0/16, 10.1.2.3/16',
    })

    expect(answer.status).toBe(422)
    for (const words of [
      'Say what it is for.',
      'Tick at least one.',
      'Enter a whole number from 1 to 366.',
      '“10.1.2.3/16” is no address and no range.',
    ])
      expect(textOf(answer)).toContain(words)
    expect(textOf(await maker.get('/tokens'))).toBe(textOf(before))
    expect((await maker.post('/tokens', { label: 'x', days: '1', scope: 'keys:read' })).status).toBe(400)
  })

  it('are revoked after a question, those of others by whoever may change the configuration', async () => {
    const { token, uid } = await make(maker, { label: 'Theirs' })
    const colleague = await somebody({ user: read | create, entity: 'Paris' })

    expect(textOf(await colleague.get('/tokens'))).not.toContain('Theirs')
    expect((await colleague.post(`/tokens/${uid}/revocation`)).status).toBe(404)
    expect((await manager.get(`/tokens/${uid}/rotation`)).status).toBe(403)
    expect((await manager.post(`/tokens/${uid}/secrets`, { rotations: '0' })).status).toBe(403)
    expect(textOf(await manager.get('/tokens'))).not.toContain('Theirs')
    expect(textOf(await manager.get('/tokens/everybody'))).toContain('Theirs')
    expect(textOf(await manager.get(`/tokens/${uid}/revocation`))).toContain('It belongs to')
    expect(await outcomeOf(call(token))).toBe('in')

    const after = await manager.post(`/tokens/${uid}/revocation`)

    expect(textOf(after)).toContain('The token Theirs is revoked.')
    expect(await outcomeOf(call(token))).toBe('TOKEN_REFUSED')
    expect(textOf(await maker.get('/tokens'))).toContain('Revoked')
    expect((await maker.get(`/tokens/${uid}/rotation`)).status).toBe(403)
  })

  it('stand in the record by their names, as long as they are there', async () => {
    const { uid } = await make(manager, { label: 'Of the record' })
    await manager.post(`/tokens/${uid}/revocation`)
    const record = textOf(await manager.get('/audit?kind=token.revoked'))
    expect(record).toContain('API token revoked')
    expect(record).toContain('Of the record')
  })

  it('are rotated: the new secret is shown once, the old one goes on for as long as was chosen', async () => {
    const { token, uid } = await make(maker)
    const page = await maker.get(`/tokens/${uid}/rotation`)
    const form = { ...fieldsOf(page, `/tokens/${uid}/secrets`), overlap: '1' }

    const answer = await maker.post(`/tokens/${uid}/secrets`, form, { showsCode: true })
    const rotated = tokenOn(answer)

    expect(rotated).not.toBe(token)
    expect((await call(rotated)).tokenUid).toBe(uid)
    expect(await outcomeOf(call(token))).toBe('in')
    const again = await maker.post(`/tokens/${uid}/secrets`, form)
    expect(textOf(again)).toContain('a token is shown only once')
    expect(textOf(again)).toContain('The old secret works until')
    app.clock.advance(3_600_000) // the sessions end with it
    expect([await outcomeOf(call(token)), await outcomeOf(call(rotated))]).toEqual(['TOKEN_REFUSED', 'in'])
  })
})
