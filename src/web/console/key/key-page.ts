import { type FunnelSummary, listEvents, readFunnel } from '../../../audit'
import type { Context } from '../../../context'
import {
  couldMake,
  type DetailedKey,
  findProblem,
  isLasting,
  readKeyBackground,
  stateOf,
} from '../../../keys'
import { type KeyProblemMessages, keyProblemWords } from '../../../shared/i18n/key-problems'
import { countAccounts } from '../../../registration'
import type { ChangeProblemName } from '../../../shared/i18n/console/messages/key'
import type { Moment } from '../../../shared/moment'
import { type ChangeForm, changeFormOf, type ChangeProblems } from './change-form'
import type { Desk } from '../desk'
import { eventRows } from '../audit/event-rows'
import { factsOf } from './key-facts'
import { funnelBars } from './key-funnel'
import { registrationRows } from './key-registrations'
import { stateClasses } from '../keys/key-rows'
import { keeperAt, viewerAt } from '../roles'
import type { ChangeFormView, KeyActions, KeyView } from '../views/key'

/** How the page differs from what a GET shows. */
interface KeyPageState {
  /** Where the list of registrations begins. */
  after?: Moment | undefined
  /** A form that could not be taken comes back as it was sent. */
  change?: { form: ChangeForm; problems: ChangeProblems }
  revocation?: { reason: string; problem: ChangeProblemName }
}

const historyLength = 50

export async function showKey(
  context: Context,
  desk: Desk,
  key: DetailedKey,
  page: KeyPageState,
): Promise<void> {
  const { db } = context
  const { t, side, root } = desk
  const background = await readKeyBackground(db, key.uid)
  const funnel: FunnelSummary = await readFunnel(db, key.uid)
  const accounts = await countAccounts(db, side, key.uid)
  const filter = { keyUid: key.uid }
  const history = await listEvents(db, viewerAt(desk), filter, { after: undefined, limit: historyLength })
  desk.show('key', {
    title: key.label || t.key.untitled(key.codes[0]?.hint ?? ''),
    csrf: desk.csrf,
    path: `${root}/keys/${key.uid}`,
    state: stateView(context, desk, key, background.revokedReason),
    trouble: await troubleOf(context, desk, key),
    facts: await factsOf(context, desk, key, background),
    uses: usesView(desk, key),
    funnel: funnelBars(desk, funnel, accounts),
    registrations: await registrationRows(context, desk, key, page.after),
    history: await eventRows(context, desk, history),
    historyHref: `${root}/audit?key=${key.uid}`,
    actions: await actionsFor(context, desk, key, page),
  })
}

/** As it is at this moment, whatever was found when the key was last checked. */
async function troubleOf(
  context: Context,
  { language }: Desk,
  key: DetailedKey,
): Promise<KeyProblemMessages | undefined> {
  if (!isLasting(stateOf(key, context.clock.now()))) return undefined
  const problem = await findProblem(context, key.uid)
  return problem === undefined ? undefined : keyProblemWords[language][problem]
}

function stateView(
  { clock }: Context,
  { t }: Desk,
  key: DetailedKey,
  revokedReason: string | undefined,
): KeyView['state'] {
  const state = stateOf(key, clock.now())
  return {
    text: t.keyList.states[state],
    className: stateClasses[state],
    meaning: t.key.stateMeanings[state],
    reason: revokedReason === undefined ? undefined : t.key.revokedBecause(revokedReason),
  }
}

function usesView({ t, format }: Desk, { usesCompleted, usesHeld, maxUses }: DetailedKey): KeyView['uses'] {
  const { summary } = t.key
  const used = format.number(usesCompleted)
  return {
    text: maxUses === undefined ? summary.usesUnlimited(used) : summary.usesOf(used, format.number(maxUses)),
    percent: maxUses === undefined ? undefined : Math.min(100, Math.round((100 * usesCompleted) / maxUses)),
    held: usesHeld === 0 ? undefined : summary.held(usesHeld),
  }
}

/** Only what this person may do to this key, as it is, is offered. */
async function actionsFor(
  context: Context,
  desk: Desk,
  key: DetailedKey,
  { change, revocation }: KeyPageState,
): Promise<KeyActions> {
  const { actor, side, t } = desk
  const isOver = key.revokedAt !== undefined
  const mayUpdate = actor.permissions.has('update-keys') && !isOver
  const wouldMake = await couldMake(context.db, side, keeperAt(desk), key, context.clock.now())
  const isSealed = key.codes[0]?.sealed !== undefined && context.keyRing !== undefined
  return {
    canShowLink: wouldMake && isSealed && !isOver,
    isLinkGone: wouldMake && !isSealed && !isOver,
    canPause: mayUpdate && key.pausedAt === undefined,
    canResume: mayUpdate && key.pausedAt !== undefined,
    change: mayUpdate ? changeView(context, desk, key, wouldMake, change) : undefined,
    revoke: mayUpdate
      ? {
          reason: revocation?.reason ?? '',
          error: revocation && t.key.change.problems[revocation.problem],
        }
      : undefined,
  }
}

function changeView(
  { config }: Context,
  { t, actor }: Desk,
  key: DetailedKey,
  wouldMake: boolean,
  sent: KeyPageState['change'],
): ChangeFormView {
  const { values, was } = sent?.form ?? changeFormOf(key, config.timeZone)
  const problems = Object.entries(sent?.problems ?? {})
  const mayUnbound = wouldMake && actor.permissions.has('configure')
  return {
    isOpen: problems.length > 0,
    values,
    was,
    errors: Object.fromEntries(problems.map(([field, name]) => [field, t.key.change.problems[name]])),
    limitHint: t.key.change.limitHint(key.usesCompleted),
    endHint: t.key.change.endHint(config.timeZone),
    narrowOnly: !wouldMake,
    offersUnlimited: mayUnbound || key.maxUses === undefined,
    offersNever: mayUnbound || key.expiresAt === undefined,
  }
}
