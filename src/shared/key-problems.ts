/**
 * Why a key would be refused, or soon will be, as GLPI and this instance are now:
 *
 * - `grant-refused`: what it grants is not there any more, or does not fit the policy
 * - `issuer-gone`: whoever answers for it cannot act in GLPI any more
 * - `issuer-refused`: they can, but may no longer give what it grants
 * - `nobody-left`: the addresses that it was for were forgotten or erased
 * - `account-ended`: the accounts that it makes would have ended by now
 * - `address-dropped`: its link carries an address that this instance no longer answers for
 * - `address-replaced`: its link carries a former address of this instance, and still works
 */
export const keyProblems = [
  'grant-refused',
  'issuer-gone',
  'issuer-refused',
  'nobody-left',
  'account-ended',
  'address-dropped',
  'address-replaced',
] as const
export type KeyProblem = (typeof keyProblems)[number]
