import type { EntityScope } from '../glpi'
import type { Bindings } from '../shared/db'

/** A condition with what stands for its question marks. */
export interface Condition {
  sql: string
  bindings: Bindings
}

/**
 * That somebody who looks after these entities sees a row about a key: all that the key gives has to be within them.
 * The row's own entity is one of those, so that an index finds the candidates.
 */
export function whereInScope(
  scope: EntityScope,
  { entity, keyUid }: { entity: string; keyUid: string },
): Condition {
  if (scope.kind === 'all') return { sql: 'TRUE', bindings: [] }
  if (scope.ids.length === 0) return { sql: 'FALSE', bindings: [] }
  const ids = scope.ids.map(() => '?').join()
  return {
    sql: `${entity} IN (${ids}) AND NOT EXISTS (SELECT 1 FROM key_authorisations a
      WHERE a.key_uid = ${keyUid} AND a.entities_id NOT IN (${ids}))`,
    bindings: [...scope.ids, ...scope.ids],
  }
}
