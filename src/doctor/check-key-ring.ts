import type { Context } from '../context'
import { fail, type Finding, ok } from './finding'

/** The context has tried to open it: its mode, its form and its current key are known to be good, or why not. */
export function checkKeyRing({ config, keyRingProblem }: Context): Finding {
  if (keyRingProblem !== undefined) return fail(`${keyRingProblem}. Until then no link can be shown again`)
  if (config.keyRingFile === undefined) {
    return ok('sealing is off (KEYRING_FILE=off): a link can be seen once, when its key is made')
  }
  return ok(`${config.keyRingFile} can be used, and read by nobody else`)
}
