import { InputInvalid, type InputProblem } from '../shared/errors'
import type { AskedAccount, AskedKey, Note } from './asked-key'
import { type KeyAsker, readKeyChoices } from './key-choices'
import type { PresetTerms } from './preset'
import { understandGrant, type UnderstandKeysDeps } from './understand-key'
import { understandAccount } from './understand-times'

/** The terms of a preset as programs ask for them. What is left out stays as it is, or is as usual; null is none. */
export interface AskedPreset extends Pick<
  AskedKey,
  | 'label'
  | 'maxUses'
  | 'profile'
  | 'entity'
  | 'recursive'
  | 'groups'
  | 'title'
  | 'category'
  | 'location'
  | 'domains'
  | 'language'
  | 'fields'
  | 'form'
  | 'proveAddress'
  | 'approval'
  | 'shareInviter'
  | 'message'
  | 'send'
> {
  /** How long keys made with it work; null: for ever. */
  days?: number | null | undefined
  account?: Omit<AskedAccount, 'from'> | undefined
}

const usualDays = 7

/**
 * What is meant. Whether somebody could make a key with it is looked at when it is kept.
 *
 * @throws {InputInvalid} with everything that is wrong with how it was said
 */
export async function understandPreset(
  deps: UnderstandKeysDeps,
  by: KeyAsker,
  asked: AskedPreset,
  now: PresetTerms | undefined,
): Promise<PresetTerms> {
  const problems: InputProblem[] = []
  const note: Note = (pointer, reason) => problems.push({ pointer, reason })
  const grant = understandGrant(await readKeyChoices(deps, by), now?.grant, asked, note)
  const life = asked.days === undefined ? (now?.life ?? { days: usualDays }) : lifeOf(asked.days)
  const account =
    asked.account === undefined ? now?.accountEnd : understandAccount(asked.account, deps.config, note).end
  if (problems.length > 0) throw new InputInvalid(problems)
  return {
    grant: { ...grant, authorisations: [...grant.authorisations], groupIds: [...grant.groupIds] },
    maxUses: asked.maxUses === undefined ? (now?.maxUses ?? 1) : (asked.maxUses ?? 'unlimited'),
    life,
    label: asked.label?.trim() ?? now?.label ?? '',
    language: asked.language === undefined ? now?.language : (asked.language ?? undefined),
    accountEnd: account,
    domains: [...(asked.domains ?? now?.domains ?? [])],
    needsProof: asked.proveAddress ?? now?.needsProof ?? false,
    needsApproval: asked.approval ?? now?.needsApproval ?? false,
    fields:
      asked.fields?.map(({ field, value, locked = false }) => ({ field, value, isLocked: locked })) ??
      now?.fields ??
      [],
    form: { ...now?.form, ...asked.form },
    message: asked.message === undefined ? now?.message : (asked.message ?? undefined),
    sharesInviter: asked.shareInviter ?? now?.sharesInviter ?? true,
    send: asked.send ?? now?.send ?? false,
  }
}

const lifeOf = (days: number | null): PresetTerms['life'] => (days === null ? 'never' : { days })
