import type { KeyDescription, KeySummary } from '../../keys'
import { AppError } from '../../shared/errors'
import type { KeyActions } from '../definitions/keys'
import { linesOfKeys, linesOfShownKey, type ShownKey } from '../key-list-view'
import { linesOf } from '../key-view'
import { linesOfPaused, linesOfResumed } from '../key-words'
import { tellQueued } from '../mail-words'
import { newestAfter } from '../newest-after'
import { print } from '../output'
import { listActions } from './list-actions'
import { askedEnd, askedKeyFrom, limitOf } from './asked-key'
import { changedKeyFrom } from './changed-key'
import { manyKeysActions } from './many-keys-actions'
import { readPages, type Remote } from './remote'
import { refuseHere } from './server-only'

type WithLink = KeyDescription & { code: string | null; link: string | null }

/** The commands below `keys`, over the API. */
export function keyActions(remote: Remote): KeyActions {
  const { api, terminal } = remote

  const say = (key: KeyDescription, json: boolean, done: string): void =>
    print(terminal, json, key, () => [done])

  /** A key with its link, which a repeated request or a lost key ring may keep back. */
  const hand = (key: WithLink, json: boolean, more: readonly string[]): void => {
    print(terminal, json, key, () => [...linesOf(secretOf(key)), ...more])
    if (key.link === null)
      terminal.err(
        'The link cannot be shown: the token lacks the scope links:reveal, or the server its key ring.',
      )
  }

  const sayQueued = async (uid: string, json: boolean, mails: number): Promise<void> => {
    const shown = { ...(await api.get<KeyDescription>(`/keys/${uid}`)), ...(await mailsOf(remote, uid)) }
    print(terminal, json, shown, () => tellQueued('there', mails))
  }

  return {
    ...manyKeysActions(remote),
    ...listActions(remote),
    async create(options, isGiven) {
      if (options.send && options.email.length === 0)
        throw new AppError('INPUT_INVALID', 'say with --email whom the link is sent to')
      const key = await api.post<WithLink>('/keys', askedKeyFrom(options, isGiven))
      hand(key, options.json, options.send ? tellQueued('there', options.email.length) : [])
    },
    async list({ limit, before, json }) {
      const keys = await readPages<KeySummary>(remote, '/keys', {
        sort: 'newest',
        after: newestAfter(before),
        limit,
      })
      print(terminal, json, keys, () => linesOfKeys(keys))
    },
    async show(uid, { link, json }) {
      const secret = link ? secretOf(await api.post<WithLink>(`/keys/${uid}/link-views`)) : undefined
      const key = secret ?? (await api.get<KeyDescription>(`/keys/${uid}`))
      const shown = { ...key, registrations: await whoCame(remote, uid), ...(await mailsOf(remote, uid)) }
      print(terminal, json, shown, () => linesOfShownKey(shown))
    },
    async change(uid, options, isGiven) {
      const before = await api.get<KeyDescription>(`/keys/${uid}`)
      const key = await api.patch<KeyDescription>(`/keys/${uid}`, changedKeyFrom(options, isGiven, before))
      say(key, options.json, `Key ${uid} is now as you asked.`)
    },
    async pause(uid, { json }) {
      const key = await api.post<KeyDescription>(`/keys/${uid}/pause`)
      say(key, json, linesOfPaused(uid, key.revokedAt !== null))
    },
    async resume(uid, { json }) {
      const key = await api.delete<KeyDescription>(`/keys/${uid}/pause`)
      say(key, json, linesOfResumed(uid, key.revokedAt !== null))
    },
    async revoke(uid, { reason, json }) {
      const key = await api.post<KeyDescription>(`/keys/${uid}/revocation`, { reason })
      say(key, json, `Revoked key ${uid}.`)
    },
    async unrevoke(uid, { json }) {
      const key = await api.delete<KeyDescription>(`/keys/${uid}/revocation`)
      say(key, json, `Key ${uid} is not revoked any more.`)
    },
    async renew(uid, options) {
      const { maxUses, email } = options
      const key = await api.post<KeyDescription>(`/keys/${uid}/renewals`, {
        maxUses: maxUses === undefined ? undefined : limitOf(maxUses),
        ...askedEnd(options),
        emails: email.length > 0 ? email : undefined,
      })
      say(key, options.json, `Renewed key ${uid}.`)
    },
    async reissue(uid, { overlap, send, json }) {
      const key = await api.post<WithLink>(`/keys/${uid}/codes`, { overlap, send })
      hand(key, json, send ? ['Queued the mail with the new link.'] : [])
    },
    async send(uid, { json }) {
      const { mails } = await api.post<{ mails: number }>(`/keys/${uid}/deliveries`)
      await sayQueued(uid, json, mails)
    },
    async retry(uid, mail, { json }) {
      const { mails } = await api.post<{ mails: number }>(`/keys/${uid}/deliveries/${mail}/attempts`)
      await sayQueued(uid, json, mails)
    },
    verify: () => refuseHere('keys verify'),
  }
}

const secretOf = ({ code, link, ...key }: WithLink): KeyDescription & { code?: string; link?: string } => ({
  ...key,
  ...(code === null || link === null ? {} : { code, link }),
})

interface Registration {
  uid: string
  usersId: number | null
  login: string | null
  completedAt: string | null
}

async function whoCame(remote: Remote, key: string): Promise<ShownKey['registrations']> {
  const query = { key, state: 'completed', limit: 5_000 }
  const found = await ifItMay(readPages<Registration>(remote, '/registrations', query))
  return found.map(({ uid, usersId, login, completedAt }) => ({
    uid,
    usersId: usersId ?? 0,
    login: login ?? '',
    completedAt: completedAt ?? '',
  }))
}

async function mailsOf({ api }: Remote, uid: string): Promise<Pick<ShownKey, 'deliveries'>> {
  const { items } = await api.get<{ items: ShownKey['deliveries'] }>(`/keys/${uid}/deliveries`)
  return { deliveries: items }
}

/** A token may be for keys and not for registrations. */
const ifItMay = <T>(asked: Promise<T[]>): Promise<T[]> =>
  asked.catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'SCOPE_MISSING') return []
    throw error
  })
