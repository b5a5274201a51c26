import type { HeldAuthorisation } from '../glpi'
import type { Permission } from '../shared/permissions'

/** What GLPI's rights on users, and on its configuration, mean here. */
export function permissionsOf({ may }: HeldAuthorisation): ReadonlySet<Permission> {
  const granted: Record<Permission, boolean> = {
    'see-keys': may.readUsers,
    // Whoever makes or changes a key is shown it.
    'create-keys': may.readUsers && may.createUsers,
    'update-keys': may.readUsers && may.updateUsers,
    configure: may.updateConfig,
  }
  return new Set((Object.keys(granted) as Permission[]).filter((permission) => granted[permission]))
}
