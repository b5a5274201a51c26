import type { ErrorRequestHandler, Response } from 'express'
import type { Context } from '../../context'
import type { AppError, ErrorCode } from '../../shared/errors'
import { retryAfter, statuses } from '../../shared/http-statuses'
import type { Explanation } from '../../shared/i18n'
import type { FrameMessages } from '../../shared/i18n/console/messages/frame'
import type { Permission } from '../../shared/permissions'
import { foreseen } from '../errors'
import type { Desk } from './desk'

/** Bad news inside the frame, for whoever is signed in; others get the public page of the same status. */
export function consoleErrors({ log }: Context): ErrorRequestHandler {
  return (thrown: unknown, req, res, next) => {
    const desk = res.locals['desk'] as Desk | undefined
    if (desk === undefined || res.headersSent) {
      next(thrown)
      return
    }
    const error = foreseen(thrown)
    const status = statuses[error.code]
    log[status >= 500 ? 'error' : 'info'](
      { requestId: req.id, usersId: desk.actor.usersId, code: error.code, err: thrown },
      error.message,
    )
    const seconds = retryAfter[error.code]
    if (seconds !== undefined) res.set('Retry-After', String(seconds))
    res.status(status)
    const words = explain(desk.t.frame, error, res)
    desk.show('error', { ...words, title: words.heading, requestId: req.id })
  }
}

function explain(t: FrameMessages, { code }: AppError, res: Response): Explanation {
  if (code !== 'NOT_ALLOWED') return t.errors[kinds[code] ?? 'internal']
  const missing = res.locals['missing'] as Permission | undefined
  const { heading, reason, advice } = t.notAllowed
  return {
    heading,
    reason: missing === undefined ? reason : `${reason} ${t.notAllowed.missing[missing]}`,
    advice,
  }
}

const kinds: Partial<Record<ErrorCode, keyof FrameMessages['errors']>> = {
  NOT_FOUND: 'notFound',
  FORM_UNREADABLE: 'formUnreadable',
  INPUT_INVALID: 'input',
  POLICY_EXCEEDED: 'policy',
  KEY_GRANT_REFUSED: 'input',
  KEY_ISSUER_REFUSED: 'input',
  DATABASE_UNAVAILABLE: 'unavailable',
  GLPI_UNSUPPORTED: 'unavailable',
  GLPI_MAINTENANCE: 'unavailable',
  GLPI_CHANGED: 'unavailable',
  SERVER_BUSY: 'unavailable',
  SCHEMA_OUT_OF_DATE: 'unavailable',
}
