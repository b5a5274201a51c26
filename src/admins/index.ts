export type { Actor } from './actor'
export {
  type Choice,
  listChoices,
  loadActor,
  type SessionIdentity,
  signIn,
  signOutEverywhere,
} from './provisional'
