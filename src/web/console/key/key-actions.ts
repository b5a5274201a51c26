import type { Context } from '../../../context'
import { couldMake, type DetailedKey, isForNobody, stateOf } from '../../../keys'
import type { ChangeProblemName } from '../../../shared/i18n/console/messages/key'
import type { Desk } from '../desk'
import { issueFormToken } from '../making/form-token'
import { keeperAt } from '../roles'
import type { ChangeFormView, KeyActions, ReissueFormView, RenewFormView } from '../views/key'
import { type ChangeForm, changeFormOf, type ChangeProblems } from './change-form'
import { type Overlap, overlaps, type RenewalForm, renewalFormOf } from './renewal-form'

/** A form that could not be taken comes back as it was sent. */
export interface SentForms {
  change?: { form: ChangeForm; problems: ChangeProblems }
  renewal?: { form: RenewalForm; addresses: string; problems: ChangeProblems }
  reissue?: { overlap: Overlap; send: string; problems: ChangeProblems; sendProblem?: string }
  revocation?: { reason: string; problem: ChangeProblemName }
}

/** Only what this person may do to this key, as it is, is offered. */
export async function actionsFor(
  context: Context,
  desk: Desk,
  key: DetailedKey,
  sent: SentForms,
): Promise<KeyActions> {
  const { actor, side, t } = desk
  const now = context.clock.now()
  const mayUpdate = actor.permissions.has('update-keys')
  const wouldMake = await couldMake(context.db, side, keeperAt(desk), key, now)
  const isSealed = key.codes[0]?.sealed !== undefined && context.keyRing !== undefined
  const isOver = key.revokedAt !== undefined
  const isAlive = mayUpdate && !isOver
  const state = stateOf({ ...key, pausedAt: undefined }, now)
  const hasEnded = state === 'expired' || state === 'used-up'
  const form = { context, desk, key, wouldMake, now }
  return {
    canShowLink: wouldMake && isSealed && !isOver,
    isLinkGone: wouldMake && !isSealed && !isOver,
    canPause: isAlive && key.pausedAt === undefined,
    canResume: isAlive && key.pausedAt !== undefined,
    canReinstate: mayUpdate && wouldMake && isOver,
    canMakePreset: wouldMake && key.grant.authorisations.length === 1,
    renew: isAlive && wouldMake ? renewView({ ...form, hasEnded }, sent.renewal) : undefined,
    reissue: isAlive && wouldMake && !hasEnded ? reissueView(context, desk, key, sent.reissue) : undefined,
    change: isAlive ? changeView(form, sent.change) : undefined,
    revoke: isAlive
      ? {
          reason: sent.revocation?.reason ?? '',
          error: sent.revocation && t.key.change.problems[sent.revocation.problem],
        }
      : undefined,
  }
}

interface FormOf {
  context: Context
  desk: Desk
  key: DetailedKey
  wouldMake: boolean
  now: Date
}

function changeView(of: FormOf, sent: SentForms['change']): ChangeFormView {
  const { config } = of.context
  const problems = sent?.problems ?? {}
  return {
    ...(sent?.form ?? changeFormOf(of.key, config.timeZone)),
    ...commonView(of, problems),
    isOpen: Object.keys(problems).length > 0,
    limitHint: of.desk.t.key.change.limitHint(of.key.usesCompleted),
    beginHint: of.desk.t.key.change.beginHint,
    narrowOnly: !of.wouldMake,
  }
}

/** Open at once where it is what the key needs. */
function renewView(
  { hasEnded, ...of }: FormOf & { hasEnded: boolean },
  sent: SentForms['renewal'],
): RenewFormView {
  const problems = sent?.problems ?? {}
  const isWrong = Object.keys(problems).length > 0
  return {
    ...(sent?.form ?? renewalFormOf(of.key, of.context.config, of.now)),
    ...commonView(of, problems),
    isOpen: hasEnded || isWrong,
    isWrong,
    addresses: isForNobody(of.key)
      ? { value: sent?.addresses ?? '', error: errorsOf(of.desk, problems).addresses }
      : undefined,
    limitHint: of.desk.t.key.renew.limitHint(of.key.usesCompleted),
  }
}

function commonView({ context, desk, key, wouldMake }: FormOf, problems: ChangeProblems) {
  const { timeZone, workDays, maxUses, allowUnlimited, allowNever } = context.config
  const { change } = desk.t.key
  const mayUnbound = wouldMake && desk.actor.permissions.has('configure')
  return {
    errors: errorsOf(desk, problems),
    endHint: change.endHint(timeZone, workDays.size < 7),
    limitMax: Math.max(maxUses, key.maxUses ?? 0),
    limitMost: desk.t.making.usesAtMost(maxUses),
    offersUnlimited: (mayUnbound && allowUnlimited) || key.maxUses === undefined,
    offersNever: (mayUnbound && allowNever) || key.expiresAt === undefined,
  }
}

function reissueView(
  context: Context,
  desk: Desk,
  { addresses }: DetailedKey,
  sent: SentForms['reissue'],
): ReissueFormView {
  const chosen = sent?.overlap ?? 'none'
  return {
    isOpen: sent !== undefined,
    errors: errorsOf(desk, sent?.problems ?? {}),
    token: issueFormToken(context),
    send:
      addresses.length === 0
        ? undefined
        : { isChecked: (sent?.send ?? '') !== '', problem: sent?.sendProblem },
    overlaps: overlaps.map((value) => ({
      value,
      text: desk.t.key.reissue.overlaps[value],
      isChecked: value === chosen,
    })),
  }
}

const errorsOf = ({ t }: Desk, problems: ChangeProblems): ChangeFormView['errors'] =>
  Object.fromEntries(Object.entries(problems).map(([field, name]) => [field, t.key.change.problems[name]]))
