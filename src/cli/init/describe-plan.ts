import type { Found } from './found'
import type { Plan } from './plan-installation'

/** What `init` tells a person. */
export function describePlan({ files, sql, next, found, settings }: Plan): string[] {
  return [
    ...describeFound(found),
    '',
    `Wrote ${files.env}`,
    `Wrote ${files.keyRing}`,
    'Only you can read them. Keep a copy of the key ring apart from those of the database: links are sealed with it.',
    '',
    'Next, as the administrator of the database server, run this SQL:',
    '',
    ...sql.map((statement) => `  ${statement}`),
    '',
    'Then, in this order:',
    '',
    ...next.map((command) => `  ${command}`),
    ...describeProxy(settings.set['PUBLIC_URL'] ?? ''),
  ]
}

function describeFound(found: Found): string[] {
  const rows: [string, string | null][] = [
    ['GLPI', found.glpiVersion],
    ['Address', found.glpiUrl],
    ['Database', `${found.glpiDatabase} at ${found.databaseServer}`],
    ['Time zone', found.databaseTimeZone === null ? null : `${found.databaseTimeZone} (the database's)`],
    ['Mail', found.smtpHost === null ? null : `${found.smtpHost}:${found.smtpPort ?? 25}`],
  ]
  return [
    'Found:',
    ...rows.flatMap(([label, text]) => (text === null ? [] : [`  ${label.padEnd(11)}${text}`])),
  ]
}

/** The server speaks plain http on loopback; who reaches it by another address comes through a proxy. */
function describeProxy(publicUrl: string): string[] {
  if (!publicUrl.startsWith('https:')) return []
  return [
    '',
    `Let your web server pass ${publicUrl} on to http://127.0.0.1:3000${new URL(publicUrl).pathname.replace(/\/$/, '')},`,
    'and set TRUSTED_PROXIES in .env to the address it connects from (127.0.0.1 on the same machine).',
  ]
}
