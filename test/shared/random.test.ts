import { createRandom, systemRandom } from '../../src/shared/random'

/** A source whose bytes tell where in its stream they stand, four at a time. */
function numberedSource() {
  let next = 0
  return (buffer: Buffer) => {
    for (let at = 0; at < buffer.length; at += 4) buffer.writeUInt32BE(next++, at)
  }
}

const numbersIn = (bytes: Buffer) =>
  Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readUInt32BE(index * 4))

describe('random bytes', () => {
  it('are never handed out twice, whatever lengths are asked for', () => {
    const random = createRandom(numberedSource())

    const given = [16, 12, 4096, 4092, 8, 10_000, 4096, 4, 4].flatMap((length) =>
      numbersIn(random.bytes(length)),
    )
    const many = Array.from({ length: 5000 }, () => numbersIn(random.bytes(20))).flat()

    const all = [...given, ...many]
    expect(new Set(all).size).toBe(all.length)
  })

  it('stay as they were given while others are drawn', () => {
    const random = createRandom(numberedSource())
    const first = random.bytes(16)

    for (let count = 0; count < 1000; count += 1) random.bytes(16)
    expect(numbersIn(first)).toEqual([0, 1, 2, 3])
  })

  it('are gone from the pool once they are given', () => {
    const pools = new Set<Buffer>()
    const source = numberedSource()
    const random = createRandom((buffer) => {
      pools.add(buffer)
      source(buffer)
    })

    random.bytes(400)
    const [pool] = pools
    expect(pool?.subarray(0, 400).every((byte) => byte === 0)).toBe(true)
    expect(pool?.subarray(400, 404).toString('hex')).toBe('00000064')
  })

  it("are the system's, of the length that was asked for", () => {
    const lengths = [0, 1, 16, 4096, 5000]

    expect(lengths.map((length) => systemRandom.bytes(length).length)).toEqual(lengths)
    expect(systemRandom.bytes(32).equals(systemRandom.bytes(32))).toBe(false)
  })
})
