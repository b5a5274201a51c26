import type { Origin } from '../audit'
import { checkReadCode, type FoundKey, readCode, type RegistrationKey } from '../keys'
import { AppError, isRefusal, type RefusalCode } from '../shared/errors'
import { ensureGivable, type EnsureGivableDeps } from './ensure-givable'
import { countingWrong, type LookUpCodeDeps } from './look-up-code'

/** What a code opens, and what would be said to whoever came with it now. */
export interface Inspected {
  /** Undefined when no key has this code. */
  key: RegistrationKey | undefined
  /** Undefined: the form would open. */
  refusal: RefusalCode | undefined
}

/**
 * Looks a code up for somebody who asks about it and does not want to come in.
 *
 * @param from undefined: the server itself, which need not guess
 * @throws {TooManyRequests}
 */
export async function inspectCode(
  deps: LookUpCodeDeps & EnsureGivableDeps,
  typed: string,
  from: Origin | undefined,
): Promise<Inspected> {
  let found: FoundKey | undefined
  try {
    await counting(deps, from, async () => {
      const code = readCode(deps.home, typed)
      if (from !== undefined) deps.visitorLimits.lookUp(from)
      found = await deps.findKey(code)
      const { key } = await checkReadCode({ ...deps, findKey: () => Promise.resolve(found) }, code)
      await ensureGivable(deps, key)
    })
    return { key: found?.key, refusal: undefined }
  } catch (error) {
    if (error instanceof AppError && isRefusal(error.code)) return { key: found?.key, refusal: error.code }
    throw error
  }
}

const counting = (
  deps: LookUpCodeDeps,
  from: Origin | undefined,
  work: () => Promise<void>,
): Promise<void> => (from === undefined ? work() : countingWrong(deps, from, work))
