import type { EntityScope } from '../glpi'
import type { Db } from '../shared/db'
import { AppError } from '../shared/errors'
import { type ListedBatch, listBatches } from './batches-store'

/** Keys that were made together, as programs are told it, in the API and by `--json`. */
export interface BatchDescription {
  uid: string
  label: string
  size: number
  createdAt: string
}

export const describeBatch = ({ uid, label, size, createdAt }: ListedBatch): BatchDescription => ({
  uid,
  label,
  size,
  createdAt: createdAt.toISOString(),
})

/** @throws {AppError} NOT_FOUND when it is not there, or somebody else looks after some of its keys */
export async function getBatch(db: Db, uid: string, scope: EntityScope): Promise<ListedBatch> {
  const [found] = await listBatches(db, scope, { uid, limit: 1 })
  if (found === undefined) throw new AppError('NOT_FOUND', `there is no batch ${uid}`)
  return found
}
