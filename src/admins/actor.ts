import type { EntityScope, UserIssuer } from '../glpi'
import type { Permission } from '../shared/permissions'

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
