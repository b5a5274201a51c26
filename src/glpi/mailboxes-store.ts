import { z } from 'zod'
import { type Db, select } from '../shared/db'
import { cutToSeconds } from '../shared/time'
import { decodeFor } from './encoding'
import type { GlpiSide } from './side'

/** Where somebody in GLPI reads mail, and in which language. */
export interface PersonalMailbox {
  usersId: number
  address: string
  /** First and last name, or the login when GLPI has neither. */
  name: string
  /** As GLPI has it, such as `fr_FR`; undefined when the instance's own is theirs. */
  language: string | undefined
}

const Row = z.object({
  id: z.number(),
  name: z.string().nullable(),
  realname: z.string().nullable(),
  firstname: z.string().nullable(),
  language: z.string().nullable(),
  email: z.string(),
})

/**
 * Of these people, those who can be written to: active now, and with an address, of which the default one counts.
 * Whoever left hears nothing any more.
 */
export async function readMailboxes(
  db: Db,
  side: GlpiSide,
  ids: Iterable<number>,
  now: Date,
): Promise<Map<number, PersonalMailbox>> {
  const wanted = Array.from(new Set(ids))
  if (wanted.length === 0) return new Map()
  const second = cutToSeconds(now)
  const rows = await select(
    db,
    Row,
    `SELECT u.id, u.name, u.realname, u.firstname, u.language, m.email
     FROM ??.glpi_users u JOIN ??.glpi_useremails m ON m.users_id = u.id
     WHERE u.id IN (${wanted.map(() => '?').join()}) AND u.is_active = 1 AND u.is_deleted = 0 AND m.email <> ''
       AND (u.begin_date IS NULL OR u.begin_date < ?) AND (u.end_date IS NULL OR u.end_date > ?)
     ORDER BY u.id, m.is_default, m.id DESC`,
    [side.database, side.database, ...wanted, second, second],
  )
  // The last one of each person stays.
  return new Map(
    rows.map((row) => {
      const full = [row.firstname, row.realname].map((part) => decodeFor(side, part ?? '').trim())
      const name = full.filter((part) => part !== '').join(' ') || decodeFor(side, row.name ?? '')
      const language = row.language ?? ''
      const address = decodeFor(side, row.email).trim()
      return [row.id, { usersId: row.id, address, name, language: language === '' ? undefined : language }]
    }),
  )
}
