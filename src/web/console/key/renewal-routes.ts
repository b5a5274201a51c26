import { z } from 'zod'
import type { Context } from '../../../context'
import {
  ChangeRefused,
  type DetailedKey,
  mailNewLink,
  reissueKey,
  type ReissuedKey,
  renewKey,
  unrevokeKey,
} from '../../../keys'
import { SendingLimited } from '../../../mail'
import type { Db } from '../../../shared/db'
import type { Desk } from '../desk'
import { seedOf } from '../making/form-token'
import { invitationView } from '../making/invitation'
import { tellSendingProblem } from '../mails/sending-problem'
import { tellSent } from '../mails/sent-notice'
import { keeperAt } from '../roles'
import type { ConsoleRoute } from '../route'
import { fieldOf } from './change-form'
import { keyFor } from './key-for'
import { showKey } from './key-page'
import { overlapMsOf, overlaps, readRenewal, RenewalForm } from './renewal-form'
import { tryChange } from './try-change'

const Addresses = z.object({ addresses: z.string().trim().catch('') })
const ReissueForm = z.object({ overlap: z.enum(overlaps).catch('none'), send: z.string().catch('') })

/** What gives a key more life; each takes being able to make this very key now, which the use case asks. */
export function keyRenewalRoutes(context: Context): ConsoleRoute[] {
  return [
    {
      method: 'post',
      path: '/keys/:uid/renewals',
      may: 'update-keys',
      handle: async (req, res, desk) => {
        const key = await keyFor(context, req, desk)
        const form = RenewalForm.parse(req.body)
        const { addresses } = Addresses.parse(req.body)
        const asked = readRenewal(form, addresses, context.config)
        const found = await tryChange(desk, asked, () =>
          renewKey(context, keeperAt(desk), key.uid, asked.wanted),
        )
        if (found !== undefined) {
          res.status(422)
          await showKey(context, desk, key, { renewal: { form, addresses, problems: found } })
          return
        }
        await desk.redirect(`/keys/${key.uid}`, desk.t.key.notices.renewed)
      },
    },
    {
      method: 'post',
      path: '/keys/:uid/codes',
      may: 'update-keys',
      handle: async (req, res, desk) => {
        const key = await keyFor(context, req, desk)
        const seed = seedOf(context.sealer, req.body)
        const form = ReissueForm.parse(req.body)
        const by = keeperAt(desk)
        let mails = key.addresses.length // as good as it is known of a form that is sent twice
        const also = async (trx: Db, reissued: ReissuedKey) => {
          if (form.send !== '') mails = await mailNewLink(context, trx, by.actor, reissued)
        }
        try {
          const wanted = { overlapMs: overlapMsOf[form.overlap], seed, also }
          const reissued = await reissueKey(context, by, key.uid, wanted)
          showNewLink(desk, reissued, form.send === '' ? undefined : tellSent(context.config, desk, mails))
        } catch (error) {
          if (error instanceof SendingLimited) {
            const sendProblem = tellSendingProblem(error, desk, res)
            await showKey(context, desk, key, { reissue: { ...form, problems: {}, sendProblem } })
            return
          }
          if (!(error instanceof ChangeRefused)) throw error
          res.status(422)
          const problems = { [fieldOf[error.problem]]: error.problem }
          await showKey(context, desk, key, { reissue: { ...form, problems } })
        }
      },
    },
    {
      method: 'post',
      path: '/keys/:uid/reinstatement',
      may: 'update-keys',
      handle: async (req, _res, desk) => {
        const key = await keyFor(context, req, desk)
        await unrevokeKey(context, keeperAt(desk), key.uid)
        await desk.redirect(`/keys/${key.uid}`, desk.t.key.notices.unrevoked)
      },
    },
  ]

  /** The exception to redirecting after a POST: nobody could be shown the code afterwards where nothing is sealed. */
  function showNewLink(desk: Desk, { key, code }: ReissuedKey, sentNote: string | undefined): void {
    const { reissue, link } = desk.t.key
    desk.show('key-link', {
      title: reissue.done,
      lead: `${leadFor(desk, key)} ${context.keyRing === undefined ? desk.t.making.made.shownOnce : link.lead}`,
      sentNote,
      invitation: invitationView({ publicUrl: context.config.publicUrl, format: desk.format }, key, code),
      cardTitle: desk.t.making.made.cardTitle(context.config.instanceName),
      back: `${desk.root}/keys/${key.uid}`,
    })
  }

  function leadFor({ t, format }: Desk, { codes }: DetailedKey): string {
    const until = codes[1]?.validUntil
    const worksOn = until !== undefined && until > context.clock.now()
    return worksOn ? t.key.reissue.oldUntil(format.instant(until)) : t.key.reissue.oldDead
  }
}
