import { createHash, createVerify, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { SMTPServerOptions } from 'smtp-server'
import { explainFailure } from '../../src/mail/explain-failure'
import { openMailServer } from '../../src/mail/mail-server'
import { checkMailServer } from '../../src/mail'
import type { MailConfig } from '../../src/shared/mail-settings'
import { startMailServer, type TestMailServer } from '../support/mail-server'
import { TestClock } from '../support/test-app'

const clock = new TestClock()
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
})

async function given(options: SMTPServerOptions = {}): Promise<TestMailServer> {
  const server = await startMailServer(undefined, options)
  closing.push(() => server.close())
  return server
}

type Settings = Partial<MailConfig> & { smtpUrl: string }
const settingsOf = ({ smtpUrl, smtpTls, smtpOAuth, dkim }: Settings) => ({
  smtpUrl,
  smtpTls,
  smtpOAuth,
  dkim,
})

async function send(settings: Settings): Promise<void> {
  const server = await openMailServer(settingsOf(settings), clock)
  try {
    await server.send({
      messageId: '<1@example.org>',
      from: 'helpdesk@example.org',
      to: 'ada@example.org',
      subject: 'A  subject  with spaces',
      text: 'Hello  Ada \r\n\r\n\r\n',
    })
  } finally {
    server.close()
  }
}

const reasonOf = (attempt: Promise<void>) =>
  attempt.then(
    () => 'none',
    (error: unknown) => explainFailure(error).failure.reason,
  )

describe('encryption', () => {
  const offered: SMTPServerOptions = { disabledCommands: [] } // smtp-server has a certificate that nobody knows

  it.each([
    ['wished for', '127.0.0.1', 'required'],
    ['not mentioned, beyond loopback', '0.0.0.0', undefined],
  ] as const)('that is %s is not done without', async (_, host, smtpTls) => {
    const server = await given()

    expect(await reasonOf(send({ smtpUrl: `smtp://${host}:${server.port}`, smtpTls }))).toBe('not-private')
    expect(server.taken).toHaveLength(0)
  })

  it('that is required wants a certificate that is known', async () => {
    const server = await given(offered)

    expect(await reasonOf(send({ smtpUrl: server.url, smtpTls: 'required' }))).toBe('not-private')
    expect(server.taken).toHaveLength(0)
  })

  it('that is wanted where it is offered is used with any certificate, or done without', async () => {
    const [offering, not] = [await given(offered), await given()]

    await send({ smtpUrl: offering.url, smtpTls: 'if-offered' })
    await send({ smtpUrl: not.url, smtpTls: 'if-offered' })

    expect(offering.taken.map(({ secure }) => secure)).toEqual([true])
    expect(not.taken.map(({ secure }) => secure)).toEqual([false])
  })

  it('is not asked of a mail server on this machine', async () => {
    const server = await given(offered)

    await send({ smtpUrl: server.url })

    expect(server.taken.map(({ secure }) => secure)).toEqual([false])
  })
})

