import type { DatabaseAddress } from '../shared/db'

/** From where the database server sees us come, unless it says otherwise: the host part of our accounts. */
export function expectedAccountHost({
  host,
  socketPath,
}: Pick<DatabaseAddress, 'host' | 'socketPath'>): string {
  return socketPath !== undefined || isLoopback(host) ? 'localhost' : '%'
}

export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d+){3}|\[?::1\]?)$/.test(host)
