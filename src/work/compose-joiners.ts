import type { Context } from '../context'
import { readPeople } from '../glpi'
import { type DetailedKey, getKey } from '../keys'
import { type QueuedMail, ToldJoins } from '../mail'
import { listJoinersOf } from '../registration'
import { given, kept, keyList, type Told } from './composing'

/** The mail names so many, and says how many there are. */
const joinersNamed = 50
/** Counting ends here. */
const joinersAtMost = 5_000

/** Everybody who joined with somebody's keys within some time, but for those whom GLPI has no more. */
export async function composeJoiners(context: Context, mail: QueuedMail): Promise<Told<'joined'>> {
  const { db, glpi } = context
  const { from, to } = ToldJoins.parse(mail.facts)
  const issuersId = given(mail.to.usersId, 'reader in GLPI', mail)
  const range = { from: new Date(from), to: new Date(to), limit: joinersAtMost }
  const all = await listJoinersOf(db, issuersId, range)
  const named = all.slice(0, joinersNamed)
  const people = await readPeople(
    db,
    await glpi.side(),
    named.map(({ usersId }) => usersId),
  )
  const keys = new Map<string, DetailedKey>()
  const joiners = []
  for (const { keyUid, usersId, completedAt } of named) {
    const person = people.get(usersId)
    if (person === undefined) continue
    const key = keys.get(keyUid) ?? (await getKey(db, keyUid))
    keys.set(keyUid, key)
    const { usesCompleted: used, maxUses: limit } = key
    joiners.push({ ...person, key: kept(context, key), at: completedAt, used, limit })
  }
  const [first] = joiners
  if (first === undefined) return { withdraw: 'account-gone' }
  const total = all.length - named.length + joiners.length
  const url = total === 1 ? first.key.url : keyList(context, `?issuer=${issuersId}`)
  return { view: { joiners, total, url } }
}
