import { DateTime } from 'luxon'
import type { Context } from '../../../context'
import {
  countCeiling,
  countKeys,
  findFailedMails,
  listKeys,
  listKeysEndingBefore,
  type MailFilter,
  type NoticedKey,
} from '../../../keys'
import { countHeld, listHeld, listKeysUsedUp } from '../../../registration'
import { approvalRow } from '../approvals/approval-rows'
import { countOpenRequests, listRequests } from '../../../requests'
import type { Desk } from '../desk'
import { nameOf, problemOf } from '../keys/key-rows'
import { writeQuery } from '../keys/key-query'
import type { NeedView } from '../views/home'
import { writeCount } from './counts'

/** Enough to act on at once; the list has the others. */
const shown = 3
const daysAhead = 7

/** What somebody should look at, what comes to an end first. */
export async function needsView(
  { db, config }: Context,
  desk: Desk,
  { now, since }: { now: Date; since: Date },
): Promise<NeedView[]> {
  const { scope } = desk.actor
  // To the end of that day, so that the list of keys, which filters by days, shows the same ones.
  const lastDay = DateTime.fromJSDate(now, { zone: config.timeZone }).startOf('day').plus({ days: daysAhead })
  const until = lastDay.plus({ days: 1 }).toJSDate()
  const inTrouble = { scope, filter: { problem: 'any' as const }, now }
  const [ending, usedUp, troubled, troubledCount] = await Promise.all([
    listKeysEndingBefore(db, scope, { now, until, limit: shown }),
    listKeysUsedUp(db, scope, { now, since, limit: shown }),
    listKeys(db, { ...inTrouble, sort: 'newest', page: {}, limit: shown }),
    countKeys(db, inTrouble),
  ])
  const mails = await mailNeeds({ db, config }, desk, now)
  const requests = await requestNeed({ db }, desk)
  const waiting = { scope, state: 'awaiting-approval' as const }
  const held = await listHeld(db, waiting, { now, limit: shown })
  const n = held.length < shown ? held.length : await countHeld(db, waiting, { now, atMost: 10_000 })
  const { home } = desk.t.approvals
  const { needs } = desk.t.home
  const soon = { state: 'usable', 'ends-to': lastDay.toISODate() ?? '' }
  return [
    ...requests,
    ...(await webhookNeeds({ db }, desk, now)),
    {
      id: 'approvals',
      heading: home.heading(n, desk.format.number(n)),
      hint: home.hint,
      keys: held.map((one) => {
        const { name, reviewHref: href, login: hint } = approvalRow(desk, one)
        return { href, name, hint, remark: home.until(desk.format.day(one.until)) }
      }),
      allHref: `${desk.root}/approvals`,
    },
    {
      id: 'in-trouble',
      heading: needs.inTrouble(troubledCount.count, writeCount(desk, troubledCount.count)),
      hint: needs.inTroubleHint,
      keys: troubled.keys.map((key) => rowOf(desk, key, problemOf(desk, key)?.short ?? '')),
      allHref: `${desk.root}/keys${writeQuery({ problem: 'any' })}`,
    },
    ...mails,
    {
      id: 'ending',
      heading: needs.ending(ending.count, writeCount(desk, ending.count)),
      hint: undefined,
      keys: ending.keys.map((key) => rowOf(desk, key, remarkOnEnd(desk, key, now))),
      allHref: `${desk.root}/keys${writeQuery(soon, { sort: 'ends-first' })}`,
    },
    {
      id: 'used-up',
      heading: needs.usedUp(usedUp.count, writeCount(desk, usedUp.count)),
      hint: needs.usedUpHint,
      keys: usedUp.keys.map((key) =>
        rowOf(desk, key, needs.allUsed(key.usesCompleted, desk.format.number(key.usesCompleted))),
      ),
      allHref: `${desk.root}/keys${writeQuery({ state: 'used-up' })}`,
    },
  ].filter(({ keys }) => keys.length > 0)
}

