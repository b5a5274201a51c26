import type { Context } from '../context'
import { readMailboxes, readPeople } from '../glpi'
import {
  type DetailedKey,
  findProblem,
  getKey,
  type KeyState,
  listAddressesOfRegistered,
  stateOf,
} from '../keys'
import { type Invited, type Mailbox, NotComposed, type QueuedMail } from '../mail'
import { statedEnd } from '../shared/ends'
import { type Composers, given } from './composing'
import { linkFor } from './link-of-mail'

/** A reminder says that the end is near, and a key that was renewed since has another. */
const nearMs = 3 * 86_400_000

/** What goes to the invited about a key that they have not used. */
export const composeInvitations: Pick<Composers, 'invitation' | 'reminder' | 'reissued'> = {
  invitation: async (context, mail) => {
    const open = await openInvitation(context, mail)
    if ('withdraw' in open) return open
    return { view: { ...open.invited, message: open.key.message }, replyTo: open.replyTo }
  },

  reminder: async (context, mail) => {
    const key = await keyOf(context, mail)
    const now = context.clock.now()
    const until = statedEnd(key, context.config.timeZone)
    if (until === undefined || until.getTime() - now.getTime() > nearMs) return { withdraw: 'renewed' }
    if (until <= now) return { withdraw: 'expired' }
    const state = stateOf(key, now)
    if (state !== 'usable') return { withdraw: state } // nothing is waited for: the end is near
    const open = await openInvitation(context, mail)
    if ('withdraw' in open) return open
    return { view: { ...open.invited, until }, replyTo: open.replyTo }
  },

  reissued: async (context, mail) => {
    const open = await openInvitation(context, mail)
    if ('withdraw' in open) return open
    const oldLinkUntil = open.key.codes[1]?.validUntil
    const isOldAlive = oldLinkUntil !== undefined && oldLinkUntil > context.clock.now()
    return {
      view: { ...open.invited, oldLinkUntil: isOldAlive ? oldLinkUntil : undefined },
      replyTo: open.replyTo,
    }
  },
}

interface OpenInvitation {
  key: DetailedKey
  invited: Invited
  replyTo: Mailbox | undefined
}

/** Sent only when it leads somewhere. What may still be mended is waited for; what is over is not sent at all. */
async function openInvitation(
  context: Context,
  mail: QueuedMail,
): Promise<OpenInvitation | { withdraw: string }> {
  const key = await keyOf(context, mail)
  const now = context.clock.now()
  const state = stateOf(key, now)
  if (isOver(state)) return { withdraw: state }
  const joined = await listAddressesOfRegistered(context.db, key.uid)
  if (joined.has(mail.to.address.toLowerCase())) return { withdraw: 'joined' }
  if (state === 'paused') throw new NotComposed('paused')
  const problem = await findProblem(context, key.uid)
  if (problem !== undefined && problem !== 'address-replaced') throw new NotComposed('would-be-refused')

  const { inviter, replyTo } = await inviterOf(context, key, now)
  const link = await linkFor(context, key, mail)
  if (link === undefined) return { withdraw: 'reissued' }
  return {
    key,
    invited: {
      link,
      inviter,
      from: state === 'not-yet-valid' ? key.notBefore : undefined,
      until: statedEnd(key, context.config.timeZone),
    },
    replyTo,
  }
}

const keyOf = ({ db }: Context, mail: QueuedMail): Promise<DetailedKey> =>
  getKey(db, given(mail.keyUid, 'key', mail))

const isOver = (state: KeyState): boolean => state === 'revoked' || state === 'expired' || state === 'used-up'

/** Who is asked when the invited answer. Whoever has no address, or none any more, is named all the same. */
async function inviterOf(
  { db, glpi }: Context,
  { issuer }: DetailedKey,
  now: Date,
): Promise<{ inviter: string | undefined; replyTo: Mailbox | undefined }> {
  if (issuer.kind === 'system') return { inviter: undefined, replyTo: undefined }
  const side = await glpi.side()
  const mailbox = (await readMailboxes(db, side, [issuer.usersId], now)).get(issuer.usersId)
  if (mailbox !== undefined) {
    const { name, address } = mailbox
    return { inviter: name, replyTo: { name, address } }
  }
  const person = (await readPeople(db, side, [issuer.usersId])).get(issuer.usersId)
  return { inviter: person?.name, replyTo: undefined }
}
