import { z } from 'zod'
import { type Db, select } from '../shared/db'
import { decodeFor } from './encoding'
import type { GlpiSide } from './side'

/** A group that people can be members of. */
export interface Group {
  id: number
  name: string
}

const GroupRow = z.object({ id: z.number(), name: z.string().nullable() })

export async function listGroups(db: Db, side: GlpiSide): Promise<Group[]> {
  const query = 'SELECT id, name FROM ??.glpi_groups WHERE is_usergroup = 1 ORDER BY name, id'
  const rows = await select(db, GroupRow, query, [side.database])
  return rows.map(({ id, name }) => ({ id, name: decodeFor(side, name ?? '') }))
}
