import type { RefusalReasons } from './messages'

export const reasons: RefusalReasons = {
  KEY_EXPIRED: 'L’invitation a expiré',
  KEY_REISSUED: 'Le lien a été remplacé par un plus récent',
  KEY_USED_UP: 'Toutes les places de l’invitation sont prises',
  KEY_HELD_UP: 'Toutes les places sont prises pour le moment',
  KEY_REVOKED: 'L’invitation a été retirée',
  KEY_ISSUER_REFUSED: 'La personne qui l’a émise ne peut plus inviter',
  KEY_GRANT_REFUSED: 'Ce qu’elle donnerait a changé dans GLPI',
  ACCOUNT_END_PAST: 'Le compte serait déjà arrivé à son terme',
  ACCOUNT_END_TOO_LATE: 'Le compte prendrait fin après le 19 janvier 2038',
}
