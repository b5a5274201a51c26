import { AppError } from './errors'
import type { Permission } from './permissions'

/** What an API token is for. Stable: they are stored, and scripts name them. */
export const scopes = [
  'keys:read',
  'keys:create',
  'keys:manage',
  'links:reveal',
  'registrations:read',
  'registrations:approve',
  'events:read',
  'presets:manage',
  'webhooks:manage',
] as const
export type Scope = (typeof scopes)[number]

/** Without one of these permissions a token with the scope could never do anything with it. */
export const permissionsForScope: Record<Scope, readonly Permission[]> = {
  'keys:read': ['see-keys'],
  'keys:create': ['create-keys'],
  'keys:manage': ['update-keys'],
  'links:reveal': ['create-keys'],
  'registrations:read': ['see-keys'],
  'registrations:approve': ['update-keys'],
  'events:read': ['see-keys', 'configure'],
  'presets:manage': ['create-keys', 'update-keys'],
  'webhooks:manage': ['configure'],
}

/** Those that are good for anything with these permissions. */
export const scopesFor = (permissions: ReadonlySet<Permission>): Scope[] =>
  scopes.filter((scope) => permissionsForScope[scope].some((permission) => permissions.has(permission)))

/**
 * Whether the token was made for this. It is one half: what its owner may do at the moment is the other, and neither
 * stands in for the other.
 *
 * @throws {AppError} SCOPE_MISSING
 */
export function ensureScope({ scopes: carried }: { scopes: ReadonlySet<Scope> }, scope: Scope): void {
  if (!carried.has(scope)) throw new AppError('SCOPE_MISSING', `the token does not carry the scope ${scope}`)
}
