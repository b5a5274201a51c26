import { readFileSync, statSync } from 'node:fs'
import os from 'node:os'
import { AppError } from '../../shared/errors'

/** Where the API is, and what opens it. */
export interface RemoteSettings {
  /** With `/api/v1` at its end. */
  apiUrl: string
  token: string
}

type Env = Readonly<Record<string, string | undefined>>

/**
 * From `GLPI_INVITE_URL` (the address at which people reach glpi-invite) and `GLPI_INVITE_TOKEN` or `_FILE`.
 *
 * @throws {AppError} CONFIG_INVALID
 */
export function readRemoteSettings(
  env: Env,
  { allowHttp, warn }: { allowHttp: boolean; warn: (text: string) => void },
): RemoteSettings {
  const url = urlFrom(env['GLPI_INVITE_URL'] ?? '')
  if (url.protocol === 'http:' && !isLoopback(url.hostname) && !allowHttp)
    throw invalid(
      'GLPI_INVITE_URL has to start with https://, or the token could be read on the way (--allow-http)',
    )
  const base = `${url.origin}${url.pathname.replace(/\/+$/, '').replace(/\/api\/v1$/, '')}`
  return { apiUrl: `${base}/api/v1`, token: tokenFrom(env, warn) }
}

function urlFrom(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url !== undefined && ['http:', 'https:'].includes(url.protocol) && url.username === '') return url
  throw invalid(
    'GLPI_INVITE_URL is not the address of a glpi-invite, such as https://help.example.org/invite',
  )
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)

function tokenFrom(env: Env, warn: (text: string) => void): string {
  const { GLPI_INVITE_TOKEN: own = '', GLPI_INVITE_TOKEN_FILE: file = '' } = env
  if (own !== '' && file !== '') throw invalid('set either GLPI_INVITE_TOKEN or GLPI_INVITE_TOKEN_FILE')
  if (own === '' && file === '')
    throw invalid(
      'GLPI_INVITE_URL is set, so commands go over the API: put a token into GLPI_INVITE_TOKEN, or its file into GLPI_INVITE_TOKEN_FILE',
    )
  const token = (file === '' ? own : readTokenFile(file, warn)).trim()
  // What is not a token at all could be anything: a header must not be made of it.
  if (/^[\x21-\x7e]+$/.test(token)) return token
  throw invalid(
    file === '' ? 'GLPI_INVITE_TOKEN is no token' : `GLPI_INVITE_TOKEN_FILE: ${file} holds no token`,
  )
}

function readTokenFile(file: string, warn: (text: string) => void): string {
  try {
    const { mode, uid } = statSync(file)
    // One that somebody else put there, as containers are given secrets, is theirs to look after.
    if ((mode & 0o077) !== 0 && uid === os.userInfo().uid)
      warn(`glpi-invite: others on this machine can read the token in ${file}: chmod 600 it`)
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new AppError('CONFIG_INVALID', `GLPI_INVITE_TOKEN_FILE: ${file} cannot be read`, { cause })
  }
}

const invalid = (reason: string) => new AppError('CONFIG_INVALID', reason)
