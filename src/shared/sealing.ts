import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { Random } from './random'

const nonceBytes = 12
const tagBytes = 16

/** AES-256-GCM (NIST SP 800-38D): random nonce, cipher text, tag. `context` must be the same to open it again. */
export function seal(random: Random, key: Buffer, plain: Buffer, context: string): Buffer {
  const nonce = random.bytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context))
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** What was sealed, or undefined when it was made with another key, for another context, or changed since. */
export function unseal(key: Buffer, sealed: Buffer, context: string): Buffer | undefined {
  if (sealed.length < nonceBytes + tagBytes) return undefined
  const nonce = sealed.subarray(0, nonceBytes)
  const tag = sealed.subarray(sealed.length - tagBytes)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
  decipher.setAAD(Buffer.from(context)).setAuthTag(tag)
  try {
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()])
  } catch {
    return undefined
  }
}

/** Seals small values for the browser to carry, each purpose under a key of its own. */
export interface Sealer {
  seal(purpose: string, value: unknown): string
  /** The value, or undefined when it was not sealed here for this purpose. Parse what comes back. */
  unseal(purpose: string, sealed: string): unknown
  /** A token that only this server can make for this text. */
  sign(purpose: string, text: string): string
  verify(purpose: string, text: string, signature: string): boolean
  /** Keys for libraries that sign by themselves, newest first. */
  textKeys(purpose: string): readonly string[]
}

/**
 * Keys are derived from the secrets by HKDF (RFC 5869). The first secret seals; all of them open, so that a
 * secret can be replaced without breaking the forms people have open.
 */
export function createSealer(secrets: readonly string[], random: Random): Sealer {
  const derived = new Map<string, Buffer[]>()

  function keysFor(purpose: string): Buffer[] {
    const known = derived.get(purpose)
    if (known !== undefined) return known
    const keys = secrets.map((secret) =>
      Buffer.from(hkdfSync('sha256', secret, '', `glpi-invite ${purpose}`, 32)),
    )
    derived.set(purpose, keys)
    return keys
  }

  function firstKeyFor(purpose: string): Buffer {
    const [key] = keysFor(purpose)
    if (key === undefined) throw new Error('createSealer needs at least one secret')
    return key
  }

  const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest()

  return {
    seal: (purpose, value) =>
      seal(random, firstKeyFor(purpose), Buffer.from(JSON.stringify(value)), purpose).toString('base64url'),
    unseal: (purpose, sealed) => {
      const bytes = Buffer.from(sealed, 'base64url')
      for (const key of keysFor(purpose)) {
        const plain = unseal(key, bytes, purpose)
        if (plain !== undefined) return JSON.parse(plain.toString()) as unknown
      }
      return undefined
    },
    textKeys: (purpose) => keysFor(purpose).map((key) => key.toString('base64url')),
    sign: (purpose, text) => hmac(firstKeyFor(purpose), text).toString('base64url'),
    verify: (purpose, text, signature) => {
      const given = Buffer.from(signature, 'base64url')
      return keysFor(purpose).some((key) => {
        const expected = hmac(key, text)
        return expected.length === given.length && timingSafeEqual(expected, given)
      })
    },
  }
}
