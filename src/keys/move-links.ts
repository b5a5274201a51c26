import type { EventActor } from '../audit'
import type { Db } from '../shared/db'
import { AppError } from '../shared/errors'
import { type Code, tagOf } from './code'
import { mailNewLink } from './mail-new-link'
import type { CreateKeyDeps } from './make-keys'
import { type KeyToMove, nextToMove } from './moved-links-store'
import { type ReissuedKey, reissueKey } from './reissue-key'
import { getKey } from './revoke-key'
import { settleKeys } from './settle-keys-store'

const keysAtOnce = 100

/** The keys that somebody may still come with and whose links carry another address than this instance's. */
export async function* eachLinkToMove(
  deps: Pick<CreateKeyDeps, 'db' | 'clock' | 'home'>,
): AsyncGenerator<KeyToMove> {
  const { db, clock, home } = deps
  const tag = tagOf(home)
  await settleKeys(db, clock.now())
  for (let after: string | undefined; ;) {
    const keys: KeyToMove[] = await nextToMove(db, { tag, after, limit: keysAtOnce })
    yield* keys
    after = keys.at(-1)?.uid
    if (keys.length < keysAtOnce) return
  }
}

export interface MovedLink extends KeyToMove {
  /** The new code: nowhere in clear after this. Undefined when the key stays as it is, for this reason. */
  code: Code | undefined
  refusal: string | undefined
  mailed: number
}

/**
 * Gives these keys codes of the address that this instance has now. Whoever answers for a key goes on doing so: nothing
 * is granted that they may not grant now. Each key is done by itself, so that it may be cut off and run again.
 *
 * @param overlapMs how long the former links go on working
 * @param mail whether the new links are mailed to the addresses that the keys are bound to
 */
export async function* moveLinks(
  deps: CreateKeyDeps,
  actor: EventActor,
  { overlapMs, mail }: { overlapMs: number; mail: boolean },
): AsyncGenerator<MovedLink> {
  for await (const link of eachLinkToMove(deps)) {
    const { issuer } = await getKey(deps.db, link.uid)
    let mailed = 0
    const also = async (trx: Db, reissued: ReissuedKey) => {
      mailed = mail ? await mailNewLink(deps, trx, actor, reissued) : 0
    }
    try {
      const { code } = await reissueKey(deps, { actor, issuer, mayMake: true }, link.uid, { overlapMs, also })
      yield { ...link, code, refusal: undefined, mailed }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      yield { ...link, code: undefined, refusal: error.message, mailed: 0 }
    }
  }
}
