import { existsSync, readFileSync } from 'node:fs'
import { AppError } from '../../shared/errors'

/** Where packages and manuals put it. */
const glpiConfigPlaces = [
  '/var/www/glpi/config/config_db.php',
  '/etc/glpi/config_db.php',
  '/usr/share/glpi/config/config_db.php',
  '/var/www/html/glpi/config/config_db.php',
] as const

/** The text of the file given, or of the first one where GLPI usually keeps it. */
export function findGlpiConfig(given: string | undefined): { file: string; text: string } {
  const file = given ?? glpiConfigPlaces.find((place) => existsSync(place))
  if (file === undefined) {
    throw new AppError(
      'INPUT_INVALID',
      `GLPI's config_db.php is in none of the usual places (${glpiConfigPlaces.join(', ')}): say where it, or a copy ` +
        'of it, is with --glpi-config',
    )
  }
  try {
    return { file, text: readFileSync(file, 'utf8') }
  } catch (cause) {
    throw new AppError(
      'INPUT_INVALID',
      `${file} cannot be read: check the path, or run this as root or as the web server's user`,
      { cause },
    )
  }
}

const socketPlaces = ['/run/mysqld/mysqld.sock', '/var/lib/mysql/mysql.sock', '/tmp/mysql.sock']

/** Where a database server of this machine listens: what PHP means by `localhost`. */
export const findServerSockets = (): string[] => socketPlaces.filter((place) => existsSync(place))
