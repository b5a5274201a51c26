import type { HeldRegistration } from '../registration'
import { table } from './output'

/** A registration that waits, as programs are told it. */
export interface HeldDescription extends Omit<
  HeldRegistration,
  'askedAt' | 'until' | 'isProven' | 'accepted'
> {
  addressProven: boolean
  acceptedTerms: string | null
  acceptedTermsAt: string | null
  askedAt: string
  until: string
}

export interface RegistrationDescription {
  uid: string
  keyUid: string
  state: string
  until: string | null
  usersId: number | null
  login: string | null
  endReason: string | null
  why: string | null
  acceptedTerms: string | null
  acceptedTermsAt: string | null
}

export const linesOfHeld = (held: readonly HeldDescription[]): string[] =>
  held.length === 0
    ? ['No registration is waiting.']
    : table([
        ['REGISTRATION', 'WAITS FOR', 'LOGIN', 'ADDRESS', 'UNTIL'],
        ...held.map((one) => [one.uid, one.state.replace('awaiting-', ''), one.login, one.email, one.until]),
      ])

export const linesOfRegistration = (shown: RegistrationDescription): string[] => [
  `Registration  ${shown.uid}`,
  `Key           ${shown.keyUid}`,
  `State         ${shown.state}`,
  ...(shown.until === null ? [] : [`Until         ${shown.until}`]),
  ...(shown.login === null ? [] : [`Account       ${shown.login} (user ${shown.usersId ?? ''})`]),
  ...(shown.acceptedTerms === null
    ? []
    : [`Terms         ${shown.acceptedTerms}, accepted ${shown.acceptedTermsAt ?? ''}`]),
  ...(shown.endReason === null ? [] : [`Ended         ${shown.endReason}`]),
  ...(shown.why === null ? [] : [`Reason        ${shown.why.replaceAll('\n', ' / ')}`]),
]
