import { z } from 'zod'
import { type Bindings, type Db, select } from '../shared/db'

/** A condition with what stands for its question marks. */
export interface Condition {
  sql: string
  bindings: Bindings
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
 * Which events somebody sees, as conditions on `audit_events e` that exclude each other: those about keys within their
 * entities, and of those about no key their own, or all with the right. Apart from each other, so that each finds an
 * index in order of time.
 */
export async function visibleEvents(db: Db, viewer: Viewer): Promise<Condition[]> {
  const { scope, mayConfigure, usersId } = viewer
  if (scope.kind === 'all' && mayConfigure) return [{ sql: 'TRUE', bindings: [] }]
  return [
    scope.kind === 'all' ? { sql: 'e.key_uid IS NOT NULL', bindings: [] } : await ofKeysWithin(db, scope.ids),
    mayConfigure
      ? { sql: 'e.key_uid IS NULL', bindings: [] }
      : { sql: 'e.key_uid IS NULL AND e.actor_users_id = ?', bindings: [usersId] },
  ]
}

const Key = z.object({ uid: z.instanceof(Buffer) })

async function ofKeysWithin(db: Db, ids: readonly number[]): Promise<Condition> {
  if (ids.length === 0) return { sql: 'FALSE', bindings: [] }
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
  if (keys.length === 0) return { sql: 'FALSE', bindings: [] }
  if (keys.length <= fewKeys)
    return { sql: `e.key_uid IN (${keys.map(() => '?').join()})`, bindings: keys.map(({ uid }) => uid) }
  return {
    sql: `EXISTS (SELECT 1 FROM registration_keys k WHERE k.uid = e.key_uid AND ${within})`,
    bindings: [...ids, ...ids],
  }
}
