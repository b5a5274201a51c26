import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import { z } from 'zod'
import { databaseUnavailable, isConnectionLoss } from '../shared/db'
import { AppError, type ErrorCode, type RefusalCode, TooManyRequests } from '../shared/errors'
import { retryAfter, statuses } from '../shared/http-statuses'
import { inTime } from '../shared/i18n'
import type { Logger } from '../shared/log'
import type { Pages } from './pages'
import type { RefusalPages } from './refusal-pages'

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
