import { z } from 'zod'
import { type Db, isColumnDenied, select } from '../shared/db'
import type { GlpiSide } from './side'

/** Whether GLPI would ask this person for a second factor; `unreadable` when our account may not see the columns. */
export type SecondFactor = 'none' | 'asked-for' | 'unreadable'

const Factor = z.object({ is_set_up: z.number(), is_exempt: z.number() })
const Enforced = z.object({ enforced: z.number() })

/**
 * Set up, or enforced and so to be set up: by the configuration, any of the person's entities, profiles or groups.
 * GLPI's time of grace is not granted here: what is not set up yet protects nobody.
 */
export async function readSecondFactor(db: Db, side: GlpiSide, usersId: number): Promise<SecondFactor> {
  if (side.line === '10.0') return 'none'
  try {
    const [factor] = await select(
      db,
      Factor,
      `SELECT COALESCE(\`2fa\`, '') <> '' AS is_set_up, \`2fa_unenforced\` AS is_exempt
       FROM ??.glpi_users WHERE id = ?`,
      [side.database, usersId],
    )
    if (factor === undefined || factor.is_set_up === 1) return 'asked-for'
    if (factor.is_exempt === 1) return 'none'
  } catch (error) {
    if (isColumnDenied(error)) return 'unreadable'
    throw error
  }
  return (await isEnforced(db, side, usersId)) ? 'asked-for' : 'none'
}

/**
 * An entity's strategy may be "as above" (-2): `deciding` climbs from every entity the person is in to the first that
 * says otherwise. The person is in the entities below a recursive authorisation, too.
 */
async function isEnforced(db: Db, side: GlpiSide, usersId: number): Promise<boolean> {
  const glpi = side.database
  const [row] = await select(
    db,
    Enforced,
    `WITH RECURSIVE covered (id, is_recursive) AS (
       SELECT entities_id, is_recursive FROM ??.glpi_profiles_users WHERE users_id = ?
       UNION
       SELECT son.id, covered.is_recursive FROM ??.glpi_entities son
       JOIN covered ON son.entities_id = covered.id AND covered.is_recursive = 1
     ), deciding (id) AS (
       SELECT id FROM covered
       UNION
       SELECT e.entities_id FROM deciding JOIN ??.glpi_entities e ON e.id = deciding.id
       WHERE e.\`2fa_enforcement_strategy\` = -2 AND e.entities_id IS NOT NULL
     )
     SELECT
       EXISTS (SELECT 1 FROM ??.glpi_configs WHERE context = 'core' AND name = '2fa_enforced' AND value = '1')
       OR EXISTS (SELECT 1 FROM deciding JOIN ??.glpi_entities e ON e.id = deciding.id
         WHERE e.\`2fa_enforcement_strategy\` = 1)
       OR EXISTS (SELECT 1 FROM ??.glpi_profiles_users pu JOIN ??.glpi_profiles p ON p.id = pu.profiles_id
         WHERE pu.users_id = ? AND p.\`2fa_enforced\` = 1)
       OR EXISTS (SELECT 1 FROM ??.glpi_groups_users gu JOIN ??.glpi_groups g ON g.id = gu.groups_id
         WHERE gu.users_id = ? AND g.\`2fa_enforced\` = 1)
       AS enforced`,
    [glpi, usersId, glpi, glpi, glpi, glpi, glpi, glpi, usersId, glpi, glpi, usersId],
  )
  return row?.enforced === 1
}
