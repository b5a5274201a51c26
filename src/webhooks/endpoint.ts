import type { WebhookType } from './event-types'

/** Why nothing is sent to an endpoint: somebody has switched it off, or it has answered that it is gone (410). */
export const offReasons = ['switched-off', 'gone'] as const
export type OffReason = (typeof offReasons)[number]

/** Where somebody wants to be told of what happens. */
export interface Endpoint {
  uid: string
  url: string
  description: string
  types: readonly WebhookType[]
  /** Undefined while it is told. */
  off: OffReason | undefined
  /** Counts how often the secret was replaced. */
  secretVersion: number
  /** Until then messages are signed with the former secret, too. */
  formerUntil: Date | undefined
  /** Since then nothing was taken. */
  failingSince: Date | undefined
  /** Attempts in a row that failed. */
  failures: number
  /** About when something was last taken; written at most once a minute. */
  deliveredAt: Date | undefined
  createdAt: Date
  /** In `glpi_users`; undefined: the server itself. */
  createdBy: number | undefined
}

/** Something of it is worth a look: it has taken nothing for so long. */
const patienceMs = 3_600_000

export const isFailingForLong = ({ failingSince }: Pick<Endpoint, 'failingSince'>, now: Date): boolean =>
  failingSince !== undefined && now.getTime() - failingSince.getTime() >= patienceMs

/** Of an address, what may be told where secrets may not: some carry one behind the host. */
export const hostOf = ({ url }: Pick<Endpoint, 'url'>): string => new URL(url).host
