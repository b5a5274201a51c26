import { findTakenLogins, type GlpiSide, normaliseLogin, problemOfLogin } from '../glpi'
import type { Clock } from '../shared/clock'
import type { Config } from '../shared/config'
import type { Db } from '../shared/db'
import { loginFrom, type Named, otherLogins } from './login-pattern'
import { findHeldLogins } from './pending-accounts-store'

export interface ProposeLoginsDeps {
  db: Db
  clock: Clock
  config: Pick<Config, 'loginPattern'>
}

const offered = 3
/** So many people may have one name before nothing is offered to the next. */
const namesakes = 50

/**
 * Logins that nobody has, the likeliest first: of the name as the configuration writes it and in other ways, then with a
 * number. They may be taken by the time somebody sends one.
 */
export async function proposeLogins(
  { db, clock, config }: ProposeLoginsDeps,
  side: GlpiSide,
  person: Named & { login: string },
): Promise<string[]> {
  const { loginPattern: pattern } = config
  if (pattern === undefined) return []
  const typed = normaliseLogin(person.login)
  const usual = loginFrom(pattern, person)
  const stem = typed !== '' && problemOfLogin(typed) === undefined ? typed : usual
  if (stem === '') return []
  const numbered = Array.from({ length: namesakes }, (_, index) => withNumber(stem, index + 2))
  const all = Array.from(new Set([usual, ...otherLogins(person), ...numbered])).filter((one) => one !== '')
  const taken = [...(await findTakenLogins(db, side, all)), ...(await findHeldLogins(db, all, clock.now()))]
  return all.filter((one) => !taken.some((other) => isSame(one, other))).slice(0, offered)
}

/** An address stays one. */
function withNumber(stem: string, n: number): string {
  const at = stem.indexOf('@')
  return at < 0 ? `${stem}${n}` : `${stem.slice(0, at)}${n}${stem.slice(at)}`
}

/** As the collation of GLPI's column compares: without case and accents. */
const collator = new Intl.Collator('en', { sensitivity: 'base' })
const isSame = (one: string, other: string): boolean => collator.compare(one, other) === 0
