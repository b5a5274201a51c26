import type { CheckName } from '../../../checks'
import type { JobName } from '../../../job-names'

/** The checks of `doctor` as a page, and the kill switch. */
export interface StatusMessages {
  title: string
  lead: string
  again: string
  /** What the checks themselves say is English in every language, as on the command line. */
  inEnglish: string
  summary: { good: string; warn(n: number): string; bad(n: number): string }
  columns: Record<'check' | 'state' | 'message', string>
  states: Record<'ok' | 'warn' | 'fail', string>
  checks: Record<CheckName, string>
  commandLine: string
  jobs: {
    title: string
    lead: string
    columns: Record<'job' | 'state' | 'last' | 'outcome' | 'next', string>
    states: Record<'running' | 'done' | 'failed' | 'late' | 'waiting', string>
    never: string
    names: Record<JobName, string>
  }
  killSwitch: {
    title: string
    /** What it does, for somebody who is about to use it. */
    lead: string
    isOff: string
    /** How many keys people could use at this moment. */
    stops(n: number, written: string): string
    understood: string
    notUnderstood: string
    turnOn: string
    isOn(since: string): string
    waits(n: number, written: string): string
    turnOff: string
    notices: Record<'on' | 'off', string>
  }
}
