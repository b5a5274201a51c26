import { hashOfLinkSecret, newLinkSecret } from '../keys'
import type { Clock } from '../shared/clock'
import { type Db, inTransaction } from '../shared/db'
import type { Random } from '../shared/random'
import { insertConfirmation } from './confirmations-store'
import { countMailTo } from './pending-accounts-store'

/**
 * A secret for the link that confirms an address. Ask for one each time the mail is sent: all of them are good, since
 * nobody knows which mail is opened.
 *
 * @returns undefined when there is nothing to confirm any more: the registration is finished or released, or waits for
 *   another address. The mail is then not to be sent.
 */
export async function issueConfirmationSecret(
  deps: { db: Db; clock: Clock; random: Random },
  { registrationUid, address }: { registrationUid: string; address: string },
): Promise<string | undefined> {
  const secret = newLinkSecret(deps.random)
  const hash = hashOfLinkSecret(secret)
  if (hash === undefined) throw new Error('a secret that was just made does not read as one')
  return inTransaction(deps.db, async (trx) => {
    if (!(await countMailTo(trx, registrationUid, address))) return undefined
    await insertConfirmation(trx, { hash, registrationUid }, deps.clock.now())
    return secret
  })
}

/** For mails only: it stands for the person who reads them. */
export const confirmationLink = (publicUrl: string, secret: string): string =>
  `${publicUrl}/confirm/${secret}`
