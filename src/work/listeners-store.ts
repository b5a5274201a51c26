import { z } from 'zod'
import { type Db, select } from '../shared/db'

/** Whether there is a webhook to tell anything. */
export async function hasListeners(db: Db): Promise<boolean> {
  const rows = await select(
    db,
    z.object({ one: z.number() }),
    'SELECT 1 AS one FROM webhook_endpoints WHERE off_reason IS NULL LIMIT 1',
  )
  return rows.length > 0
}
