import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createConnection } from 'mysql2/promise'
import type { MailCatcher } from './mail-catcher'

export interface StandIn {
  url: string
  stop(): Promise<void>
}

interface Account {
  id: number
  name: string
  firstname: string | null
  realname: string | null
  email: string | null
  grants: string | null
}

/** There is no GLPI in the demo: this page stands where it would be and shows the newest accounts in its database. */
export async function startStandIn(
  adminUrl: string,
  glpiDatabase: string,
  mail: MailCatcher,
): Promise<StandIn> {
  const server = createServer((_req, res) => {
    void readAccounts(adminUrl, glpiDatabase)
      .then(async (accounts) => page(accounts, await mail.list()))
      .catch(() => page([], []))
      .then((html) => {
        res.setHeader('Content-Type', 'text/html; charset=utf-8')
        res.setHeader('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'")
        res.end(html)
      })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function readAccounts(adminUrl: string, glpiDatabase: string): Promise<Account[]> {
  const connection = await createConnection(adminUrl)
  try {
    const [rows] = await connection.query(
      `SELECT u.id, u.name, u.firstname, u.realname,
         (SELECT email FROM ??.glpi_useremails e WHERE e.users_id = u.id AND e.is_default = 1 LIMIT 1) AS email,
         (SELECT GROUP_CONCAT(CONCAT(p.name, ' in ', n.completename) SEPARATOR '; ') FROM ??.glpi_profiles_users pu
           JOIN ??.glpi_profiles p ON p.id = pu.profiles_id JOIN ??.glpi_entities n ON n.id = pu.entities_id
           WHERE pu.users_id = u.id) AS grants
       FROM ??.glpi_users u ORDER BY u.id DESC LIMIT 12`,
      Array<string>(5).fill(glpiDatabase),
    )
    return rows as Account[]
  } finally {
    await connection.end()
  }
}

function page(accounts: readonly Account[], mails: readonly string[]): string {
  const rows = accounts.map(
    ({ id, name, firstname, realname, email, grants }) =>
      `<tr>${[String(id), name, `${firstname ?? ''} ${realname ?? ''}`, email ?? '', grants ?? '']
        .map((cell) => `<td>${asHtml(cell)}</td>`)
        .join('')}</tr>`,
  )
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>Here GLPI would be</title>
    <style>body{font:16px/1.5 system-ui;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1d273b;background:#fff}
    table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #ccc}</style>
    <h1>Here GLPI would be</h1>
    <p>The demo has GLPI’s database but not GLPI. These are the newest accounts in it, as its tables hold them:</p>
    <table><tr><th>Id</th><th>Login</th><th>Name</th><th>E-mail</th><th>May</th></tr>${rows.join('')}</table>
    <p>${mails.length} mails have been caught.</p></html>`
}

/** GLPI 10.0's columns hold `&#38;` and its like already; both lines are shown right when only the rest is escaped. */
const asHtml = (stored: string): string =>
  stored
    .replace(/&(?!#\d+;)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
