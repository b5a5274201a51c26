import type { RefusalReasons } from './messages'

export const reasons: RefusalReasons = {
  KEY_EXPIRED: 'The invitation has expired',
  KEY_REISSUED: 'The link was replaced by a newer one',
  KEY_USED_UP: 'Every place of the invitation is taken',
  KEY_HELD_UP: 'Every place is taken for the moment',
  KEY_REVOKED: 'The invitation was withdrawn',
  KEY_ISSUER_REFUSED: 'Whoever issued it may not invite anybody any more',
  KEY_GRANT_REFUSED: 'What it would give has changed in GLPI',
  ACCOUNT_END_PAST: 'The account would have ended already',
  ACCOUNT_END_TOO_LATE: 'The account would end after 19 January 2038',
}
