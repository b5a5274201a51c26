import { isWithinNetworks, soundNetworks } from '../../src/admins/token-networks'
import { generateToken, hintOfToken, isWellFormedToken } from '../../src/admins/token-text'
import { systemRandom } from '../../src/shared/random'

describe('the text of a token', () => {
  const token = generateToken(systemRandom)

  it('names what it is, and is well-formed', () => {
    expect(token).toMatch(/^glpiinv_[0-9a-hjkmnp-tv-z]{58}$/)
    expect(isWellFormedToken(token)).toBe(true)
    expect(token.endsWith(hintOfToken(token))).toBe(true)
    expect(generateToken(systemRandom)).not.toBe(token)
  })

  it('always ends with the check that scanners compute by themselves', () => {
    const zeros = generateToken({ bytes: (length) => Buffer.alloc(length) })
    // Computed apart: the first 30 bits of SHA-256 over prefix and random part, in Crockford's base32.
    expect(zeros).toBe(`glpiinv_${'0'.repeat(52)}e7y9pg`)
  })

  it.each([
    ['with one character wrong', `${token.slice(0, 20)}${token[20] === 'a' ? 'b' : 'a'}${token.slice(21)}`],
    ['with two characters swapped', token.replace(/([^_])([^_])(?!\1)(.{6})$/, '$2$1$3')],
    ['cut short', token.slice(0, -1)],
    ['with something behind it', `${token}0`],
    ['in upper case', token.toUpperCase()],
    ['without its prefix', token.slice('glpiinv_'.length)],
    ['empty', ''],
  ])('%s it is malformed', (_, text) => {
    if (text !== token) expect(isWellFormedToken(text)).toBe(false)
  })
})

describe('address ranges', () => {
  it.each([
    ['10.1.0.0/16', '10.1.0.0/16'],
    [' 192.0.2.7 ', '192.0.2.7/32'],
    ['2001:DB8::/32', '2001:db8::/32'],
    ['2001:db8::1', '2001:db8::1/128'],
    ['::ffff:10.0.0.0/104', '10.0.0.0/8'],
    ['0.0.0.0/0', '0.0.0.0/0'],
  ])('%s is kept as %s', async (typed, kept) => {
    expect(await soundNetworks([typed, typed])).toEqual([kept])
  })

  it.each([
    '10.1.2.3/16',
    '10.1',
    '010.1.0.0/16',
    '10.1.0.0/33',
    '10.0.0.0/8/8',
    '10.0.0.0/',
    'fe80::1%eth0',
    '::/129',
    'here',
  ])('%s is none', async (typed) => {
    await expect(soundNetworks([typed])).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  })

  it('are twenty at most', async () => {
    const many = Array.from({ length: 21 }, (_, n) => `10.0.0.${n}`)
    await expect(soundNetworks(many)).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    expect(await soundNetworks(many.slice(1))).toHaveLength(20)
  })

  it.each([
    [[], '198.51.100.1', true],
    [['10.1.0.0/16'], '10.1.255.9', true],
    [['10.1.0.0/16'], '::ffff:10.1.255.9', true],
    [['10.1.0.0/16'], '10.2.0.1', false],
    [['10.1.0.0/16'], '::ffff:a02:1', false],
    [['10.1.0.0/16', '2001:db8::/32'], '2001:db8:1::7', true],
    [['2001:db8::/32'], '2001:db9::7', false],
    [['0.0.0.0/0'], '2001:db8::7', false],
    [['::/0'], '10.0.0.1', false],
    [['10.1.0.0/16'], 'unknown', false],
  ])('%s and a call from %s: %s', async (networks, ip, isWithin) => {
    expect(await isWithinNetworks(networks, ip)).toBe(isWithin)
  })
})
