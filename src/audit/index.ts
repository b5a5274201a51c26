export { type EventActor, type EventKind, type NewEvent, type Origin, recordEvent } from './events-store'
