/** What receivers are told of. For programs: a type never changes its meaning. */
export const webhookTypes = [
  'key.made',
  'key.changed',
  'key.ended',
  'registration.completed',
  'registration.waiting',
  'registration.refused',
  'mail.failed',
] as const
export type WebhookType = (typeof webhookTypes)[number]

export const deliveryStates = ['waiting', 'delivered', 'failed'] as const
/** `waiting` also while it is being sent and between two attempts. */
export type DeliveryState = (typeof deliveryStates)[number]
