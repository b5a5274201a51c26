import { z } from 'zod'
import type { Clock } from '../shared/clock'
import { AppError } from '../shared/errors'
import type { OAuthSettings } from '../shared/mail-settings'

const patienceMs = 10_000
/** A token that ends while it is shown to the mail server is none. */
const marginMs = 60_000

const Answer = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().default(300) })

/**
 * Access tokens for the mail server, asked for when the last one ends: by a refresh token (RFC 6749 §6), or without
 * one by the client's own right (§4.4).
 *
 * @returns a function whose argument says that the last token was refused
 */
export function createTokenSource(
  { tokenUrl, clientId, clientSecret, refreshToken, scope }: OAuthSettings,
  clock: Clock,
): (isRefused: boolean) => Promise<string> {
  let last: { token: string; endsAt: number } | undefined
  let asking: Promise<string> | undefined
  const body = {
    client_id: clientId,
    ...(clientSecret === undefined ? {} : { client_secret: clientSecret }),
    ...(refreshToken === undefined
      ? { grant_type: 'client_credentials' }
      : { grant_type: 'refresh_token', refresh_token: refreshToken }),
    ...(scope === undefined ? {} : { scope }),
  }
  const renew = async () => {
    const now = clock.now().getTime()
    const answer = await ask(tokenUrl, body)
    last = { token: answer.access_token, endsAt: now + answer.expires_in * 1000 - marginMs }
    return last.token
  }
  return async (isRefused) => {
    if (!isRefused && last !== undefined && last.endsAt > clock.now().getTime()) return last.token
    asking ??= renew().finally(() => (asking = undefined)) // several connections open at once
    return asking
  }
}

/** @throws {AppError} that repeats nothing of the answer, which may repeat the secret */
async function ask(tokenUrl: string, body: Record<string, string>): Promise<z.output<typeof Answer>> {
  const refusal = (why: string) =>
    new AppError(
      'CONFIG_INVALID',
      `SMTP_OAUTH_TOKEN_URL gives no token (${why}): check the settings of SMTP_OAUTH`,
    )
  const response = await fetch(tokenUrl, {
    method: 'POST',
    body: new URLSearchParams(body),
    redirect: 'error',
    signal: AbortSignal.timeout(patienceMs),
  }).catch(() => {
    throw refusal('no answer')
  })
  if (!response.ok) throw refusal(`status ${response.status}`)
  const answer = Answer.safeParse(await response.json().catch(() => undefined))
  if (!answer.success) throw refusal('an answer without one')
  return answer.data
}
