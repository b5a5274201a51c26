import {
  ensureMayGrant,
  type GlpiSide,
  type GlpiWatch,
  type Issuer,
  isReachable,
  narrowestReach,
} from '../glpi'
import type { Clock } from '../shared/clock'
import type { Db } from '../shared/db'
import { AppError } from '../shared/errors'
import type { Home } from './check-code'
import { tagOf } from './code'
import { markChecked, nextToCheck, readStandings, type StandingOfKey } from './key-checks-store'
import type { KeyProblem } from '../shared/key-problems'
import { cutToSeconds } from '../shared/time'
import { settleKeys } from './settle-keys-store'

export interface CheckKeysDeps {
  db: Db
  glpi: GlpiWatch
  clock: Clock
  home: Home
}

const keysAtOnce = 500

/**
 * Holds keys against GLPI as it is now, as redemption would, so that somebody hears of trouble before an invitee does:
 * those that people may still come to use and that were last checked before this instant. Whole after each step, so that
 * it may be cut off and run again.
 *
 * @returns how many were checked
 * @throws {AppError} GLPI_UNSUPPORTED, GLPI_MAINTENANCE: then nothing can be said of any key
 */
export async function checkKeys(
  deps: CheckKeysDeps,
  { before, stop }: { before: Date; stop?: AbortSignal | undefined },
): Promise<number> {
  const { db, clock } = deps
  await settleKeys(db, clock.now())
  let count = 0
  while (stop?.aborted !== true) {
    const uids = await nextToCheck(db, { before, limit: keysAtOnce })
    if (uids.length === 0) break
    await checkThese(deps, uids)
    count += uids.length
  }
  return count
}

/** The same for these keys, whenever they were last checked. */
export async function checkThese(deps: CheckKeysDeps, uids: readonly string[]): Promise<void> {
  const { db, clock } = deps
  const side = await deps.glpi.side()
  const now = clock.now()
  const judge = createJudge(deps, side, now)
  const found = new Map<KeyProblem | undefined, string[]>()
  for (const key of await readStandings(db, uids)) {
    const problem = await judge(key)
    found.set(problem, [...(found.get(problem) ?? []), key.uid])
  }
  for (const [problem, theirs] of found) await markChecked(db, theirs, { problem, now })
}

/** What is wrong with this key now, for whoever looks at it; nothing is noted down. */
export async function findProblem(deps: CheckKeysDeps, uid: string): Promise<KeyProblem | undefined> {
  const [key] = await readStandings(deps.db, [uid])
  return key === undefined ? undefined : createJudge(deps, await deps.glpi.side(), deps.clock.now())(key)
}

/** Thousands of keys have the same few issuers and grants, so each pair is asked about once. */
function createJudge({ db, home }: CheckKeysDeps, side: GlpiSide, now: Date) {
  const known = new Map<string, Promise<KeyProblem | undefined>>()
  const ownTag = tagOf(home)

  return async (key: StandingOfKey): Promise<KeyProblem | undefined> => {
    const { issuer, grant, isForOnePerson, tag } = key
    const signature = JSON.stringify([issuer, grant, isForOnePerson])
    const ofGrant = known.get(signature) ?? problemOfGrant(db, side, { issuer, grant, isForOnePerson, now })
    known.set(signature, ofGrant)
    return (await ofGrant) ?? problemOfCarried(key, now) ?? problemOfTag()

    function problemOfTag(): KeyProblem | undefined {
      if (tag === ownTag) return undefined
      return home.acceptedTags.has(tag) ? 'address-replaced' : 'address-dropped'
    }
  }
}

function problemOfCarried({ isForNobody, accountUntil }: StandingOfKey, now: Date): KeyProblem | undefined {
  if (isForNobody) return 'nobody-left'
  return accountUntil !== undefined && cutToSeconds(accountUntil) <= now ? 'account-ended' : undefined
}

async function problemOfGrant(
  db: Db,
  side: GlpiSide,
  asked: Pick<StandingOfKey, 'issuer' | 'grant' | 'isForOnePerson'> & { now: Date },
): Promise<KeyProblem | undefined> {
  try {
    const reach = asked.isForOnePerson ? narrowestReach : undefined
    await ensureMayGrant(db, side, { ...asked, reach })
    return undefined
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'KEY_GRANT_REFUSED') return 'grant-refused'
    if (error.code !== 'KEY_ISSUER_REFUSED') throw error
    return (await isGone(db, side, asked.issuer, asked.now)) ? 'issuer-gone' : 'issuer-refused'
  }
}

const isGone = async (db: Db, side: GlpiSide, issuer: Issuer, now: Date): Promise<boolean> =>
  issuer.kind === 'user' && !(await isReachable(db, side, issuer.usersId, now))
