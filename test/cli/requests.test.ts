import { askForLink, listRequests } from '../../src/requests'
import { givenKey } from '../support/builders'
import { runCommand } from '../support/command-line'
import { startTestApp, type TestApp } from '../support/test-app'

const irene = 'irene@example.org'

describe('requests for new links on the command line', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp()
  })
  afterAll(() => app.close())

  const run = (...args: string[]) => runCommand(app.env, ['requests', ...args])

  async function givenRequest(
    address: string,
    addresses: string[] = [irene],
  ): Promise<{ uid: string; key: string }> {
    const { uid: keyUid } = await givenKey(app, { addresses })
    const from = { ip: '192.0.2.7', userAgent: '' }
    await askForLink(app.context, { keyUid, refusal: 'KEY_REISSUED', address, note: 'Please', from })
    const open = await listRequests(app.context.db, { kind: 'all' }, { which: 'open', limit: 100 })
    return { uid: open.find((one) => one.keyUid === keyUid)?.uid ?? '', key: keyUid }
  }

  it('are listed, shown and answered with a new link of the same key', async () => {
    const { uid, key } = await givenRequest(irene)

    expect((await run('list')).out).toContain(irene)
    expect((await run('show', uid)).out).toContain('irene@example.org (the key is for it)')
    const { code, out } = await run('answer', uid, '--as', 'marie.curie', '--json')

    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      uid,
      keyUid: key,
      givenKeyUid: key,
      state: 'granted',
      invited: true,
      message: 'Please',
    })
    expect((await run('list')).out).not.toContain(uid)
    expect((await run('list', '--answered')).out).toContain(uid)
    expect(await run('answer', uid)).toMatchObject({ code: 2 })
  })

  it('are answered with a key of their own where the key is not for whoever asks', async () => {
    const { uid, key } = await givenRequest('someone.else@example.org')

    const answered = JSON.parse((await run('answer', uid, '--json')).out) as { givenKeyUid: string }

    expect(answered).toMatchObject({ state: 'granted', invited: false, answeredBy: null })
    expect(answered.givenKeyUid).not.toBe(key)
  })

  it('are declined', async () => {
    const { uid } = await givenRequest('nobody@example.org', [])

    expect(JSON.parse((await run('decline', uid, '--json')).out)).toMatchObject({
      state: 'declined',
      givenKeyUid: null,
    })
    expect((await run('show', 'nonsense')).code).toBe(2)
    expect((await run('show', '0198c2f4-7d0e-7b6a-9c51-3f2e8d1a4b77')).code).toBe(6)
  })
})
