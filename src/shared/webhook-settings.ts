import { isIP } from 'node:net'
import { z } from 'zod'

function isRange(text: string): boolean {
  const [address = '', prefix = '', ...rest] = text.split('/')
  const family = isIP(address)
  return (
    rest.length === 0 &&
    family !== 0 &&
    /^\d{1,3}$/.test(prefix) &&
    Number(prefix) <= (family === 4 ? 32 : 128)
  )
}

/** The settings of webhooks. */
export const webhookFields = {
  WEBHOOK_ALLOW_PRIVATE: z
    .string()
    .default('false')
    .transform((text, context): WebhookConfig['webhookAllowPrivate'] => {
      if (text === 'true') return 'all'
      const ranges = text.split(/[\s,]+/).filter((range) => range !== '' && range !== 'false')
      if (!ranges.every(isRange))
        context.addIssue({
          code: 'custom',
          message: 'must be true, false, or address ranges such as 10.1.0.0/16, separated by commas',
        })
      return ranges
    }),
}

export interface WebhookConfig {
  /** Which addresses that are not the open Internet's may be told of what happens: none, all, or those in some ranges. */
  webhookAllowPrivate: 'all' | readonly string[]
}
