export {
  type EventActor,
  type EventKind,
  findLastOrigin,
  type NewEvent,
  type Origin,
  recordEvent,
  recordEvents,
} from './events-store'
