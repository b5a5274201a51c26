import { z } from 'zod'
import { type Db, select } from '../shared/db'
import { encodeFor } from './encoding'
import type { GlpiSide } from './side'

/** Whose address it is. */
export interface Owner {
  usersId: number
  /** As GLPI has it; undefined when the instance's own is theirs. */
  language: string | undefined
}

const Row = z
  .object({ id: z.number(), language: z.string().nullable() })
  .transform(({ id, language }): Owner => ({ usersId: id, language: language || undefined }))

/** The person in GLPI with this address, active or not; of several, one who can sign in. */
export async function findOwner(db: Db, side: GlpiSide, address: string): Promise<Owner | undefined> {
  const [row] = await select(
    db,
    Row,
    `SELECT u.id, u.language FROM ??.glpi_useremails m JOIN ??.glpi_users u ON u.id = m.users_id
     WHERE m.email IN (?, ?) ORDER BY u.is_deleted, u.is_active DESC, u.id LIMIT 1`,
    [side.database, side.database, address, encodeFor(side, address)],
  )
  return row
}