describe('OAuth 2', () => {
  interface Ask {
    [name: string]: string
  }

  /** Gives the tokens in turn; what it was asked is kept. */
  async function givenTokens(tokens: readonly string[], status = 200) {
    const asked: Ask[] = []
    const server = createServer((req, res) => {
      const chunks: Buffer[] = []
      req.on('data', (chunk: Buffer) => chunks.push(chunk))
      req.on('end', () => {
        asked.push(Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString())))
        const token = tokens[asked.length - 1] ?? 'none'
        res.writeHead(status, { 'content-type': 'application/json' })
        res.end(JSON.stringify({ access_token: token, expires_in: 3600, hint: 'the secret is hush' }))
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    closing.push(() => new Promise((resolve) => server.close(() => resolve())))
    return { asked, tokenUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/token` }
  }

  const givenServerWanting = (token: string): Promise<TestMailServer> =>
    given({
      authMethods: ['XOAUTH2'],
      authOptional: false,
      onAuth: (auth, _session, done) => {
        const isRight = auth.username === 'help@example.org' && auth.accessToken === token
        // A token that is refused is answered with a challenge, as Google and Microsoft do.
        done(null, isRight ? { user: 'help' } : { data: { status: '401', schemes: 'bearer' } })
      },
    })

  const client = { clientId: 'our-client', clientSecret: 'hush', refreshToken: undefined, scope: undefined }
  const as = (server: TestMailServer) => `smtp://help%40example.org@127.0.0.1:${server.port}`

  it.each([
    [
      'a refresh token',
      { refreshToken: 'again' },
      { grant_type: 'refresh_token', client_id: 'our-client', client_secret: 'hush', refresh_token: 'again' },
    ],
    [
      'the client itself',
      { scope: 'https://mail/.default' },
      {
        grant_type: 'client_credentials',
        client_id: 'our-client',
        client_secret: 'hush',
        scope: 'https://mail/.default',
      },
    ],
  ])('gets its token by %s', async (_, more, expected) => {
    const { asked, tokenUrl } = await givenTokens(['good'])
    const server = await givenServerWanting('good')

    await send({ smtpUrl: as(server), smtpOAuth: { ...client, tokenUrl, ...more } })

    expect(server.taken).toHaveLength(1)
    expect(asked).toEqual([expected])
  })

  it('asks for another token when the first is refused', async () => {
    const { asked, tokenUrl } = await givenTokens(['old', 'good'])
    const server = await givenServerWanting('good')

    await send({ smtpUrl: as(server), smtpOAuth: { ...client, tokenUrl } })

    expect(server.taken).toHaveLength(1)
    expect(asked).toHaveLength(2)
  })

  it('asks once for many mails, and again when the token ends', async () => {
    const { asked, tokenUrl } = await givenTokens(['good', 'good'])
    const wanted = await givenServerWanting('good')
    const server = await openMailServer(
      settingsOf({ smtpUrl: as(wanted), smtpOAuth: { ...client, tokenUrl } }),
      clock,
    )
    const mail = { from: 'helpdesk@example.org', to: 'ada@example.org', subject: 'x', text: 'x' }
    await server.send(mail)
    await Promise.all([server.send(mail), server.send(mail), server.send(mail)])
    expect(asked).toHaveLength(1)

    clock.advance(3_600_000)
    await Promise.all([
      server.send(mail),
      server.send(mail),
      server.send(mail),
      server.send(mail),
      server.send(mail),
    ])
    server.close()

    expect(wanted.taken).toHaveLength(9)
    expect(asked).toHaveLength(2)
  })

  it('says what is wrong without repeating an answer or the secret', async () => {
    const { tokenUrl } = await givenTokens([], 400)
    const server = await givenServerWanting('good')
    const settings = settingsOf({ smtpUrl: as(server), smtpOAuth: { ...client, tokenUrl } })

    const problem = await checkMailServer(settings, clock).catch((error: unknown) => String(error))

    expect(problem).toContain('SMTP_OAUTH')
    expect(problem).not.toContain('hush')
    expect(await reasonOf(send(settings))).toBe('sign-in-refused')
  })
})

describe('DKIM', () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })

  it('signs a mail so that it is seen when somebody changes it on the way', async () => {
    const server = await given()

    await send({
      smtpUrl: server.url,
      dkim: {
        domain: 'example.org',
        selector: 'mail',
        privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      },
    })

    const raw = server.taken[0]?.raw ?? ''
    expect(server.taken[0]?.headers['dkim-signature']).toMatch(/d=example\.org;.* s=mail;/)
    expect(isSigned(raw, publicKey)).toBe(true)
    expect(isSigned(raw.replace('Subject: A', 'Subject: B'), publicKey)).toBe(false)
    expect(isSigned(raw.replace('Hello', 'Howdy'), publicKey)).toBe(false)
    expect(isSigned(raw.replace('From: helpdesk', 'From: anybody'), publicKey)).toBe(false)
  })
})

/** As a receiver does (RFC 6376), for `c=relaxed/relaxed; a=rsa-sha256`. */
function isSigned(raw: string, publicKey: KeyObject): boolean {
  const end = raw.indexOf('\r\n\r\n')
  const headers = raw.slice(0, end).split(/\r\n(?![ \t])/)
  const signature = headers.find((header) => /^dkim-signature:/i.test(header)) ?? ''
  const tag = (name: string) =>
    new RegExp(`[:;]\\s*${name}=([^;]*)`).exec(signature.replace(/\r\n/g, ''))?.[1]?.replace(/\s/g, '') ?? ''
  const relaxed = (header: string) => {
    const colon = header.indexOf(':')
    const value = header
      .slice(colon + 1)
      .replace(/\r\n/g, '')
      .replace(/[ \t]+/g, ' ')
    return `${header.slice(0, colon).trim().toLowerCase()}:${value.trim()}`
  }
  const body = raw
    .slice(end + 4)
    .replace(/[ \t]+/g, ' ')
    .replace(/ \r\n/g, '\r\n')
    .replace(/(\r\n)*$/, '\r\n')
  if (tag('c') !== 'relaxed/relaxed' || tag('a') !== 'rsa-sha256') throw new Error(`unknown: ${signature}`)
  if (createHash('sha256').update(body, 'latin1').digest('base64') !== tag('bh')) return false

  const signed = tag('h')
    .split(':')
    .flatMap((name) =>
      headers.filter((header) => header.toLowerCase().startsWith(`${name.toLowerCase()}:`)).slice(-1),
    )
  const unsigned = relaxed(signature).replace(/([:;] ?b=)[^;]*/, '$1')
  return createVerify('RSA-SHA256')
    .update([...signed.map(relaxed), unsigned].join('\r\n'), 'latin1')
    .verify(publicKey, tag('b'), 'base64')
}
