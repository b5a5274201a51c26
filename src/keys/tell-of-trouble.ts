import { type GlpiWatch, type PersonalMailbox, readMailboxes } from '../glpi'
import { type NewMail, queueMails, takeNotices } from '../mail'
import type { Clock } from '../shared/clock'
import type { Config } from '../shared/config'
import { type Db, inTransaction } from '../shared/db'
import { languageFrom } from '../shared/i18n'
import type { Random } from '../shared/random'
import { listUntoldTrouble, type TroubledKey } from './key-checks-store'

export interface TellOfTroubleDeps {
  db: Db
  glpi: GlpiWatch
  clock: Clock
  random: Random
  config: Pick<Config, 'adminMail' | 'defaultLanguage'>
}

const keysAtOnce = 1_000
/** The mail names so many, and says how many there are. */
const keysNamed = 50

/**
 * Tells whoever answers for keys with a problem, in one mail for all that came up since the last, once for each problem
 * of a key. Of keys whose issuer is gone, or cannot be written to, the addresses of `ADMIN_MAIL` hear.
 *
 * @returns how many mails there are
 */
export async function tellOfTrouble(deps: TellOfTroubleDeps): Promise<number> {
  let mails = 0
  let after: TroubledKey | undefined
  for (;;) {
    const keys = await listUntoldTrouble(deps.db, { after, limit: keysAtOnce })
    if (keys.length === 0) return mails
    const now = deps.clock.now()
    const issuers = keys.flatMap(({ issuerId }) => issuerId ?? [])
    const mailboxes = await readMailboxes(deps.db, await deps.glpi.side(), issuers, now)
    for (const group of groupsOf(keys)) mails += await tell(deps, mailboxes, group)
    if (keys.length < keysAtOnce) return mails
    after = keys.at(-1)
  }
}

interface Group {
  /** In `glpi_users`; undefined: the server itself. */
  issuerId: number | undefined
  isGone: boolean
  keys: TroubledKey[]
}

function groupsOf(keys: readonly TroubledKey[]): Group[] {
  const groups = new Map<string, Group>()
  for (const key of keys) {
    const isGone = key.problem === 'issuer-gone'
    const name = `${key.issuerId} ${isGone}`
    const group = groups.get(name) ?? { issuerId: key.issuerId, isGone, keys: [] }
    group.keys.push(key)
    groups.set(name, group)
  }
  return Array.from(groups.values())
}

function tell(
  deps: TellOfTroubleDeps,
  mailboxes: ReadonlyMap<number, PersonalMailbox>,
  { issuerId, isGone, keys }: Group,
): Promise<number> {
  const now = deps.clock.now()
  return inTransaction(deps.db, async (trx) => {
    const notices = keys.map(({ uid, since }) => ({
      kind: 'key-in-trouble' as const,
      subject: uid,
      occasion: since,
    }))
    const uids = (await takeNotices(trx, notices, now)).map(({ subject }) => subject)
    if (uids.length === 0) return 0
    const issuer = issuerId === undefined || isGone ? undefined : mailboxes.get(issuerId)
    const what: Pick<NewMail, 'kind' | 'facts'> =
      isGone && issuerId !== undefined
        ? { kind: 'issuer-gone', facts: { issuerId } }
        : { kind: 'key-in-trouble', facts: { keyUids: uids.slice(0, keysNamed), total: uids.length } }
    const mails = recipientsOf(deps, issuer).map((recipient) => ({ ...what, ...recipient }))
    await queueMails(trx, deps, mails)
    return mails.length
  })
}

function recipientsOf(
  { config }: TellOfTroubleDeps,
  issuer: PersonalMailbox | undefined,
): Pick<NewMail, 'to' | 'language'>[] {
  if (issuer === undefined) {
    return config.adminMail.map((address) => ({ to: { address }, language: config.defaultLanguage }))
  }
  const { address, name, usersId } = issuer
  return [
    { to: { address, name, usersId }, language: languageFrom(issuer.language) ?? config.defaultLanguage },
  ]
}
