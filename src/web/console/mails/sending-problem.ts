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
export function tellSendingProblem(error: unknown, { t: { mails }, format }: Desk, res: Response): string {
  if (error instanceof SendingRefused) {
    res.status(422)
    return mails.problems[error.problem]
  }
  if (error instanceof SendingLimited) {
    res.status(429)
    const { by, limit, possibleAt } = error
    const why = by.kind === 'address' ? mails.limitedForAddress(limit) : mails.limitedForYou(limit)
    const when = possibleAt === undefined ? mails.tooManyAtOnce : mails.possibleAt(format.instant(possibleAt))
    return `${why} ${when}`
  }
  if (error instanceof AppError && notYours.has(error.code)) {
    res.status(403)
    return mails.notYours
  }
  throw error
}

const notYours = new Set<ErrorCode>(['NOT_ALLOWED', 'KEY_ISSUER_REFUSED', 'KEY_GRANT_REFUSED'])
