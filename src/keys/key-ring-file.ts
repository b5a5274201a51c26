import { chownSync, readFileSync, renameSync, rmSync, type Stats, statSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { AppError } from '../shared/errors'
import type { Random } from '../shared/random'

const keyBytes = 32
/** Of the id that stands before everything a key has sealed. */
export const ringIdBytes = 4

const RingId = z.hex().length(ringIdBytes * 2)
const RingFile = z.object({
  current: RingId,
  keys: z.record(
    RingId,
    z.base64().refine((text) => Buffer.from(text, 'base64').length === keyBytes),
  ),
  /** When a key stopped being the current one. */
  retired: z.record(RingId, z.iso.datetime()).default({}),
})

/** What the file of a key ring holds: secrets. */
export type RingFile = z.output<typeof RingFile>

/** @throws {AppError} CONFIG_INVALID when the file is there already: overwriting it would lose every sealed link. */
export function createKeyRingFile(path: string, random: Random): void {
  const { id, key } = newRingKey(random)
  try {
    writeFileSync(path, textOf({ current: id, keys: { [id]: key }, retired: {} }), {
      mode: 0o600,
      flag: 'wx',
    })
  } catch (cause) {
    throw new AppError('CONFIG_INVALID', `the key ring ${path} cannot be made, or is there already`, {
      cause,
    })
  }
}

export function newRingKey(random: Random): { id: string; key: string } {
  return { id: random.bytes(ringIdBytes).toString('hex'), key: random.bytes(keyBytes).toString('base64') }
}

/** @throws {AppError} CONFIG_INVALID with what is wrong with the file and how to mend it. */
export function readRing(path: string): RingFile {
  const { text, mode } = readFile(path)
  if ((mode & 0o077) !== 0) throw unusable(path, 'can be read by others: chmod 600 it')
  const parsed = RingFile.safeParse(parseJson(text))
  if (!parsed.success) throw unusable(path, 'is not a key ring: restore it from your backup')
  if (parsed.data.keys[parsed.data.current] === undefined) {
    throw unusable(path, 'does not hold its current key')
  }
  return parsed.data
}

function readFile(path: string): { text: string; mode: number } {
  try {
    return { text: readFileSync(path, 'utf8'), mode: statSync(path).mode }
  } catch (cause) {
    throw new AppError(
      'CONFIG_INVALID',
      `the key ring ${path} cannot be read: restore it from your backup; without it links cannot be shown again`,
      { cause },
    )
  }
}

/**
 * Puts a changed ring in the place of the old one in one step, so that nobody ever reads half of it, for the same owner.
 *
 * @throws {AppError} CONFIG_INVALID when somebody else is changing it, or it cannot be written
 */
export function replaceRing(path: string, edit: (ring: RingFile) => RingFile): RingFile {
  const draft = `${path}.new` // its existence is the lock
  const before = readRing(path)
  const owner = statSync(path)
  try {
    writeFileSync(draft, '', { mode: 0o600, flag: 'wx' })
  } catch (cause) {
    throw new AppError(
      'CONFIG_INVALID',
      `${draft} cannot be made, or is there already: somebody else is changing the key ring, or was interrupted; ` +
        'if nobody is, remove that file and try again',
      { cause },
    )
  }
  try {
    const after = edit(before)
    writeFileSync(draft, textOf(after))
    keepOwner(draft, owner)
    renameSync(draft, path)
    return after
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Run by root, the file still belongs to the account of the server, which could not read it otherwise. */
function keepOwner(file: string, { uid, gid }: Stats): void {
  if (process.getuid?.() === 0) chownSync(file, uid, gid)
}

/** When a key stopped sealing; undefined when it seals, or never has. */
export function retirementOf({ retired }: RingFile, id: string): Date | undefined {
  const at = retired[id]
  return at === undefined ? undefined : new Date(at)
}

export const without = <T>(entries: Record<string, T>, ids: readonly string[]): Record<string, T> =>
  Object.fromEntries(Object.entries(entries).filter(([id]) => !ids.includes(id)))

const textOf = (ring: RingFile): string => `${JSON.stringify(ring, null, 2)}\n`

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const unusable = (path: string, why: string) => new AppError('CONFIG_INVALID', `the key ring ${path} ${why}`)
