import type { TransferObstacle } from '../keys'
import { AppError, type ErrorCode } from '../shared/errors'

const errors: Record<TransferObstacle, { code: ErrorCode; reason: string }> = {
  'not-theirs-to-give': {
    code: 'KEY_ISSUER_REFUSED',
    reason: 'GLPI would not let them give what it gives',
  },
  'grant-gone': { code: 'KEY_GRANT_REFUSED', reason: 'GLPI has no more what it gives' },
  unbounded: {
    code: 'NOT_ALLOWED',
    reason: 'it has no limit or no end, and they may not change GLPI’s configuration',
  },
}

/** Why a key or a preset stays with whom it is. */
export function obstacleError(obstacle: TransferObstacle): AppError {
  const { code, reason } = errors[obstacle]
  return new AppError(code, reason, { pointer: '/to' })
}
