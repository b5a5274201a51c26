import type { Db } from '../shared/db'
import { inGroups } from '../shared/in-groups'
import type { Code } from './code'
import { findKeysByCode, type FoundKey } from './keys-store'

/** The key of a code, as it is now; undefined when nobody knows the code. */
export type FindKey = (code: Code) => Promise<FoundKey | undefined>

const mostAtOnce = 32

/** Looking up a code is asked far more often than anything else, by people who open links all at the same moment. */
export const createFindKey = (db: Db, glpiDatabase: string): FindKey =>
  inGroups((codes) => findKeysByCode(db, glpiDatabase, codes), mostAtOnce)
