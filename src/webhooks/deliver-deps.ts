import { resolveHost } from './post-message'
import type { DeliverDeps } from './deliver-message'
import { type AllowedPrivate, reachOf } from './reachable'

type Given = Omit<DeliverDeps, 'reach' | 'resolve' | 'timeoutMs'> & {
  config: { webhookAllowPrivate: AllowedPrivate }
}

/** From the first look-up of the name to the end of the answer. */
const timeoutMs = 10_000

/** What sending takes beside what is there anyway. */
export const deliverDeps = (given: Given): DeliverDeps => ({
  ...given,
  reach: reachOf(given.config.webhookAllowPrivate),
  resolve: resolveHost,
  timeoutMs,
})
