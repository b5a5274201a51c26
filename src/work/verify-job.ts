import { checkKeys, tellOfTrouble } from '../keys'
import type { Job } from './job'

const dayMs = 24 * 60 * 60_000

/** Finds out which keys would be refused before an invitee does, and tells whoever answers for them. */
export const verifyJob: Job = {
  name: 'verify',
  everyMs: dayMs,
  run: async (context, stop) => {
    const checked = await checkKeys(context, { before: context.clock.now(), stop })
    const mails = await tellOfTrouble(context)
    return `${checked} key(s) checked, ${mails} mail(s) about trouble`
  },
}
