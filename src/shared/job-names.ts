/** What is done in the background. For programs and for the table `jobs`: a name never changes its meaning. */
export const jobNames = [
  'sweep-holds',
  'approvals',
  'reseal',
  'retention',
  'verify',
  'reminders',
  'lapsed',
  'digest',
  'requests',
  'events',
  'post',
  'webhooks',
] as const
export type JobName = (typeof jobNames)[number]
