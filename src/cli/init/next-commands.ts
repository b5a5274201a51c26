import { glpiLines } from '../../glpi'
import { expectedAccountHost } from '../../doctor'
import { lineOf } from '../../glpi'
import type { GlpiAnswers } from './glpi-answers-store'
import type { GlpiConfig } from './read-glpi-config'

interface NextInput {
  folder: string
  glpi: GlpiConfig
  answers: GlpiAnswers | undefined
  /** Where the accounts connect from. */
  host: string
}

/** The runtime account can find out GLPI's line only when it has its grants, so the line is given here. */
export function nextCommands({ folder, glpi, answers, host }: NextInput): string[] {
  const line = lineOf(answers?.glpiVersion ?? '') ?? `<${glpiLines.join(' or ')}>`
  const hostOption = host === expectedAccountHost(glpi.database) ? '' : ` --host '${host}'`
  return [
    ...(folder === process.cwd() ? [] : [`cd ${quoted(folder)}`]),
    'glpi-invite migrate',
    `glpi-invite db grants --account runtime --glpi ${line}${hostOption} | ${databaseClient(glpi, answers)}`,
    'glpi-invite doctor',
    'glpi-invite serve',
  ]
}

/** For the administrator's account: on this machine it needs no password. */
function databaseClient({ database }: GlpiConfig, answers: GlpiAnswers | undefined): string {
  const isMariadb = answers?.serverVersion.includes('MariaDB') ?? true
  const program = isMariadb ? 'mariadb' : 'mysql'
  return expectedAccountHost(database) === '%'
    ? `${program} -h ${database.host} -P ${database.port} -u root -p`
    : program
}

const quoted = (text: string): string =>
  /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
