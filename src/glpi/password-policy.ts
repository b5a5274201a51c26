import type { Problem } from '../shared/errors'
import type { GlpiPasswordPolicy } from './settings-store'

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

/** Length is counted in Unicode characters, as GLPI does. The strength estimate is a rule of its own. */
export function problemOfPassword(rules: PasswordRules, password: string): Problem | undefined {
  const length = Array.from(password).length
  const min = minLengthOf(rules)
  if (length === 0) return { code: 'required' }
  if (length > passwordMaxLength) return { code: 'password-too-long', limit: passwordMaxLength }
  // GLPI refuses a NUL byte at every login, and PHP's bcrypt will not hash one.
  if (password.includes('\0')) return { code: 'password-zero-byte' }
  if (length < min) return { code: 'password-too-short', limit: min }
  if (rules.algorithm === 'bcrypt' && Buffer.byteLength(password) > bcryptMaxBytes) {
    return { code: 'password-too-many-bytes', limit: bcryptMaxBytes }
  }
  return rules.glpi === undefined ? undefined : problemUnderGlpiPolicy(rules.glpi, password)
}

/**
 * GLPI tests ASCII only: a digit, a lower-case and an upper-case letter; its "symbol" is any byte but ASCII letters,
 * digits and the underscore, so that a space or an accented letter counts.
 */
function problemUnderGlpiPolicy(policy: GlpiPasswordPolicy, password: string): Problem | undefined {
  if (policy.needsNumber && !/[0-9]/.test(password)) return { code: 'password-needs-number' }
  if (policy.needsLowercase && !/[a-z]/.test(password)) return { code: 'password-needs-lowercase' }
  if (policy.needsUppercase && !/[A-Z]/.test(password)) return { code: 'password-needs-uppercase' }
  if (policy.needsSymbol && !/[^a-zA-Z0-9_]/.test(password)) return { code: 'password-needs-symbol' }
  return undefined
}
