import { InputInvalid } from './errors'
import { parseEnd, parseStart } from './time'

/** From when to when, as people say it: a bare date is the whole of that day. @throws {InputInvalid} */
export function readSpan(
  asked: { from: string | undefined; to: string | undefined },
  timeZone: string,
): { from: Date | undefined; to: Date | undefined } {
  const from = asked.from === undefined ? undefined : parseStart(asked.from, timeZone)
  const last = asked.to === undefined ? undefined : parseEnd(asked.to, timeZone)
  const wrong = [
    ...(asked.from !== undefined && !isKnownYear(from) ? ['/from'] : []),
    ...(asked.to !== undefined && !isKnownYear(last) ? ['/to'] : []),
  ]
  if (wrong.length > 0)
    throw new InputInvalid(
      wrong.map((pointer) => ({ pointer, reason: 'not a date. Try 2027-01-31 or 2027-01-31T18:00Z.' })),
    )
  return { from, to: last && new Date(last.getTime() + 1) }
}

/** What the database can compare with. */
const isKnownYear = (at: Date | undefined): boolean =>
  at !== undefined && at.getUTCFullYear() >= 1000 && at.getUTCFullYear() < 9999
