import { AppError } from '../../shared/errors'
import type { ManyKeysActions, TransferOptions, WhichKeys } from '../definitions/many-keys'
import {
  linesOfRevocable,
  linesOfTransferred,
  type Transferred,
  type TransferredPresets,
} from '../many-keys-view'
import { print } from '../output'
import type { Remote } from './remote'

interface Revoked {
  keys: number
  alreadyRevoked: number
  revoked: number
  upTo: string | null
}

/** `keys revoke-many|transfer` over the API. */
export function manyKeysActions(remote: Remote): ManyKeysActions {
  const { api, terminal } = remote
  return {
    async revokeMany({ reason, dryRun, yes, json, ...which }) {
      ensureSaid(which)
      const filter = await filterFrom(remote, which)
      const looked = await api.post<Revoked>('/key-revocations', { filter, dryRun: true })
      const { keys, alreadyRevoked, upTo } = looked
      if (dryRun || keys === 0 || upTo === null) {
        print(terminal, json, { keys, alreadyRevoked, revoked: 0 }, () => linesOfRevocable(looked))
        return
      }
      if (!yes)
        throw new AppError(
          'INPUT_INVALID',
          `${keys} key(s) would be revoked for good: say --yes if you mean it`,
        )
      const { revoked } = await api.post<Revoked>('/key-revocations', { filter, upTo, reason })
      print(terminal, json, { keys, alreadyRevoked, revoked }, () => [`Revoked ${revoked} key(s).`])
    },
    async transfer({ from, to, dryRun, json }) {
      const filter = await filterFrom(remote, { issuer: from })
      const { moved, kept, keptKeys } = await api.post<Transferred>('/key-transfers', {
        filter,
        to: idOrLogin(to),
        dryRun,
      })
      const keys = { moved, kept, keptKeys }
      const presets = await transferPresets(remote, { from: filter['issuer'] ?? from, to, dryRun })
      if (presets === null) terminal.err('Presets stay: the token lacks the scope presets:manage.')
      print(terminal, json, { dryRun, keys, presets }, () =>
        linesOfTransferred(keys, presets, { to, dryRun }),
      )
    },
  }
}

/** As much of it as the token is for. */
const transferPresets = async (
  { api }: Remote,
  { from, to, dryRun }: Pick<TransferOptions, 'from' | 'to' | 'dryRun'>,
): Promise<TransferredPresets | null> => {
  try {
    const owner = from === 'system' ? null : idOrLogin(from)
    return await api.post<TransferredPresets>('/preset-transfers', { owner, to: idOrLogin(to), dryRun })
  } catch (error) {
    if (error instanceof AppError && error.code === 'SCOPE_MISSING') return null
    throw error
  }
}

const idOrLogin = (text: string): number | string => (/^\d+$/.test(text) ? Number(text) : text)

function ensureSaid(which: WhichKeys): void {
  if (Object.values(which).some((wish) => wish !== undefined)) return
  throw new AppError(
    'INPUT_INVALID',
    'say which keys: --issuer, --preset, --entity, --batch, --state or --search',
  )
}

/** The API takes ids; names are looked up where a token may. */
export async function filterFrom(
  remote: Remote,
  { issuer, preset, entity, batch, state, search }: WhichKeys,
): Promise<Record<string, string | undefined>> {
  return {
    batch,
    state,
    search,
    issuer: issuer === undefined ? undefined : await issuerCalled(remote, issuer),
    preset: preset === undefined ? undefined : (await presetCalled(remote, preset)).uid,
    entity: entity === undefined ? undefined : await entityCalled(remote, entity),
  }
}

async function issuerCalled({ api }: Remote, login: string): Promise<string> {
  if (login === 'system' || /^\d+$/.test(login)) return login
  const { owner } = await api.get<{ owner: { id: number; login: string } }>('/me')
  if (isSame(owner.login, login)) return String(owner.id)
  throw new AppError(
    'INPUT_INVALID',
    'over the API, somebody else is told by their id in GLPI, not by their login',
  )
}

/** By its id or its name. @throws {AppError} NOT_FOUND */
export async function presetCalled<T extends { uid: string; name: string }>(
  { api }: Pick<Remote, 'api'>,
  asked: string,
): Promise<T> {
  const { items } = await api.get<{ items: T[] }>('/presets')
  const found = items.find(({ uid }) => uid === asked) ?? items.find(({ name }) => isSame(name, asked))
  if (found === undefined) throw new AppError('NOT_FOUND', `there is no preset ${JSON.stringify(asked)}`)
  return found
}

async function entityCalled({ api }: Remote, asked: string): Promise<string> {
  if (/^\d+$/.test(asked)) return asked
  const { entities } = await api.get<{ entities: { id: number; name: string }[] }>('/grantable')
  const found = entities.filter(({ name }) => isSame(name, asked) || isSame(lastPart(name), asked))
  const [one, ...others] = found
  if (one !== undefined && others.length === 0) return String(one.id)
  throw new AppError(
    'INPUT_INVALID',
    one === undefined
      ? `there is no entity ${JSON.stringify(asked)} that this token may give`
      : `${JSON.stringify(asked)} names more than one entity: give the id`,
  )
}

const lastPart = (path: string): string => path.split(' > ').at(-1) ?? path

const isSame = (one: string, other: string): boolean =>
  one.localeCompare(other.trim(), undefined, { sensitivity: 'accent' }) === 0
