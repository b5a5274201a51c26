import { type EventActor, recordEvent } from '../audit'
import type { GlpiWatch } from '../glpi'
import type { Clock } from '../shared/clock'
import type { Db } from '../shared/db'
import { AppError } from '../shared/errors'
import type { Random } from '../shared/random'
import type { Code } from './code'
import { ensureCouldMake, type KeyKeeper } from './could-make'
import type { DetailedKey } from './key'
import type { KeyRing } from './key-ring'

export interface ShowCodeDeps {
  db: Db
  clock: Clock
  random: Random
  keyRing: KeyRing | undefined
}

/**
 * The newest code of a key, once more; recorded, since whoever sees it can use it.
 *
 * @throws {AppError} NOT_FOUND when it was never sealed or the ring does not open it
 */
export async function showCode(deps: ShowCodeDeps, actor: EventActor, key: DetailedKey): Promise<Code> {
  const sealed = key.codes[0]?.sealed
  if (sealed === undefined) throw gone('was made without a key ring, so its code was shown once only')
  if (deps.keyRing === undefined)
    throw gone('is sealed with a key ring that cannot be read now: see "glpi-invite doctor"')
  const code = deps.keyRing.unseal(key.uid, sealed)
  if (code === undefined) throw gone('was sealed with another key ring: restore that one from your backup')
  await recordEvent(deps.db, deps, { kind: 'key.link-shown', actor, keyUid: key.uid })
  return code

  function gone(why: string): AppError {
    return new AppError('NOT_FOUND', `key ${key.uid} ${why}; or make a new key`)
  }
}

/**
 * The same for somebody at the console: only for who could make this very key, since its link is as good as the key.
 *
 * @throws {AppError} NOT_FOUND, NOT_ALLOWED, KEY_ISSUER_REFUSED, KEY_GRANT_REFUSED
 */
export async function showCodeTo(
  deps: ShowCodeDeps & { glpi: GlpiWatch },
  by: KeyKeeper,
  key: DetailedKey,
): Promise<Code> {
  await ensureCouldMake(deps.db, await deps.glpi.side(), by, key, deps.clock.now())
  return showCode(deps, by.actor, key)
}
