import type { Request, Response } from 'express'
import { z } from 'zod'
import type { Context } from '../../../context'
import { readNames } from '../../../glpi'
import { getPreset, listPresetsOf, type Preset, transferPresets } from '../../../keys'
import { AppError } from '../../../shared/errors'
import type { TransferMessages } from '../../../shared/i18n/console/messages/transfer'
import type { Desk, Own } from '../desk'
import { findNewOwner } from '../keys/key-transfers'
import type { ConsoleRoute } from '../route'
import { presetUidOf } from './preset-uid'

const Form = z.object({ to: z.string().trim().catch(''), all: z.string().catch('') })
type Form = z.output<typeof Form>

/** Handing a preset over, or all that its owner has here. */
export function presetTransferRoutes(context: Context): ConsoleRoute[] {
  return [
    {
      method: 'get',
      path: '/presets/:uid/transfer',
      may: 'update-keys',
      handle: async (req, _res, desk) => {
        const preset = await presetFor(context, req, desk)
        desk.show('preset-transfer', await viewOf(context, desk, preset, { to: '', all: '' }))
      },
    },
    {
      method: 'post',
      path: '/presets/:uid/transfer',
      may: 'update-keys',
      handle: async (req, res, desk) => {
        const preset = await presetFor(context, req, desk)
        const form = Form.parse(req.body ?? {})
        const done = await tryTransfer(context, desk, preset, form)
        if (typeof done === 'string') {
          await refuse(res, desk, preset, form, desk.t.transfer.problems[done])
          return
        }
        const { transfer: t } = desk.t.presets
        const stays = done.kept.map(({ name, obstacle }) => t.stays(name, obstacle)).join(' ')
        if (done.moved === 0 && stays !== '') await refuse(res, desk, preset, form, stays)
        else {
          const went = t.done(done.moved, desk.format.number(done.moved), form.to)
          await desk.redirect('/presets', stays === '' ? went : `${went} ${stays}`)
        }
      },
    },
  ]

  async function refuse(res: Response, desk: Desk, preset: Preset, form: Form, error: string): Promise<void> {
    res.status(422)
    desk.show('preset-transfer', { ...(await viewOf(context, desk, preset, form)), error })
  }
}

/** Whoever may change keys may hand over the presets of others, as they may their keys. */
const presetFor = ({ db }: Context, req: Request, { actor }: Desk): Promise<Preset> =>
  getPreset(db, presetUidOf(req), actor.scope)

async function tryTransfer(
  context: Context,
  { side, actor, eventActor }: Desk,
  { uid, ownerUsersId }: Preset,
  { to, all }: Form,
): Promise<Awaited<ReturnType<typeof transferPresets>> | keyof TransferMessages['problems']> {
  const owner = await findNewOwner(context.db, side, to)
  if (typeof owner === 'string') return owner
  const which = { scope: actor.scope, from: ownerUsersId, uid: all === '' ? uid : undefined, to: owner }
  try {
    return await transferPresets(context, { actor: eventActor }, which)
  } catch (error) {
    if (error instanceof AppError && error.code === 'INPUT_INVALID') return 'no-maker'
    throw error
  }
}

async function viewOf(
  { db }: Context,
  { t, format, root, csrf, side, actor }: Desk,
  { uid, name, ownerUsersId }: Preset,
  { to, all }: Form,
): Promise<Own<'preset-transfer'>> {
  const { transfer: words } = t.presets
  const { length } = await listPresetsOf(db, actor.scope, ownerUsersId)
  const names = await readNames(db, side, { users: ownerUsersId === undefined ? [] : [ownerUsersId] })
  const owner =
    ownerUsersId === undefined ? t.keyList.system : (names.user(ownerUsersId) ?? t.keyList.gone(ownerUsersId))
  return {
    title: words.title(name),
    csrf,
    action: `${root}/presets/${uid}/transfer`,
    to,
    error: undefined,
    all:
      length < 2
        ? undefined
        : { text: words.all(length, format.number(length), owner), isChecked: all !== '' },
    backHref: `${root}/presets`,
  }
}
