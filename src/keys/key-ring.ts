import { statSync } from 'node:fs'
import type { Random } from '../shared/random'
import { seal, unseal } from '../shared/sealing'
import { type Code, parseCode } from './code'
import { readRing, type RingFile, ringIdBytes } from './key-ring-file'

/**
 * Seals codes so that their links can be shown again. The keys are in a file outside the database: a stolen dump opens
 * nothing.
 */
export interface KeyRing {
  /** Sealed for this key only: moved to another row it does not open. */
  seal(keyUid: string, code: Code): Buffer
  /** Undefined when the key it was sealed with is not on the ring. */
  unseal(keyUid: string, sealed: Buffer): Code | undefined
  /** The ids of its keys: the one that seals, and those that only open. */
  ids(): { current: string; others: string[] }
}

/**
 * The ring in this file, which may be changed while it is in use: before something is sealed, and when something does
 * not open, the file is read again if it is another one.
 *
 * @throws {AppError} CONFIG_INVALID with what is wrong with the file and how to mend it.
 */
export function openKeyRing(path: string, random: Random): KeyRing {
  let ring = readRing(path)
  let version = versionOf(path)

  /** A file that is gone or broken meanwhile takes nothing away from a server that has read it. */
  function refresh(): void {
    const newest = versionOf(path)
    if (newest === version) return
    try {
      ring = readRing(path)
      version = newest
    } catch {
      return
    }
  }

  return {
    seal: (keyUid, { normalForm }) => {
      refresh()
      const sealed = seal(random, keyOf(ring, ring.current), Buffer.from(normalForm), keyUid)
      return Buffer.concat([Buffer.from(ring.current, 'hex'), sealed])
    },
    unseal: (keyUid, sealed) => {
      const id = sealed.subarray(0, ringIdBytes).toString('hex')
      if (!(id in ring.keys)) refresh()
      if (!(id in ring.keys)) return undefined
      const plain = unseal(keyOf(ring, id), sealed.subarray(ringIdBytes), keyUid)
      return plain === undefined ? undefined : parseCode(plain.toString())
    },
    ids: () => {
      refresh()
      return { current: ring.current, others: Object.keys(ring.keys).filter((id) => id !== ring.current) }
    },
  }
}

function keyOf({ keys }: RingFile, id: string): Buffer {
  return Buffer.from(keys[id] ?? '', 'base64')
}

function versionOf(path: string): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats === undefined ? undefined : `${stats.ino} ${stats.mtimeMs} ${stats.size}`
}
