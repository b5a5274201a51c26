import { z } from 'zod'
import type { EntityScope } from '../glpi'
import { type Bindings, change, type Db, select, uidFromBytes, uidToBytes } from '../shared/db'
import { type Preset, PresetTerms } from './preset'

const columns = 'uid, name, entities_id, owner_users_id, terms, created_at, changed_at'

const Row = z
  .object({
    uid: z.instanceof(Buffer),
    name: z.string(),
    entities_id: z.number(),
    owner_users_id: z.number().nullable(),
    terms: z.string(),
    created_at: z.date(),
    changed_at: z.date(),
  })
  .transform((row): Preset => ({
    uid: uidFromBytes(row.uid),
    name: row.name,
    entitiesId: row.entities_id,
    ownerUsersId: row.owner_users_id ?? undefined,
    terms: PresetTerms.parse(JSON.parse(row.terms)),
    createdAt: row.created_at,
    changedAt: row.changed_at,
  }))

const presetsAtMost = 500

/** Those listed in these entities, by name. */
export function selectPresets(
  db: Db,
  scope: EntityScope,
  only: { name?: string; owner?: number | 'system' } = {},
): Promise<Preset[]> {
  if (scope.kind === 'some' && scope.ids.length === 0) return Promise.resolve([])
  const parts: [string, Bindings][] = [
    ['deleted_at IS NULL', []],
    ...(scope.kind === 'all'
      ? []
      : ([[`entities_id IN (${scope.ids.map(() => '?').join()})`, scope.ids]] as [string, Bindings][])),
    ...(only.name === undefined ? [] : ([['name = ?', [only.name]]] as [string, Bindings][])),
    ...(only.owner === undefined
      ? []
      : ([['owner_users_id <=> ?', [only.owner === 'system' ? null : only.owner]]] as [string, Bindings][])),
  ]
  return select(
    db,
    Row,
    `SELECT ${columns} FROM presets WHERE ${parts.map(([sql]) => sql).join(' AND ')}
     ORDER BY name, uid LIMIT ${presetsAtMost}`,
    parts.flatMap(([, bindings]) => [...bindings]),
  )
}

export async function findPreset(db: Db, uid: string): Promise<Preset | undefined> {
  const [row] = await select(db, Row, `SELECT ${columns} FROM presets WHERE uid = ? AND deleted_at IS NULL`, [
    uidToBytes(uid),
  ])
  return row
}

export async function insertPreset(
  trx: Db,
  { uid, name, entitiesId, ownerUsersId, terms, createdAt }: Omit<Preset, 'changedAt'>,
): Promise<void> {
  await change(trx, `INSERT INTO presets (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?)`, [
    uidToBytes(uid),
    name,
    entitiesId,
    ownerUsersId ?? null,
    JSON.stringify(terms),
    createdAt,
    createdAt,
  ])
}

export async function updatePreset(
  trx: Db,
  uid: string,
  { name, entitiesId, terms, now }: Pick<Preset, 'name' | 'entitiesId' | 'terms'> & { now: Date },
): Promise<boolean> {
  const { affectedRows } = await change(
    trx,
    'UPDATE presets SET name = ?, entities_id = ?, terms = ?, changed_at = ? WHERE uid = ? AND deleted_at IS NULL',
    [name, entitiesId, JSON.stringify(terms), now, uidToBytes(uid)],
  )
  return affectedRows === 1
}

/** Whether this call deleted it. Its name stays, for the keys that were made with it. */
export async function markPresetDeleted(trx: Db, uid: string, now: Date): Promise<boolean> {
  const { affectedRows } = await change(
    trx,
    'UPDATE presets SET deleted_at = ? WHERE uid = ? AND deleted_at IS NULL',
    [now, uidToBytes(uid)],
  )
  return affectedRows === 1
}

/** Whether this call gave it to somebody else. */
export async function replaceOwner(
  trx: Db,
  uid: string,
  { before, after }: { before: number | undefined; after: number },
): Promise<boolean> {
  const { affectedRows } = await change(
    trx,
    'UPDATE presets SET owner_users_id = ? WHERE uid = ? AND owner_users_id <=> ? AND deleted_at IS NULL',
    [after, uidToBytes(uid), before ?? null],
  )
  return affectedRows === 1
}
