import { z } from 'zod'
import {
  changePreset,
  deletePreset,
  describePreset,
  getKeyInScope,
  getPreset,
  listPresets,
  makePreset,
  type PresetKeeper,
  presetLike,
  understandPreset,
} from '../../keys'
import type { Caller } from '../caller'
import { Uid, UidParams } from '../common-schemas'
import { changes, type Operation, reads } from '../operation'
import { NewPresetSchema, PresetChangeSchema, PresetSchema } from './preset-schemas'
import { showPreset } from './show-preset'

const tag = 'Presets'
const refs = z.object({ uid: Uid })

export const presetOperations: Operation[] = [
  reads({
    operationId: 'listPresets',
    tag,
    summary: 'List presets by name',
    path: '/presets',
    scope: 'keys:read',
    permission: 'see-keys',
    answer: z.strictObject({ items: z.array(PresetSchema) }).meta({ id: 'Presets' }),
    read: async (context, { caller }) => {
      const items: z.output<typeof PresetSchema>[] = []
      for (const preset of await listPresets(context.db, caller.actor.scope))
        items.push(await describePreset(context, preset))
      return { items }
    },
  }),
  reads({
    operationId: 'getPreset',
    tag,
    summary: 'One preset',
    path: '/presets/{uid}',
    scope: 'keys:read',
    permission: 'see-keys',
    params: UidParams,
    answer: PresetSchema,
    read: (context, call) => showPreset(context, call, call.params.uid),
  }),
  changes({
    operationId: 'createPreset',
    tag,
    summary: 'Make a preset',
    description: 'Of terms with which you could make a key now.',
    method: 'post',
    path: '/presets',
    status: 201,
    scope: 'presets:manage',
    permission: 'create-keys',
    body: NewPresetSchema,
    refs,
    answer: PresetSchema,
    perform: async (context, { caller, body }) => {
      const { name, like, ...asked } = body
      const { issuer, actor } = caller
      const pattern =
        like === undefined ? undefined : presetLike(await getKeyInScope(context.db, like, actor.scope))
      const terms = await understandPreset(context, { issuer, scope: actor.scope }, asked, pattern)
      const { uid } = await makePreset(context, keeperOf(caller), { name, terms })
      return { refs: { uid } }
    },
    present: (context, call, { uid }) => showPreset(context, call, uid),
  }),
  changes({
    operationId: 'changePreset',
    tag,
    summary: 'Change a preset',
    description: 'Keys made with it stay as they are.',
    method: 'patch',
    path: '/presets/{uid}',
    scope: 'presets:manage',
    permission: 'create-keys',
    params: UidParams,
    body: PresetChangeSchema,
    refs,
    answer: PresetSchema,
    perform: async (context, { caller, params: { uid }, body }) => {
      const { name, ...asked } = body
      const { issuer, actor } = caller
      const now = await getPreset(context.db, uid, actor.scope)
      const terms = await understandPreset(context, { issuer, scope: actor.scope }, asked, now.terms)
      await changePreset(context, keeperOf(caller), uid, { name: name ?? now.name, terms })
      return { refs: { uid } }
    },
    present: (context, call, { uid }) => showPreset(context, call, uid),
  }),
  changes({
    operationId: 'deletePreset',
    tag,
    summary: 'Delete a preset',
    description: 'Keys made with it stay as they are.',
    method: 'delete',
    path: '/presets/{uid}',
    scope: 'presets:manage',
    permission: 'see-keys',
    params: UidParams,
    refs,
    answer: refs.strict().meta({ id: 'DeletedPreset' }),
    perform: async (context, { caller, params: { uid } }) => {
      await deletePreset(context, keeperOf(caller), uid)
      return { refs: { uid } }
    },
    present: (_context, _call, { uid }) => Promise.resolve({ uid }),
  }),
]

const keeperOf = ({ keeper, actor }: Caller): PresetKeeper => ({
  ...keeper,
  scope: actor.scope,
  mayUpdate: actor.permissions.has('update-keys'),
})
