import type { Sought } from './ending-keys-store'

/** Keys that somebody may still want to use before they end. */
export const usableKeys: Sought['where'] = {
  sql: `k.revoked_at IS NULL AND k.paused_at IS NULL
    AND (k.max_uses IS NULL OR k.uses_completed < k.max_uses)`,
  bindings: [],
}
