import type { Context } from '../context'
import type { JobName } from '../shared/job-names'

/** Something done in the background again and again. */
export interface Job {
  /** In the table `jobs`; its words for the status page are in the dictionaries. */
  name: JobName
  /** From the end of one run to the next. */
  everyMs: number
  /** Done by every process at once, since it leases bit by bit what it works on; else by one process at a time. */
  everywhere?: true
  /**
   * Does what is due, in small steps that can be cut off at any moment and done again: a run may be killed, and after a
   * stall two may overlap.
   *
   * @param stop asks to end after the step in hand; short runs need not listen, and who calls one by hand need not ask
   * @returns what it did, in a few words for the status page; no personal data, no secret. Undefined: nothing was due,
   *   so that this run shows nothing, and what the last one said stays
   */
  run(context: Context, stop?: AbortSignal): Promise<string | undefined>
}
