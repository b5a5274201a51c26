import { type Names, readNames } from '../../../glpi'
import { isLasting, type KeyOfList, type KeyState } from '../../../keys'
import type { Db } from '../../../shared/db'
import { type KeyProblemMessages, keyProblemWordsFor } from '../../../shared/i18n/key-problems'
import type { Desk } from '../desk'
import type { KeyRowView } from '../views/keys'
import { writeQuery } from './key-query'

/** The names on one page of keys, and no others. */
export function namesOf(db: Db, { side }: Pick<Desk, 'side'>, keys: readonly KeyOfList[]): Promise<Names> {
  return readNames(db, side, {
    users: keys.flatMap(({ issuer }) => (issuer.kind === 'user' ? [issuer.usersId] : [])),
    profiles: keys.flatMap(({ authorisations }) => authorisations.map(({ profilesId }) => profilesId)),
    entities: keys.flatMap(({ authorisations }) => authorisations.map(({ entitiesId }) => entitiesId)),
  })
}

export const stateClasses: Record<KeyState, string> = {
  usable: 'state state-good',
  'not-yet-valid': 'state',
  paused: 'state state-warn',
  'held-up': 'state state-warn',
  'used-up': 'state',
  expired: 'state',
  revoked: 'state state-bad',
}

export function nameOf({ t }: Pick<Desk, 't'>, { label, hint }: Pick<KeyOfList, 'label' | 'hint'>): string {
  return label.trim() === '' ? t.keyList.untitled(hint) : label
}

export function rowOf(desk: Desk, names: Names, key: KeyOfList, now: Date): Omit<KeyRowView, 'mailFailed'> {
  const { t, format, root } = desk
  const { keyList } = t
  const name = nameOf(desk, key)
  const end = format.endOf(key)
  const hasTimeLeft = end !== undefined && end > now && key.state !== 'revoked'
  return {
    uid: key.uid,
    href: `${root}/keys/${key.uid}`,
    name,
    hint: keyList.hint(key.hint),
    state: keyList.states[key.state],
    stateClass: stateClasses[key.state],
    problem: problemOf(desk, key)?.short,
    reason: key.revokedReason === undefined ? undefined : keyList.because(key.revokedReason),
    ...usesOf(desk, key),
    ...grantOf(desk, names, key),
    issuer: issuerOf(desk, names, key),
    ends: end === undefined ? keyList.never : format.day(end),
    endsIso: end && format.iso(end),
    timeLeft: hasTimeLeft ? format.timeLeft(end, now) : undefined,
    made: format.day(key.createdAt),
    madeIso: format.iso(key.createdAt),
    batchHref: key.batchUid === undefined ? undefined : `${root}/keys${writeQuery({ batch: key.batchUid })}`,
    selectLabel: keyList.select.one(name),
  }
}

/** Of a key that has ended it is of no interest any more. */
export function problemOf(
  { language }: Pick<Desk, 'language'>,
  { problem, state }: Pick<KeyOfList, 'problem' | 'state'>,
): KeyProblemMessages | undefined {
  return problem === undefined || !isLasting(state) ? undefined : keyProblemWordsFor(language)[problem]
}

function usesOf({ t: { keyList }, format }: Desk, key: KeyOfList): Pick<KeyRowView, 'uses' | 'usesMore'> {
  const used = format.number(key.usesCompleted)
  const more = [
    ...(key.usesHeld > 0 ? [keyList.held(key.usesHeld, format.number(key.usesHeld))] : []),
    ...(key.usesLeft !== undefined && key.maxUses !== 1
      ? [keyList.left(key.usesLeft, format.number(key.usesLeft))]
      : []),
  ]
  return {
    uses:
      key.maxUses === undefined
        ? keyList.usesUnlimited(used)
        : keyList.uses(used, format.number(key.maxUses)),
    usesMore: more.length === 0 ? undefined : more.join(', '),
  }
}

export function grantOf(
  { t: { keyList } }: Pick<Desk, 't'>,
  names: Names,
  { authorisations }: Pick<KeyOfList, 'authorisations'>,
): Pick<KeyRowView, 'grant' | 'place' | 'grantMore'> {
  const [first, ...others] = authorisations
  if (first === undefined) return { grant: keyList.nothingGranted, place: '', grantMore: undefined }
  return {
    grant: names.profile(first.profilesId) ?? keyList.gone(first.profilesId),
    place: names.entityPath(first.entitiesId) ?? keyList.gone(first.entitiesId),
    grantMore: others.length === 0 ? undefined : keyList.andMore(others.length),
  }
}

export function issuerOf(
  { t: { keyList } }: Pick<Desk, 't'>,
  names: Names,
  { issuer }: Pick<KeyOfList, 'issuer'>,
): string {
  if (issuer.kind === 'system') return keyList.system
  return names.user(issuer.usersId) ?? keyList.gone(issuer.usersId)
}
