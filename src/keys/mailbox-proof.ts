import { normaliseEmail } from '../glpi'
import type { Clock } from '../shared/clock'
import type { Db } from '../shared/db'
import type { Random } from '../shared/random'
import { hashOfLinkSecret, newLinkSecret } from './link-secret'
import { findProvenAddress, insertMailboxProof } from './mailbox-proofs-store'

/**
 * A secret for the link of a key that is mailed to this address: whoever opens the link with it reads that mailbox. Ask
 * for one each time a mail is sent. All of them are good, since nobody knows which mail is opened.
 *
 * @returns the secret, which is nowhere in clear after this
 */
export async function issueMailboxProof(
  db: Db,
  { clock, random }: { clock: Clock; random: Random },
  { keyUid, address }: { keyUid: string; address: string },
): Promise<string> {
  const secret = newLinkSecret(random)
  const hash = hashOfLinkSecret(secret)
  if (hash === undefined) throw new Error('a secret that was just made does not read as one')
  await insertMailboxProof(db, { keyUid, hash, address: normaliseEmail(address) }, clock.now())
  return secret
}

/** The address that is proven by a link of this key with this secret; undefined when it proves none. */
export async function readMailboxProof(
  db: Db,
  { keyUid, secret }: { keyUid: string; secret: string },
): Promise<string | undefined> {
  const hash = hashOfLinkSecret(secret)
  return hash === undefined ? undefined : findProvenAddress(db, { keyUid, hash })
}
