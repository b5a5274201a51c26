import type { RefusalReasons } from './messages'

export const reasons: RefusalReasons = {
  KEY_EXPIRED: 'Die Einladung ist abgelaufen',
  KEY_REISSUED: 'Der Link wurde durch einen neueren ersetzt',
  KEY_USED_UP: 'Alle Plätze der Einladung sind vergeben',
  KEY_HELD_UP: 'Alle Plätze sind im Moment vergeben',
  KEY_REVOKED: 'Die Einladung wurde zurückgezogen',
  KEY_ISSUER_REFUSED: 'Wer sie ausgestellt hat, darf niemanden mehr einladen',
  KEY_GRANT_REFUSED: 'Was sie vergeben würde, hat sich in GLPI geändert',
  ACCOUNT_END_PAST: 'Das Konto wäre schon zu Ende',
  ACCOUNT_END_TOO_LATE: 'Das Konto würde nach dem 19. Januar 2038 enden',
}
