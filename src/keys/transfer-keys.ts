import { type EventActor, type Origin, recordEvents } from '../audit'
import type { GlpiWatch, Issuer, UserIssuer } from '../glpi'
import type { Clock } from '../shared/clock'
import { type Db, inTransaction } from '../shared/db'
import type { Random } from '../shared/random'
import { type FindHeir, readHeir, type TransferObstacle } from './find-heir'
import { readStandings, type StandingOfKey } from './key-checks-store'
import { type KeySelection, nextToRevoke } from './revocable-keys-store'
import { findUnbounded, replaceIssuer } from './transfer-keys-store'

export interface TransferKeysDeps {
  db: Db
  glpi: GlpiWatch
  clock: Clock
  random: Random
}

export interface TransferAsked {
  /** Revoked keys stay, and so do those that are theirs already. */
  selection: KeySelection
  /** In `glpi_users`. */
  to: number
  /** Look, and leave everything as it is. */
  dryRun?: boolean | undefined
}

export interface Transferred {
  /** How many went, or would go. */
  moved: number
  /** How many stay, and why. */
  kept: Partial<Record<TransferObstacle, number>>
  /** Some of those that stay. */
  keptKeys: { uid: string; obstacle: TransferObstacle }[]
}

/** Few enough that nobody who registers meanwhile waits for the locks. */
const keysAtOnce = 200
const namedAtMost = 50

/**
 * Hands keys over: from then on somebody else answers for them. A key that the new issuer may not give stays where it
 * is, and so it is told. Done in pieces: what is done stays done when one of them fails, and doing it again goes on.
 *
 * @throws {AppError} INPUT_INVALID when the new issuer may make no keys
 */
export async function transferKeys(
  deps: TransferKeysDeps,
  by: { actor: EventActor; from?: Origin | undefined },
  { selection, to, dryRun = false }: TransferAsked,
): Promise<Transferred> {
  const heir = await readHeir(deps.db, await deps.glpi.side(), to, deps.clock.now())
  const done: Transferred = { moved: 0, kept: {}, keptKeys: [] }
  let after: string | undefined
  for (;;) {
    const now = deps.clock.now()
    const uids = await nextToRevoke(deps.db, selection, { after, limit: keysAtOnce, now })
    if (uids.length === 0) return done
    const keys = (await readStandings(deps.db, uids)).filter(({ issuer }) => usersIdOf(issuer) !== to)
    const goes = await sort(deps.db, keys, heir, done)
    if (dryRun) done.moved += goes.length
    else done.moved += await moveSome(deps, by, goes)
    after = uids.at(-1)
  }
}

interface Going extends StandingOfKey {
  heir: UserIssuer
}

/** Those that can go; the others are noted down. */
async function sort(
  db: Db,
  keys: readonly StandingOfKey[],
  heirOf: FindHeir,
  { kept, keptKeys }: Transferred,
): Promise<Going[]> {
  const unbounded = await findUnbounded(
    db,
    keys.map(({ uid }) => uid),
  )
  const goes: Going[] = []
  for (const key of keys) {
    const heir = await heirOf({ grant: key.grant, isUnbounded: unbounded.has(key.uid) })
    if (typeof heir !== 'string') goes.push({ ...key, heir })
    else {
      kept[heir] = (kept[heir] ?? 0) + 1
      if (keptKeys.length < namedAtMost) keptKeys.push({ uid: key.uid, obstacle: heir })
    }
  }
  return goes
}

/** Those that go under the same authorisation go together. */
async function moveSome(
  deps: TransferKeysDeps,
  { actor, from }: { actor: EventActor; from?: Origin | undefined },
  goes: readonly Going[],
): Promise<number> {
  let moved = 0
  for (const heir of new Set(goes.map((key) => key.heir))) {
    const keys = goes.filter((key) => key.heir === heir)
    const before = new Map(keys.map(({ uid, issuer }) => [uid, usersIdOf(issuer) ?? null] as const))
    moved += await inTransaction(deps.db, async (trx) => {
      const went = await replaceIssuer(trx, keys, heir)
      await recordEvents(
        trx,
        deps,
        went.map((keyUid) => ({
          kind: 'key.transferred',
          actor,
          keyUid,
          from,
          details: { issuer: { before: before.get(keyUid) ?? null, after: heir.usersId } },
        })),
      )
      return went.length
    })
  }
  return moved
}

const usersIdOf = (issuer: Issuer): number | undefined =>
  issuer.kind === 'user' ? issuer.usersId : undefined
