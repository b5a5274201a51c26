import type { KeyProblemWords } from './messages'

export const en: KeyProblemWords = {
  'grant-refused': {
    short: 'Grants what GLPI no longer has',
    reason: 'What this key grants is no longer in GLPI, or may no longer be given with a key.',
    mend: 'Make a new key with what there is now, and revoke this one.',
  },
  'issuer-gone': {
    short: 'Its issuer is gone',
    reason: 'Whoever answers for this key can no longer sign in to GLPI.',
    mend: 'Renew the key to answer for it yourself, transfer it to somebody else, or revoke it.',
  },
  'issuer-refused': {
    short: 'Its issuer may no longer grant it',
    reason: 'Whoever answers for this key may no longer give in GLPI what it grants.',
    mend: 'Renew the key to answer for it yourself, transfer it to somebody who may, or revoke it.',
  },
  'nobody-left': {
    short: 'For nobody any more',
    reason: 'This key was for certain addresses, which have been forgotten or erased: nobody can use it.',
    mend: 'Say on the page of the key whom it is for, or revoke it.',
  },
  'account-ended': {
    short: 'Its accounts would have ended',
    reason: 'Accounts made with this key end on a day that has passed, so nobody can register with it.',
    mend: 'Choose on the page of the key how long the account lives, or revoke it.',
  },
  'address-dropped': {
    short: 'Its link no longer works here',
    reason: 'The link of this key carries an address that this helpdesk no longer answers for.',
    mend: 'Reissue the key and send its new link, or have the former address put back into PREVIOUS_PUBLIC_URLS.',
  },
  'address-replaced': {
    short: 'Its link carries the former address',
    reason: 'The link of this key carries a former address of this helpdesk. It still works.',
    mend: 'Reissue the key and send its new link before the former address is given up.',
  },
}
