import type { ErrorCode } from '../shared/errors'

/** What the command line answers with; documented in docs/command-line.md, so a number never changes its meaning. */
export const exitCode = {
  ok: 0,
  unexpected: 1,
  usage: 2,
  configuration: 3,
  unavailable: 4,
  notAllowed: 5,
  notFound: 6,
  checkFailed: 7,
} as const

export const exitCodeOf: Record<ErrorCode, number> = {
  INPUT_INVALID: exitCode.usage,
  FORM_INVALID: exitCode.usage,
  FORM_UNREADABLE: exitCode.usage,
  SIGN_IN_FAILED: exitCode.notAllowed,
  CONFIG_INVALID: exitCode.configuration,
  SCHEMA_OUT_OF_DATE: exitCode.configuration,
  DATABASE_UNAVAILABLE: exitCode.unavailable,
  GLPI_UNSUPPORTED: exitCode.unavailable,
  GLPI_CHANGED: exitCode.unavailable,
  GLPI_MAINTENANCE: exitCode.unavailable,
  REDEMPTION_STOPPED: exitCode.unavailable,
  SERVER_BUSY: exitCode.unavailable,
  NOT_ALLOWED: exitCode.notAllowed,
  KEY_ISSUER_REFUSED: exitCode.notAllowed,
  KEY_GRANT_REFUSED: exitCode.notAllowed,
  NOT_FOUND: exitCode.notFound,
  KEY_MALFORMED: exitCode.notFound,
  KEY_UNKNOWN: exitCode.notFound,
  KEY_OF_OTHER_INSTANCE: exitCode.notFound,
  KEY_OF_TEST_INSTANCE: exitCode.notFound,
  KEY_REVOKED: exitCode.notAllowed,
  KEY_PAUSED: exitCode.notAllowed,
  KEY_NOT_YET_VALID: exitCode.notAllowed,
  KEY_EXPIRED: exitCode.notAllowed,
  KEY_USED_UP: exitCode.notAllowed,
  KEY_HELD_UP: exitCode.notAllowed,
  INTERNAL: exitCode.unexpected,
}
