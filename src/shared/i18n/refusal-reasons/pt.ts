import type { RefusalReasons } from './messages'

export const reasons: RefusalReasons = {
  KEY_EXPIRED: 'O convite expirou',
  KEY_REISSUED: 'O link foi substituído por um mais recente',
  KEY_USED_UP: 'Todas as vagas do convite estão ocupadas',
  KEY_HELD_UP: 'Todas as vagas estão ocupadas no momento',
  KEY_REVOKED: 'O convite foi retirado',
  KEY_ISSUER_REFUSED: 'Quem o emitiu não pode mais convidar ninguém',
  KEY_GRANT_REFUSED: 'O que ele daria mudou no GLPI',
  ACCOUNT_END_PAST: 'A conta já teria terminado',
  ACCOUNT_END_TOO_LATE: 'A conta terminaria depois de 19 de janeiro de 2038',
}
