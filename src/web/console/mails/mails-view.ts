import type { Context } from '../../../context'
import { couldMake, type DetailedKey, problemOfSending } from '../../../keys'
import { type Delivery, listDeliveriesOf, type MailFailure, type MailState } from '../../../mail'
import { maskAddress } from '../../../shared/email-address'
import type { Desk } from '../desk'
import { keeperAt } from '../roles'
import type { MailRow, MailsView } from '../views/mails'

const shown = 50

/** What became of the mails about a key, and what can be done about it. */
export async function mailsView(
  { db, clock, config }: Context,
  desk: Desk,
  key: DetailedKey,
  problem: string | undefined,
): Promise<MailsView> {
  const now = clock.now()
  const deliveries = await listDeliveriesOf(db, key.uid, shown)
  const maySend = await couldMake(db, desk.side, keeperAt(desk), key, now)
  const obstacle = maySend ? problemOfSending(key, now) : undefined
  const words = desk.t.mails
  const isAgain = deliveries.some(({ kind }) => kind === 'invitation' || kind === 'reissued')
  const waits = deliveries.some(({ state }) => state === 'waiting') && config.smtpUrl === undefined
  return {
    rows: deliveries.map((delivery) => rowOf(desk, delivery, maySend)),
    waits: waits ? words.noServer : undefined,
    send: maySend && obstacle === undefined ? { text: isAgain ? words.sendAgain : words.send } : undefined,
    hint: obstacle === undefined ? undefined : words.problems[obstacle],
    problem,
  }
}

const classNames: Record<MailState, string> = {
  waiting: 'state state-warn',
  sent: 'state state-good',
  failed: 'state state-bad',
  withdrawn: 'state',
}

function rowOf({ t, format, actor }: Desk, delivery: Delivery, maySend: boolean): MailRow {
  const words = t.mails
  const kind = words.kinds[delivery.kind]
  const to = addressFor(actor.permissions, delivery.address) ?? words.erased
  const at = delivery.sentAt ?? delivery.createdAt
  return {
    uid: delivery.uid,
    kind,
    to,
    state: words.states[delivery.state],
    className: classNames[delivery.state],
    details: detailsOf({ t, format }, delivery),
    when: format.instant(at),
    iso: format.iso(at),
    retryLabel: maySend && delivery.state === 'failed' ? words.retryLabel(kind, to) : undefined,
  }
}

function detailsOf(
  { t: { mails: words }, format }: Pick<Desk, 't' | 'format'>,
  delivery: Delivery,
): string[] {
  const { state, failure, attempts, dueAt, withdrawnFor } = delivery
  if (state === 'withdrawn') {
    const known: Readonly<Record<string, string>> = words.withdrawals
    return [known[withdrawnFor ?? ''] ?? words.withdrawals.other]
  }
  if (state === 'sent') return []
  return [
    ...(failure === undefined ? [] : whyNot(words, failure)),
    ...(attempts === 0 ? [] : [words.attempts(attempts)]),
    ...(state === 'waiting' && attempts > 0 && dueAt !== undefined
      ? [words.nextAttempt(format.instant(dueAt))]
      : []),
  ]
}

function whyNot(words: Desk['t']['mails'], { reason, answer }: MailFailure): string[] {
  const waitsFor: Readonly<Record<string, string>> = words.notComposed
  const known = reason === 'not-composed' ? waitsFor[answer ?? ''] : undefined
  if (known !== undefined) return [known]
  return [words.failures[reason], ...(answer === undefined ? [] : [words.answer(answer)])]
}

/** Who may only look sees enough of an address to tell it from others. */
function addressFor(
  permissions: Desk['actor']['permissions'],
  address: string | undefined,
): string | undefined {
  if (address === undefined || permissions.has('create-keys') || permissions.has('update-keys'))
    return address
  return maskAddress(address)
}
