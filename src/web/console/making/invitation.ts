import { type Code, invitationLink, printedForm } from '../../../keys'
import type { Format } from '../format'
import { type QrView, qrOf } from './qr'

/** A link that may be handed out, as the partial `invitation` and the printed card show it. */
export interface InvitationView {
  uid: string
  label: string
  link: string
  /** With dashes, for reading and typing. */
  code: string
  qr: QrView
  /** Undefined: never. */
  end: string | undefined
  /** The address it is bound to, if it is one. */
  address: string | undefined
  /** Where the code can be typed. */
  enterAt: string
}

/** Holds the code: only for pages whose reader may have it. */
export function invitationView(
  { publicUrl, format }: { publicUrl: string; format: Format },
  key: {
    uid: string
    label: string
    expiresAt: Date | undefined
    graceDays: number
    addresses: readonly string[]
  },
  code: Code,
): InvitationView {
  const link = invitationLink(publicUrl, code)
  const end = format.endOf(key)
  return {
    uid: key.uid,
    label: key.label,
    link,
    code: printedForm(code),
    qr: qrOf(link),
    end: end === undefined ? undefined : format.instant(end),
    address: key.addresses.length === 1 ? key.addresses[0] : undefined,
    enterAt: publicUrl.replace(/^https?:\/\//, ''),
  }
}
