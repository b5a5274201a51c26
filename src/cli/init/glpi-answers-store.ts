import { z } from 'zod'
import { type Db, select } from '../../shared/db'

/** What GLPI's database tells about the installation. */
export interface GlpiAnswers {
  serverVersion: string
  glpiVersion: string | undefined
  urlBase: string | undefined
  smtpHost: string | undefined
  smtpPort: string | undefined
  /** From which address GLPI's own mails come. */
  mailFrom: string | undefined
  /** The zone of sessions that choose none: a name, an offset or an abbreviation. */
  timeZone: string
  /** The machine we come from, as the server sees it. */
  clientHost: string
}

const names = ['version', 'url_base', 'smtp_host', 'smtp_port', 'from_email', 'admin_email']
const Setting = z.object({ name: z.string(), value: z.string().nullable() })
const Server = z.object({
  version: z.string(),
  client: z.string(),
  globalTimeZone: z.string(),
  systemTimeZone: z.string(),
})

export async function readGlpiAnswers(db: Db): Promise<GlpiAnswers> {
  const rows = await select(
    db,
    Setting,
    `SELECT name, value FROM glpi_configs WHERE context = 'core' AND name IN (${names.map(() => '?').join()})`,
    names,
  )
  const value = (name: string) => rows.find((row) => row.name === name)?.value ?? undefined
  const text = (name: string) => value(name)?.trim() || undefined
  const server = await readServer(db)
  return {
    serverVersion: server.version,
    glpiVersion: text('version'),
    urlBase: text('url_base')?.replace(/\/+$/, ''),
    smtpHost: text('smtp_host'),
    smtpPort: text('smtp_port'),
    mailFrom: text('from_email') ?? text('admin_email'),
    timeZone: server.globalTimeZone === 'SYSTEM' ? server.systemTimeZone : server.globalTimeZone,
    clientHost: server.client.slice(server.client.lastIndexOf('@') + 1),
  }
}

async function readServer(db: Db): Promise<z.output<typeof Server>> {
  const [row] = await select(
    db,
    Server,
    `SELECT VERSION() AS version, USER() AS client, @@GLOBAL.time_zone AS globalTimeZone,
       @@system_time_zone AS systemTimeZone`,
  )
  return Server.parse(row)
}
