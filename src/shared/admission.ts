import { AppError } from './errors'

/** A door with a limit: so many may be inside at once, the next one is told to come back. */
export interface Admission {
  /** @throws {AppError} SERVER_BUSY at once, before `work` has cost anything */
  run<T>(work: () => Promise<T>): Promise<T>
}

export function createAdmission(limit: number): Admission {
  let inside = 0
  return {
    run: async (work) => {
      if (inside >= limit) throw new AppError('SERVER_BUSY', `${limit} forms are being worked on already`)
      inside += 1
      try {
        return await work()
      } finally {
        inside -= 1
      }
    },
  }
}
