import type { Response } from 'express'
import { SendingRefused } from '../../../keys'
import { SendingLimited } from '../../../mail'
import { AppError, type ErrorCode } from '../../../shared/errors'
import type { Desk } from '../desk'

/**
 * Why invitations were not sent, as a sentence for the page they were asked for on, with its status.
 *
 * @throws whatever is no reason of that kind
 */
export function tellSendingProblem(error: unknown, desk: Desk, res: Response): string {
  const { mails } = desk.t
  if (error instanceof SendingRefused) {
    res.status(422)
    return mails.problems[error.problem]
  }
  if (error instanceof SendingLimited) {
    res.status(429)
    return tellLimit(error, desk)
  }
  if (error instanceof AppError && notYours.has(error.code)) {
    res.status(403)
    return mails.notYours
  }
  throw error
}

/** Which limit it is, and when it lets more through. */
export function tellLimit(
  { by, limit, possibleAt }: SendingLimited,
  { t: { mails }, format }: Pick<Desk, 't' | 'format'>,
): string {
  const why = by.kind === 'address' ? mails.limitedForAddress(limit) : mails.limitedForYou(limit)
  const when = possibleAt === undefined ? mails.tooManyAtOnce : mails.possibleAt(format.instant(possibleAt))
  return `${why} ${when}`
}

const notYours = new Set<ErrorCode>(['NOT_ALLOWED', 'KEY_ISSUER_REFUSED', 'KEY_GRANT_REFUSED'])
