import { applyRetention } from '../privacy'
import type { Job } from './job'

/** Forgets the personal data whose time is over (RETENTION_DETAILS, RETENTION_NETWORK). */
export const retentionJob: Job = {
  name: 'retention',
  everyMs: 60 * 60_000,
  run: async (context) => {
    const { keys, registrations, mails, origins } = await applyRetention(context)
    return `forgot details of ${keys} keys, ${registrations} registrations, ${mails} mails; ${origins} network addresses`
  },
}
