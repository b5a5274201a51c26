export { RegistrationForm } from './form'
export { type OpenForm, openForm } from './open-form'
export { redeemKey } from './redeem-key'
export { listRegistrationsOf } from './registrations-store'
export {
  countAccountsByDay,
  listKeysUsedUp,
  listNewestRegistrations,
  type NewcomerRow,
} from './statistics-store'
export { countAccounts, type ListedRegistration, listRegistrations } from './key-registrations-store'
export { findCompleted, findHoldEnd } from './told-registrations-store'
export { confirmationLink, issueConfirmationSecret } from './confirmation-secret'
export { type Joiner, listJoinersOf } from './joining-store'
export { type Joining, tellOfJoining } from './tell-of-joining'
