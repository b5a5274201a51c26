import { z } from 'zod'
import { change, type Db, select, uidFromBytes, uidToBytes } from '../shared/db'
import { normaliseEmail } from '../shared/email-address'
import { importDigest } from '../shared/import-digest'
import { marks } from './empty-keys-store'

/** A row of a list that became a key, known by digests: of their address, or of a key that is theirs. */
export interface OwnImport {
  source: string
  keyUid: string
  madeAt: Date
  /** Where it stands. */
  place: { sourceUid: Buffer; identity: Buffer }
}

const Bytes = z.instanceof(Buffer)
const SourceRow = z.object({ uid: Bytes, name: z.string(), salt: Bytes })
const ImportedRow = z.object({ identity: Bytes, key_uid: Bytes, made_at: z.date() })

export async function listOwnImports(
  db: Db,
  emails: readonly string[],
  ownKeyUids: readonly string[],
): Promise<OwnImport[]> {
  const sources = await select(db, SourceRow, 'SELECT uid, name, salt FROM import_sources ORDER BY uid')
  const found: OwnImport[] = []
  for (const { uid, name, salt } of sources) {
    const digests = emails.map((email) => importDigest(salt, 'address', normaliseEmail(email).toLowerCase()))
    const rows = await listRows(db, uid, digests, ownKeyUids.map(uidToBytes))
    found.push(
      ...rows.map((row) => ({
        source: name,
        keyUid: uidFromBytes(row.key_uid),
        madeAt: row.made_at,
        place: { sourceUid: uid, identity: row.identity },
      })),
    )
  }
  return found
}

/** Each branch reads an index. */
async function listRows(
  db: Db,
  sourceUid: Buffer,
  digests: readonly Buffer[],
  keyUids: readonly Buffer[],
): Promise<z.output<typeof ImportedRow>[]> {
  const branches = [
    { column: 'identity', values: digests },
    { column: 'address', values: digests },
    { column: 'key_uid', values: keyUids },
  ].filter(({ values }) => values.length > 0)
  if (branches.length === 0) return []
  return select(
    db,
    ImportedRow,
    branches
      .map(
        ({ column, values }) =>
          `SELECT identity, key_uid, made_at FROM import_rows WHERE source_uid = ? AND ${column} IN (${marks(values)})`,
      )
      .join(' UNION '),
    branches.flatMap(({ values }) => [sourceUid, ...values]),
  )
}

/** The same list would make a key for them again. */
export async function forgetImports(trx: Db, imports: readonly OwnImport[]): Promise<void> {
  for (const { place } of imports) {
    await change(trx, 'DELETE FROM import_rows WHERE source_uid = ? AND identity = ?', [
      place.sourceUid,
      place.identity,
    ])
  }
}
