import type { EntityScope, UserIssuer } from '../glpi'

/** What an administrator may do here, from the rights of their active profile in GLPI. */
export const permissions = ['see-keys', 'create-keys', 'update-keys', 'configure'] as const
export type Permission = (typeof permissions)[number]

/**
 * An administrator at work: one GLPI user under one of their authorisations, as GLPI's tables are now. Read again for
 * every request, so that whoever is demoted or deactivated is out at once.
 */
export interface Actor extends UserIssuer {
  login: string
  /** First and last name, or the login. */
  name: string
  /** As GLPI has it, such as `fr_FR`; undefined when GLPI's own default is theirs. */
  language: string | undefined
  profileName: string
  entityPath: string
  isRecursive: boolean
  scope: EntityScope
  permissions: ReadonlySet<Permission>
}
