import { settleRequests, tellOfRequests } from '../requests'
import type { Job } from './job'

/** Sends new links to those who ask and are known beyond doubt, and tells of the others whoever answers for the key. */
export const requestsJob: Job = {
  name: 'requests',
  everyMs: 5_000,
  everywhere: true,
  run: async (context) => {
    const links = await settleRequests(context)
    const mails = await tellOfRequests(context)
    if (links + mails === 0) return undefined
    return `${links} new link(s) given, ${mails} mail(s) about requests`
  },
}
