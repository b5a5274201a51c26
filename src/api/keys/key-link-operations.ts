import { z } from 'zod'
import { getKeyInScope, mailNewLink, reissueKey, type ReissuedKey, shortForm, showCodeTo } from '../../keys'
import type { Db } from '../../shared/db'
import { AppError, InputInvalid } from '../../shared/errors'
import { parseDuration } from '../../shared/time'
import { Uid, UidParams } from '../common-schemas'
import { changes, type Operation } from '../operation'
import { KeyWithLink } from './key-schemas'
import { showWithLink } from './show-key'

const Reissue = z.strictObject({
  overlap: z.string().min(1).max(64).optional().meta({
    description:
      'How long the links before still work: an ISO 8601 duration up to P30D. Left out: not at all',
    example: 'P7D',
  }),
  send: z
    .boolean()
    .default(false)
    .meta({ description: 'Mail the new link to the addresses that have not joined with it' }),
})

/** What brings the link of a key to light. */
export const keyLinkOperations: Operation[] = [
  changes({
    operationId: 'reissueKey',
    tag: 'Keys',
    summary: 'Reissue a key: a new code and link, in place of those before',
    description:
      'For whoever could make this very key now; they answer for it from then on. The answer has the link for tokens with the scope links:reveal.',
    method: 'post',
    path: '/keys/{uid}/codes',
    status: 201,
    scope: 'keys:manage',
    permission: 'update-keys',
    params: UidParams,
    body: Reissue,
    refs: z.object({ keyUid: Uid }),
    answer: KeyWithLink,
    perform: async (context, { caller, params, body }) => {
      const { uid } = await getKeyInScope(context.db, params.uid, caller.actor.scope)
      const also = async (trx: Db, reissued: ReissuedKey) => {
        if (!body.send) return
        const mails = await mailNewLink(context, trx, caller.eventActor, reissued)
        if (mails === 0) throw nobodyToSendTo(uid)
      }
      const overlapMs = body.overlap === undefined ? 0 : overlapOf(body.overlap)
      const { code } = await reissueKey(context, caller.keeper, uid, { overlapMs, also })
      return { refs: { keyUid: uid }, codes: new Map([[uid, code]]) }
    },
    // A link to what is there already: only this scope is for that.
    present: (context, call, { keyUid }, codeOf) =>
      showWithLink(context, call, keyUid, async (uid) =>
        call.caller.scopes.has('links:reveal') ? codeOf(uid) : undefined,
      ),
  }),
  changes({
    operationId: 'viewKeyLink',
    tag: 'Keys',
    summary: 'Show the link and the code of a key once more',
    description:
      'For whoever could make this very key now. Each view is recorded: so it is a POST, and what fetches addresses by itself sees none.',
    method: 'post',
    path: '/keys/{uid}/link-views',
    status: 201,
    scope: 'links:reveal',
    permission: 'create-keys',
    params: UidParams,
    refs: z.object({ keyUid: Uid }),
    answer: KeyWithLink,
    perform: async (context, { caller, params }) => {
      const key = await getKeyInScope(context.db, params.uid, caller.actor.scope)
      const code = await showCodeTo(context, caller.keeper, key)
      return { refs: { keyUid: key.uid }, codes: new Map([[key.uid, code]]) }
    },
    present: (context, call, { keyUid }, codeOf) => showWithLink(context, call, keyUid, codeOf),
  }),
]

function overlapOf(text: string): number {
  const overlapMs = parseDuration(shortForm(text))
  if (overlapMs !== undefined) return overlapMs
  throw new InputInvalid([
    { pointer: '/overlap', reason: `not a duration: ${JSON.stringify(text)}. Try P7D, P2W or PT12H.` },
  ])
}

const nobodyToSendTo = (uid: string) =>
  new AppError('INPUT_INVALID', `key ${uid} is for nobody whom the link could be sent to`, {
    pointer: '/send',
  })
