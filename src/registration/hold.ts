import { recordEvent } from '../audit'
import type { GlpiSide, Identity, Particulars } from '../glpi'
import type { Terms } from '../keys'
import type { Db } from '../shared/db'
import type { Language } from '../shared/i18n'
import { askToConfirm, type AskToConfirmDeps } from './ask-to-confirm'
import { languageOfMails } from './language-of-mails'
import { insertPendingAccount } from './pending-accounts-store'
import { holdRegistration, type WaitingRegistration } from './registrations-store'

/** As long as a mail may take, and a night. */
const holdMs = 24 * 60 * 60_000

export interface HeldAttempt {
  uid: string
  keyUid: string
  side: GlpiSide
  terms: Pick<Terms, 'language'>
  identity: Identity
  particulars: Particulars
  passwordHash: string
  language: string
  chosenLanguage?: Language | undefined
}

/**
 * Keeps what the account will be made of, the final hash of the password included, and asks the owner of the address.
 * The same steps whether or not the address is of an account already: nothing may tell the difference.
 */
export async function hold(
  trx: Db,
  deps: AskToConfirmDeps,
  attempt: HeldAttempt,
): Promise<WaitingRegistration> {
  const { uid, keyUid, side, terms, identity, particulars, passwordHash, language, chosenLanguage } = attempt
  const until = new Date(deps.clock.now().getTime() + holdMs)
  const account = {
    identity,
    particulars,
    passwordHash,
    language:
      chosenLanguage ?? languageOfMails({ language: particulars.language ?? terms.language }, language),
  }
  await holdRegistration(trx, { uid, state: 'awaiting-confirmation', until })
  await insertPendingAccount(trx, uid, account)
  await recordEvent(trx, deps, {
    kind: 'registration.held',
    actor: { kind: 'invitee' },
    keyUid,
    registrationUid: uid,
  })
  await askToConfirm(trx, deps, {
    side,
    keyUid,
    registrationUid: uid,
    address: identity.email,
    language: account.language,
  })
  return { state: 'awaiting-confirmation', uid, keyUid, email: identity.email, until }
}
