import { AppError } from '../../shared/errors'
import type { DatabaseAddress } from '../../shared/db'
import { type PhpValue, readPhpProperties } from './php-properties'

/** What GLPI's `config_db.php` says. The account in it is used once and kept nowhere. */
export interface GlpiConfig {
  database: DatabaseAddress
  usesTimeZones: boolean
  /** A certificate authority of its own, which Node has to be told about. */
  caFile: string | undefined
}

/** @throws {AppError} INPUT_INVALID that names what is not in it */
export function readGlpiConfig(file: string, source: string, sockets: readonly string[]): GlpiConfig {
  const properties = readPhpProperties(source)
  const missing = ['dbhost', 'dbuser', 'dbdefault'].filter((name) => !isText(properties.get(name)))
  if (missing.length > 0) {
    throw new AppError(
      'INPUT_INVALID',
      `${file} gives no plain text for ${missing.map((name) => `$${name}`).join(', ')}: is it GLPI's config_db.php?`,
    )
  }
  const text = (name: string) => String(properties.get(name) ?? '')
  return {
    database: {
      ...parseHost(text('dbhost'), sockets),
      user: text('dbuser'),
      password: decodePassword(text('dbpassword')),
      database: text('dbdefault'),
      tls: properties.get('dbssl') === true,
    },
    usesTimeZones: properties.get('use_timezones') === true,
    caFile: text('dbsslca') || undefined,
  }
}

const isText = (value: PhpValue | undefined): boolean => typeof value === 'string' && value !== ''

type Place = Pick<DatabaseAddress, 'host' | 'port' | 'socketPath'>

const defaultPort = 3306

/**
 * `host`, `host:port`, `host:/path/to.sock`, `[ipv6]:port`. To PHP a bare `localhost` is the server's socket, so the
 * first of `sockets`, if there is one.
 */
export function parseHost(dbhost: string, sockets: readonly string[]): Place {
  const [, bracketed, plain, rest] = /^(?:\[(.+)\]|([^:]*))(?::([^:]*))?$/.exec(dbhost) ?? []
  const host = (bracketed ?? plain ?? dbhost) || 'localhost'
  if (rest?.includes('/') === true) return { host, port: defaultPort, socketPath: rest }
  if (host === 'localhost' && rest === undefined) return { host, port: defaultPort, socketPath: sockets[0] }
  return { host, port: Number(rest) || defaultPort, socketPath: undefined }
}

/** As PHP's rawurldecode does it: what is no escape stays as it is. */
export function decodePassword(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (escaped) =>
    Buffer.from(escaped.replaceAll('%', ''), 'hex').toString('utf8'),
  )
}
