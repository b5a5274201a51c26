import type { EventActor } from '../audit'
import type { Context } from '../context'
import type { Grant, Issuer } from '../glpi'
import { wholeGrant } from '../glpi'
import { changeKey, createKey, createKeys, pauseKey, revokeKey } from '../keys'
import { idOf } from './sample-company'
import { type SampleBatch, sampleBatches, type SampleKey, sampleKeys } from './sample-keys'
import { daysFrom } from './sample-newcomers'
import { people, profileIds } from './sample-people'
import { entityIds, groupIds } from './sample-places'

/** A clock that is put where the history is being written. */
export interface HistoryClock {
  at: Date
  now(): Date
}

/** A key that is there now, and what is still to come of it. */
export interface LaidKey {
  uid: string
  grant: Grant
  issuer: Issuer
  entitiesId: number
  /** How many have registered, between these. */
  used: number
  from: Date
  to: Date
}

/** The sample's keys, made by the product itself on the days they say. */
export async function layKeys(context: Context, clock: HistoryClock, now: Date): Promise<LaidKey[]> {
  const laid: LaidKey[] = []
  for (const [index, sample] of sampleKeys.entries())
    laid.push(await layKey(context, clock, { now, index, sample }))
  for (const batch of sampleBatches) laid.push(...(await layBatch(context, clock, now, batch)))
  clock.at = now
  return laid
}

async function layKey(
  context: Context,
  clock: HistoryClock,
  { now, index, sample }: { now: Date; index: number; sample: SampleKey },
): Promise<LaidKey> {
  const { places, placesBefore, begins, paused, revoked } = sample
  const madeAt = morningOf(now, sample.made, index)
  const expiresAt = sample.days === 'never' ? undefined : endOf(now, sample.days - sample.made)
  const by = makerOf(sample.by)
  const grant = grantOf(sample)
  clock.at = madeAt
  const { key } = await createKey(context, by, {
    label: sample.label,
    maxUses: placesBefore ?? (places === 'unlimited' ? undefined : places),
    notBefore: begins === undefined ? undefined : daysFrom(now, begins),
    expiresAt,
    grant,
    addresses: sample.addresses ?? [],
  })
  if (placesBefore !== undefined && places !== 'unlimited') {
    clock.at = daysFrom(madeAt, 3)
    await changeKey(context, { ...by, mayMake: true }, key.uid, { maxUses: places })
  }
  if (paused !== undefined) {
    clock.at = morningOf(now, paused, index)
    await pauseKey(context, by.actor, key.uid)
  }
  if (revoked !== undefined) {
    clock.at = new Date(morningOf(now, revoked.daysAgo, index).getTime() + 3 * 3_600_000)
    await revokeKey(context, by.actor, key.uid, revoked.reason)
  }
  const ends = [now, expiresAt ?? now, ...(paused === undefined && revoked === undefined ? [] : [clock.at])]
  return {
    ...laidAs(sample, by.issuer, grant),
    uid: key.uid,
    used: sample.used,
    from: madeAt,
    to: first(ends),
  }
}

async function layBatch(
  context: Context,
  clock: HistoryClock,
  now: Date,
  batch: SampleBatch,
): Promise<LaidKey[]> {
  const by = makerOf(batch.by)
  const grant = grantOf(batch)
  const expiresAt = endOf(now, batch.days - batch.made)
  clock.at = morningOf(now, batch.made, batch.people)
  const { keys } = await createKeys(context, by, {
    shared: { label: batch.label, maxUses: 1, notBefore: undefined, expiresAt, grant },
    people: Array.from({ length: batch.people }, (_, index) => ({ label: `${batch.label}, ${index + 1}` })),
  })
  return keys.map(({ uid }, index) => ({
    ...laidAs(batch, by.issuer, grant),
    uid,
    used: index < batch.used ? 1 : 0,
    from: clock.at,
    to: first([now, expiresAt]),
  }))
}

const laidAs = ({ entity }: Pick<SampleKey, 'entity'>, issuer: Issuer, grant: Grant) => ({
  entitiesId: entityIds[entity],
  issuer,
  grant,
})

function grantOf({ entity, profile, groups }: Pick<SampleKey, 'entity' | 'profile' | 'groups'>): Grant {
  return wholeGrant({
    authorisations: [
      {
        profilesId: profileIds[profile ?? 'Self-Service'],
        entitiesId: entityIds[entity],
        isRecursive: entity === 'root',
      },
    ],
    groupIds: (groups ?? []).map((group) => groupIds[group]),
  })
}

function makerOf(login: SampleKey['by']): { issuer: Issuer; actor: EventActor } {
  const role = people.find((person) => person.login === login)?.roles[0]
  if (login === undefined || role === undefined)
    return { issuer: { kind: 'system' }, actor: { kind: 'system', osUser: 'deploy' } }
  const usersId = idOf(login)
  return {
    issuer: {
      kind: 'user',
      usersId,
      profilesId: profileIds[role.profile],
      entitiesId: entityIds[role.entity],
    },
    actor: { kind: 'user', usersId },
  }
}

/** Some minutes after eight of a working day: what would fall on a weekend was done on the Friday before. */
function morningOf(now: Date, daysAgo: number, index: number): Date {
  const day = daysFrom(now, -daysAgo)
  const back = { 0: 2, 6: 1 }[day.getUTCDay()] ?? 0
  const morning = daysFrom(day, -back)
  morning.setUTCHours(8, (index * 7) % 60, 0, 0)
  return morning
}

function endOf(now: Date, daysAhead: number): Date {
  const end = daysFrom(now, daysAhead)
  end.setUTCHours(17, 0, 0, 0)
  return end
}

const first = (instants: readonly Date[]): Date =>
  new Date(Math.min(...instants.map((instant) => instant.getTime())))
