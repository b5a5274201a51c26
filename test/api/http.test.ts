import { gunzipSync } from 'node:zlib'
import { get } from 'node:http'
import { mainly, startTestApp, type TestApp } from '../support/test-app'
import { givenToken } from '../support/tokens'

describe.each(mainly('11.0'))('the API as a server of HTTP, GLPI $line at "$base"', ({ line, base }) => {
  let app: TestApp
  let token: string
  beforeAll(async () => {
    app = await startTestApp({ line, base })
    token = (await givenToken(app)).token
  })
  afterAll(() => app.close())

  const call = (method: string, path: string, headers = {}) =>
    fetch(`${app.url}/api/v1${path}`, { method, headers: { Authorization: `Bearer ${token}`, ...headers } })
  const problemOf = async (answer: Response) => (await answer.json()) as Record<string, unknown>

  it('says what an address takes instead of a method that it does not', async () => {
    const wrong = await call('PUT', '/keys')
    expect(wrong.status).toBe(405)
    expect(wrong.headers.get('Allow')).toBe('GET, HEAD, POST, OPTIONS')
    expect(await problemOf(wrong)).toMatchObject({ type: 'urn:problem-type:glpi-invite:method-not-allowed' })
    expect((await call('POST', '/openapi.json')).headers.get('Allow')).toBe('GET, HEAD, OPTIONS')
    expect((await call('GET', '/registration-approvals')).status).toBe(405)
  })

  it('answers HEAD as GET, without a body, and OPTIONS to nobody in particular', async () => {
    const head = await call('HEAD', '/keys')
    expect(head.status).toBe(200)
    expect(await head.text()).toBe('')
    const options = await call('OPTIONS', '/keys', {
      Origin: 'https://elsewhere.example.org',
      'Access-Control-Request-Method': 'POST',
    })
    expect(options.status).toBe(204)
    expect(options.headers.get('Allow')).toBe('GET, HEAD, POST, OPTIONS')
    expect(Array.from(options.headers.keys()).filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  it.each(['/keys?colour=blue', '/me?colour=blue'])('points at what it does not know in %s', async (path) => {
    const answer = await call('GET', path)
    expect(answer.status).toBe(422)
    expect(await problemOf(answer)).toMatchObject({ errors: [{ pointer: '/colour' }] })
  })

  it('lets nobody store an answer', async () => {
    for (const path of ['/keys', '/nothing', '/openapi.json'])
      expect((await call('GET', path)).headers.get('Cache-Control')).toBe('no-store')
  })

  it('packs what is large for whoever can unpack it', async () => {
    const url = `${app.url}/api/v1/openapi.json`
    const plain = await fetch(url, { headers: { 'Accept-Encoding': 'identity' } })
    const packed = await new Promise<{ encoding: string | undefined; body: Buffer }>((resolve, reject) => {
      get(url, { headers: { 'Accept-Encoding': 'gzip' } }, (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () =>
          resolve({ encoding: answer.headers['content-encoding'], body: Buffer.concat(parts) }),
        )
      }).on('error', reject)
    })
    expect(packed.encoding).toBe('gzip')
    const text = await plain.text()
    expect(gunzipSync(packed.body).toString()).toBe(text)
    expect(packed.body.length).toBeLessThan(text.length / 4)
    expect(plain.headers.get('Vary')).toContain('Accept-Encoding')
  })
})
