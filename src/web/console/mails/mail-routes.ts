import type { Request, Response } from 'express'
import { z } from 'zod'
import type { Context } from '../../../context'
import { type DetailedKey, getKeyInScope, sendBatch, sendInvitation, tryMailAgain } from '../../../keys'
import { AppError } from '../../../shared/errors'
import type { Desk } from '../desk'
import { showKey } from '../key/key-page'
import { keeperAt } from '../roles'
import type { ConsoleRoute } from '../route'
import { tellSendingProblem } from './sending-problem'
import { tellSent } from './sent-notice'

const Uid = z.uuid()
const Wish = z.object({ to: z.enum(['all', 'rest']).catch('rest') })

/** Sending invitations, once more or for the first time. */
export function mailRoutes(context: Context): ConsoleRoute[] {
  return [
    {
      method: 'post',
      path: '/keys/:uid/deliveries',
      may: 'create-keys',
      handle: async (req, res, desk) => {
        const key = await keyFor(req, desk)
        await orExplain(desk, res, key, async () => {
          const { length } = await sendInvitation(context, keeperAt(desk), key.uid)
          await desk.redirect(`/keys/${key.uid}#mails`, tellSent(context.config, desk, length))
        })
      },
    },
    {
      method: 'post',
      path: '/keys/:uid/deliveries/:mail/attempts',
      may: 'create-keys',
      handle: async (req, res, desk) => {
        const key = await keyFor(req, desk)
        await orExplain(desk, res, key, async () => {
          await tryMailAgain(context, keeperAt(desk), { keyUid: key.uid, mailUid: uidIn(req.params['mail']) })
          await desk.redirect(`/keys/${key.uid}#mails`, desk.t.mails.retried)
        })
      },
    },
    {
      method: 'post',
      path: '/batches/:uid/deliveries',
      may: 'create-keys',
      handle: async (req, res, desk) => {
        const batchUid = uidIn(req.params['uid'])
        const { to } = Wish.parse(req.body)
        const { scope } = desk.actor
        const n = await sendBatch(context, keeperAt(desk), { batchUid, scope, to }).catch((error: unknown) =>
          tellSendingProblem(error, desk, res),
        )
        // What was refused is told where the batch is listed: its links are not shown again for that.
        await desk.redirect(
          `/keys?batch=${batchUid}`,
          typeof n === 'number' ? tellSent(context.config, desk, n) : n,
        )
      },
    },
  ]

  /** A key outside somebody's entities is not there for them, whatever they send. */
  function keyFor(req: Request, { actor }: Desk): Promise<DetailedKey> {
    return getKeyInScope(context.db, uidIn(req.params['uid']), actor.scope)
  }

  async function orExplain(
    desk: Desk,
    res: Response,
    key: DetailedKey,
    work: () => Promise<void>,
  ): Promise<void> {
    try {
      await work()
    } catch (error) {
      await showKey(context, desk, key, { mailProblem: tellSendingProblem(error, desk, res) })
    }
  }
}

function uidIn(text: unknown): string {
  const uid = Uid.safeParse(text).data
  if (uid === undefined) throw new AppError('NOT_FOUND', 'not an id')
  return uid.toLowerCase()
}
