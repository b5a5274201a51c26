import { hash as argon2Hash } from '@node-rs/argon2'
import fastq from 'fastq'
import os from 'node:os'
import type { Random } from '../shared/random'
import { bcryptMaxBytes } from './password-policy'

/** OWASP's minimum for argon2id (Password Storage Cheat Sheet): 19 MiB, two passes, one lane. */
export interface Argon2Cost {
  memoryKib: number
  passes: number
}
export const defaultArgon2Cost: Argon2Cost = { memoryKib: 19_456, passes: 2 }

/** PHP's default cost up to 8.3, which GLPI 11 then leaves as it is. */
const defaultBcryptCost = 10

export interface PasswordHasherOptions {
  algorithm: 'argon2id' | 'bcrypt'
  random: Random
  argon2Cost?: Argon2Cost
  /** Hashes running at once; by default one for each core. */
  concurrency?: number
}

export interface PasswordHasher {
  readonly algorithm: 'argon2id' | 'bcrypt'
  /** A hash that PHP's `password_verify` accepts. Slow on purpose; waits for a core. */
  hash(password: string): Promise<string>
}

/** Hashing is the one thing here that a stranger can make expensive: no more run than there are cores, and memory for. */
export function createPasswordHasher(options: PasswordHasherOptions): PasswordHasher {
  const cost = options.argon2Cost ?? defaultArgon2Cost
  const one =
    options.algorithm === 'bcrypt'
      ? hashForPhpWithBcrypt
      : (password: string) => hashForPhpWithArgon2(options.random, cost, password)
  const queue = fastq.promise(one, options.concurrency ?? hashesAtOnce(cost))

  return {
    algorithm: options.algorithm,
    hash: (password) => queue.push(password),
  }
}

function hashesAtOnce(cost: Argon2Cost): number {
  const fitInMemory = Math.floor(os.freemem() / 2 / (cost.memoryKib * 1024))
  return Math.max(1, Math.min(os.availableParallelism(), fitInMemory))
}

/**
 * PHP verifies argon2id only when the parameters stand in the order m, t, p; in any other it takes the hash for
 * argon2id and then never verifies it. The library writes that order; another one would lock everybody out in silence.
 */
async function hashForPhpWithArgon2(random: Random, cost: Argon2Cost, password: string): Promise<string> {
  const digest = await argon2Hash(password, {
    memoryCost: cost.memoryKib,
    timeCost: cost.passes,
    parallelism: 1,
    salt: random.bytes(16),
    outputLen: 32,
  })
  if (!/^\$argon2id\$v=19\$m=\d+,t=\d+,p=1\$/.test(digest))
    throw new Error('argon2 wrote a form PHP does not verify')
  return digest
}

/** The library writes the prefix `$2b$`, which PHP does not recognise; `$2y$` names the same algorithm. */
async function hashForPhpWithBcrypt(password: string): Promise<string> {
  if (Buffer.byteLength(password) > bcryptMaxBytes)
    throw new Error('bcrypt would leave out the end of the password')
  const { hash: bcryptHash } = await import('bcrypt') // loaded by the instances that ask for it only
  return (await bcryptHash(password, defaultBcryptCost)).replace(/^\$2b\$/, '$2y$')
}
