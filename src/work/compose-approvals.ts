import type { Context } from '../context'
import type { QueuedMail } from '../mail'
import { countHeld, getRegistration, type HeldRegistration, listHeld } from '../registration'
import { type Composers, given, keyPage, type Told, approvalsPage } from './composing'

type Approvals = Pick<Composers, 'approval-waiting' | 'not-approved' | 'approval-asked' | 'approval-reminder'>

/** The mail names so many, and says how many there are. */
const namedAtMost = 50
const countedAtMost = 5_000

/** What is said about registrations that wait for a decision; of those that are decided, those who decide hear no more. */
export const composeApprovals: Approvals = {
  'approval-waiting': async ({ db, clock }, mail) => {
    const uid = given(mail.registrationUid, 'registration', mail)
    const now = clock.now()
    const [held] = await listHeld(db, { scope: { kind: 'all' }, uids: [uid] }, { now, limit: 1 })
    if (held?.state !== 'awaiting-approval') return { withdraw: 'hold-ended' }
    return { view: { login: held.login, until: held.until } }
  },

  'not-approved': async (context, mail) => {
    const registration = await getRegistration(context, given(mail.registrationUid, 'registration', mail))
    if (registration.state !== 'released') return { withdraw: 'hold-ended' }
    const { reason, why } = registration
    if (reason !== 'rejected' && reason !== 'undecided' && reason !== 'revoked') return { withdraw: 'erased' }
    return { view: { outcome: reason, why } }
  },

  'approval-asked': composeWaiting,
  'approval-reminder': composeWaiting,
}

/** All that wait with the reader's keys, or, for those who look after the helpdesk, with any. */
async function composeWaiting(context: Context, mail: QueuedMail): Promise<Told<'approval-asked'>> {
  const { db, clock } = context
  const now = clock.now()
  const filter = {
    scope: { kind: 'all' as const },
    state: 'awaiting-approval' as const,
    issuersId: mail.to.usersId,
  }
  const held = await listHeld(db, filter, { now, limit: namedAtMost })
  const [first] = held
  if (first === undefined) return { withdraw: 'decided' }
  const total =
    held.length < namedAtMost ? held.length : await countHeld(db, filter, { now, atMost: countedAtMost })
  const waiting = held.map((one) => waitingPerson(context, one))
  return { view: { waiting, total, url: approvalsPage(context, total === 1 ? first.uid : undefined) } }
}

const waitingPerson = (context: Context, held: HeldRegistration) => ({
  name: `${held.firstname} ${held.realname}`.trim() || held.login,
  login: held.login,
  address: held.email,
  isProven: held.isProven,
  key: { label: held.keyLabel, hint: held.keyHint, url: keyPage(context, held.keyUid) },
  until: held.until,
  url: approvalsPage(context, held.uid),
})
