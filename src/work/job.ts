import type { Context } from '../context'

/** Something done in the background again and again, by one process at a time. */
export interface Job {
  /** In the table `jobs`. */
  name: string
  /** From the end of one run to the next. */
  everyMs: number
  /**
   * Does what is due, in small steps that can be cut off at any moment and done again: a run may be killed, and after a
   * stall two may overlap.
   *
   * @returns what it did, in a few words for the status page
   */
  run(context: Context): Promise<string>
}
