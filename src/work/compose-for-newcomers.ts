import { findAccount, readPeople } from '../glpi'
import { confirmationLink, findCompleted, findHoldEnd, issueConfirmationSecret } from '../registration'
import { type Composers, given, isStale, tooLate } from './composing'

/** What goes to people who have filled in the form. */
export const composeForNewcomers: Pick<Composers, 'confirmation' | 'account-exists' | 'welcome'> = {
  confirmation: async (context, mail) => {
    const registrationUid = given(mail.registrationUid, 'registration', mail)
    const until = await findHoldEnd(context.db, registrationUid, 'awaiting-confirmation', context.clock.now())
    if (until === undefined) return { withdraw: 'hold-ended' }
    const secret = await issueConfirmationSecret(context, { registrationUid, address: mail.to.address })
    if (secret === undefined) return { withdraw: 'hold-ended' }
    return { view: { link: confirmationLink(context.config.publicUrl, secret), until } }
  },

  'account-exists': async (context, mail) => {
    if (isStale(context, mail)) return tooLate
    const { usersId } = mail.to
    if (usersId === undefined) return { view: { login: undefined } }
    const people = await readPeople(context.db, await context.glpi.side(), [usersId])
    return { view: { login: people.get(usersId)?.login } }
  },

  welcome: async (context, mail) => {
    if (isStale(context, mail)) return tooLate
    const side = await context.glpi.side()
    const { db } = context
    const registration = await findCompleted(db, given(mail.registrationUid, 'registration', mail))
    if (registration === undefined) return { withdraw: 'erased' }
    const { usersId, completedAt } = registration
    const account = await findAccount(db, side, usersId)
    const login = (await readPeople(db, side, [usersId])).get(usersId)?.login
    if (login === undefined || account?.isActive !== true) return { withdraw: 'account-gone' }
    return {
      view: { login, madeAt: completedAt, accountFrom: account.beginsAt, accountUntil: account.endsAt },
    }
  },
}
