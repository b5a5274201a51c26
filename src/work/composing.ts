import type { Context } from '../context'
import type { DetailedKey } from '../keys'
import type { KeptKey, Mailbox, MailKind, MailViews, QueuedMail } from '../mail'

/** What a mail of this kind says now, or why it is not to be sent any more. */
export type Told<Kind extends MailKind> =
  { view: MailViews[Kind]; replyTo?: Mailbox | undefined } | { withdraw: string }

export type Composer<Kind extends MailKind> = (context: Context, mail: QueuedMail) => Promise<Told<Kind>>
export type Composers = { [Kind in MailKind]: Composer<Kind> }

const staleMs = 7 * 86_400_000

/** News that nobody needs so late, as after a week without a mail server. */
export const isStale = ({ clock }: Context, { createdAt }: QueuedMail): boolean =>
  clock.now().getTime() - createdAt.getTime() > staleMs

export const tooLate = { withdraw: 'too-late' } as const

export const keyPage = ({ config }: Context, keyUid: string): string =>
  `${config.publicUrl}/console/keys/${keyUid}`

/** Where registrations are decided: all that wait, or one. */
export const approvalsPage = ({ config }: Context, uid?: string): string =>
  `${config.publicUrl}/console/approvals${uid === undefined ? '' : `/review?uid=${uid}`}`

export const keyList = ({ config }: Context, query: string): string =>
  `${config.publicUrl}/console/keys${query}`

/** What whoever queued it had to give; its absence is a mistake of ours. */
export function given<T>(value: T | undefined, what: string, { uid, kind }: QueuedMail): T {
  if (value === undefined) throw new Error(`mail ${uid} (${kind}) has no ${what}`)
  return value
}

/** A key as its keepers know it. */
export const kept = (context: Context, { uid, label, codes }: DetailedKey): KeptKey => ({
  label,
  hint: codes[0]?.hint ?? '',
  url: keyPage(context, uid),
})
