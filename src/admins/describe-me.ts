import type { GlpiWatch } from '../glpi'
import type { Clock } from '../shared/clock'
import type { Db } from '../shared/db'
import { AppError } from '../shared/errors'
import { permissions, type Permission } from '../shared/permissions'
import type { AuthenticatedToken } from './authenticate-token'
import { describeTokens, type TokenDescription } from './describe-token'
import { withStates } from './token-state'
import { findToken } from './tokens-store'

/** Who calls with a token, and what it is worth at the moment. */
export interface Me {
  token: TokenDescription
  owner: { id: number; login: string; name: string }
  authorisation: {
    profile: { id: number; name: string | null }
    entity: { id: number; name: string | null }
    recursive: boolean
  }
  permissions: Permission[]
  environment: string
  /** In which bare dates are meant. */
  timeZone: string
}

interface Deps {
  db: Db
  glpi: GlpiWatch
  clock: Clock
  config: { environment: string; timeZone: string }
}

export async function describeMe(
  deps: Deps,
  { tokenUid, actor }: Pick<AuthenticatedToken, 'tokenUid' | 'actor'>,
): Promise<Me> {
  const kept = await findToken(deps.db, tokenUid)
  const listed = await withStates(deps, kept === undefined ? [] : [kept])
  const [token] = await describeTokens(deps.db, await deps.glpi.side(), listed)
  if (token === undefined) throw new AppError('NOT_FOUND', `there is no token ${tokenUid} any more`)
  return {
    token,
    owner: { id: actor.usersId, login: actor.login, name: actor.name },
    authorisation: {
      profile: { id: actor.profilesId, name: actor.profileName },
      entity: { id: actor.entitiesId, name: actor.entityPath },
      recursive: actor.isRecursive,
    },
    permissions: permissions.filter((one) => actor.permissions.has(one)),
    environment: deps.config.environment,
    timeZone: deps.config.timeZone,
  }
}
