import { isNativeError } from 'node:util/types'
import pino from 'pino'

export type Logger = pino.Logger
export const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const
export type LogLevel = (typeof logLevels)[number]

/**
 * One JSON object a line on stdout, or where `destination` says. Nobody passes it a code, a password or a body, nor
 * anything personal: ids only.
 */
export function createLogger(level: LogLevel, destination?: pino.DestinationStream): Logger {
  const options: pino.LoggerOptions = {
    level,
    base: { name: 'glpi-invite' },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError },
    hooks: { streamWrite: withoutAddresses },
  }
  return destination === undefined ? pino(options) : pino(options, destination)
}

/**
 * A line without mail addresses. Nobody logs one on purpose, but what a mail server or a library says when something
 * fails may repeat them. What follows a backslash belongs to a sign that JSON escapes.
 */
const withoutAddresses = (line: string): string =>
  line.includes('@') ? line.replace(/(?<!\\)[\p{L}\p{N}.!#$%&'*+=?^_`{|}~-]+@[\p{L}\p{N}.-]+/gu, '***') : line

/**
 * An error without what it may quote: a database driver's messages hold the statement with its values, addresses and
 * hashes included. Numbers, codes and the places in our code are enough to find it.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!isNativeError(error)) return { type: typeof error }
  const { code, errno } = error as { code?: unknown; errno?: unknown }
  // A text that cannot be parsed stands in the error that says so.
  const quotes = errno !== undefined || 'sql' in error || error.name === 'SyntaxError'
  return {
    type: error.name,
    ...(quotes ? {} : { message: error.message }),
    ...(code === undefined ? {} : { code }),
    ...(errno === undefined ? {} : { errno }),
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n'),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  }
}
