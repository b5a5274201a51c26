import { batchOperations } from './batches/batch-operations'
import { eventOperations } from './events/event-operations'
import { importOperations } from './imports/import-operations'
import { bulkOperations } from './keys/bulk-operations'
import { codeCheckOperations } from './keys/code-check-operations'
import { keyVerificationOperations } from './keys/key-verification-operations'
import { keyLifeOperations } from './keys/key-life-operations'
import { keyLinkOperations } from './keys/key-link-operations'
import { keyMailOperations } from './keys/key-mail-operations'
import { keyOperations } from './keys/key-operations'
import { manyKeysOperations } from './keys/many-keys-operations'
import type { Operation } from './operation'
import { presetOperations } from './presets/preset-operations'
import { presetTransferOperations } from './presets/preset-transfer-operations'
import { registrationOperations } from './registrations/registration-operations'
import { requestOperations } from './requests/request-operations'
import { webhookOperations } from './webhooks/webhook-operations'
import { yourselfOperations } from './yourself/yourself-operations'

/** Everything the API can do, in the order in which its description tells it. */
export const operations: readonly Operation[] = [
  ...keyOperations,
  ...keyLifeOperations,
  ...keyLinkOperations,
  ...keyMailOperations,
  ...manyKeysOperations,
  ...bulkOperations,
  ...keyVerificationOperations,
  ...codeCheckOperations,
  ...batchOperations,
  ...importOperations,
  ...registrationOperations,
  ...presetOperations,
  ...presetTransferOperations,
  ...requestOperations,
  ...eventOperations,
  ...webhookOperations,
  ...yourselfOperations,
]
