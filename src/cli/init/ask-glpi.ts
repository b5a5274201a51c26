import { z } from 'zod'
import { type DatabaseAddress, openDatabase } from '../../shared/db'
import { type GlpiAnswers, readGlpiAnswers } from './glpi-answers-store'

/** The answers, or a sentence about why there are none. Signs in as GLPI, once. */
export async function askGlpi(address: DatabaseAddress): Promise<GlpiAnswers | string> {
  const db = openDatabase(address, 1)
  try {
    return await readGlpiAnswers(db)
  } catch (error) {
    const code = z.object({ code: z.string() }).safeParse(error).data?.code ?? 'no reason given'
    const place = address.socketPath ?? `${address.host}:${address.port}`
    return (
      `GLPI's database at ${place} could not be asked (${code}), so GLPI's version, its address, its mail server ` +
      "and the database's time zone are not known here: check what is written against GLPI's configuration"
    )
  } finally {
    await db.destroy()
  }
}
