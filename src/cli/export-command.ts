import { stringify } from 'csv-stringify/sync'
import type { Context } from '../context'
import { csvOptions } from '../csv'
import { type EntityScope, type Names, readNames, readScope } from '../glpi'
import { eachKey, isLasting, type KeyOfList, summariseKey } from '../keys'
import { actAs } from './act-as'
import type { CommandTools } from './command-tools'
import type { ExportOptions } from './definitions/lists'
import { filterFrom } from './which-keys'

const keysAtOnce = 500

/** Piece by piece as they are read: there may be more than the memory holds. */
export async function exportKeys(
  tools: CommandTools,
  context: Context,
  options: ExportOptions,
): Promise<void> {
  const scope = await scopeOf(context, options.as)
  const asked = {
    scope,
    filter: await filterFrom(context, options),
    sort: 'newest',
    now: context.clock.now(),
  } as const
  const keys = eachKey(context.db, asked)
  if (options.json) {
    for await (const key of keys) tools.terminal.out(JSON.stringify(summariseKey(key, key.hint, context)))
    return
  }
  tools.terminal.out(written([columns], csvOptions))
  for await (const some of inPieces(keys)) {
    const names = await namesOf(context, some)
    tools.terminal.out(
      written(
        some.map((key) => cellsOf(context, names, key)),
        { ...csvOptions, bom: false },
      ),
    )
  }
}

/** Whoever prints it ends the last line. */
const written = (rows: readonly (readonly string[])[], options: Parameters<typeof stringify>[1]): string =>
  stringify(
    rows.map((row) => [...row]),
    options,
  ).replace(/\n$/, '')

const columns = [
  'key',
  'label',
  'hint',
  'state',
  'maxUses',
  'used',
  'held',
  'left',
  'profile',
  'entity',
  'issuer',
  'made',
  'notBefore',
  'expiresAt',
  'revoked',
  'reason',
  'batch',
  'problem',
] as const

function cellsOf(context: Context, names: Names, key: KeyOfList): string[] {
  const { expiresAt, notBefore, issuer, state } = summariseKey(key, key.hint, context)
  const each = (nameOf: (one: KeyOfList['authorisations'][number]) => string): string =>
    Array.from(new Set(key.authorisations.map(nameOf))).join('; ')
  return [
    key.uid,
    key.label,
    key.hint,
    state,
    key.maxUses === undefined ? 'unlimited' : String(key.maxUses),
    String(key.usesCompleted),
    String(key.usesHeld),
    key.usesLeft === undefined ? 'unlimited' : String(key.usesLeft),
    each(({ profilesId }) => names.profile(profilesId) ?? `#${profilesId}`),
    each(({ entitiesId }) => names.entityPath(entitiesId) ?? `#${entitiesId}`),
    issuer.kind === 'system' ? 'system' : (names.user(issuer.usersId) ?? `#${issuer.usersId}`),
    key.createdAt.toISOString(),
    notBefore ?? '',
    expiresAt ?? 'never',
    key.revokedAt?.toISOString() ?? '',
    key.revokedReason ?? '',
    key.batchUid ?? '',
    isLasting(key.state) ? (key.problem ?? '') : '',
  ]
}

async function namesOf({ db, glpi }: Context, keys: readonly KeyOfList[]): Promise<Names> {
  const authorisations = keys.flatMap((key) => key.authorisations)
  return readNames(db, await glpi.side(), {
    users: keys.flatMap(({ issuer }) => (issuer.kind === 'user' ? [issuer.usersId] : [])),
    profiles: authorisations.map(({ profilesId }) => profilesId),
    entities: authorisations.map(({ entitiesId }) => entitiesId),
  })
}

async function* inPieces(keys: AsyncIterable<KeyOfList>): AsyncGenerator<KeyOfList[]> {
  let some: KeyOfList[] = []
  for await (const key of keys) {
    some.push(key)
    if (some.length < keysAtOnce) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}

async function scopeOf(context: Context, login: string | undefined): Promise<EntityScope> {
  if (login === undefined) return { kind: 'all' }
  const { held } = await actAs(context, login, ({ may }) => may.readUsers)
  return readScope(context.db, await context.glpi.side(), held)
}
