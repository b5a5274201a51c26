import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fingerprint } from '../../src/web/assets'
import { startTestApp, type TestApp } from '../support/test-app'

const isLoaded = (file: string) => Object.keys(require.cache).some((name) => name.endsWith(file))

describe('the page of the API', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp({ line: '11.0', base: '/invite' })
  })
  afterAll(() => app.close())

  const get = (where: string, headers: Record<string, string> = {}) =>
    fetch(`${app.url}${where}`, { redirect: 'manual', headers })
  const policyOf = (answer: Response) => answer.headers.get('Content-Security-Policy')

  it('is loaded when somebody first comes to it, and not by a server that only registers people', async () => {
    const home = await get('/')
    expect(home.status).toBe(200)
    expect(policyOf(home)).not.toContain('connect-src')
    expect(isLoaded('src/web/pages.ts')).toBe(true)
    expect([isLoaded('src/web/api-page.ts'), isLoaded('src/api/operations.ts')]).toEqual([false, false])

    await get('/api/v1/docs')
    expect([isLoaded('src/web/api-page.ts'), isLoaded('src/api/operations.ts')]).toEqual([true, true])
  })

  it('may call the API and nobody else, and run nothing that stands in it', async () => {
    const page = await get('/api/v1/docs')

    expect(page.status).toBe(200)
    expect(policyOf(page)?.split(';').sort()).toEqual([
      "base-uri 'none'",
      "connect-src 'self'",
      "default-src 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "img-src 'self'",
      "script-src 'self'",
      "style-src 'self'",
    ])
    expect(page.headers.get('Cache-Control')).toBe('no-store')
    const html = await page.text()
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/)
    expect(html.match(/(?:src|href)="(?!\/invite\/|#)[^"]*"/g)).toBeNull()
  })

  it('lists every operation with its scope for whoever has no scripts', async () => {
    const html = await (await get('/api/v1/docs')).text()
    const { paths } = (await (await get('/api/v1/openapi.json')).json()) as { paths: Record<string, object> }

    for (const [where, operations] of Object.entries(paths))
      for (const method of Object.keys(operations))
        expect(html.replaceAll(/<\/?b[^>]*>/g, '')).toContain(`<code>${method.toUpperCase()} ${where}</code>`)
    expect(html).toContain('webhooks:manage')
  })

  it.each(['/api', '/api/', '/api/v1', '/api/v1/'])('is where %s leads', async (where) => {
    const answer = await get(where)
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/invite/api/v1/docs'])
  })

  it('has its large files packed, under an address that changes with them', async () => {
    const html = await (await get('/api/v1/docs')).text()
    const [, script = ''] =
      /src="\/invite(\/assets\/api-page\/swagger-ui\.js\?v=[0-9a-f]{12})"/.exec(html) ?? []

    const answer = await get(script, { 'Accept-Encoding': 'br' })

    expect(answer.headers.get('Content-Encoding')).toBe('br')
    expect(answer.headers.get('Cache-Control')).toContain('immutable')
    expect(await answer.text()).toContain('SwaggerUIBundle')
  })
})

describe('the fingerprint of a folder', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'fingerprint-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const write = (file: string, text: string) => writeFileSync(path.join(folder, file), text)

  it('changes with its files, and reads none of those below', () => {
    mkdirSync(path.join(folder, 'large'))
    write('own.css', 'one')
    const before = fingerprint(folder)
    write('large/library.js', 'two')
    write('own.css.br', 'three')
    expect(fingerprint(folder)).toBe(before)
    write('own.css', 'four')
    expect(fingerprint(folder)).not.toBe(before)
  })
})
