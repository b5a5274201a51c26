import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { createPasswordHasher } from '../../src/glpi/password'
import { systemRandom } from '../../src/shared/random'
import { keepSecret } from '../support/evidence'
import { describeWith } from '../support/tools'

describeWith('php', 'PHP’s own password_verify', (php) => {
  /** What PHP, and so GLPI, makes of a stored hash. */
  function askPhp(password: string, hash: string): { algorithm: string; verified: boolean } {
    const script =
      '[$p, $h] = json_decode(stream_get_contents(STDIN));' +
      'echo json_encode(["algorithm" => password_get_info($h)["algoName"], "verified" => password_verify($p, $h)]);'
    const { stdout, stderr, status } = spawnSync(php, ['-r', script], {
      input: JSON.stringify([password, hash]),
    })
    if (status !== 0) throw new Error(`php failed: ${stderr.toString()}`)
    return JSON.parse(stdout.toString()) as { algorithm: string; verified: boolean }
  }

  const passwords = {
    'plain words': 'plateau cigogne bureau 47',
    // The Russian alphabet in both cases: two bytes each.
    '64 characters outside ASCII': String.fromCodePoint(
      ...Array.from({ length: 64 }, (_, index) => 0x410 + index),
    ),
    'everything GLPI 10.0 encodes': 'a & b < c > d "quoted" \'so\' \\ 12',
  }

  it.each(Object.entries(passwords))('says yes to argon2id of %s', async (what, password) => {
    keepSecret(password)
    if (what.startsWith('64')) expect(Array.from(password)).toHaveLength(64)
    const hasher = createPasswordHasher({ algorithm: 'argon2id', random: systemRandom })

    const hash = await hasher.hash(password)

    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
    expect(askPhp(password, hash)).toEqual({ algorithm: 'argon2id', verified: true })
    expect(askPhp(`${password}x`, hash).verified).toBe(false)
  })

  it('says yes to bcrypt', async () => {
    const password = 'plateau cigogne é 47'
    const hasher = createPasswordHasher({ algorithm: 'bcrypt', random: systemRandom })

    const hash = await hasher.hash(password)

    expect(hash).toMatch(/^\$2y\$10\$[./\w]{53}$/)
    expect(askPhp(password, hash)).toEqual({ algorithm: 'bcrypt', verified: true })
    expect(askPhp(`${password}x`, hash).verified).toBe(false)
  })

  it('says no to the same hash with its parameters in another order: what the hasher guards against', async () => {
    const hasher = createPasswordHasher({ algorithm: 'argon2id', random: systemRandom })
    const hash = await hasher.hash('plateau cigogne bureau')

    expect(askPhp('plateau cigogne bureau', hash.replace('t=2,p=1', 'p=1,t=2')).verified).toBe(false)
  })
})

it('bcrypt is never given more than the 72 bytes it reads', async () => {
  const hasher = createPasswordHasher({ algorithm: 'bcrypt', random: systemRandom })
  await expect(hasher.hash('é'.repeat(37))).rejects.toThrow()
})

it('two hashes of one password have nothing in common', async () => {
  const hasher = createPasswordHasher({ algorithm: 'argon2id', random: systemRandom })
  const [one, other] = await Promise.all([hasher.hash('same words'), hasher.hash('same words')])
  expect(one.slice(-60)).not.toBe(other.slice(-60))
})

describe('verifying what stands in GLPI', () => {
  const password = 'plateau cigogne é 47'
  const hasher = createPasswordHasher({ algorithm: 'argon2id', random: systemRandom })

  describeWith('php', 'hashes that PHP’s own password_hash wrote', (php) => {
    /** What GLPI would store for this password. */
    function hashedByPhp(words: string, algorithm: string, options = '[]'): string {
      const script = `echo password_hash(stream_get_contents(STDIN), ${algorithm}, ${options});`
      const { stdout, stderr, status } = spawnSync(php, ['-r', script], { input: words })
      if (status !== 0) throw new Error(`php failed: ${stderr.toString()}`)
      return stdout.toString()
    }

    it.each([
      ['bcrypt of PHP 8.2', 'PASSWORD_BCRYPT', '["cost" => 10]'],
      ['bcrypt of PHP 8.4', 'PASSWORD_BCRYPT', '["cost" => 12]'],
      ['argon2id', 'PASSWORD_ARGON2ID', '[]'],
      ['argon2id with four lanes', 'PASSWORD_ARGON2ID', '["threads" => 4]'],
    ])('%s: the right password and no other', async (_, algorithm, options) => {
      keepSecret(password)
      const hash = hashedByPhp(password, algorithm, options)

      expect(await hasher.verify(hash, password)).toBe(true)
      expect(await hasher.verify(hash, `${password}x`)).toBe(false)
      expect(await hasher.verify(hash, '')).toBe(false)
    })

    it('bcrypt of a long password looks at 72 bytes, as PHP does', async () => {
      const long = 'é'.repeat(40)
      const hash = hashedByPhp(long, 'PASSWORD_BCRYPT')

      expect(await hasher.verify(hash, long)).toBe(true)
      expect(await hasher.verify(hash, `${'é'.repeat(36)}and what follows`)).toBe(true)
      expect(await hasher.verify(hash, 'é'.repeat(35))).toBe(false)
    })

    it('a NUL byte is refused, whatever stands before it', async () => {
      const hash = hashedByPhp('before', 'PASSWORD_BCRYPT')
      expect(await hasher.verify(hash, 'before\0')).toBe(false)
      expect(await hasher.verify(hash, 'before\0after')).toBe(false)
    })
  })

  it('forms that PHP does not verify, or that are too weak, are refused with the right password too', async () => {
    const bcrypt = await createPasswordHasher({ algorithm: 'bcrypt', random: systemRandom }).hash(password)
    const argon2 = await hasher.hash(password)
    const sha1 = (text: string) => createHash('sha1').update(text).digest('hex')
    const weak = {
      $2a$: bcrypt.replace('$2y$', '$2a$'),
      $2b$: bcrypt.replace('$2y$', '$2b$'),
      'parameters in another order': argon2.replace('t=2,p=1', 'p=1,t=2'),
      'no version': argon2.replace('v=19$', ''),
      'a line feed after it': `${bcrypt}\n`,
      MD5: createHash('md5').update(password).digest('hex'),
      'SHA-1': sha1(password),
      'salted SHA-1': `saltsalt${sha1(`saltsalt${password}`)}`,
      'the password itself': password,
      'an empty string': '',
    }

    for (const [form, stored] of Object.entries(weak)) {
      expect([form, await hasher.verify(stored, password)]).toEqual([form, false])
    }
    expect(await hasher.verify(undefined, password)).toBe(false)
    expect(await hasher.verify(bcrypt, password)).toBe(true)
    expect(await hasher.verify(argon2, password)).toBe(true)
  })
})
