import type { Db } from '../shared/db'
import type { KeyRing } from './key-ring'
import { listSealedWith, replaceSealed, type SealedCode } from './sealed-codes-store'

const codesAtOnce = 500

interface ResealOptions {
  /** Is given the number of codes sealed anew so far. */
  told?: (count: number) => void
  stop?: AbortSignal | undefined
}

/**
 * Seals anew, with the current key, what other keys of the ring have sealed. Each step is whole in itself, so that it
 * may be cut off, or run twice at once; nothing is unreadable at any moment, since the ring keeps its former keys.
 *
 * @returns how many there were; a code that its own key does not open stays as it is
 */
export async function resealCodes(
  { db, keyRing }: { db: Db; keyRing: KeyRing },
  { told, stop }: ResealOptions = {},
): Promise<number> {
  let count = 0
  for (const id of keyRing.ids().others) {
    for await (const codes of inSteps(db, id)) {
      count += await replaceSealed(db, id, sealedAnew(keyRing, codes))
      told?.(count)
      if (stop?.aborted === true) return count
    }
  }
  return count
}

async function* inSteps(db: Db, ringId: string): AsyncGenerator<SealedCode[]> {
  let after: Buffer | undefined = Buffer.alloc(0)
  while (after !== undefined) {
    const codes: SealedCode[] = await listSealedWith(db, ringId, { after, limit: codesAtOnce })
    if (codes.length > 0) yield codes
    after = codes.at(-1)?.hash
  }
}

const sealedAnew = (keyRing: KeyRing, codes: readonly SealedCode[]): Pick<SealedCode, 'hash' | 'sealed'>[] =>
  codes.flatMap(({ hash, keyUid, sealed }) => {
    const code = keyRing.unseal(keyUid, sealed)
    return code === undefined ? [] : [{ hash, sealed: keyRing.seal(keyUid, code) }]
  })
