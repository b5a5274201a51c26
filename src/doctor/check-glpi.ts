import type { Context } from '../context'
import { probeGlpi, readGlpiSettings } from '../glpi'
import { type Finding, ok, warn } from './finding'

export async function checkGlpi({ db, glpiDatabase }: Context): Promise<Finding> {
  const { version, line } = await probeGlpi(db, glpiDatabase)
  const { maintenance } = await readGlpiSettings(db, glpiDatabase)
  return maintenance
    ? warn(
        `GLPI ${version} is in maintenance mode, so nobody can register: end it with GLPI's "php bin/console maintenance:disable"`,
      )
    : ok(`GLPI ${version} in ${glpiDatabase}, with the tables of ${line}`)
}
