import fastq from 'fastq'
import { AppError } from './errors'

/** A door with a limit: so many may be inside at once, the next one is told to come back. */
export interface Admission {
  /** @throws {AppError} SERVER_BUSY at once, before `work` has cost anything */
  run<T>(work: () => Promise<T>): Promise<T>
}

/**
 * Whoever is inside waits for a place to work at. A few for each connection to the database keep every core busy with
 * hashing; more could only wait, with all they need in memory, and the event loop would come to other people's pages
 * only after all of theirs.
 *
 * @param limit how many may be inside, at work or waiting
 * @param atWork how many are worked on
 */
export function createAdmission(limit: number, atWork = 8): Admission {
  let inside = 0
  const queue = fastq.promise((work: () => Promise<void>) => work(), atWork)

  return {
    run: async <T>(work: () => Promise<T>) => {
      if (inside >= limit) throw new AppError('SERVER_BUSY', `${limit} forms are being worked on already`)
      inside += 1
      try {
        return await new Promise<T>((resolve, reject) => {
          void queue.push(() => work().then(resolve, reject))
        })
      } finally {
        inside -= 1
      }
    },
  }
}
