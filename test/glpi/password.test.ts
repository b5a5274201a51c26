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
