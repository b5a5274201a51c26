import { randomUUID } from 'node:crypto'
import type { ErrorRequestHandler } from 'express'
import { z } from 'zod'
import { databaseUnavailable, isConnectionLoss } from '../shared/db'
import { AppError, type ErrorCode, InputInvalid, type InputProblem, TooManyRequests } from '../shared/errors'
import { retryAfter, statuses } from '../shared/http-statuses'
import type { Logger } from '../shared/log'
import { titles } from '../shared/problem-titles'

/** RFC 9457. The type says what it is and never changes; the texts are for people. */
export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  /** The request, as the log names it. */
  instance: string
  /** One for each thing in the request that is not acceptable (RFC 6901 pointers into it). */
  errors?: { pointer: string; detail: string }[]
}

export const problemTypeOf = (code: ErrorCode): string =>
  `urn:problem-type:glpi-invite:${code.toLowerCase().replaceAll('_', '-')}`

/** The one place where a failure becomes an answer. */
export function problemAnswers({ log }: { log: Logger }): ErrorRequestHandler {
  return (thrown: unknown, req, res, next) => {
    if (res.headersSent) {
      next(thrown)
      return
    }
    const error = foreseen(thrown)
    const status = statusOf(error.code)
    log[status >= 500 ? 'error' : 'info']({ requestId: req.id, code: error.code, err: thrown }, error.message)
    const wait = error instanceof TooManyRequests ? error.retryAfterSeconds : retryAfter[error.code]
    if (wait !== undefined) res.set('Retry-After', String(wait))
    if (status === 401) res.set('WWW-Authenticate', 'Bearer realm="glpi-invite"')
    res
      .status(status)
      .type('application/problem+json')
      .json(problemOf(error, status, req.id))
  }
}

/** A body that was read and is not acceptable (RFC 9110 §15.5.21), for what elsewhere is the fault of a key. */
const unacceptable: ReadonlySet<ErrorCode> = new Set([
  'INPUT_INVALID',
  'ACCOUNT_END_PAST',
  'ACCOUNT_END_TOO_LATE',
])
const statusOf = (code: ErrorCode): number => (unacceptable.has(code) ? 422 : statuses[code])

function problemOf(error: AppError, status: number, requestId: string | undefined): Problem {
  const title = titles[error.code]
  return {
    type: problemTypeOf(error.code),
    title,
    status,
    // What failed inside is for the log.
    detail: status >= 500 || hidden.has(error.code) ? title : error.message,
    instance: `urn:uuid:${requestId ?? randomUUID()}`,
    ...errorsOf(error),
  }
}

function errorsOf(error: AppError): Pick<Problem, 'errors'> {
  if (error instanceof InputInvalid) return { errors: error.problems.map(entryOf) }
  const { pointer, message } = error
  return pointer === undefined ? {} : { errors: [entryOf({ pointer, reason: message })] }
}

const entryOf = ({ pointer, reason }: InputProblem) => ({ pointer, detail: reason })

/** Their reasons tell a stranger what no stranger should know. */
const hidden: ReadonlySet<ErrorCode> = new Set(['TOKEN_REFUSED', 'TOKEN_MALFORMED'])

const BodyParserError = z.object({ type: z.string(), status: z.number() })

function foreseen(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown
  if (isConnectionLoss(thrown)) return databaseUnavailable(thrown)
  const { data } = BodyParserError.safeParse(thrown)
  if (data?.type === 'entity.too.large')
    return new AppError('BODY_TOO_LARGE', 'the body is too large: send fewer at once', { cause: thrown })
  if (data !== undefined && data.status < 500)
    return new AppError('BODY_UNREADABLE', 'the body is not JSON in UTF-8', { cause: thrown })
  return new AppError('INTERNAL', 'nobody foresaw this', { cause: thrown })
}
