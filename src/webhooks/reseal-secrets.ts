import type { Db } from '../shared/db'
import type { Sealer } from '../shared/sealing'
import { listSecrets, writeResealed } from './endpoints-store'
import { sealSecret, unsealSecret } from './secrets'

/** Seals all secrets with the newest SESSION_SECRET, so that a former one can be taken away some day. */
export async function resealSecrets({ db, sealer }: { db: Db; sealer: Sealer }): Promise<void> {
  for (const before of await listSecrets(db)) {
    const again = (sealed: string | undefined) => {
      const secret = sealed === undefined ? undefined : unsealSecret(sealer, before.uid, sealed)
      return secret === undefined ? sealed : sealSecret(sealer, before.uid, secret)
    }
    await writeResealed(db, before, {
      uid: before.uid,
      secret: again(before.secret) ?? before.secret,
      former: again(before.former),
    })
  }
}

/** The endpoints that nothing can be signed for. */
export async function listUnreadable({ db, sealer }: { db: Db; sealer: Sealer }): Promise<string[]> {
  return (await listSecrets(db))
    .filter(({ uid, secret }) => unsealSecret(sealer, uid, secret) === undefined)
    .map(({ uid }) => uid)
}
