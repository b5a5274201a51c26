import {
  countersInDatabase,
  countersInRedis,
  createThrottle,
  createTokenUses,
  type Throttle,
  type TokenUses,
} from './admins'
import { createFunnel, type Funnel } from './audit'
import { createGlpiWatch, createPasswordHasher, type GlpiWatch, type PasswordHasher } from './glpi'
import { createFindKey, createHome, type FindKey, type Home, type KeyRing, openKeyRing } from './keys'
import { createHoldLimits, createVisitorLimits, type HoldLimits, type VisitorLimits } from './registration'
import { type AskLimits, createAskLimits } from './requests'
import { type Admission, createAdmission } from './shared/admission'
import { type Altcha, createAltcha } from './shared/altcha'
import { type Clock, systemClock } from './shared/clock'
import type { Config } from './shared/config'
import { type Db, openDatabase } from './shared/db'
import { AppError } from './shared/errors'
import { createLogger, type Logger } from './shared/log'
import { type Random, systemRandom } from './shared/random'
import { createRedis, type Redis } from './shared/redis'
import { createSealer, type Sealer } from './shared/sealing'
import { createTallies, type Tallies } from './shared/tallies'
import { talliesInRedis } from './shared/tallies-in-redis'
import { talliesInDatabase } from './shared/tallies-store'

/** Everything a door needs, built once from the configuration. */
export interface Context {
  config: Config
  db: Db
  glpi: GlpiWatch
  glpiDatabase: string
  clock: Clock
  random: Random
  log: Logger
  home: Home
  findKey: FindKey
  /** Undefined when sealing is off, or the ring cannot be read: then `keyRingProblem` says why. */
  keyRing: KeyRing | undefined
  keyRingProblem: string | undefined
  passwords: PasswordHasher
  admission: Admission
  funnel: Funnel
  sealer: Sealer
  /** Undefined unless REDIS_URL is set. */
  redis: Redis | undefined
  throttle: Throttle
  holdLimits: HoldLimits
  tallies: Tallies
  visitorLimits: VisitorLimits
  /** Undefined unless ALTCHA is on. */
  altcha: Altcha | undefined
  askLimits: AskLimits
  tokenUses: TokenUses
  signInFloorMs: number
  close(): Promise<void>
}

export type Overrides = Partial<Pick<Context, 'clock' | 'random' | 'log' | 'passwords' | 'signInFloorMs'>>

/** Longer than the slowest hash GLPI writes takes on a busy machine, and no reason for a person to type faster. */
const defaultSignInFloorMs = 1_000

/** Opens nothing yet: the first query connects. */
export function createContext(config: Config, overrides: Overrides = {}): Context {
  const clock = overrides.clock ?? systemClock
  const random = overrides.random ?? systemRandom
  const db = openDatabase(config.database)
  const log = overrides.log ?? createLogger(config.logLevel)
  const sealer = createSealer(config.sessionSecrets, random)
  const redis = config.redisUrl === undefined ? undefined : createRedis(config.redisUrl, log)
  const counterFor =
    redis === undefined ? countersInDatabase(db, config.database.database) : countersInRedis(redis)
  const funnel = createFunnel({ db, clock, random, log })
  const tokenUses = createTokenUses({ db, log })
  const tallies = createTallies({
    clock,
    log,
    store: redis === undefined ? talliesInDatabase(db, sealer) : talliesInRedis(redis, sealer),
  })
  const visitorLimits = createVisitorLimits({ db, clock, random, log, tallies }, config)

  return {
    config,
    db,
    glpi: createGlpiWatch(db, clock, config.glpiDatabase),
    glpiDatabase: config.glpiDatabase,
    clock,
    random,
    log,
    home: createHome(config, config.previousPublicUrls),
    findKey: createFindKey(db, config.glpiDatabase),
    ...openRing(config.keyRingFile, random),
    passwords:
      overrides.passwords ??
      createPasswordHasher({
        algorithm: config.passwordAlgorithm,
        random,
      }),
    admission: createAdmission(config.registrationsAtOnce),
    sealer,
    redis,
    throttle: createThrottle({ counterFor, sealer }),
    holdLimits: createHoldLimits(counterFor),
    askLimits: createAskLimits(counterFor, sealer),
    signInFloorMs: overrides.signInFloorMs ?? defaultSignInFloorMs,
    funnel,
    tokenUses,
    tallies,
    visitorLimits,
    altcha: config.altcha ? createAltcha({ clock, random, sealer, tallies }, config.altchaCost) : undefined,
    close: async () => {
      await tallies.close()
      await visitorLimits.close()
      await redis?.close()
      await funnel.close()
      await tokenUses.close()
      await db.destroy()
    },
  }
}

/** Everything but showing links again works without the ring, so a broken one is reported, not fatal. */
function openRing(file: string | undefined, random: Random): Pick<Context, 'keyRing' | 'keyRingProblem'> {
  if (file === undefined) return { keyRing: undefined, keyRingProblem: undefined }
  try {
    return { keyRing: openKeyRing(file, random), keyRingProblem: undefined }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { keyRing: undefined, keyRingProblem: error.message }
  }
}
