import { shortForm } from '../keys'
import { InputInvalid } from '../shared/errors'
import { parseDuration } from '../shared/time'

/** ISO 8601, or as the command line has it; `P0D` and `0` are no time at all. @throws {InputInvalid} */
export function readDuration(asked: string | undefined, pointer: string): number | undefined {
  if (asked === undefined) return undefined
  const short = shortForm(asked)
  if (/^0[mhdw]?$/.test(short)) return 0
  const ms = parseDuration(short)
  if (ms !== undefined) return ms
  throw new InputInvalid([{ pointer, reason: 'not a duration. Try P90D, P2W or PT12H.' }])
}
