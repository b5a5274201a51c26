import { change, type Db, uidToBytes } from '../shared/db'

export interface TokenUse {
  tokenUid: string
  at: Date
  ip: string
}

/** In order of tokens, so that two servers that write the same do not deadlock; the later use stays. */
export async function putTokenUses(db: Db, uses: readonly TokenUse[]): Promise<void> {
  const rows = uses.toSorted((one, other) => (one.tokenUid < other.tokenUid ? -1 : 1))
  await change(
    db,
    `INSERT INTO api_token_uses (token_uid, used_at, ip) VALUES ${rows.map(() => '(?, ?, ?)').join()}
     ON DUPLICATE KEY UPDATE ip = IF(VALUES(used_at) >= used_at, VALUES(ip), ip),
       used_at = GREATEST(used_at, VALUES(used_at))`,
    rows.flatMap(({ tokenUid, at, ip }) => [uidToBytes(tokenUid), at, ip.slice(0, 45)]),
  )
}
