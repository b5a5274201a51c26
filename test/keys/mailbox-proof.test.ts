import { invitationLink, issueMailboxProof, readMailboxProof } from '../../src/keys'
import { parseCode } from '../../src/keys/code'
import { givenKey, type GivenKey } from '../support/builders'
import { keepSecret } from '../support/evidence'
import { startTestApp, type TestApp } from '../support/test-app'

describe('the secret of a mailed link', () => {
  let app: TestApp
  let key: GivenKey
  beforeAll(async () => {
    app = await startTestApp()
    key = await givenKey(app)
  })
  afterAll(() => app.close())

  const read = (keyUid: string, secret: string) => readMailboxProof(app.context.db, { keyUid, secret })
  async function issue(address: string): Promise<string> {
    const secret = await issueMailboxProof(app.context.db, app.context, { keyUid: key.uid, address })
    keepSecret(secret)
    return secret
  }

  it('is 26 letters and digits that a double click selects, and stands behind the code', async () => {
    const secret = await issue('ada@example.org')
    const code = parseCode(key.code)
    if (code === undefined) throw new Error('not a code')

    expect(secret).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/)
    expect(invitationLink(app.url, code, secret)).toBe(`${key.link}/${secret}`)
    expect(invitationLink(app.url, code)).toBe(key.link)
  })

  it('proves the address it was mailed to, each of several, in any case', async () => {
    const secrets = [await issue('ada@example.org'), await issue('ada@example.org')]
    const other = await issue('Bob@EXAMPLE.org')

    for (const secret of secrets) expect(await read(key.uid, secret)).toBe('ada@example.org')
    expect(await read(key.uid, other.toUpperCase())).toBe('Bob@example.org')
  })

  it('proves nothing with another key, or when it is none', async () => {
    const secret = await issue('ada@example.org')
    const another = await givenKey(app)

    expect(await read(another.uid, secret)).toBeUndefined()
    expect(
      await read(
        key.uid,
        secret.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
      ),
    ).toBeUndefined()
    for (const wrong of ['', 'x', `${secret}0`, secret.slice(1), '%00', 'u'.repeat(26)])
      expect(await read(key.uid, wrong)).toBeUndefined()
  })

  it('is kept as a hash alone', async () => {
    const secret = await issue('ada@example.org')

    const rows = await app.database.sql('SELECT * FROM ??.mailbox_proofs', [app.database.database])
    expect(JSON.stringify(rows)).not.toContain(secret)
  })
})
