import { type PersonalMailbox, readMailboxes } from '../glpi'
import { type NewMail, queueMails, takeNotice, type ToldRequests } from '../mail'
import { inTransaction } from '../shared/db'
import { languageFrom } from '../shared/i18n'
import type { AnswerDeps } from './answer-request'
import { listUntold, markTold, type UntoldRequest } from './requests-store'

const atOnce = 1_000
/** The mail names so many, and says how many there are. */
const requestsNamed = 20
/** One mail in this time, however many ask. */
const quietMs = 15 * 60_000

/**
 * Tells whoever answers for keys that people ask for new links of them. Where that is nobody who could be written to, or
 * whose invitations are refused, the addresses of `ADMIN_MAIL` hear.
 *
 * @returns how many mails there are
 */
export async function tellOfRequests(deps: AnswerDeps): Promise<number> {
  const untold = await listUntold(deps.db, atOnce)
  if (untold.length === 0) return 0
  const now = deps.clock.now()
  const ids = untold.flatMap(({ issuerId }) => issuerId ?? [])
  const mailboxes = await readMailboxes(deps.db, await deps.glpi.side(), ids, now)
  let mails = 0
  for (const [issuerId, requests] of byKeeper(untold, mailboxes))
    mails += await tell(deps, issuerId === undefined ? undefined : mailboxes.get(issuerId), requests)
  return mails
}

/** By issuer; under `undefined` those for the addresses of `ADMIN_MAIL`. */
function byKeeper(
  requests: readonly UntoldRequest[],
  mailboxes: ReadonlyMap<number, PersonalMailbox>,
): Map<number | undefined, UntoldRequest[]> {
  const groups = new Map<number | undefined, UntoldRequest[]>()
  for (const request of requests) {
    const { issuerId, refusal } = request
    const hears = issuerId !== undefined && mailboxes.has(issuerId) && refusal !== 'KEY_ISSUER_REFUSED'
    const keeper = hears ? issuerId : undefined
    groups.set(keeper, [...(groups.get(keeper) ?? []), request])
  }
  return groups
}

function tell(
  deps: AnswerDeps,
  keeper: PersonalMailbox | undefined,
  requests: readonly UntoldRequest[],
): Promise<number> {
  const now = deps.clock.now()
  const occasion = new Date(Math.floor(now.getTime() / quietMs) * quietMs)
  const subject = keeper === undefined ? undefined : { usersId: keeper.usersId }
  return inTransaction(deps.db, async (trx) => {
    if (!(await takeNotice(trx, { kind: 'link-requested', subject, occasion }, now))) return 0
    const uids = requests.map(({ uid }) => uid)
    await markTold(trx, uids, now)
    const facts: ToldRequests = { requestUids: uids.slice(0, requestsNamed), total: uids.length }
    const mails = recipientsOf(deps, keeper).map((to): NewMail => ({ kind: 'link-requested', facts, ...to }))
    await queueMails(trx, deps, mails)
    return mails.length
  })
}

function recipientsOf(
  { config }: AnswerDeps,
  keeper: PersonalMailbox | undefined,
): Pick<NewMail, 'to' | 'language'>[] {
  if (keeper === undefined)
    return config.adminMail.map((address) => ({ to: { address }, language: config.defaultLanguage }))
  const { address, name, usersId } = keeper
  const language = languageFrom(keeper.language) ?? config.defaultLanguage
  return [{ to: { address, name, usersId }, language }]
}