/** People who wait for an answer: before everything that concerns keys alone. */
async function requestNeed({ db }: Pick<Context, 'db'>, desk: Desk): Promise<NeedView[]> {
  const { t, root, actor } = desk
  const requests = await listRequests(db, actor.scope, { which: 'open', limit: shown })
  if (requests.length === 0) return []
  const n = await countOpenRequests(db, actor.scope, countCeiling)
  return [
    {
      id: 'requests',
      heading: t.requests.waiting(n, writeCount(desk, n)),
      hint: undefined,
      keys: requests.map((request) => ({
        href: `${root}/requests/${request.uid}`,
        name: request.address,
        hint: t.keyList.hint(request.keyHint),
        remark: t.requests.reasons[request.refusal],
      })),
      allHref: `${root}/requests`,
    },
  ]
}

/** Programs that do not hear what happens. */
async function webhookNeeds({ db }: Pick<Context, 'db'>, desk: Desk, now: Date): Promise<NeedView[]> {
  const { actor, format, root, t } = desk
  if (!actor.permissions.has('configure')) return []
  const { isFailingForLong, listEndpoints } = await import('../../../webhooks/index.js')
  const deaf = (await listEndpoints(db)).filter(
    (one) => one.off === 'gone' || (one.off === undefined && isFailingForLong(one, now)),
  )
  if (deaf.length === 0) return []
  const { home } = t.webhooks
  return [
    {
      id: 'webhooks',
      heading: home.heading(deaf.length, format.number(deaf.length)),
      hint: home.hint,
      keys: deaf.slice(0, shown).map(({ uid, url, description, failingSince, off }) => ({
        href: `${root}/webhooks/${uid}`,
        name: description || new URL(url).host,
        hint: '',
        remark:
          off === undefined && failingSince !== undefined
            ? home.failing(format.instant(failingSince))
            : home.gone,
      })),
      allHref: `${root}/webhooks`,
    },
  ]
}

/** Invitations that did not arrive, and those that cannot leave. */
async function mailNeeds(
  { db, config }: Pick<Context, 'db' | 'config'>,
  desk: Desk,
  now: Date,
): Promise<NeedView[]> {
  const { home } = desk.t.mails
  const asked = (mail: MailFilter) => ({
    scope: desk.actor.scope,
    filter: { mail, state: 'usable' as const },
    now,
  })
  const listed = { sort: 'newest' as const, page: {}, limit: shown }
  const failed = await listKeys(db, { ...asked('failed'), ...listed })
  const failedAt = await findFailedMails(
    db,
    failed.keys.map(({ uid }) => uid),
  )
  const waiting =
    config.smtpUrl === undefined ? await listKeys(db, { ...asked('waiting'), ...listed }) : { keys: [] }
  const countOf = async (mail: MailFilter, { keys }: { keys: readonly unknown[] }) =>
    keys.length < shown ? keys.length : (await countKeys(db, asked(mail))).count
  const [failures, waits] = [await countOf('failed', failed), await countOf('waiting', waiting)]
  return [
    {
      id: 'mail-failed',
      heading: home.failed(failures, writeCount(desk, failures)),
      hint: home.failedHint,
      keys: failed.keys.map((key) =>
        rowOf(desk, key, home.lastFailed(desk.format.day(failedAt.get(key.uid) ?? now))),
      ),
      allHref: `${desk.root}/keys${writeQuery({ mail: 'failed', state: 'usable' })}`,
    },
    {
      id: 'mail-waiting',
      heading: home.waiting(waits, writeCount(desk, waits)),
      hint: home.waitingHint,
      keys: waiting.keys.map((key) => rowOf(desk, key, '')),
      allHref: `${desk.root}/keys${writeQuery({ mail: 'waiting', state: 'usable' })}`,
    },
  ]
}

function rowOf(
  desk: Desk,
  key: Pick<NoticedKey, 'uid' | 'label' | 'hint'>,
  remark: string,
): NeedView['keys'][number] {
  return {
    href: `${desk.root}/keys/${key.uid}`,
    name: nameOf(desk, key),
    hint: desk.t.keyList.hint(key.hint),
    remark,
  }
}

function remarkOnEnd({ t, format }: Desk, key: NoticedKey, now: Date): string {
  const { maxUses, usesTaken } = key
  const stated = format.endOf(key)
  const end = stated !== undefined && stated > now ? stated : key.expiresAt // in its days of grace
  const { needs } = t.home
  const left = maxUses === undefined ? undefined : maxUses - usesTaken
  const places = left === undefined ? needs.unlimited : needs.placesLeft(left, format.number(left))
  return `${places}, ${needs.endsIn(format.timeLeft(end, now))}`
}
