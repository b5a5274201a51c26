import { eventOperations } from './events/event-operations'
import { keyOperations } from './keys/key-operations'
import type { Operation } from './operation'
import { presetOperations } from './presets/preset-operations'
import { registrationOperations } from './registrations/registration-operations'
import { requestOperations } from './requests/request-operations'
import { yourselfOperations } from './yourself/yourself-operations'

/** Everything the API can do, in the order in which its description tells it. */
export const operations: readonly Operation[] = [
  ...keyOperations,
  ...registrationOperations,
  ...presetOperations,
  ...requestOperations,
  ...eventOperations,
  ...yourselfOperations,
]
