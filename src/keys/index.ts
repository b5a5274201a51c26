export { changeKey, changeKeyIn } from './change-key'
export { type CarriedChange, changedParts } from './change-carried'
export { type ChangeProblem, ChangeRefused, type KeyChange } from './key-terms'
export { accountDatesOf } from './account-dates'
export {
  accountCeilings,
  domainsAtMost,
  ensureDatesFit,
  messageLength,
  problemOfField,
} from './carried-rules'
export { type Binding, endingOf, isAllowed, isDomain, normaliseDomain } from './bindings'
export type { AskedAccount, AskedChange, AskedKey } from './asked-key'
export {
  chooseNamed,
  describeChoices,
  type GrantableDescription,
  type KeyAsker,
  type KeyChoices,
  readKeyChoices,
} from './key-choices'
export { shortForm } from './understand-times'
export { type AskedPreset, understandPreset } from './understand-preset'
export { describePreset, type PresetDescription } from './describe-preset'
export { understandChange } from './understand-change'
export { understandGrant, understandKeys } from './understand-key'
export { checkCode, checkReadCode, createHome, ensureUsable, type Home, readCode } from './check-code'
export { chooseBatchIssuer } from './choose-batch-issuer'
export { chooseIssuer } from './choose-issuer'
export { type Code, invitationLink, parseCode, printedForm } from './code'
export { createKey, type NewKey } from './create-key'
export { createKeyList } from './create-key-list'
export { batchCeiling, createKeys } from './create-keys'
export { type DetailedKey, isForNobody, isLasting, type RegistrationKey, stateOf } from './key'
export { createFindKey, type FindKey } from './find-key'
export { whereInScope } from './key-scope-store'
export {
  countByDay,
  countCeiling,
  countKeysMadeByDay,
  countKeysToProve,
  countUsableKeys,
  listKeysEndingBefore,
  type NoticedKey,
  noticedColumns,
  NoticedRow,
} from './key-statistics-store'
export {
  completeHeldUse,
  lockUnrevoked,
  type ReleaseReason,
  releaseReasons,
  type WaitingState,
  waitingStates,
} from './holds-store'
export { hashOfLinkSecret, newLinkSecret } from './link-secret'
export { lapseOf, releaseHold, releaseLocked, sweepHolds } from './release-holds'
export { issueMailboxProof, readMailboxProof } from './mailbox-proof'
export {
  claimUse,
  findKeysByCode,
  type FoundKey,
  type ListedKey,
  listNewestKeys,
  listTheseKeys,
} from './keys-store'
export { readTerms, type Terms } from './key-terms-store'
export {
  type AccountEnd,
  type AccountValidity,
  type AskedCarried,
  type KeyField,
  type KeyFieldName,
  keyFieldNames,
  wholeCarried,
} from './carried'
export {
  type FieldMode,
  fieldModes,
  type FormModes,
  type FormSettings,
  type FormTerms,
  isAsked,
  type ModedField,
  modedFields,
  modeOf,
  modesLike,
  possibleModes,
  usualMode,
  valueOf,
} from './form-modes'
export type { CarriedDescription } from './describe-carried'
export {
  describeKey,
  type KeyDescription,
  type KeySummary,
  type Named,
  revealCode,
  summariseKey,
} from './describe-key'
export { type BatchDescription, describeBatch, getBatch } from './describe-batch'
export { describeListedKeys, type ListedKeyDescription } from './describe-listed-keys'
export { type KeyRing, openKeyRing } from './key-ring'
export { createKeyRingFile } from './key-ring-file'
export { addRingKey, pruneKeyRing, useRingKey } from './rotate-key-ring'
export { checkKeys, findProblem } from './check-keys'
export { forgetCheck } from './key-checks-store'
export { tellOfTrouble } from './tell-of-trouble'
export { eachLinkToMove, type MovedLink, moveLinks } from './move-links'
export type { KeyToMove } from './moved-links-store'
export { describeKeyRing, type RingKey } from './describe-key-ring'
export { resealCodes } from './reseal-codes'
export { addressesAtMost, labelLength } from './wanted-keys'
export { type Renewal, renewKey } from './renew-key'
export { longestOverlapMs, type ReissuedKey, reissueKey } from './reissue-key'
export { mailNewLink } from './mail-new-link'
export { recordEndedKeys } from './record-ended-keys'
export { unrevokeKey } from './unrevoke-key'
export { maxUsesCeiling } from '../shared/max-uses'
export { ensureWithinPolicy, type KeyPolicy, PolicyExceeded, type PolicyLimit } from './policy'
export { latestEnd } from './latest-end'
export { type CreateKeyDeps, type KeyTerms, makeKeys } from './make-keys'
export { createPreparer, judgePrepared, makePrepared, type PreparedKey, termsOf } from './prepared-keys'
export { splitName } from './person-names'
export { soundFields } from './carried-rules'
export { findRefusedKey, type RefusedKey } from './refused-key-store'
export { getKey, revokeKey } from './revoke-key'
export { type PastedPerson, parsePeople } from './parse-people'
export { seedBytes } from './seeded-codes'
export { showBatch } from './show-batch'
export { showCode, showCodeTo } from './show-code'
export { couldMake, type KeyKeeper } from './could-make'
export { type KeyBackground, readKeyBackground } from './key-background-store'
export { getKeyInScope } from './key-in-scope'
export { pauseKey, resumeKey } from './pause-key'
export { listAddressesOfRegistered } from './invited-addresses-store'
export { findRedemptionStop, setRedemptionStop } from './switches-store'
export { type KeyState, keyStates } from './key'
export {
  type KeyFilter,
  type KeyFilterField,
  keyFilterFields,
  readKeyFilter,
  readKeySort,
  type KeySort,
  keySorts,
} from './key-filter'
export { countKeys, eachKey, type KeyCount, type KeyOfList, type KeyPage, listKeys } from './key-list-store'
export { isCursorOf } from './key-order-store'
export { countRevocable, findNewestUid, type KeySelection, nextToRevoke } from './revocable-keys-store'
export { replaceWords } from './change-key-store'
export { transferPresets } from './transfer-presets'
export { type Preset, presetLike, PresetTerms } from './preset'
export {
  changePreset,
  couldUsePreset,
  deletePreset,
  getPreset,
  getPresetCalled,
  listPresets,
  listPresetsOf,
  makePreset,
  mayChangePreset,
  type PresetKeeper,
} from './manage-presets'
export { type Transferred, transferKeys } from './transfer-keys'
export { type TransferObstacle, transferObstacles } from './find-heir'
export { reasonLength, revokeKeys } from './revoke-keys'
export { readSought } from './sought'
export { countKeysOfIssuer, listIssuers } from './key-issuers-store'
export { problemOfSending, sendInvitation, sendInvitationIn, SendingRefused } from './send-invitation'
export { tryMailAgain } from './try-mail-again'
export { listBatches } from './batches-store'
export { countBatchMails, sendBatch } from './send-batch'
export { findFailedMails, type MailFilter, mailFilters } from './failed-mails-store'
export { endGraceMs } from './key'
