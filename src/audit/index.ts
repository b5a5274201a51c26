export {
  type EventActor,
  type EventKind,
  type NewEvent,
  type Origin,
  recordEvent,
  recordEvents,
} from './events-store'
