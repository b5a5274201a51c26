import { z } from 'zod'
import type { Grant } from '../glpi'
import { type Db, selectPrepared, uidToBytes } from '../shared/db'
import { type AccountEnd, type Carried, keyFieldNames } from './carried'
import { readModes } from './form-modes'

/** What a key gives, and to whom: all that a registration has to know of it. */
export interface Terms extends Pick<
  Carried,
  'domains' | 'accountValidity' | 'language' | 'fields' | 'form' | 'needsProof' | 'needsApproval'
> {
  grant: Grant
  /** With the domains: who has one of them may register. Neither, on a key that is not bound: whoever has the link. */
  addresses: string[]
  isBound: boolean
  isSingleUse: boolean
  /** Whether it was made with others. */
  isOfBatch: boolean
  /** Whether all its uses are completed, this transaction's own included. */
  isUsedUp: boolean
}

// In a UNION with a literal the servers widen unsigned integers to decimals, which arrive as text.
const Count = z.coerce.number()
const Row = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('authorisation'), a: Count, b: Count, c: Count }),
  z.object({ kind: z.literal('group'), a: Count }),
  z.object({ kind: z.literal('address'), text: z.string() }),
  z.object({ kind: z.literal('domain'), text: z.string() }),
  z.object({ kind: z.enum(keyFieldNames), text: z.string(), a: Count }),
  z.object({ kind: z.literal('place'), a: Count, b: Count, c: Count, text: z.string() }),
  z.object({
    kind: z.literal('account'),
    a: Count,
    b: Count,
    c: Count,
    text: z.string(),
    begins: z.date().nullable(),
    ends: z.date().nullable(),
  }),
])
type Row = z.output<typeof Row>

/** Of the two rows about the key itself, the second: a bit each for what is yes or no. */
const readTermsOfKey = `
  SELECT 'authorisation' AS kind, profiles_id AS a, entities_id AS b, is_recursive AS c, '' AS text,
    NULL AS begins, NULL AS ends FROM key_authorisations WHERE key_uid = ?
  UNION ALL SELECT 'group', groups_id, 0, 0, '', NULL, NULL FROM key_groups WHERE key_uid = ?
  UNION ALL SELECT 'address', 0, 0, 0, address, NULL, NULL FROM key_addresses WHERE key_uid = ?
  UNION ALL SELECT 'domain', 0, 0, 0, domain, NULL, NULL FROM key_domains WHERE key_uid = ?
  UNION ALL SELECT field, is_locked, 0, 0, value, NULL, NULL FROM key_fields WHERE key_uid = ?
  UNION ALL SELECT 'place', usertitles_id, usercategories_id, locations_id, COALESCE(form, ''), NULL, NULL
    FROM registration_keys WHERE uid = ?
  UNION ALL SELECT 'account', COALESCE(account_days, 0), COALESCE(account_months, 0), needs_proof + 2 * is_bound
    + 4 * (COALESCE(max_uses, 0) = 1) + 8 * (batch_uid IS NOT NULL)
    + 16 * needs_approval + 32 * COALESCE(is_used_up, 0), COALESCE(language, ''), account_from, account_until FROM registration_keys WHERE uid = ?`

/** In one round trip: this runs inside every registration. */
export async function readTerms(db: Db, keyUid: string): Promise<Terms> {
  const uid = uidToBytes(keyUid)
  const rows = await selectPrepared(db, Row, readTermsOfKey, new Array<Buffer>(7).fill(uid))
  const place = of(rows, 'place')[0]
  const account = of(rows, 'account')[0]
  return {
    grant: {
      authorisations: of(rows, 'authorisation').map(({ a, b, c }) => ({
        profilesId: a,
        entitiesId: b,
        isRecursive: c === 1,
      })),
      groupIds: of(rows, 'group').map(({ a }) => a),
      usertitlesId: place?.a ?? 0,
      usercategoriesId: place?.b ?? 0,
      locationsId: place?.c ?? 0,
    },
    addresses: of(rows, 'address').map(({ text }) => text),
    domains: of(rows, 'domain').map(({ text }) => text),
    fields: keyFieldNames.flatMap((field) =>
      of(rows, field).map(({ text, a }) => ({ field, value: text, isLocked: a === 1 })),
    ),
    form: readModes(place?.text ?? ''),
    accountValidity: {
      from: account?.begins ?? undefined,
      end: account === undefined ? undefined : endOf(account),
    },
    language: account?.text || undefined,
    needsProof: ((account?.c ?? 0) & 1) > 0,
    isBound: ((account?.c ?? 0) & 2) > 0,
    isSingleUse: ((account?.c ?? 0) & 4) > 0,
    isOfBatch: ((account?.c ?? 0) & 8) > 0,
    needsApproval: ((account?.c ?? 0) & 16) > 0,
    isUsedUp: ((account?.c ?? 0) & 32) > 0,
  }
}

const of = <Kind extends Row['kind']>(rows: readonly Row[], kind: Kind) =>
  rows.filter((row): row is Extract<Row, { kind: Kind }> => row.kind === kind)

function endOf({ a: days, b: months, ends }: Extract<Row, { kind: 'account' }>): AccountEnd | undefined {
  if (ends !== null) return { kind: 'date', at: ends }
  if (months > 0) return { kind: 'months', months }
  return days > 0 ? { kind: 'days', days } : undefined
}
