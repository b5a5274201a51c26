/** Crockford's base32: no I, L, O or U, so that nothing is misread and nothing offends. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const bitsPerCharacter = 5

/** How many bytes it takes to write so many characters. */
export const bytesFor = (length: number): number => Math.ceil((length * bitsPerCharacter) / 8)

/** The first `length` characters' worth of bits, most significant first. */
export function base32(bytes: Buffer, length: number): string {
  let text = ''
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    bits = (bits << 8) | byte
    held += 8
    while (held >= bitsPerCharacter && text.length < length) {
      held -= bitsPerCharacter
      text += alphabet.charAt((bits >> held) & 31)
    }
    bits &= (1 << held) - 1
  }
  return text
}
