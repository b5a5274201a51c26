import { z } from 'zod'
import { type Db, select } from '../shared/db'
import { cutToSeconds } from '../shared/time'
import { decodeFor } from './encoding'
import { right } from './rights'
import type { GlpiSide } from './side'

export interface KeyMaker {
  usersId: number
  login: string
  /** First and last name, or the login when GLPI has neither. */
  name: string
}

const Row = z.object({
  id: z.number(),
  name: z.string(),
  firstname: z.string().nullable(),
  realname: z.string().nullable(),
})

const peopleAtMost = 500

/** Everybody whom GLPI would let in now and who has a profile that creates users, by name. */
export async function listKeyMakers(db: Db, side: GlpiSide, now: Date): Promise<KeyMaker[]> {
  const second = cutToSeconds(now)
  const { database } = side
  const rows = await select(
    db,
    Row,
    `SELECT DISTINCT u.id, u.name, u.firstname, u.realname
     FROM ??.glpi_profilerights r
     JOIN ??.glpi_profiles p ON p.id = r.profiles_id AND p.interface = 'central'
     JOIN ??.glpi_profiles_users pu ON pu.profiles_id = p.id
     JOIN ??.glpi_users u ON u.id = pu.users_id
     WHERE r.name = 'user' AND (r.rights & ?) <> 0 AND u.is_active = 1 AND u.is_deleted = 0
       AND (u.begin_date IS NULL OR u.begin_date < ?) AND (u.end_date IS NULL OR u.end_date > ?)
     ORDER BY u.realname, u.firstname, u.name LIMIT ?`,
    [database, database, database, database, right.create, second, second, peopleAtMost],
  )
  return rows.map(({ id, name, firstname, realname }) => {
    const login = decodeFor(side, name)
    const full = [firstname, realname].map((part) => decodeFor(side, part ?? '').trim())
    return { usersId: id, login, name: full.filter((part) => part !== '').join(' ') || login }
  })
}
