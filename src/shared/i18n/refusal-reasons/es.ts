import type { RefusalReasons } from './messages'

export const reasons: RefusalReasons = {
  KEY_EXPIRED: 'La invitación ha caducado',
  KEY_REISSUED: 'El enlace se sustituyó por uno más reciente',
  KEY_USED_UP: 'Todas las plazas de la invitación están ocupadas',
  KEY_HELD_UP: 'Todas las plazas están ocupadas por el momento',
  KEY_REVOKED: 'La invitación se retiró',
  KEY_ISSUER_REFUSED: 'Quien la emitió ya no puede invitar a nadie',
  KEY_GRANT_REFUSED: 'Lo que concedería ha cambiado en GLPI',
  ACCOUNT_END_PAST: 'La cuenta ya habría terminado',
  ACCOUNT_END_TOO_LATE: 'La cuenta terminaría después del 19 de enero de 2038',
}
