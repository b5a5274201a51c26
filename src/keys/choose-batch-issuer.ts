import type { Grant, UserIssuer } from '../glpi'
import { AppError } from '../shared/errors'
import { listKeysOfBatch } from './batches-store'
import { chooseIssuer } from './choose-issuer'
import { readStandings } from './key-checks-store'

/**
 * Under which of their authorisations this person may give all that the keys of a batch give: those may differ, as in
 * lists that were imported.
 *
 * @throws {AppError} NOT_FOUND when none of them is left; NOT_ALLOWED when there is no such authorisation
 */
export async function chooseBatchIssuer(
  deps: Parameters<typeof chooseIssuer>[0],
  login: string,
  batchUid: string,
): Promise<{ kind: 'user' } & UserIssuer> {
  const keys = await listKeysOfBatch(deps.db, batchUid)
  const grants = (
    await readStandings(
      deps.db,
      keys.map(({ uid }) => uid),
    )
  ).map(({ grant }) => grant)
  const [first] = grants
  if (first === undefined) throw new AppError('NOT_FOUND', `batch ${batchUid} has no key that is not revoked`)
  return chooseIssuer(deps, login, allOf(first, grants))
}

const allOf = (first: Grant, grants: readonly Grant[]): Grant => ({
  ...first,
  authorisations: Array.from(
    new Map(
      grants
        .flatMap(({ authorisations }) => authorisations)
        .map((one) => [JSON.stringify(one), one] as const),
    ).values(),
  ),
  groupIds: Array.from(new Set(grants.flatMap(({ groupIds }) => groupIds))),
})
