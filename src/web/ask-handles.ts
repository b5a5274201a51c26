import { z } from 'zod'
import { askableRefusals, type AskableRefusal } from '../shared/askable'
import type { Clock } from '../shared/clock'
import { type Language, languages } from '../shared/i18n'
import type { Sealer } from '../shared/sealing'

/** What a form that asks for a new link is about: only this server's own page for a real code can say it. */
export interface Asking {
  keyUid: string
  refusal: AskableRefusal
  /** In which the page was read. */
  language: Language
}

export interface AskHandles {
  handleOf(asking: Asking): string
  /** Undefined when it was not sealed here, or is too old. */
  read(handle: string): Asking | undefined
  receiptFor(language: Language): string
  readReceipt(receipt: string): Language | undefined
}

/** Somebody finds the address they were invited with in the evening. */
const lifeMs = 24 * 60 * 60_000

const SealedAsking = z.object({
  k: z.uuid(),
  r: z.enum(askableRefusals),
  l: z.enum(languages),
  at: z.number(),
})
const SealedReceipt = z.object({ l: z.enum(languages), at: z.number() })

export function createAskHandles({ sealer, clock }: { sealer: Sealer; clock: Clock }): AskHandles {
  const now = () => clock.now().getTime()
  const isFresh = (sealed: { at: number } | undefined) => sealed !== undefined && now() - sealed.at < lifeMs

  return {
    handleOf: ({ keyUid, refusal, language }) =>
      sealer.seal('ask', { k: keyUid, r: refusal, l: language, at: now() }),
    read: (handle) => {
      const sealed = SealedAsking.safeParse(sealer.unseal('ask', handle)).data
      return sealed !== undefined && isFresh(sealed)
        ? { keyUid: sealed.k, refusal: sealed.r, language: sealed.l }
        : undefined
    },
    receiptFor: (language) => sealer.seal('asked', { l: language, at: now() }),
    readReceipt: (receipt) => {
      const sealed = SealedReceipt.safeParse(sealer.unseal('asked', receipt)).data
      return sealed !== undefined && isFresh(sealed) ? sealed.l : undefined
    },
  }
}
