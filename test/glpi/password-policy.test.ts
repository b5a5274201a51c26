import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { dictionary } from '@zxcvbn-ts/language-common'
import { type PasswordRules, problemsOfPassword } from '../../src/glpi/password-policy'
import { estimatePassword, problemOfStrength } from '../../src/glpi/password-strength'

const ours: PasswordRules = { glpi: undefined, algorithm: 'argon2id' }
const bcrypt: PasswordRules = { glpi: undefined, algorithm: 'bcrypt' }
const glpi: PasswordRules = {
  glpi: { minLength: 16, needsNumber: true, needsLowercase: true, needsUppercase: true, needsSymbol: true },
  algorithm: 'argon2id',
}

it.each<[string, PasswordRules, string, string | undefined]>([
  ['nothing', ours, '', 'required'],
  ['11 characters', ours, 'abcdefghijk', 'password-too-short'],
  ['12 characters', ours, 'abcdefghijkl', undefined],
  ['12 characters outside the basic plane', ours, '𠮷'.repeat(12), undefined],
  ['128 characters', ours, 'x'.repeat(128), undefined],
  ['129 characters', ours, 'x'.repeat(129), 'password-too-long'],
  ['a NUL byte', ours, 'abcdefgh\0ijkl', 'password-zero-byte'],
  ['72 bytes under bcrypt', bcrypt, 'é'.repeat(36), undefined],
  ['73 bytes under bcrypt', bcrypt, `${'é'.repeat(36)}x`, 'password-too-many-bytes'],
  ['less than GLPI wants', glpi, 'Abcdefgh1-jkl', 'password-too-short'],
  ['no digit', glpi, 'Abcdefgh-jklmnop', 'password-needs-number'],
  ['no lower case', glpi, 'ABCDEFGH1-JKLMNO', 'password-needs-lowercase'],
  ['no upper case', glpi, 'abcdefgh1-jklmno', 'password-needs-uppercase'],
  ['an underscore, which GLPI takes for a letter', glpi, 'Abcdefgh1_jklmno', 'password-needs-symbol'],
  ['a space for a symbol', glpi, 'Abcdefgh1 jklmno', undefined],
  ['an accented letter for a symbol', glpi, 'Abcdefgh1éjklmno', undefined],
])('%s', (_, rules, password, code) => {
  expect(problemsOfPassword(rules, password)[0]?.code).toBe(code)
})

it('everything that is missing is said at once', () => {
  expect(problemsOfPassword(glpi, 'short').map(({ code }) => code)).toEqual([
    'password-too-short',
    'password-needs-number',
    'password-needs-uppercase',
    'password-needs-symbol',
  ])
})

const ada = ['ada.lovelace', 'Ada', 'Lovelace', 'ada.lovelace.1815@example.org']
const estimated: [string, string | undefined][] = [
  ['password1234', 'password-weak'],
  ['P4ssw0rd!P4ssw0rd!', 'password-weak'],
  ['aaaaaaaaaaaaaaaaaaaa', 'password-weak'],
  ['qwertyuiopasdf', 'password-weak'],
  ['ada.lovelace.1815', 'password-weak'],
  ['unbelievable', 'password-common'],
  ['elbaveilebnu', 'password-common'],
  ['correcthorsebatterystaple', 'password-common'],
  ['Welcome2026!', 'password-weak'],
  ['Bienvenue2026!', 'password-weak'],
  ['Willkommen2026', 'password-weak'],
  ['W1llk0mm3n2026', 'password-weak'],
  ['Contraseña2026', 'password-weak'],
  ['Benvenuto2026!', 'password-weak'],
  ['Administrador1', 'password-weak'],
  ['Assistance2026!', 'password-weak'],
  ['plateau-cigogne-bureau', undefined],
  ['zq8Kx-lm22-PPto9', undefined],
  ['Sommerregen-Kiste-Tal', undefined],
]

it.each(estimated)('of the strength of %s is said: %s', (password, code) => {
  expect(problemOfStrength(password, ada)?.code).toBe(code)
})

it('an estimate of the longest password takes the first 64 characters only', () => {
  expect(problemOfStrength(`${'a'.repeat(64)}zq8Kx-lm22-PPto9`, [])).toBeDefined()
})

it('no password that is long enough and in the list of the common ones is accepted', () => {
  const common = dictionary['passwords-common'].map(String).filter((password) => password.length >= 12)

  expect(common.length).toBeGreaterThan(100)
  expect(common.filter((password) => problemOfStrength(password, []) === undefined)).toEqual([])
})

describe('what the browser is sent to judge by', () => {
  interface Judge {
    checkRules: typeof problemsOfPassword
    estimate: typeof estimatePassword
  }

  function judgeOfTheBrowser(): Judge {
    const page: { window?: object; passwordJudge?: Judge; TextEncoder: unknown } = { TextEncoder }
    page.window = page
    createContext(page)
    for (const name of ['password-rules.js', 'password-strength.js'])
      runInContext(readFileSync(path.join(__dirname, '../../public', name), 'utf8'), page)
    if (page.passwordJudge === undefined) throw new Error('the scripts gave no judge')
    return page.passwordJudge
  }
  const { checkRules, estimate } = judgeOfTheBrowser()
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

  it.each([ours, bcrypt, glpi])('finds by %j what the server finds', (rules) => {
    const sent = plain(rules) as PasswordRules
    for (const password of [
      '',
      'short',
      'é'.repeat(37),
      'x'.repeat(129),
      'a\0b',
      '𠮷'.repeat(12),
      'Abcdefgh1_jklmno',
    ])
      expect(plain(checkRules(sent, password))).toEqual(plain(problemsOfPassword(rules, password)))
  })

  it('thinks of strength as the server does', () => {
    const both = estimated.map(([password]) => [estimate(password, ada), estimatePassword(password, ada)])

    for (const [theirs, ours] of both) expect(plain(theirs)).toEqual(plain(ours))
  })
})
