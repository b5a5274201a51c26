import type { AskableRefusal } from '../shared/askable'

/**
 * `asked`: nobody has looked at it yet. `waiting`: somebody who looks after the key has to answer. `mailed`: the key was
 * theirs beyond doubt, and a new link went out by itself. `granted`, `declined`: it was answered.
 */
export const requestStates = ['asked', 'waiting', 'mailed', 'granted', 'declined'] as const
export type RequestState = (typeof requestStates)[number]

/** Those that wait for an answer. */
export const openStates = ['asked', 'waiting'] as const satisfies readonly RequestState[]
export const isOpen = ({ state }: { state: RequestState }): boolean =>
  openStates.some((open) => open === state)

/** Somebody whose link was refused asks for a new one. */
export interface LinkRequest {
  uid: string
  keyUid: string
  /** As it was typed: nobody has shown that it is theirs. */
  address: string
  /** Empty: they wrote nothing. */
  note: string
  refusal: AskableRefusal
  state: RequestState
  /** How many links went out by themselves. */
  mailed: number
  askedAt: Date
  answeredAt: Date | undefined
  /** The id in `glpi_users`; undefined: the system, or nobody yet. */
  answeredBy: number | undefined
  /** The key whose link was mailed. */
  givenKeyUid: string | undefined
}

/** In characters. */
export const noteLength = 500
