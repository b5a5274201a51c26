import { z } from 'zod'
import type { Issuer } from '../glpi'
import { uidFromBytes } from '../shared/db'
import type { RegistrationKey } from './key'

const Bytes = z.instanceof(Buffer)
const OptionalDate = z.date().nullable()

/** Who answers for a key, as its row says it. */
export const IssuerRow = z.object({
  issuer_users_id: z.number().nullable(),
  issuer_profiles_id: z.number().nullable(),
  issuer_entities_id: z.number().nullable(),
})

export function issuerFrom(row: z.output<typeof IssuerRow>): Issuer {
  if (row.issuer_users_id === null) return { kind: 'system' }
  return {
    kind: 'user',
    usersId: row.issuer_users_id,
    profilesId: row.issuer_profiles_id ?? 0,
    entitiesId: row.issuer_entities_id ?? 0,
  }
}

/** A row of `registration_keys`, as far as all who read keys need it. */
export const KeyRow = IssuerRow.extend({
  uid: Bytes,
  label: z.string(),
  max_uses: z.number().nullable(),
  uses_completed: z.number(),
  uses_held: z.number(),
  not_before: OptionalDate,
  expires_at: OptionalDate,
  grace_days: z.number(),
  paused_at: OptionalDate,
  revoked_at: OptionalDate,
  created_at: z.date(),
})

/** Its columns, of the table that is called so in the statement. */
export const keyColumnsOf = (table: string): string =>
  Object.keys(KeyRow.shape)
    .map((column) => `${table}.${column}`)
    .join(', ')

export const keyFrom = (row: z.output<typeof KeyRow>): RegistrationKey => ({
  uid: uidFromBytes(row.uid),
  label: row.label,
  maxUses: row.max_uses ?? undefined,
  usesCompleted: row.uses_completed,
  usesHeld: row.uses_held,
  notBefore: row.not_before ?? undefined,
  expiresAt: row.expires_at ?? undefined,
  graceDays: row.grace_days,
  pausedAt: row.paused_at ?? undefined,
  revokedAt: row.revoked_at ?? undefined,
  issuer: issuerFrom(row),
  createdAt: row.created_at,
})
