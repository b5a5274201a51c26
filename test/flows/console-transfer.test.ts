import { getKey } from '../../src/keys'
import { entityIds } from '../../src/demo/sample-places'
import { type GivenAdmin, givenAdmin, rights } from '../support/admins'
import { textOf } from '../support/browser'
import { givenKey } from '../support/builders'
import { type Admin, signInAs } from '../support/console'
import { fieldsOf } from '../support/forms'
import { mainly, startTestApp, type TestApp } from '../support/test-app'

const { read, create, update } = rights
const { paris, lyon } = entityIds

describe.each(mainly('11.0'))('transferring keys in the console on GLPI $line at "$base"', (layout) => {
  let app: TestApp
  /** Looks after Paris. */
  let changer: Admin
  let marie: Admin
  /** Makes keys in Paris. */
  let heir: GivenAdmin
  let reader: GivenAdmin
  let leaver: GivenAdmin
  beforeAll(async () => {
    app = await startTestApp(layout)
    const { login } = await givenAdmin(app.database, { user: read | update, entity: 'Paris' })
    changer = await signInAs(app, login)
    marie = await signInAs(app, 'marie.curie')
    heir = await givenAdmin(app.database, { user: read | create, entity: 'Paris' })
    reader = await givenAdmin(app.database, { user: read, entity: 'Paris' })
  })
  beforeEach(async () => {
    leaver = await givenAdmin(app.database, { user: read | create })
  })
  afterAll(() => app.close())

  const given = (entitiesId: number) => {
    const { usersId, profilesId } = leaver
    return givenKey(app, {
      issuer: { kind: 'user', usersId, profilesId, entitiesId: leaver.entitiesId },
      grant: { authorisations: [{ profilesId: 1, entitiesId, isRecursive: false }], groupIds: [] },
    })
  }
  const ownerOf = async ({ uid }: { uid: string }) => {
    const { issuer } = await getKey(app.context.db, uid)
    return issuer.kind === 'user' ? issuer.usersId : undefined
  }

  it('goes from the page of a key by way of a look that changes nothing', async () => {
    const key = await given(paris)

    const ask = fieldsOf(await changer.get(`/keys/${key.uid}`), '/keys/transfers/preview')
    const form = fieldsOf(await changer.post('/keys/transfers/preview', ask), '/keys/transfers/preview')
    const look = await changer.post('/keys/transfers/preview', { ...form, to: heir.login })
    expect(textOf(look)).toContain(`One key will go to ${heir.login}.`)
    expect(await ownerOf(key)).toBe(leaver.usersId)
    const after = await changer.post('/keys/transfers', fieldsOf(look, '/keys/transfers'))

    expect(textOf(after)).toContain(`One key went to ${heir.login}.`)
    expect(await ownerOf(key)).toBe(heir.usersId)
  })

  it('of all that match says how many stay and why, in the words of who asks', async () => {
    const [goes, stays] = [await given(paris), await given(lyon)]
    const all = { what: 'all', query: `?issuer=${leaver.usersId}`, to: heir.login }

    const look = await marie.post('/keys/transfers/preview', all)
    expect(textOf(look)).toContain(`Une clé sera transférée à ${heir.login}.`)
    expect(textOf(look)).toContain('Une clé restera en place')
    const late = await given(paris)
    const after = await marie.post('/keys/transfers', fieldsOf(look, '/keys/transfers'))

    expect(textOf(after)).toContain(`Une clé transférée à ${heir.login}. Une clé est restée en place.`)
    expect([await ownerOf(goes), await ownerOf(stays)]).toEqual([heir.usersId, leaver.usersId])
    expect(await ownerOf(late)).toBe(leaver.usersId)
  })

  it('says beside the field who cannot take keys over, and moves none', async () => {
    const key = await given(paris)
    for (const [to, message] of [
      ['', 'Enter a login.'],
      ['nobody-at-all', 'GLPI has nobody of that login.'],
      [reader.login, 'no profile under which keys are made'],
    ] as const) {
      for (const path of ['/keys/transfers/preview', '/keys/transfers']) {
        const answer = await changer.post(path, { uid: key.uid, to })
        expect(answer.status).toBe(422)
        expect(textOf(answer)).toContain(message)
      }
    }
    expect(await ownerOf(key)).toBe(leaver.usersId)
  })

  it('reaches no key outside of the active entities, and needs something to be ticked', async () => {
    const key = await given(lyon)

    await changer.post('/keys/transfers', { uid: key.uid, to: 'marie.curie' })
    expect(await ownerOf(key)).toBe(leaver.usersId)

    const nothing = await changer.post('/keys/transfers/preview', { what: 'selected', query: '' })
    expect(textOf(nothing)).toContain('Tick the keys to transfer first.')
  })
})
