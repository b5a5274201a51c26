import { approvalsJob } from './approvals-job'
import { digestJob } from './digest-job'
import { eventsJob } from './events-job'
import type { Job } from './job'
import { lapsedJob } from './lapsed-job'
import { postJob } from './post-job'
import { reminderJob } from './reminder-job'
import { requestsJob } from './requests-job'
import { resealJob } from './reseal-job'
import { retentionJob } from './retention-job'
import { sweepHoldsJob } from './sweep-holds-job'
import { verifyJob } from './verify-job'
import { webhooksJob } from './webhooks-job'

/**
 * Everything that is done in the background, in the order in which one run does it. A job that goes takes its row of
 * the table `jobs` along by a migration: `doctor` would miss it for ever.
 */
export const jobs: readonly Job[] = [
  sweepHoldsJob,
  approvalsJob,
  resealJob,
  retentionJob,
  verifyJob,
  reminderJob,
  lapsedJob,
  digestJob,
  requestsJob,
  eventsJob,
  postJob,
  webhooksJob,
]
