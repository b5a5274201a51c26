import type { Context } from '../context'
import { isReachable, readPeople } from '../glpi'
import { countKeysOfIssuer, type DetailedKey, findProblem, getKey, stateOf } from '../keys'
import { GoneIssuer, GoneWebhook, type KeptKey, type QueuedMail, ToldKeys } from '../mail'
import { findCompleted } from '../registration'
import { statedEnd } from '../shared/ends'
import { composeJoiners } from './compose-joiners'
import { composeRequests } from './compose-requests'
import { type Composers, given, isStale, kept, keyList, tooLate } from './composing'

type Keepers = Pick<
  Composers,
  'joined' | 'lapsed' | 'key-in-trouble' | 'link-requested' | 'keys-ending' | 'issuer-gone' | 'webhook-gone'
>

/** What goes to those who answer for keys. Of keys that were looked after meanwhile, nothing is said any more. */
export const composeForKeepers: Keepers = {
  joined: async (context, mail) => {
    if (isStale(context, mail)) return tooLate
    if (mail.keyUid === undefined) return composeJoiners(context, mail)
    const { db } = context
    const key = await getKey(db, given(mail.keyUid, 'key', mail))
    const registration = await findCompleted(db, given(mail.registrationUid, 'registration', mail))
    if (registration === undefined) return { withdraw: 'erased' }
    const people = await readPeople(db, await context.glpi.side(), [registration.usersId])
    const person = people.get(registration.usersId)
    if (person === undefined) return { withdraw: 'account-gone' }
    const joiner = {
      ...person,
      key: kept(context, key),
      at: registration.completedAt,
      used: key.usesCompleted,
      limit: key.maxUses,
    }
    return { view: { joiners: [joiner], total: 1, url: joiner.key.url } }
  },

  lapsed: async (context, mail) => {
    if (isStale(context, mail)) return tooLate
    const told = await keysOf(context, mail)
    const now = context.clock.now()
    const keys = told.keys
      .filter((key) => stateOf(key, now) === 'expired' && key.usesCompleted === 0)
      .flatMap((key) => {
        const endedAt = statedEnd(key, context.config.timeZone)
        return endedAt === undefined ? [] : [{ ...kept(context, key), endedAt, invited: key.addresses }]
      })
    return listed(context, told, keys, '?state=expired&sort=ends-last')
  },

  'key-in-trouble': async (context, mail) => {
    const told = await keysOf(context, mail)
    const now = context.clock.now()
    const keys = []
    for (const key of told.keys) {
      if (['revoked', 'expired', 'used-up'].includes(stateOf(key, now))) continue
      const problem = await findProblem(context, key.uid)
      if (problem !== undefined) keys.push({ ...kept(context, key), problem })
    }
    return listed(context, told, keys, '?problem=any')
  },

  'link-requested': composeRequests,

  'keys-ending': async (context, mail) => {
    if (isStale(context, mail)) return tooLate
    const told = await keysOf(context, mail)
    const now = context.clock.now()
    const keys = told.keys.flatMap((key) => {
      const until = statedEnd(key, context.config.timeZone)
      if (until === undefined || until <= now || stateOf(key, now) !== 'usable') return []
      const usesLeft = key.maxUses === undefined ? undefined : key.maxUses - key.usesCompleted - key.usesHeld
      return [{ ...kept(context, key), until, usesLeft }]
    })
    return listed(context, told, keys, '?state=usable&sort=ends-first')
  },

  'issuer-gone': async (context, mail) => {
    const { db, clock } = context
    const { issuerId } = GoneIssuer.parse(mail.facts)
    const side = await context.glpi.side()
    if (await isReachable(db, side, issuerId, clock.now())) return { withdraw: 'issuer-back' }
    const keys = await countKeysOfIssuer(db, issuerId, clock.now())
    if (keys === 0) return { withdraw: 'no-keys-left' }
    const person = (await readPeople(db, side, [issuerId])).get(issuerId)
    return {
      view: {
        issuer: person?.name ?? `GLPI #${issuerId}`,
        keys,
        url: keyList(context, `?issuer=${issuerId}`),
      },
    }
  },

  'webhook-gone': (context, mail) => {
    const { webhookUid, host } = GoneWebhook.parse(mail.facts)
    const view = { host, url: `${context.config.publicUrl}/console/webhooks/${webhookUid}` }
    return Promise.resolve(isStale(context, mail) ? tooLate : { view })
  },
}

interface Told {
  keys: DetailedKey[]
  /** Those that the mail is too short to name. */
  unnamed: number
}

async function keysOf({ db }: Context, mail: QueuedMail): Promise<Told> {
  const { keyUids, total } =
    mail.keyUid === undefined ? ToldKeys.parse(mail.facts) : { keyUids: [mail.keyUid], total: 1 }
  const keys: DetailedKey[] = []
  for (const uid of keyUids) keys.push(await getKey(db, uid))
  return { keys, unnamed: Math.max(0, (total ?? 0) - keyUids.length) }
}

/** One key has its own page to open; several have the list. */
function listed<Key extends KeptKey>(
  context: Context,
  { unnamed }: Told,
  keys: readonly Key[],
  query: string,
): { view: { keys: readonly Key[]; total: number; url: string } } | { withdraw: string } {
  const [first, second] = keys
  if (first === undefined) return { withdraw: 'no-keys-left' }
  const isOne = second === undefined && unnamed === 0
  return { view: { keys, total: keys.length + unnamed, url: isOne ? first.url : keyList(context, query) } }
}
