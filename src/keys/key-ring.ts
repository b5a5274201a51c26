import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { AppError } from '../shared/errors'
import type { Random } from '../shared/random'
import { seal, unseal } from '../shared/sealing'
import { type Code, parseCode } from './code'

/**
 * Seals codes so that their links can be shown again. The keys are in a file outside the database: a stolen dump opens
 * nothing.
 */
export interface KeyRing {
  /** Sealed for this key only: moved to another row it does not open. */
  seal(keyUid: string, code: Code): Buffer
  /** Undefined when the key it was sealed with is not on the ring. */
  unseal(keyUid: string, sealed: Buffer): Code | undefined
}

const keyBytes = 32
const idBytes = 4

const RingFile = z.object({
  current: z.hex().length(idBytes * 2),
  keys: z.record(
    z.hex().length(idBytes * 2),
    z.base64().refine((text) => Buffer.from(text, 'base64').length === keyBytes),
  ),
})

/** @throws {AppError} CONFIG_INVALID when the file is there already: overwriting it would lose every sealed link. */
export function createKeyRingFile(path: string, random: Random): void {
  const id = random.bytes(idBytes).toString('hex')
  const ring = { current: id, keys: { [id]: random.bytes(keyBytes).toString('base64') } }
  try {
    writeFileSync(path, `${JSON.stringify(ring, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
  } catch (cause) {
    throw new AppError('CONFIG_INVALID', `the key ring ${path} cannot be made, or is there already`, {
      cause,
    })
  }
}

/** @throws {AppError} CONFIG_INVALID with what is wrong with the file and how to mend it. */
export function openKeyRing(path: string, random: Random): KeyRing {
  const { current, keys } = readRing(path)

  function keyOf(id: string): Buffer | undefined {
    const encoded = keys[id]
    return encoded === undefined ? undefined : Buffer.from(encoded, 'base64')
  }

  const newest = keyOf(current)
  if (newest === undefined) throw unusable(path, 'does not hold its current key')

  return {
    seal: (keyUid, { normalForm }) =>
      Buffer.concat([Buffer.from(current, 'hex'), seal(random, newest, Buffer.from(normalForm), keyUid)]),
    unseal: (keyUid, sealed) => {
      const key = keyOf(sealed.subarray(0, idBytes).toString('hex'))
      const plain = key === undefined ? undefined : unseal(key, sealed.subarray(idBytes), keyUid)
      return plain === undefined ? undefined : parseCode(plain.toString())
    },
  }
}

function readRing(path: string): z.output<typeof RingFile> {
  let text: string
  let mode: number
  try {
    text = readFileSync(path, 'utf8')
    mode = statSync(path).mode
  } catch (cause) {
    throw new AppError(
      'CONFIG_INVALID',
      `the key ring ${path} cannot be read: restore it from your backup; without it links cannot be shown again`,
      { cause },
    )
  }
  if ((mode & 0o077) !== 0) throw unusable(path, 'can be read by others: chmod 600 it')
  const parsed = RingFile.safeParse(parseJson(text))
  if (!parsed.success) throw unusable(path, 'is not a key ring: restore it from your backup')
  return parsed.data
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const unusable = (path: string, why: string) => new AppError('CONFIG_INVALID', `the key ring ${path} ${why}`)
