import type { HeldRegistration } from '../../../registration'
import type { Desk } from '../desk'
import { nameOf } from '../keys/key-rows'
import type { ApprovalRow } from '../views/approvals'

export const personOf = ({ firstname, realname, login }: HeldRegistration): string =>
  `${firstname} ${realname}`.trim() || login

/** Where somebody decides on these. */
export const reviewPath = (uids: readonly string[]): string =>
  `/approvals/review?${uids.map((uid) => `uid=${uid}`).join('&')}`

const momentOf = (format: Desk['format'], at: Date) => ({
  text: format.instant(at),
  day: format.day(at),
  iso: format.iso(at),
})

export function approvalRow(desk: Desk, held: HeldRegistration): ApprovalRow {
  const { format, root, t } = desk
  const name = personOf(held)
  return {
    uid: held.uid,
    name,
    login: held.login,
    address: held.email,
    isProven: held.isProven,
    key: {
      text: nameOf(desk, { label: held.keyLabel, hint: held.keyHint }),
      href: `${root}/keys/${held.keyUid}`,
    },
    asked: momentOf(format, held.askedAt),
    until: momentOf(format, held.until),
    reviewHref: `${root}${reviewPath([held.uid])}`,
    selectLabel: t.approvals.selectOf(name),
    reviewLabel: t.approvals.reviewOf(name),
  }
}
