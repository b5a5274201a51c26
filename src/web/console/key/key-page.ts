import { type FunnelSummary, listEvents, readFunnel } from '../../../audit'
import type { Context } from '../../../context'
import { type DetailedKey, findProblem, isLasting, readKeyBackground, stateOf } from '../../../keys'
import { type KeyProblemMessages, keyProblemWordsFor } from '../../../shared/i18n/key-problems'
import { countAccounts } from '../../../registration'
import type { Moment } from '../../../shared/moment'
import { actionsFor, type SentForms } from './key-actions'
import { codeRows } from './key-codes'
import type { Desk } from '../desk'
import { eventRows } from '../audit/event-rows'
import { factsOf } from './key-facts'
import { funnelBars } from './key-funnel'
import { heldRows } from './held-rows'
import { registrationRows } from './key-registrations'
import { stateClasses } from '../keys/key-rows'
import { mailsView } from '../mails/mails-view'
import { viewerAt } from '../roles'
import type { KeyView } from '../views/key'

/** How the page differs from what a GET shows. */
interface KeyPageState extends SentForms {
  /** Where the list of registrations begins. */
  after?: Moment | undefined
  /** Why no mail was sent. */
  mailProblem?: string
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
    uid: key.uid,
    path: `${root}/keys/${key.uid}`,
    state: stateView(context, desk, key, background.revokedReason),
    trouble: await troubleOf(context, desk, key),
    facts: await factsOf(context, desk, key, background),
    uses: usesView(desk, key),
    funnel: funnelBars(desk, funnel, accounts),
    codes: await codeRows(context, desk, key),
    registrations: await registrationRows(context, desk, key, page.after),
    held: await heldRows(context, desk, key.uid),
    history: await eventRows(context, desk, history),
    historyHref: `${root}/audit?key=${key.uid}`,
    mails: await mailsView(context, desk, key, page.mailProblem),
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
  return problem === undefined ? undefined : keyProblemWordsFor(language)[problem]
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
    meaning: state === 'usable' && key.isBound ? t.key.usableByThose : t.key.stateMeanings[state],
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
