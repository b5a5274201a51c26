import { z } from 'zod'
import { type Db, select } from '../shared/db'
import { decodeFor } from './encoding'
import type { Profile, ProfileRights, RightsTable } from './rights'
import type { GlpiSide } from './side'

const ProfileRow = z.object({
  id: z.number(),
  name: z.string().nullable(),
  interface: z.string().nullable(),
  is_default: z.number(),
})

/** All profiles, in order of name: there are few. Administrators add and rename them: know them by id, show the name. */
export async function listProfiles(db: Db, side: GlpiSide): Promise<Profile[]> {
  const query = 'SELECT id, name, interface, is_default FROM ??.glpi_profiles ORDER BY name, id'
  const rows = await select(db, ProfileRow, query, [side.database])
  return rows.map((row) => ({
    id: row.id,
    name: decodeFor(side, row.name ?? ''),
    interface: interfaceFrom(row.interface),
    isDefault: row.is_default === 1,
  }))
}

/** GLPI takes everything that is not central for the simplified interface. */
export const interfaceFrom = (stored: string | null): Profile['interface'] =>
  stored === 'central' ? 'central' : 'helpdesk'

const RightRow = z.object({ profiles_id: z.number(), name: z.string(), rights: z.number() })

export async function readRights(db: Db, side: GlpiSide): Promise<RightsTable> {
  const rows = await select(db, RightRow, 'SELECT profiles_id, name, rights FROM ??.glpi_profilerights', [
    side.database,
  ])
  const byProfile = new Map<number, Map<string, number>>()
  const names = new Set<string>()
  for (const row of rows) {
    names.add(row.name)
    const rights = byProfile.get(row.profiles_id) ?? new Map<string, number>()
    byProfile.set(row.profiles_id, rights.set(row.name, row.rights))
  }
  const none: ProfileRights = new Map()
  return { names, of: (profilesId) => byProfile.get(profilesId) ?? none }
}
