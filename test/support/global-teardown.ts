import { findLeaks } from './find-leaks'

/** After everything has run: no secret that any test used may stand in a log, a page or a column in clear. */
export default async function globalTeardown(): Promise<void> {
  const { stopTestDatabase } = globalThis as unknown as { stopTestDatabase: () => Promise<void> }
  try {
    const { leaks, searched } = await findLeaks(process.env['TEST_DATABASE_ADMIN_URL'] ?? '')
    if (leaks.length > 0) throw new Error(`Secrets stand in clear where they must not:\n${leaks.join('\n')}`)
    process.stderr.write(`No secret in clear: ${searched}\n`)
  } finally {
    await stopTestDatabase()
  }
}
