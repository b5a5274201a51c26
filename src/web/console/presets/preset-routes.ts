import type { Request } from 'express'
import type { Context } from '../../../context'
import {
  changePreset,
  deletePreset,
  getPreset,
  makePreset,
  mayChangePreset,
  type Preset,
  presetLike,
} from '../../../keys'
import { AppError } from '../../../shared/errors'
import type { Desk } from '../desk'
import { keyFor } from '../key/key-for'
import { grantableFor, whatIsGone } from '../making/new-key-routes'
import { isSimple } from '../making/preset-values'
import { presetKeeperAt } from '../roles'
import type { ConsoleRoute } from '../route'
import {
  checkPreset,
  formOfPreset,
  newPresetForm,
  noProblems,
  presetView,
  readPresetForm,
} from './preset-form'
import { presetRows } from './preset-rows'
import { presetTransferRoutes } from './preset-transfers'
import { presetUidOf } from './preset-uid'

/** Named terms for making keys alike. */
export function presetRoutes(context: Context): ConsoleRoute[] {
  return [
    ...presetTransferRoutes(context),
    {
      method: 'get',
      path: '/presets',
      may: 'see-keys',
      handle: async (_req, _res, desk) => {
        const mayMake = desk.actor.permissions.has('create-keys')
        desk.show('presets', {
          title: desk.t.presets.title,
          newHref: mayMake ? `${desk.root}/presets/new` : undefined,
          rows: await presetRows(context, desk),
        })
      },
    },
    {
      method: 'get',
      path: '/presets/new',
      may: 'create-keys',
      handle: async (_req, _res, desk) => {
        const grantable = await grantableFor(context, desk)
        const form = newPresetForm(desk, grantable)
        const page = { preset: undefined, form, grantable, found: noProblems }
        desk.show('preset', presetView(context, desk, page))
      },
    },
    {
      method: 'post',
      path: '/presets',
      may: 'create-keys',
      handle: async (req, res, desk) => {
        const grantable = await grantableFor(context, desk)
        const form = readPresetForm(req.body, context)
        const { terms, ...found } = checkPreset(context, desk, form, grantable)
        if (terms === undefined) {
          res.status(422)
          desk.show('preset', presetView(context, desk, { preset: undefined, form, grantable, found }))
          return
        }
        const wanted = { name: form.name, terms }
        const { name } = await makePreset(context, presetKeeperAt(desk), wanted)
        await desk.redirect('/presets', desk.t.presets.notices.made(name))
      },
    },
    {
      method: 'get',
      path: '/presets/:uid',
      may: 'create-keys',
      handle: async (req, _res, desk) => {
        const preset = await changeablePreset(context, req, desk)
        const grantable = await grantableFor(context, desk)
        const form = formOfPreset(preset, context)
        const found = { problems: whatIsGone(context, desk, grantable, form.values), own: {} }
        desk.show('preset', presetView(context, desk, { preset, form, grantable, found }))
      },
    },
    {
      method: 'post',
      path: '/presets/:uid',
      may: 'create-keys',
      handle: async (req, res, desk) => {
        const preset = await changeablePreset(context, req, desk)
        const grantable = await grantableFor(context, desk)
        const form = readPresetForm(req.body, context)
        const { terms, ...found } = checkPreset(context, desk, form, grantable)
        if (terms === undefined) {
          res.status(422)
          desk.show('preset', presetView(context, desk, { preset, form, grantable, found }))
          return
        }
        const wanted = { name: form.name, terms }
        const { name } = await changePreset(context, presetKeeperAt(desk), preset.uid, wanted)
        await desk.redirect('/presets', desk.t.presets.notices.changed(name))
      },
    },
    {
      method: 'get',
      path: '/presets/:uid/deletion',
      may: 'see-keys',
      handle: async (req, _res, desk) => {
        const { uid, name } = await theirPreset(context, req, desk)
        desk.show('preset-deletion', {
          title: desk.t.presets.deletion.title(name),
          csrf: desk.csrf,
          action: `${desk.root}/presets/${uid}/deletion`,
          backHref: `${desk.root}/presets`,
        })
      },
    },
    {
      method: 'post',
      path: '/presets/:uid/deletion',
      may: 'see-keys',
      handle: async (req, _res, desk) => {
        const { uid, name } = await theirPreset(context, req, desk)
        await deletePreset(context, presetKeeperAt(desk), uid)
        await desk.redirect('/presets', desk.t.presets.notices.deleted(name))
      },
    },
    {
      method: 'post',
      path: '/keys/:uid/presets',
      may: 'create-keys',
      handle: async (req, _res, desk) => {
        const key = await keyFor(context, req, desk)
        const { like, notices } = desk.t.presets
        const name = key.label.trim() === '' ? like.untitled(key.codes[0]?.hint ?? '') : key.label
        const preset = await makePreset(context, presetKeeperAt(desk), { name, terms: presetLike(key) })
        await desk.redirect(`/presets/${preset.uid}`, notices.madeLike)
      },
    },
  ]
}

/** One that this person may change or delete. */
async function theirPreset({ db }: Context, req: Request, desk: Desk): Promise<Preset> {
  const preset = await getPreset(db, presetUidOf(req), desk.actor.scope)
  if (mayChangePreset(preset, presetKeeperAt(desk))) return preset
  throw new AppError('NOT_ALLOWED', `preset ${preset.uid} is somebody else’s`)
}

/** One that the form can show whole: what it does not show would be lost. */
async function changeablePreset(context: Context, req: Request, desk: Desk): Promise<Preset> {
  const preset = await theirPreset(context, req, desk)
  if (isSimple(preset)) return preset
  throw new AppError('INPUT_INVALID', 'a preset of several profiles is changed on the command line')
}
