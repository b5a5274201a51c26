import {
  isSameEmail,
  normaliseEmail,
  normaliseLogin,
  normaliseName,
  problemOfEmail,
  problemOfLogin,
  problemOfName,
} from '../../src/glpi/identity-rules'
import type { GlpiSide } from '../../src/glpi/side'

const side: GlpiSide = { database: 'glpi', line: '11.0', decodes: false }
const old: GlpiSide = { database: 'glpi', line: '10.0', decodes: true }

describe('logins', () => {
  it.each([
    'jdoe',
    "o'neil",
    'a.b-c_d',
    'jane doe',
    'élodie',
    '李雷',
    '٣٤',
    'a@b',
    'a+b@example.org',
    'x'.repeat(255),
  ])('accepts %p', (login) => expect(problemOfLogin(login)).toBeUndefined())

  it.each([
    'a/b',
    'a\\b',
    'a<b',
    'a>b',
    'a&b',
    'a+b',
    'a’b',
    'a\u0000b',
    'a\tb',
    'a:b',
    'a&b@example.org',
    'a/b@x.org',
  ])('refuses %p', (login) => expect(problemOfLogin(login)).toEqual({ code: 'login-characters' }))

  it('wants one, and no more than the column holds', () => {
    expect(problemOfLogin('')).toEqual({ code: 'required' })
    expect(problemOfLogin('x'.repeat(256))).toEqual({ code: 'too-long', limit: 255 })
  })

  it('are trimmed and composed', () => {
    expect(normaliseLogin('  e\u0301lodie ')).toBe('\u00e9lodie')
  })
})

describe('names', () => {
  it.each(['Ada', "O'Brien & <Sons>", 'Jean-Luc', '𠮷野', 'علی\u200cرضا', 'Ann: Marie', '3rd'])(
    'accepts %p',
    (name) => expect(problemOfName(side, name)).toBeUndefined(),
  )

  it.each([
    'Ada 🙂',
    'a\u202eb',
    'a\u0007b',
    'see https://x.org',
    'WWW.x.org',
    'a\u2028b',
    '\ufeffAda',
    'a\ud800',
  ])('refuses %p', (name) => expect(problemOfName(side, name)).toEqual({ code: 'name-characters' }))

  it('are measured as they are stored', () => {
    expect(problemOfName(side, '&'.repeat(255))).toBeUndefined()
    expect(problemOfName(old, '&'.repeat(52))).toEqual({ code: 'too-long', limit: 255 })
    expect(problemOfName(old, '&'.repeat(51))).toBeUndefined()
  })

  it('lose outer and doubled spaces', () => expect(normaliseName('  Ada   King ')).toBe('Ada King'))
})

describe('addresses', () => {
  it.each([
    'a@example.org',
    'c&d@x.org',
    "o'neil+x@a.b-c.example",
    `${'x'.repeat(64)}@example.org`,
    'a@xn--bcher-kva.de',
  ])('accepts %p', (email) => expect(problemOfEmail(side, email)).toBeUndefined())

  it.each([
    'a',
    '@example.org',
    'a@',
    'a@localhost',
    'a..b@example.org',
    '.a@example.org',
    'a@example..org',
    'a@-example.org',
    'a@1.2.3.4',
    'a b@example.org',
    '"a b"@example.org',
    'a@example.org\n',
    'a@exa_mple.org',
    `${'x'.repeat(65)}@example.org`,
    `a@${'x.'.repeat(140)}org`,
  ])('refuses %p', (email) => expect(problemOfEmail(side, email)).toBeDefined())

  it('have their domain in lower-case ASCII, and are the same person in any case', () => {
    expect(normaliseEmail(' Ada@BÜCHER.de ')).toBe('Ada@xn--bcher-kva.de')
    expect(isSameEmail('ADA@bücher.de', 'ada@xn--bcher-kva.DE')).toBe(true)
    expect(isSameEmail('ada@a.de', 'ada@b.de')).toBe(false)
  })
})
