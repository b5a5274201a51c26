import type { Sought } from './ending-keys-store'

/** Invitations of people that nobody used, nor stopped, and that their inviter has not heard of since this end. */
export const endedUnused: Sought['where'] = {
  sql: `k.issuer_users_id IS NOT NULL AND k.uses_completed = 0 AND k.uses_held = 0
    AND k.revoked_at IS NULL AND k.paused_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM notices n
      WHERE n.kind = 'lapsed' AND n.subject = k.uid AND n.occasion = k.expires_at)`,
  bindings: [],
}
