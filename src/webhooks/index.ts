export { listDeliveries } from './deliveries-store'
export { type DeliverDeps } from './deliver-message'
export {
  type DeliveryFailure,
  deliveryFailures,
  type DeliveryState,
  deliveryStates,
  type WebhookDelivery,
} from './delivery'
export {
  describeDelivery,
  describeEndpoint,
  type EndpointDescription,
  type WebhookDeliveryDescription,
} from './describe-webhook'
export { type Endpoint, isFailingForLong } from './endpoint'
export { listEndpoints } from './endpoints-store'
export { type MessageType, type WebhookType, webhookTypes } from './event-types'
export {
  changeEndpoint,
  deleteEndpoint,
  type EndpointWithSecret,
  getEndpoint,
  makeEndpoint,
  rotateSecret,
  switchEndpoint,
  usualOverlapMs,
} from './manage-endpoints'
export { deliverDeps } from './deliver-deps'
export { listUnreadable, resealSecrets } from './reseal-secrets'
export { type DeliveryTally, sendDueDeliveries } from './send-due-deliveries'
export { type EndpointProblem, EndpointRefused, type WantedEndpoint } from './sound-endpoint'
export { getDelivery, redeliver, testEndpoint } from './try-endpoint'
