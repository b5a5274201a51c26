import { type GlpiSide, type Issuer, mayChangeConfig } from '../glpi'
import type { Db } from '../shared/db'
import { AppError } from '../shared/errors'

/** Keys without a limit or without an end outlive the memory of whoever made them: that takes GLPI's right `config`. */
export async function ensureMayUnbound(
  db: Db,
  side: GlpiSide,
  issuer: Issuer,
  { maxUses, expiresAt }: { maxUses: number | undefined; expiresAt: Date | undefined },
): Promise<void> {
  if (maxUses !== undefined && expiresAt !== undefined) return
  if (issuer.kind === 'system' || (await mayChangeConfig(db, side, issuer))) return
  throw new AppError(
    'NOT_ALLOWED',
    'an unlimited or never-ending key takes the right to change GLPI’s configuration',
    { pointer: maxUses === undefined ? '/maxUses' : '/expiresAt' },
  )
}
