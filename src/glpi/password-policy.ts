import type { Problem } from '../shared/errors'
import type { GlpiPasswordPolicy } from './settings-store'

/*
 * The browser runs this very file while one types (scripts/build-scripts.mjs), and the server again on what it is sent:
 * nothing here may need more than both have.
 */

/** bcrypt looks at no more; what follows would silently not count. */
export const bcryptMaxBytes = 72
/** Enough for any passphrase; hashing and estimating longer ones is work a stranger could order. */
export const passwordMaxLength = 128
/** NIST SP 800-63B-4 asks for 15 without and 8 with a second factor; GLPI may have one. */
export const passwordMinLength = 12

export interface PasswordRules {
  glpi: GlpiPasswordPolicy | undefined
  algorithm: 'argon2id' | 'bcrypt'
}

/** The minimum that applies: the stricter of GLPI's and ours. */
export const minLengthOf = ({ glpi }: PasswordRules): number =>
  Math.max(passwordMinLength, glpi?.minLength ?? 0)

/** Everything that the rules have against it, the most important first. The strength estimate is a rule of its own. */
export function problemsOfPassword(rules: PasswordRules, password: string): Problem[] {
  const length = Array.from(password).length // in Unicode characters, as GLPI counts
  if (length === 0) return [{ code: 'required' }]
  const min = minLengthOf(rules)
  const found: Problem[] = []
  if (length > passwordMaxLength) found.push({ code: 'password-too-long', limit: passwordMaxLength })
  // GLPI refuses a NUL byte at every login, and PHP's bcrypt will not hash one.
  if (password.includes('\0')) found.push({ code: 'password-zero-byte' })
  if (length < min) found.push({ code: 'password-too-short', limit: min })
  if (rules.algorithm === 'bcrypt' && new TextEncoder().encode(password).length > bcryptMaxBytes) {
    found.push({ code: 'password-too-many-bytes', limit: bcryptMaxBytes })
  }
  return rules.glpi === undefined ? found : [...found, ...problemsUnderGlpiPolicy(rules.glpi, password)]
}

/**
 * GLPI tests ASCII only: a digit, a lower-case and an upper-case letter; its "symbol" is any byte but ASCII letters,
 * digits and the underscore, so that a space or an accented letter counts.
 */
function problemsUnderGlpiPolicy(policy: GlpiPasswordPolicy, password: string): Problem[] {
  const found: Problem[] = []
  if (policy.needsNumber && !/[0-9]/.test(password)) found.push({ code: 'password-needs-number' })
  if (policy.needsLowercase && !/[a-z]/.test(password)) found.push({ code: 'password-needs-lowercase' })
  if (policy.needsUppercase && !/[A-Z]/.test(password)) found.push({ code: 'password-needs-uppercase' })
  if (policy.needsSymbol && !/[^a-zA-Z0-9_]/.test(password)) found.push({ code: 'password-needs-symbol' })
  return found
}
