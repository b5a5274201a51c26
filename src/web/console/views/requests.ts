import type { ConsolePageView } from './page'

export interface RequestsView extends ConsolePageView {
  waiting: RequestRowView[]
  hasMore: boolean
  answered: RequestRowView[]
}

export interface RequestRowView {
  href: string
  address: string
  /** The key is for this address, or it is not; undefined when it was answered. */
  standing: { text: string; className: string } | undefined
  reason: string
  note: string
  key: string
  keyHref: string
  asked: string
  iso: string
  answer: string
}

export interface RequestView extends ConsolePageView {
  csrf: string
  address: string
  isInvited: boolean
  facts: { term: string; value: string; href?: string | undefined; iso?: string | undefined }[]
  /** Undefined: it is answered. */
  answers: RequestAnswersView | undefined
  /** What came of it. */
  outcome: string | undefined
  problem: string | undefined
  keyHref: string
  backHref: string
}

export interface RequestAnswersView {
  action: string
  /** Finished sentence beside the button; undefined: the key cannot be reissued for them. */
  reissue: string | undefined
  mayInvite: boolean
  mayDecline: boolean
  mayNot: string | undefined
}
