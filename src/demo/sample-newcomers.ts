import { firstNames, lastNames } from './sample-names'

/** Somebody who registered with a key of the sample company. */
export interface Newcomer {
  keyUid: string
  at: Date
  login: string
  firstname: string
  realname: string
  email: string
  ip: string
  userAgent: string
  /** Whether they have been back to sign in to GLPI, and when. */
  firstLogin: Date | undefined
}

const dayMs = 86_400_000
const hourMs = 3_600_000

const browsers = [
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Version/18.6 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 Chrome/142.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
]

/** The nth person: no two have the same login, since 47 and 46 names meet again only after all their pairs. */
export function newcomer(
  n: number,
  { keyUid, at, now, chance }: { keyUid: string; at: Date; now: Date; chance: () => number },
): Newcomer {
  const firstname = firstNames[n % firstNames.length] ?? ''
  const realname = lastNames[(n + Math.floor(n / firstNames.length)) % lastNames.length] ?? ''
  const login = `${plain(firstname)}.${plain(realname)}`
  const back = new Date(at.getTime() + (0.2 + chance() * 20) * hourMs)
  return {
    keyUid,
    at,
    login,
    firstname,
    realname,
    email: `${login}@example.org`,
    ip: `192.0.2.${1 + Math.floor(chance() * 250)}`,
    userAgent: browsers[Math.floor(chance() * browsers.length)] ?? '',
    firstLogin: chance() < 0.85 && back < now ? back : undefined,
  }
}

/** `Hélène` is `helene` to whoever types it. */
const plain = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/**
 * So many moments between two: most soon after the link went out, in the working hours of working days, few at the
 * weekend.
 */
export function momentsBetween(from: Date, to: Date, count: number, chance: () => number): Date[] {
  const span = to.getTime() - from.getTime()
  return Array.from({ length: count }, () => {
    for (let tries = 0; ; tries += 1) {
      const day = new Date(from.getTime() + span * chance() ** 1.6)
      day.setUTCHours(7 + Math.floor(10 * (chance() + chance()) * 0.5), chance() * 60, chance() * 60, 0)
      const isWeekend = [0, 6].includes(day.getUTCDay())
      if (day > from && day < to && (!isWeekend || chance() < 0.06)) return day
      if (tries === 200) return new Date(from.getTime() + span * chance())
    }
  }).sort((one, other) => one.getTime() - other.getTime())
}

export const daysFrom = (now: Date, days: number): Date => new Date(now.getTime() + days * dayMs)
