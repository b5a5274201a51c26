import { hash as argon2Hash, verify as argon2Verify } from '@node-rs/argon2'
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
  /**
   * What PHP's `password_verify` says of a hash in GLPI, for the two forms that we take. Anything else, and `undefined`
   * where there is nobody, costs the same work and is never true.
   */
  verify(hash: string | undefined, password: string): Promise<boolean>
}

/** Hashing is the one thing here that a stranger can make expensive: no more run than there are cores, and memory for. */
export function createPasswordHasher(options: PasswordHasherOptions): PasswordHasher {
  const cost = options.argon2Cost ?? defaultArgon2Cost
  const one =
    options.algorithm === 'bcrypt'
      ? hashForPhpWithBcrypt
      : (password: string) => hashForPhpWithArgon2(options.random, cost, password)
  const inTurn = createQueue(options.concurrency ?? hashesAtOnce(cost))
  const hash = (password: string) => inTurn(() => one(password))
  let decoy: Promise<string> | undefined

  return {
    algorithm: options.algorithm,
    hash,
    verify: async (stored, password) => {
      const verifyStored = verifierOf(stored ?? '')
      // GLPI refuses a NUL byte at every login; bcrypt libraries disagree about what follows one.
      if (verifyStored !== undefined && !password.includes('\0')) return inTurn(() => verifyStored(password))
      decoy ??= hash(options.random.bytes(16).toString('hex'))
      const verifyDecoy = verifierOf(await decoy)
      await inTurn(async () => verifyDecoy?.(password))
      return false
    },
  }
}

type InTurn = <T>(work: () => Promise<T>) => Promise<T>

function createQueue(concurrency: number): InTurn {
  const queue = fastq.promise((work: () => Promise<void>) => work(), concurrency)
  return (work) =>
    new Promise((resolve, reject) => {
      void queue.push(() => work().then(resolve, reject))
    })
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

type Verify = (password: string) => Promise<boolean>

const phpBcrypt = /^\$2y\$\d\d\$[./A-Za-z0-9]{53}$/
const phpArgon2id = /^\$argon2id\$v=19\$m=\d+,t=\d+,p=\d+\$[A-Za-z0-9+/]+\$[A-Za-z0-9+/]+$/

/**
 * Only what PHP recognises and GLPI would verify: the libraries here would take `$2a$`, `$2b$` and argon2id with its
 * parameters in any order as well. GLPI's older forms (MD5, SHA-1) are not taken: too weak for who hands out keys.
 */
function verifierOf(stored: string): Verify | undefined {
  if (phpBcrypt.test(stored)) return (password) => verifyBcryptAsPhp(stored, password)
  if (phpArgon2id.test(stored)) return (password) => argon2Verify(stored, password)
  return undefined
}

/** PHP reads no more than 72 bytes of the password either. */
async function verifyBcryptAsPhp(stored: string, password: string): Promise<boolean> {
  const { compare } = await import('bcrypt')
  return compare(Buffer.from(password).subarray(0, bcryptMaxBytes), stored.replace(/^\$2y\$/, '$2b$'))
}
