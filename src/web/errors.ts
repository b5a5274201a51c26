import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import { z } from 'zod'
import { databaseUnavailable, isConnectionLoss } from '../shared/db'
import { AppError, type ErrorCode, type RefusalCode, TooManyRequests } from '../shared/errors'
import { inTime } from '../shared/i18n'
import type { Logger } from '../shared/log'
import type { Pages } from './pages'
import type { RefusalPages } from './refusal-pages'

/** What each failure is to a browser. */
export const statuses: Record<ErrorCode, number> = {
  KEY_MALFORMED: 404,
  KEY_UNKNOWN: 404,
  KEY_OF_OTHER_INSTANCE: 404,
  KEY_OF_TEST_INSTANCE: 404,
  KEY_REVOKED: 410,
  KEY_EXPIRED: 410,
  KEY_REISSUED: 410,
  KEY_USED_UP: 410,
  KEY_PAUSED: 403,
  KEY_NOT_YET_VALID: 403,
  KEY_HELD_UP: 403,
  KEY_ISSUER_REFUSED: 403,
  KEY_GRANT_REFUSED: 403,
  ACCOUNT_END_PAST: 410,
  ACCOUNT_END_TOO_LATE: 403,
  REDEMPTION_STOPPED: 503,
  GLPI_MAINTENANCE: 503,
  GLPI_CHANGED: 503,
  SERVER_BUSY: 503,
  DATABASE_UNAVAILABLE: 503,
  FORM_INVALID: 422,
  FORM_UNREADABLE: 400,
  SIGN_IN_FAILED: 401,
  SIGN_IN_REFUSED: 403,
  SIGN_IN_THROTTLED: 429,
  CONSOLE_LINK_SPENT: 410,
  CONFIRMATION_UNKNOWN: 404,
  DECISION_REFUSED: 409,
  HOLD_THROTTLED: 429,
  TOO_MANY_REQUESTS: 429,
  NOT_FOUND: 404,
  NOT_ALLOWED: 403,
  SENDING_LIMITED: 429,
  POLICY_EXCEEDED: 422,
  INPUT_INVALID: 400,
  CONFIG_INVALID: 500,
  GLPI_UNSUPPORTED: 503,
  SCHEMA_OUT_OF_DATE: 503,
  INTERNAL: 500,
}

/** Seconds after which trying again makes sense (RFC 9110 §10.2.3). */
export const retryAfter: Partial<Record<ErrorCode, number>> = {
  REDEMPTION_STOPPED: 300,
  GLPI_MAINTENANCE: 120,
  GLPI_CHANGED: 30,
  GLPI_UNSUPPORTED: 120,
  SERVER_BUSY: 10,
  DATABASE_UNAVAILABLE: 10,
  SCHEMA_OUT_OF_DATE: 60,
}

export const notFound: RequestHandler = () => {
  throw new AppError('NOT_FOUND', 'no such page')
}

interface ErrorPagesDeps {
  log: Logger
  pages: Pages
  refusals: RefusalPages
}

/** The one place where a failure becomes an answer: it logs, picks the status, and shows a page. */
export function errorPages({ log, pages, refusals }: ErrorPagesDeps): ErrorRequestHandler {
  return async (thrown: unknown, req, res, next) => {
    if (res.headersSent) {
      next(thrown)
      return
    }
    const error = foreseen(thrown)
    const status = statuses[error.code]
    const requestId = req.id
    log[status >= 500 ? 'error' : 'info']({ requestId, code: error.code, err: thrown }, error.message)

    const seconds = error instanceof TooManyRequests ? error.retryAfterSeconds : retryAfter[error.code]
    if (seconds !== undefined) res.set('Retry-After', String(seconds))
    res.status(status)
    const { code } = error
    if (error instanceof TooManyRequests) showWait(pages, req, res, error)
    else if (isRefusal(pages, req, code)) await refusals.show(req, res, code)
    else showError(pages, req, res, code)
  }
}

function showWait(pages: Pages, req: Request, res: Response, { retryAfterSeconds }: TooManyRequests): void {
  const { limits } = pages.messages(req)
  const { heading, reason } = limits
  const when = inTime(pages.languageOf(req), retryAfterSeconds)
  pages.show(req, res, 'error', {
    heading,
    reason,
    advice: limits.advice(when),
    title: heading,
    requestId: req.id,
  })
}

const ExpressError = z.object({ status: z.number().min(400).max(499) })

/** Express and its parsers throw errors with a status of their own: an address or a body that cannot be read. */
export function foreseen(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown
  if (isConnectionLoss(thrown)) return databaseUnavailable(thrown)
  if (ExpressError.safeParse(thrown).success)
    return new AppError('FORM_UNREADABLE', 'the request cannot be read')
  return new AppError('INTERNAL', 'an error nobody foresaw')
}

const isRefusal = (pages: Pages, req: Request, code: ErrorCode): code is RefusalCode =>
  code in pages.messages(req).refusals

function showError(pages: Pages, req: Request, res: Response, code: ErrorCode): void {
  const { refusals, errors } = pages.messages(req)
  const general = generalExplanation[code] ?? 'internal'
  const words = general === 'busy' ? refusals.SERVER_BUSY : errors[general]
  pages.show(req, res, 'error', { ...words, title: words.heading, requestId: req.id })
}

const generalExplanation: Partial<
  Record<ErrorCode, 'notFound' | 'formUnreadable' | 'busy' | 'confirmationUnknown'>
> = {
  CONFIRMATION_UNKNOWN: 'confirmationUnknown',
  NOT_FOUND: 'notFound',
  FORM_UNREADABLE: 'formUnreadable',
  DATABASE_UNAVAILABLE: 'busy',
  GLPI_UNSUPPORTED: 'busy',
  SCHEMA_OUT_OF_DATE: 'busy',
}
