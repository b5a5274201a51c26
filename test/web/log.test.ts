import { createLogger } from '../../src/shared/log'
import { startTestApp } from '../support/test-app'

function logged(write: (log: ReturnType<typeof createLogger>) => void): Record<string, unknown> {
  const lines: string[] = []
  write(createLogger('info', { write: (text) => lines.push(text) }))
  return JSON.parse(lines.join('')) as Record<string, unknown>
}

describe('a line of the log', () => {
  it('holds no mail address, whatever repeated it', () => {
    const line = logged((log) =>
      log.info({ said: '550 <ada+x@example.org>:\nzoé@exämple.org is unknown' }, 'to ada@example.org'),
    )

    expect(line).toMatchObject({ said: '550 <***>:\n*** is unknown', msg: 'to ***' })
  })

  it('does not say of what could not be read what it was', () => {
    const line = logged((log) => {
      try {
        JSON.parse('ada lovelace')
      } catch (err) {
        log.error({ err }, 'no JSON')
      }
    })

    expect(line['err']).toMatchObject({ type: 'SyntaxError' })
    expect(JSON.stringify(line)).not.toContain('lovelace')
  })

  it('keeps the places in the code', () => {
    const line = logged((log) => log.info({ stack: '/srv/node_modules/@node-rs/argon2/index.js' }))

    expect(line['stack']).toBe('/srv/node_modules/@node-rs/argon2/index.js')
  })
})

describe('the access log', () => {
  it('tells visitors apart without saying who they are, and by other marks the next day', async () => {
    const app = await startTestApp()
    const markOf = async (address: string) => {
      app.log.length = 0
      await app.browser({ address }).get('/no-such-page')
      const line = JSON.parse(app.log.find((text) => text.includes('answered')) ?? '{}') as {
        visitor?: string
      }
      return line.visitor ?? ''
    }

    const [one, same, other] = [
      await markOf('127.0.0.5'),
      await markOf('127.0.0.5'),
      await markOf('127.0.0.6'),
    ]
    app.clock.advance(86_400_000)
    const tomorrow = await markOf('127.0.0.5')
    await app.close()

    expect(one).toMatch(/^[0-9a-f]{8}$/)
    expect(same).toBe(one)
    expect(new Set([one, other, tomorrow]).size).toBe(3)
  })

  it('leaves addresses out of paths', async () => {
    const app = await startTestApp()
    await app.browser().get('/people/ada@example.org/x?mail=ada@example.org')
    await app.browser().get('/ada%40example.org')
    await app.close()

    expect(app.log.join('')).toContain('"/people/***/x"')
    expect(app.log.join('')).not.toMatch(/ada|127\.0\.0\.1/)
  })
})
