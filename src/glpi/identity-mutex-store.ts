import { changePrepared, type Db } from '../shared/db'

/**
 * Makes everybody who registers under this login, or this address, wait until we are through.
 *
 * GLPI has no unique index on addresses, nor on logins across kinds of accounts, and a look-up sees nothing of a
 * neighbour's uncommitted insert: ten who looked first all got in. The row written here is what they queue at. It
 * comes before any other lock and any SELECT that decides; the login always comes first, against deadlocks. Unlike
 * GET_LOCK it holds across the nodes of a Galera cluster.
 *
 * The collation is that of GLPI's columns, so that `ESC1`, `esc1` and `ésc1` meet in the same row.
 */
export async function takeIdentityMutexes(
  trx: Db,
  { login, email }: { login: string; email: string },
): Promise<void> {
  await changePrepared(
    trx,
    `INSERT INTO identity_mutex (kind, value, n) VALUES ('login', ?, 1), ('email', ?, 1)
     ON DUPLICATE KEY UPDATE n = n + 1`,
    [login, email],
  )
}
