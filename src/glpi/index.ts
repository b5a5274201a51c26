export {
  type Account,
  findAccount,
  isWithinDates,
  listAccountsCalled,
  readLoginWeight,
} from './accounts-store'
export {
  isReachable,
  type Issuer,
  listAuthorisationsOf,
  mayChangeConfig,
  type UserIssuer,
} from './actor-store'
export {
  type ChosenField,
  findChoiceName,
  findGoneChoices,
  type ListedChoice,
  listChoices,
} from './choices-store'
export { listEntities } from './entities-store'
export {
  type AskedGrant,
  type Grant,
  type GrantTargets,
  targetsFrom,
  targetsQuestion,
  wholeGrant,
} from './grant-store'
export {
  type Choice,
  type Grantable,
  listEverythingGrantable,
  listGrantable,
  type ProfileChoice,
} from './grantable-store'
export { listLocations, listUserCategories, listUserTitles } from './dropdowns-store'
export { ensureMayGrant, ensureMayGrantThese, ensureMayUpdate } from './grant-rule'
export { listGroups } from './groups-store'
export { glpiLanguages, languagesLike, readGlpiLanguage } from './languages'
export {
  type ActingUser,
  findActingUser,
  type HeldAuthorisation,
  listHeldAuthorisations,
} from './held-authorisations-store'
export { conflictsQuestion, identityConflictsFrom } from './identity-conflicts-store'
export { takeIdentityMutexes } from './identity-mutex-store'
export {
  isEmail,
  isSameEmail,
  normaliseEmail,
  normaliseLogin,
  normaliseName,
  problemOfEmail,
  problemOfLogin,
  problemOfName,
} from './identity-rules'
export { type PersonalMailbox, readMailboxes } from './mailboxes-store'
export { type Names, readNames } from './names-store'
export { findOwner } from './owners-store'
export {
  noParticulars,
  normalisePhone,
  type Particulars,
  problemOfNumber,
  problemOfPhone,
} from './particulars'
export { createPasswordHasher, type PasswordHasher } from './password'
export {
  bcryptMaxBytes,
  minLengthOf,
  passwordMaxLength,
  type PasswordRules,
  problemsOfPassword,
} from './password-policy'
export { problemOfStrength } from './password-strength'
export { findIdsOfLogin, findTakenLogins, type PersonName, readPeople } from './people-store'
export {
  findAccountsById,
  listAccountsWithAddress,
  listAccountsWithLogin,
  type PersonAccount,
} from './person-accounts-store'
export { probeGlpi } from './probe-store'
export { listProfiles } from './profiles-store'
export { type EntityScope, isInScope, readScope } from './scope-store'
export { narrowestReach, opensBackOffice, type Reach } from './reach'
export { readSecondFactor } from './second-factor-store'
export {
  type GlpiSettings,
  readGlpiSettings,
  readPasswordLifeDays,
  settingsFrom,
  settingsQuestion,
} from './settings-store'
export { ensureGlpiAccepts, type GlpiLine, glpiLines, type GlpiSide, lineOf } from './side'
export { createGlpiUser, type Identity } from './users-store'
export { createGlpiWatch, type GlpiWatch } from './watch'
