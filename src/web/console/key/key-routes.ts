import type { Request } from 'express'
import { z } from 'zod'
import type { Context } from '../../../context'
import {
  changeKey,
  ChangeRefused,
  type DetailedKey,
  getKeyInScope,
  type KeyChange,
  pauseKey,
  resumeKey,
  revokeKey,
  showCodeTo,
} from '../../../keys'
import { AppError } from '../../../shared/errors'
import { readMoment } from '../../../shared/moment'
import { ChangeForm, type ChangeProblems, fieldOf, readChange } from './change-form'
import type { Desk } from '../desk'
import { invitationView } from '../making/invitation'
import { showKey } from './key-page'
import { keeperAt } from '../roles'
import type { ConsoleRoute } from '../route'

const Uid = z.uuid()
const Page = z.object({ registrations: z.string().catch('') })
const Revocation = z.object({ reason: z.string().trim().catch('') })
const reasonLength = 255

/** The page of one key, and what can be done to it. */
export function keyRoutes(context: Context): ConsoleRoute[] {
  const { db, config } = context

  /** A key outside somebody's entities is not there for them, whatever they send. */
  function keyFor(req: Request, { actor }: Desk): Promise<DetailedKey> {
    const uid = Uid.safeParse(req.params['uid']).data
    if (uid === undefined) throw new AppError('NOT_FOUND', 'not the id of a key')
    return getKeyInScope(db, uid.toLowerCase(), actor.scope)
  }

  return [
    {
      method: 'get',
      path: '/keys/:uid',
      may: 'see-keys',
      handle: async (req, _res, desk) => {
        const after = readMoment(Page.parse(req.query).registrations)
        await showKey(context, desk, await keyFor(req, desk), { after })
      },
    },
    {
      method: 'post',
      path: '/keys/:uid/terms',
      may: 'update-keys',
      handle: async (req, res, desk) => {
        const key = await keyFor(req, desk)
        const form = ChangeForm.parse(req.body)
        const { wanted, problems } = readChange(form, config.timeZone)
        const found = Object.keys(problems).length > 0 ? problems : await tryChange(desk, key, wanted)
        if (Object.keys(found).length > 0) {
          res.status(422)
          await showKey(context, desk, key, { change: { form, problems: found } })
          return
        }
        const { changed, unchanged } = desk.t.key.notices
        await desk.redirect(`/keys/${key.uid}`, Object.keys(wanted).length > 0 ? changed : unchanged)
      },
    },
    {
      method: 'post',
      path: '/keys/:uid/pause',
      may: 'update-keys',
      handle: async (req, _res, desk) => {
        const key = await keyFor(req, desk)
        await pauseKey(context, desk.eventActor, key.uid)
        await desk.redirect(`/keys/${key.uid}`, desk.t.key.notices.paused)
      },
    },
    {
      method: 'post',
      path: '/keys/:uid/resumption',
      may: 'update-keys',
      handle: async (req, _res, desk) => {
        const key = await keyFor(req, desk)
        await resumeKey(context, desk.eventActor, key.uid)
        await desk.redirect(`/keys/${key.uid}`, desk.t.key.notices.resumed)
      },
    },
    {
      method: 'post',
      path: '/keys/:uid/revocation',
      may: 'update-keys',
      handle: async (req, res, desk) => {
        const key = await keyFor(req, desk)
        const { reason } = Revocation.parse(req.body)
        if (Array.from(reason).length > reasonLength) {
          res.status(422)
          await showKey(context, desk, key, { revocation: { reason, problem: 'reason-too-long' } })
          return
        }
        await revokeKey(context, desk.eventActor, key.uid, reason)
        await desk.redirect(`/keys/${key.uid}`, desk.t.key.notices.revoked)
      },
    },
    {
      method: 'post',
      path: '/keys/:uid/link',
      may: 'create-keys',
      handle: async (req, _res, desk) => {
        const key = await keyFor(req, desk)
        const code = await showCodeTo(context, keeperAt(desk), key)
        desk.show('key-link', {
          title: desk.t.key.link.title,
          lead: desk.t.key.link.lead,
          invitation: invitationView({ publicUrl: config.publicUrl, format: desk.format }, key, code),
          cardTitle: desk.t.making.made.cardTitle(config.instanceName),
          back: `${desk.root}/keys/${key.uid}`,
        })
      },
    },
  ]

  async function tryChange(desk: Desk, key: DetailedKey, wanted: KeyChange): Promise<ChangeProblems> {
    try {
      await changeKey(context, keeperAt(desk), key.uid, wanted)
      return {}
    } catch (error) {
      if (error instanceof ChangeRefused) return { [fieldOf[error.problem]]: error.problem }
      if (!(error instanceof AppError) || !refusals.has(error.code)) throw error
      const unbounds = wanted.maxUses === 'unlimited' || wanted.expiresAt === 'never'
      const mayMake = desk.actor.permissions.has('create-keys')
      return { form: unbounds && mayMake ? 'not-yours-to-unbound' : 'not-yours-to-widen' }
    }
  }
}

const refusals = new Set<AppError['code']>(['NOT_ALLOWED', 'KEY_ISSUER_REFUSED', 'KEY_GRANT_REFUSED'])
