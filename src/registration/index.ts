export { RegistrationForm } from './form'
export { type OpenForm, openForm } from './open-form'
export { inspectCode } from './inspect-code'
export { lookUpCode, lookUpConfirmation } from './look-up-code'
export { findWhenRegistered } from './own-registration-store'
export { submitForm } from './submit-form'
export { createVisitorLimits, type VisitorLimits } from './visitor-limits'
export { listRegistrationsOf, type Registration } from './registrations-store'
export {
  countAccountsByDay,
  listKeysUsedUp,
  listNewestRegistrations,
  type NewcomerRow,
} from './statistics-store'
export { countAccounts, type ListedRegistration, listRegistrations } from './key-registrations-store'
export { findCompleted, findHoldEnd } from './told-registrations-store'
export { changeHeldAddress, sendConfirmationAgain } from './change-hold'
export { confirmRegistration } from './confirm-registration'
export { getRegistration, readHoldTerms } from './find-hold'
export { createHoldLimits, type HoldLimits, HoldThrottled } from './hold-limits'
export { confirmationLink, issueConfirmationSecret } from './confirmation-secret'
export { approvalMs } from './await-approval'
export { approveRegistration } from './approve-registration'
export { rejectionLength, rejectRegistration } from './reject-registration'
export { type Decider, decisionProblems } from './decision'
export {
  adviceOnDecision,
  decidedAtMost,
  type DecidedRegistration,
  decideOnSeveral,
} from './decide-on-several'
export {
  describeRegistration,
  describeRegistrations,
  type RegistrationDescription,
} from './describe-registration'
export { registrationStates } from './registration-list-store'
export { checkApproval } from './check-approval'
export { type EndedRegistration, listEnded } from './ended-registrations-store'
export { countHeld, type HeldRegistration, listHeld } from './held-registrations-store'
export { listJoinersOf } from './joining-store'
export { proposeLogins } from './propose-logins'
export { choicesLike } from './understand-form'
