import type { KeyDescription, KeySummary } from '../keys'
import type { DeliveryDescription } from '../mail'
import { linesOfDeliveries } from './deliveries-view'
import { linesOf } from './key-view'
import { table } from './output'

export const linesOfKeys = (keys: readonly KeySummary[]): string[] =>
  keys.length === 0
    ? ['There are no keys. Make one with "glpi-invite keys create".']
    : table([
        ['KEY', 'STATE', 'USES', 'UNTIL', 'HINT', 'LABEL'],
        ...keys.map((key) => [
          key.uid,
          key.state,
          `${key.usesCompleted}/${key.maxUses ?? '∞'}`,
          key.expiresAt ?? 'never',
          key.hint,
          key.label,
        ]),
      ])

/** A key with what has come of it. */
export interface ShownKey extends KeyDescription {
  code?: string
  link?: string
  registrations: { uid: string; usersId: number; login: string; completedAt: string }[]
  deliveries: DeliveryDescription[]
}

export const linesOfShownKey = (key: ShownKey): string[] => [
  ...linesOf(key),
  ...key.registrations.map(
    ({ completedAt, login, usersId }) => `Used     ${completedAt} by ${login} (#${usersId})`,
  ),
  ...linesOfDeliveries(key.deliveries),
]
