import { createConnection, type RowDataPacket } from 'mysql2/promise'

/**
 * The address of our own server over its Unix socket: a tenth of what a test file needs of a processor goes into TCP's
 * loopback. In the driver's spelling; ours is `socket`, see `asReached`.
 */
export async function overSocket(adminUrl: string): Promise<string> {
  const connection = await createConnection(adminUrl)
  try {
    const [[row]] = await connection.query<RowDataPacket[]>('SELECT @@socket AS socket')
    return withQuery(adminUrl, 'socketPath', String(row?.['socket']))
  } finally {
    await connection.end()
  }
}

/** An address of ours by the same way as the administrator's. */
export function asReached(adminUrl: string, ours: string): string {
  const socket = new URL(adminUrl).searchParams.get('socketPath')
  return socket === null ? ours : withQuery(ours, 'socket', socket)
}

/** For the driver, which has another name for a socket. */
export const overTcp = (url: string): string => Object.assign(new URL(url), { search: '' }).href

function withQuery(url: string, name: string, value: string): string {
  const changed = new URL(url)
  changed.search = new URLSearchParams({ [name]: value }).toString()
  return changed.href
}
