import { type PasswordRules, problemOfPassword } from '../../src/glpi/password-policy'
import { isStrongPassword } from '../../src/glpi/password-strength'

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
  expect(problemOfPassword(rules, password)?.code).toBe(code)
})

it.each<[string, boolean]>([
  ['password1234', false],
  ['P4ssw0rd!P4ssw0rd!', false],
  ['aaaaaaaaaaaaaaaaaaaa', false],
  ['qwertyuiopasdf', false],
  ['ada.lovelace.1815', false],
  ['plateau-cigogne-bureau', true],
  ['zq8Kx-lm22-PPto9', true],
])('%s is strong: %p', (password, strong) => {
  expect(
    isStrongPassword(password, ['ada.lovelace', 'Ada', 'Lovelace', 'ada.lovelace.1815@example.org']),
  ).toBe(strong)
})

it('an estimate of the longest password takes the first 64 characters only', () => {
  expect(isStrongPassword(`${'a'.repeat(64)}zq8Kx-lm22-PPto9`, [])).toBe(false)
})
