import { bcryptMaxBytes, minLengthOf, passwordMaxLength, type PasswordRules } from '../glpi'
import type { ProblemCode } from '../shared/errors'
import type { Messages } from '../shared/i18n'

/** What the field for a new password needs, for people, for password managers and for public/password-field.js. */
export interface PasswordView {
  /** A finished sentence for each rule, and the problems that say it is not kept. */
  hints: { text: string; codes: string }[]
  /** What a password manager makes one by: https://developer.apple.com/password-rules/ */
  passwordrules: string
  /** The rules as they are applied, as JSON. */
  rules: string
  /** The words of the meter, as JSON. */
  words: string
}

export function passwordViewOf(t: Messages, rules: PasswordRules): PasswordView {
  return {
    hints: hintsOf(t, rules).map(([text, ...codes]) => ({ text, codes: codes.join(' ') })),
    passwordrules: passwordrulesOf(rules),
    rules: JSON.stringify(rules),
    words: JSON.stringify({ ...t.passwordStrength, common: t.problems['password-common'](0, '') }),
  }
}

type Hint = [text: string, ...codes: ProblemCode[]]

function hintsOf({ passwordHints: t }: Messages, rules: PasswordRules): Hint[] {
  const { glpi, algorithm } = rules
  const hints: [boolean, Hint][] = [
    [true, [t.length(minLengthOf(rules)), 'required', 'password-too-short', 'password-too-long']],
    [glpi?.needsNumber === true, [t.number, 'password-needs-number']],
    [glpi?.needsLowercase === true, [t.lowercase, 'password-needs-lowercase']],
    [glpi?.needsUppercase === true, [t.uppercase, 'password-needs-uppercase']],
    [glpi?.needsSymbol === true, [t.symbol, 'password-needs-symbol']],
    [algorithm === 'bcrypt', [t.maxBytes(bcryptMaxBytes), 'password-too-many-bytes']],
    [true, [t.strength, 'password-weak', 'password-common']],
  ]
  return hints.flatMap(([applies, hint]) => (applies ? [hint] : []))
}

/** Symbols are named one by one: GLPI takes the underscore, which managers like, for a letter. */
function passwordrulesOf(rules: PasswordRules): string {
  const { glpi, algorithm } = rules
  const max = algorithm === 'bcrypt' ? bcryptMaxBytes : passwordMaxLength
  return [
    `minlength: ${Math.max(minLengthOf(rules), 16)}`,
    `maxlength: ${max}`,
    ...(glpi?.needsLowercase === true ? ['required: lower'] : []),
    ...(glpi?.needsUppercase === true ? ['required: upper'] : []),
    ...(glpi?.needsNumber === true ? ['required: digit'] : []),
    ...(glpi?.needsSymbol === true ? ['required: [-.!%+]'] : []),
    'allowed: lower, upper, digit, [-.!%+]',
  ]
    .map((rule) => `${rule};`)
    .join(' ')
}
