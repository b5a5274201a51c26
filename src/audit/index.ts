export {
  type EventActor,
  type EventKind,
  findLastOrigin,
  type NewEvent,
  type Origin,
  recordEvent,
} from './events-store'
