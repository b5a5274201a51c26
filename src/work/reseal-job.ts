import { resealCodes } from '../keys'
import type { Job } from './job'

/** Goes on where a rotation of the key ring was cut off, and seals anew what another server still sealed meanwhile. */
export const resealJob: Job = {
  name: 'reseal',
  everyMs: 15 * 60_000,
  run: async ({ db, keyRing }, stop) => {
    const count = keyRing === undefined ? 0 : await resealCodes({ db, keyRing }, { stop })
    return `${count} code(s) sealed anew`
  },
}
