import { change, type Db } from '../shared/db'
import { AppError } from '../shared/errors'

/**
 * Does a part of a transaction that may turn out not to be allowed: then it alone is undone. What the server gave up for
 * somebody else's sake ends the whole transaction, which is then run again.
 */
export async function attemptPart<T>(trx: Db, work: () => Promise<T>): Promise<T | AppError> {
  await change(trx, 'SAVEPOINT import_row')
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    await change(trx, 'ROLLBACK TO SAVEPOINT import_row')
    return error
  }
}
