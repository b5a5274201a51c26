import type { TokenDescription } from '../admins'
import { table } from './output'

export const linesOfTokens = (tokens: readonly TokenDescription[]): string[] =>
  tokens.length === 0
    ? ['There are no such tokens. Make one with "glpi-invite tokens create".']
    : table([
        ['TOKEN', 'STATE', 'OWNER', 'EXPIRES', 'LAST USED', 'LABEL'],
        ...tokens.map((one) => [
          one.uid,
          one.state,
          ownerOf(one),
          one.expiresAt,
          one.lastUsedAt ?? 'never',
          one.label,
        ]),
      ])

export const onceOnly = 'This is the only time that it is shown. Keep it like a password.'

const ownerOf = ({ owner }: TokenDescription): string => owner.login ?? `#${owner.id}`
const named = ({ id, name }: { id: number; name: string | null }): string => name ?? `#${id}`

export const linesOfToken = (one: TokenDescription): string[] => [
  `Token    ${one.uid} (…${one.hint})`,
  `Label    ${one.label}`,
  `State    ${one.state}`,
  `Owner    ${ownerOf(one)}, as ${named(one.profile)} in ${named(one.entity)}`,
  `Scopes   ${one.scopes.join(', ')}`,
  `From     ${one.networks.length === 0 ? 'anywhere' : one.networks.join(', ')}`,
  `Made     ${one.madeAt}`,
  `Expires  ${one.expiresAt}`,
  ...(one.rotatedAt === null
    ? []
    : [`Rotated  ${one.rotatedAt}; the one before until ${one.olderExpiresAt}`]),
  ...(one.revokedAt === null ? [] : [`Revoked  ${one.revokedAt}`]),
  `Used     ${one.lastUsedAt === null ? 'never' : [one.lastUsedAt, one.lastUsedFrom].filter(Boolean).join(' from ')}`,
]
