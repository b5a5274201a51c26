import type { DeliveryDescription } from '../mail'

export const linesOfDeliveries = (deliveries: readonly DeliveryDescription[]): string[] =>
  deliveries.map(({ uid, kind, email, state, reason, queuedAt, sentAt }) => {
    const why = reason === null ? '' : ` (${reason})`
    const again = state === 'failed' ? `, mail ${uid}` : ''
    return `Mail     ${sentAt ?? queuedAt} ${kind} to ${email ?? 'an address that is forgotten'}: ${state}${why}${again}`
  })
