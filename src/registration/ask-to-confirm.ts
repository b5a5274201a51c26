import { findOwner, type GlpiSide } from '../glpi'
import { countMailsTo, queueMails, takeNotice } from '../mail'
import type { Clock } from '../shared/clock'
import type { Db } from '../shared/db'
import { languageFrom } from '../shared/i18n'
import type { Random } from '../shared/random'

export interface AskToConfirmDeps {
  clock: Clock
  random: Random
}

export interface AskedAddress {
  side: GlpiSide
  keyUid: string
  registrationUid: string
  address: string
  language: string
}

const dayMs = 24 * 60 * 60_000
/** To one address, whoever types it: nobody's mailbox is filled by strangers. Links in earlier mails stay good. */
const mailsADay = 6

/**
 * Has the owner of an address asked whether it was them, or told, once a day, that they have an account: only they hear
 * the difference. No name is passed on: a stranger may have typed it, to have it read.
 *
 * Call it in a transaction that holds the identity mutex of the address.
 */
export async function askToConfirm(trx: Db, deps: AskToConfirmDeps, asked: AskedAddress): Promise<void> {
  const { side, address, keyUid, registrationUid, language } = asked
  const now = deps.clock.now()
  const owner = await findOwner(trx, side, address)
  if (owner === undefined) {
    const since = new Date(now.getTime() - dayMs)
    if ((await countMailsTo(trx, { kind: 'confirmation', address, since })) >= mailsADay) return
    await queueMails(trx, deps, [
      { kind: 'confirmation', to: { address }, language, keyUid, registrationUid },
    ])
    return
  }
  const { usersId } = owner
  const today = new Date(Math.floor(now.getTime() / dayMs) * dayMs)
  if (!(await takeNotice(trx, { kind: 'account-exists', subject: { usersId }, occasion: today }, now))) return
  await queueMails(trx, deps, [
    {
      kind: 'account-exists',
      to: { address, usersId },
      language: languageFrom(owner.language) ?? language,
      keyUid,
      registrationUid,
    },
  ])
}
