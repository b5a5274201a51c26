import type { RefusalReasons } from './messages'

export const reasons: RefusalReasons = {
  KEY_EXPIRED: 'L’invito è scaduto',
  KEY_REISSUED: 'Il link è stato sostituito da uno più recente',
  KEY_USED_UP: 'Tutti i posti dell’invito sono occupati',
  KEY_HELD_UP: 'Tutti i posti sono occupati al momento',
  KEY_REVOKED: 'L’invito è stato ritirato',
  KEY_ISSUER_REFUSED: 'Chi lo ha emesso non può più invitare nessuno',
  KEY_GRANT_REFUSED: 'Ciò che assegnerebbe è cambiato in GLPI',
  ACCOUNT_END_PAST: 'L’account sarebbe già terminato',
  ACCOUNT_END_TOO_LATE: 'L’account terminerebbe dopo il 19 gennaio 2038',
}
