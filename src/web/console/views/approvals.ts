import type { ConsolePageView } from './page'

export interface ApprovalsView extends ConsolePageView {
  lead: string
  /** False: they may look only. */
  mayDecide: boolean
  rows: ApprovalRow[]
  more: string | undefined
  newest: string | undefined
}

/** Somebody who waits. */
export interface ApprovalRow {
  uid: string
  name: string
  login: string
  address: string
  isProven: boolean
  key: { text: string; href: string }
  asked: { text: string; day: string; iso: string }
  until: { text: string; day: string; iso: string }
  reviewHref: string
  selectLabel: string
  reviewLabel: string
}

export interface ApprovalReviewView extends ConsolePageView {
  csrf: string
  mayDecide: boolean
  people: (ApprovalRow & {
    grants: string[]
    more: { term: string; value: string }[]
    problem: string | undefined
  })[]
  /** What became of those that do not wait any more. */
  over: string[]
  gone: string | undefined
  approvable: string[]
  /** Some can be approved, and some cannot. */
  split: string | undefined
  approve: string
  reject: string
  reason: string
  reasonError: string | undefined
  reasonMax: number
}
