import { type Code, generateCode, parseCode } from '../../src/keys/code'
import { systemRandom } from '../../src/shared/random'
import { givenKey } from '../support/builders'
import { startTestApp, type TestApp } from '../support/test-app'

/** Many people open their links at the same moment, and are looked up together. */
describe('looking up codes', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp()
  })
  afterAll(() => app.close())

  const codeOf = (text: string): Code => {
    const code = parseCode(text)
    if (code === undefined) throw new Error('a made code is well-formed')
    return code
  }
  const uidsOf = async (codes: Code[]) => {
    const found = await Promise.all(codes.map(app.context.findKey))
    return found.map((one) => one?.key.uid)
  }

  it.each([1, 2, 3, 7, 70])('gives each of %i people their own key', async (count) => {
    const keys = []
    while (keys.length < count) keys.push(await givenKey(app))

    expect(await uidsOf(keys.map((key) => codeOf(key.code)))).toEqual(keys.map((key) => key.uid))
  })

  it('gives people with the same link the same key, and nothing to who has a code that nobody made', async () => {
    const key = await givenKey(app)
    const unknown = generateCode(systemRandom, app.context.config)

    const found = await uidsOf([codeOf(key.code), unknown, codeOf(key.code)])
    expect(found).toEqual([key.uid, undefined, key.uid])
  })

  it('tells one that their key was revoked and not the other beside them', async () => {
    const [revoked, good] = [await givenKey(app), await givenKey(app)]
    await app.database.sql(`UPDATE ??.registration_keys SET revoked_at = UTC_TIMESTAMP(3) WHERE uid = ?`, [
      app.database.database,
      Buffer.from(revoked.uid.replaceAll('-', ''), 'hex'),
    ])

    const found = await Promise.all([revoked, good].map((key) => app.context.findKey(codeOf(key.code))))
    expect(found.map((one) => one?.key.revokedAt !== undefined)).toEqual([true, false])
  })
})
