import type { Context } from '../context'
import { type Lease, renewLease } from '../shared/jobs-store'

/** For so long nobody takes the job of a process that died; one that lives renews long before. */
export const leaseMs = 120_000
const renewEveryMs = 30_000

/** Renews the lease until `stop()`. `lost` fires when somebody else has the job meanwhile. */
export function keepLease(
  { db, clock, log }: Context,
  lease: Lease,
  everyMs = renewEveryMs,
): { lost: AbortSignal; stop(): void } {
  const lost = new AbortController()
  const renew = async () => {
    try {
      const isOurs = await renewLease(db, lease, new Date(clock.now().getTime() + leaseMs))
      if (!isOurs) lost.abort()
    } catch (error) {
      log.warn({ job: lease.name, err: error }, 'a lease could not be renewed')
    }
  }
  const timer = setInterval(() => void renew(), everyMs)
  return { lost: lost.signal, stop: () => clearInterval(timer) }
}
