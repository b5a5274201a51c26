import { chmodSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { generateCode } from '../../src/keys/code'
import { openKeyRing } from '../../src/keys/key-ring'
import { createKeyRingFile } from '../../src/keys/key-ring-file'
import { systemRandom } from '../../src/shared/random'

const code = generateCode(systemRandom, { environment: 'production', publicUrl: 'https://help.example.org' })
const [uid, otherUid] = ['01900000-0000-7000-8000-000000000000', '01900000-0000-7000-8000-000000000001']

function givenRing(): string {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'ring-')), 'keyring.json')
  createKeyRingFile(file, systemRandom)
  return file
}

describe('the key ring', () => {
  it('opens what it sealed, for the same key only', () => {
    const ring = openKeyRing(givenRing(), systemRandom)
    const sealed = ring.seal(uid, code)

    expect(ring.unseal(uid, sealed)).toEqual(code)
    expect(ring.unseal(otherUid, sealed)).toBeUndefined()
    expect(sealed.includes(code.normalForm)).toBe(false)
  })

  it('tells when a sealed code was changed, or sealed with another ring', () => {
    const ring = openKeyRing(givenRing(), systemRandom)
    const sealed = ring.seal(uid, code)
    const changed = Buffer.from(sealed)
    changed[20] = (changed[20] ?? 0) ^ 1

    expect(ring.unseal(uid, changed)).toBeUndefined()
    expect(ring.unseal(uid, Buffer.alloc(3))).toBeUndefined()
    expect(openKeyRing(givenRing(), systemRandom).unseal(uid, sealed)).toBeUndefined()
  })

  it('holds several keys, and opens what an earlier one sealed', () => {
    const file = givenRing()
    const before = openKeyRing(file, systemRandom).seal(uid, code)
    const ring = JSON.parse(readFileSync(file, 'utf8')) as { current: string; keys: Record<string, string> }
    const rotated = {
      current: 'aabbccdd',
      keys: { ...ring.keys, aabbccdd: Buffer.alloc(32, 7).toString('base64') },
    }
    writeFileSync(file, JSON.stringify(rotated))

    const after = openKeyRing(file, systemRandom)

    expect(after.unseal(uid, before)).toEqual(code)
    expect(after.seal(uid, code).subarray(0, 4).toString('hex')).toBe('aabbccdd')
  })

  it('is for its owner alone, is never overwritten, and says what is wrong with it', () => {
    const file = givenRing()
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(() => createKeyRingFile(file, systemRandom)).toThrow(/already/)

    chmodSync(file, 0o640)
    expect(() => openKeyRing(file, systemRandom)).toThrow(/chmod 600/)
    expect(() => openKeyRing(`${file}.gone`, systemRandom)).toThrow(/backup/)
    chmodSync(file, 0o600)
    writeFileSync(file, '{"current":"aabbccdd","keys":{}}')
    expect(() => openKeyRing(file, systemRandom)).toThrow(/current key/)
    writeFileSync(file, 'nonsense')
    expect(() => openKeyRing(file, systemRandom)).toThrow(/not a key ring/)
  })
})
