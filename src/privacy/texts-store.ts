import { z } from 'zod'
import { change, type Db, select } from '../shared/db'

/** Where people write what they like, so that anybody may be named in it. */
export interface TextPlace {
  table:
    | 'registration_keys'
    | 'key_messages'
    | 'registration_details'
    | 'batches'
    | 'presets'
    | 'outbox'
    | 'outbox_details'
    | 'link_requests'
    | 'admin_sessions'
    | 'api_tokens'
  id: string
  column: string
  isJson?: true
}

export const textPlaces: readonly TextPlace[] = [
  { table: 'registration_keys', id: 'uid', column: 'label' },
  { table: 'registration_keys', id: 'uid', column: 'revoked_reason' },
  { table: 'key_messages', id: 'key_uid', column: 'message' },
  { table: 'registration_details', id: 'registration_uid', column: 'reason' },
  { table: 'batches', id: 'uid', column: 'label' },
  { table: 'presets', id: 'uid', column: 'name' },
  { table: 'presets', id: 'uid', column: 'terms', isJson: true },
  { table: 'outbox', id: 'uid', column: 'facts', isJson: true },
  { table: 'outbox', id: 'uid', column: 'failure' },
  { table: 'outbox_details', id: 'outbox_uid', column: 'name' },
  { table: 'link_requests', id: 'uid', column: 'note' },
  { table: 'api_tokens', id: 'uid', column: 'label' },
  { table: 'admin_sessions', id: 'id_hash', column: 'data', isJson: true },
]

export interface FoundText {
  id: Buffer
  text: string
}

const Row = z.object({ id: z.instanceof(Buffer), text: z.string() })

/**
 * The texts of that place that may name somebody. No index knows what stands inside a text, so the table is read from
 * one end to the other, without a lock: for the rare day when somebody asks.
 */
export function listTextsLike(
  db: Db,
  { table, id, column }: TextPlace,
  patterns: readonly string[],
): Promise<FoundText[]> {
  const isLike = patterns.map(() => '?? LIKE ?').join(' OR ')
  return select(db, Row, `SELECT ?? AS id, ?? AS text FROM ?? WHERE ${isLike}`, [
    id,
    column,
    table,
    ...patterns.flatMap((pattern) => [column, pattern]),
  ])
}

/** Writes the text that is left; false when somebody wrote another meanwhile, or it is gone. */
export async function replaceText(
  trx: Db,
  { table, id, column }: TextPlace,
  { id: of, text }: FoundText,
  left: string,
): Promise<boolean> {
  const { affectedRows } = await change(
    trx,
    'UPDATE ?? SET ?? = ? WHERE ?? = ? AND ?? COLLATE utf8mb4_bin = ?',
    [table, column, left, id, of, column, text],
  )
  return affectedRows === 1
}
