import { keyOperations } from './keys/key-operations'
import type { Operation } from './operation'

/** Everything the API can do, in the order in which its description tells it. */
export const operations: readonly Operation[] = [...keyOperations]
