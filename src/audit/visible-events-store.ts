import { z } from 'zod'
import { type Bindings, type Db, select } from '../shared/db'

/** A condition with what stands for its question marks. */
export interface Condition {
  sql: string
  bindings: Bindings
}

/** Events that somebody sees, as a condition on `audit_events e`. */
export interface VisibleEvents extends Condition {
  about: 'everything' | 'keys' | 'the instance'
  /** No index finds them: they are met while reading by time. */
  isMetByReading: boolean
}

/** Who looks at the record: it decides what is in it. */
export interface Viewer {
  usersId: number
  /** The entities they look after. */
  scope: { kind: 'all' } | { kind: 'some'; ids: readonly number[] }
  /** The right to change the configuration, which opens what is about no key: sign-ins and the kill switch. */
  mayConfigure: boolean
}

/** Up to so many keys are named one by one; beyond it an event in scope is met soon while reading by time. */
const fewKeys = 1_000

/**
 * Which events somebody sees, in parts that exclude each other: those about keys within their entities, and of those
 * about no key their own, or all with the right. Apart from each other, so that each finds an index in order of time.
 */
export async function visibleEvents(db: Db, viewer: Viewer): Promise<VisibleEvents[]> {
  const { scope, mayConfigure, usersId } = viewer
  if (scope.kind === 'all' && mayConfigure) return [indexed('everything', 'TRUE')]
  return [
    scope.kind === 'all' ? indexed('keys', 'e.key_uid IS NOT NULL') : await ofKeysWithin(db, scope.ids),
    mayConfigure
      ? indexed('the instance', 'e.key_uid IS NULL')
      : indexed('the instance', 'e.key_uid IS NULL AND e.actor_users_id = ?', [usersId]),
  ]
}

const Key = z.object({ uid: z.instanceof(Buffer) })

async function ofKeysWithin(db: Db, ids: readonly number[]): Promise<VisibleEvents> {
  if (ids.length === 0) return indexed('keys', 'FALSE')
  const marks = ids.map(() => '?').join()
  // All that the key gives has to be within; its own entity is one of those, and has an index.
  const within = `k.entities_id IN (${marks}) AND NOT EXISTS
    (SELECT 1 FROM key_authorisations a WHERE a.key_uid = k.uid AND a.entities_id NOT IN (${marks}))`
  const keys = await select(
    db,
    Key,
    `SELECT k.uid FROM registration_keys k WHERE ${within} LIMIT ${fewKeys + 1}`,
    [...ids, ...ids],
  )
  if (keys.length === 0) return indexed('keys', 'FALSE')
  if (keys.length <= fewKeys) {
    const uids = keys.map(({ uid }) => uid)
    return indexed('keys', `e.key_uid IN (${uids.map(() => '?').join()})`, uids)
  }
  return {
    about: 'keys',
    isMetByReading: true,
    // Counted rather than tested, so that no server turns it round and begins with all those keys.
    sql: `(SELECT COUNT(*) FROM registration_keys k WHERE k.uid = e.key_uid AND ${within}) = 1`,
    bindings: [...ids, ...ids],
  }
}

function indexed(about: VisibleEvents['about'], sql: string, bindings: Bindings = []): VisibleEvents {
  return { about, isMetByReading: false, sql, bindings }
}
