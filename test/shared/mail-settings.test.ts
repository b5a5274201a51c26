import { generateKeyPairSync } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import os from 'node:os'
import { parseConfig } from '../../src/shared/config'
import { AppError } from '../../src/shared/errors'

const complete = {
  DATABASE_URL: 'mysql://run:x@db/glpi_invite',
  GLPI_DATABASE: 'glpi',
  PUBLIC_URL: 'https://help.example.org/invite',
  GLPI_URL: 'https://help.example.org',
  KEYRING_FILE: 'off',
  SESSION_SECRET: 's'.repeat(40),
}
const mail = { SMTP_URL: 'smtp://us%40example.org:secret@mail:587', MAIL_FROM: 'help@example.org' }

/** Without the headline, or nothing at all. */
function problemsOf(settings: Record<string, string>): string[] {
  try {
    parseConfig({ ...complete, ...settings })
    return []
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return error.message.split('\n  - ').slice(1)
  }
}

const pemOf = (type: 'rsa' | 'ed25519') =>
  (type === 'rsa'
    ? generateKeyPairSync('rsa', { modulusLength: 2048 })
    : generateKeyPairSync('ed25519')
  ).privateKey
    .export({ type: 'pkcs8', format: 'pem' })
    .toString()

describe('the settings of the post', () => {
  it.each<[string, { address: string; name: string | undefined }]>([
    ['help@example.org', { address: 'help@example.org', name: undefined }],
    ['Helpdesk <help@example.org>', { address: 'help@example.org', name: 'Helpdesk' }],
    ['"The help, desk" <help@example.org>', { address: 'help@example.org', name: 'The help, desk' }],
    ['<help@example.org>', { address: 'help@example.org', name: undefined }],
  ])('read who mails come from: %s', (MAIL_FROM, expected) => {
    expect(parseConfig({ ...complete, MAIL_FROM }).mailFrom).toEqual(expected)
  })

  it('name what is missing to send at all', () => {
    expect(problemsOf({ SMTP_URL: mail.SMTP_URL })).toEqual([expect.stringMatching(/^MAIL_FROM is missing/)])
    expect(problemsOf(mail)).toEqual([])
  })

  it.each(['DKIM_DOMAIN', 'DKIM_SELECTOR', 'DKIM_KEY'])('take %s with its fellows only', (name) => {
    const all = { DKIM_DOMAIN: 'example.org', DKIM_SELECTOR: 'mail', DKIM_KEY: pemOf('rsa') }

    expect(problemsOf({ ...mail, ...all })).toEqual([])
    expect(problemsOf({ ...mail, ...all, [name]: '' })).toEqual([expect.stringMatching(/^DKIM_DOMAIN, /)])
  })

  it('read the key that signs from a file, and refuse one that cannot', () => {
    const file = path.join(os.tmpdir(), `dkim-${process.pid}.pem`)
    const dkim = { ...mail, DKIM_DOMAIN: 'example.org', DKIM_SELECTOR: 'mail', DKIM_KEY_FILE: file }

    writeFileSync(file, pemOf('rsa'))
    expect(parseConfig({ ...complete, ...dkim }).dkim?.privateKey).toContain('PRIVATE KEY')

    writeFileSync(file, pemOf('ed25519'))
    expect(problemsOf(dkim)).toEqual(['DKIM_KEY must be an RSA key in PEM form (openssl genrsa 2048)'])
  })

  it('name what OAuth 2 lacks', () => {
    const oauth = {
      SMTP_OAUTH_TOKEN_URL: 'https://login.example.org/token',
      SMTP_OAUTH_CLIENT_ID: 'us',
      SMTP_OAUTH_CLIENT_SECRET: 'hush',
    }

    expect(problemsOf({ ...mail, ...oauth })).toEqual([])
    expect(problemsOf({ ...mail, SMTP_OAUTH_SCOPE: 'mail' }).map((problem) => problem.split(' ')[0])).toEqual(
      ['SMTP_OAUTH_TOKEN_URL', 'SMTP_OAUTH_CLIENT_ID', 'SMTP_OAUTH_CLIENT_SECRET'],
    )
    expect(problemsOf({ ...mail, ...oauth, SMTP_URL: 'smtp://mail:587' })).toEqual([
      expect.stringMatching(/^SMTP_URL names no user/),
    ])
  })
})
