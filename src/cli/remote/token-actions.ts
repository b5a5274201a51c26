import type { Me, TokenDescription } from '../../admins'
import { AppError } from '../../shared/errors'
import type { TokenActions } from '../definitions/tokens'
import { print } from '../output'
import { linesOfToken, linesOfTokens, onceOnly } from '../token-view'
import type { Remote } from './remote'
import { refuseHere } from './server-only'

/** The commands below `tokens`, over the API: a token that was stolen must not open the others of its owner. */
export function tokenActions({ api, terminal }: Remote): TokenActions {
  const own = async (): Promise<TokenDescription> => (await api.get<Me>('/me')).token

  /** @throws {AppError} NOT_ALLOWED */
  const ensureOwn = async (uid: string): Promise<TokenDescription> => {
    const token = await own()
    if (token.uid === uid) return token
    throw new AppError(
      'NOT_ALLOWED',
      `a token sees, rotates and revokes itself only, and this one is ${token.uid}: do it in the console, or on the server`,
    )
  }

  return {
    create: () => refuseHere('tokens create'),
    async list({ state, json }) {
      const shown = [await own()].filter((token) => state === undefined || token.state === state)
      print(terminal, json, shown, () => linesOfTokens(shown))
      terminal.err('A token sees itself only: the others are in the console, and on the server.')
    },
    async show(uid, { json }) {
      const token = await ensureOwn(uid)
      print(terminal, json, token, () => linesOfToken(token))
    },
    async rotate(uid, { overlap, expiresIn, json }) {
      await ensureOwn(uid)
      const rotated = await api.post<TokenDescription & { token: string | null }>('/me/token/rotations', {
        overlap,
        expiresIn,
      })
      const { token, ...shown } = rotated
      if (token === null)
        throw new AppError(
          'SERVER_BUSY',
          `the token was rotated, and the answer with its new secret was lost on the way: rotate it again${shown.olderExpiresAt === null ? '' : `, before ${shown.olderExpiresAt}`}`,
        )
      print(terminal, json, rotated, () => [token])
      terminal.err(onceOnly)
      if (!json) linesOfToken(shown).forEach((line) => terminal.err(line))
    },
    async revoke(uid, { json }) {
      await ensureOwn(uid)
      const token = await api.delete<TokenDescription>('/me/token')
      print(terminal, json, token, () => linesOfToken(token))
    },
  }
}
