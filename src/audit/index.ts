export { type EventActor, recordEvent } from './events-store'
