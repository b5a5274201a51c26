export { startBackground } from './background'
export { jobs } from './jobs'
export { runDueJobs } from './run-due-jobs'
export { type JobRun, runJob } from './run-job'
