import type { DeliveryTally } from '../webhooks'
import type { Job } from './job'
import { hasListeners } from './listeners-store'

/** The newest secret of this process has sealed those of the webhooks. */
const resealed = new WeakSet()

/** Tells other programs what happened. Where nobody listens, the code for it is not even loaded. */
export const webhooksJob: Job = {
  name: 'webhooks',
  everyMs: 5_000,
  everywhere: true,
  run: async (context, stop = new AbortController().signal) => {
    if (!(await hasListeners(context.db))) return undefined
    const { deliverDeps, resealSecrets, sendDueDeliveries } = await import('../webhooks/index.js')
    if (!resealed.has(context.sealer)) await resealSecrets(context)
    resealed.add(context.sealer)
    return describe(await sendDueDeliveries(deliverDeps(context), stop))
  },
}

const words: Record<keyof DeliveryTally, string> = {
  delivered: 'taken',
  postponed: 'to be tried again',
  failed: 'given up',
}

function describe(tally: DeliveryTally): string | undefined {
  const parts = Object.entries(tally).filter(([, count]) => count > 0)
  return parts.length === 0
    ? undefined
    : `webhooks: ${parts.map(([fate, count]) => `${count} ${words[fate as keyof DeliveryTally]}`).join(', ')}`
}
