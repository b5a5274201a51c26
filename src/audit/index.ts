export {
  type EventActor,
  eventKinds,
  type EventKind,
  findLastOrigin,
  type NewEvent,
  type Origin,
  recordEvent,
  recordEvents,
} from './events-store'
export { createFunnel, type Funnel } from './funnel'
export { type FunnelSummary, readFunnel } from './funnel-store'
export { countEvents, type EventFilter, type ListedEvent, listEvents } from './event-list-store'
export { listEventsAfter } from './events-after-store'
export { describeEvent, type EventDescription } from './describe-event'
export { numberEvents, readNumbering } from './number-events-store'
export type { Viewer } from './visible-events-store'
