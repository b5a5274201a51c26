import { AppError, InputInvalid } from '../shared/errors'
import { optionFor } from './remote/problem'

/** What is wrong with what was asked for, with fields called as options are: the same as is said over the API. */
export async function withOptionNames<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof InputInvalid)) throw error
    const said = error.problems.map(({ pointer, reason }) => `${optionFor(pointer)}: ${reason}`)
    throw new AppError('INPUT_INVALID', said.join('\n             '))
  }
}
