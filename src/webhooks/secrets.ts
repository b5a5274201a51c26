import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { Random } from '../shared/random'
import type { Sealer } from '../shared/sealing'

/** standard-webhooks 1.0 asks for 24 to 64 bytes. */
const secretBytes = 32
const prefix = 'whsec_'

/** As it is shown to whoever sets up the receiver. */
export const newSecret = (random: Random): string =>
  `${prefix}${random.bytes(secretBytes).toString('base64')}`

/** For this endpoint only: moved to another row it does not open. */
const purposeOf = (endpointUid: string): string => `webhook ${endpointUid}`

export const sealSecret = (sealer: Sealer, endpointUid: string, secret: string): string =>
  sealer.seal(purposeOf(endpointUid), secret)

/** Undefined when it was sealed with a SESSION_SECRET that is no longer given. */
export const unsealSecret = (sealer: Sealer, endpointUid: string, sealed: string): string | undefined =>
  z
    .string()
    .optional()
    .parse(sealer.unseal(purposeOf(endpointUid), sealed))

export interface Message {
  /** The same for every attempt. */
  id: string
  body: string
}

/** The three headers of standard-webhooks 1.0, with a signature for each secret that is good. */
export function signedHeaders(
  { id, body }: Message,
  secrets: readonly string[],
  now: Date,
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(now.getTime() / 1000))
  const sign = (secret: string) =>
    createHmac('sha256', Buffer.from(secret.slice(prefix.length), 'base64'))
      .update(`${id}.${timestamp}.${body}`)
      .digest('base64')
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map((secret) => `v1,${sign(secret)}`).join(' '),
  }
}
