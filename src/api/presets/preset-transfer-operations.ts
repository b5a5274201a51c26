import { z } from 'zod'
import { getPreset, listPresets, transferObstacles, transferPresets } from '../../keys'
import { IdOrName, Uid, UidParams } from '../common-schemas'
import { findPersonCalled } from '../find-person'
import { changes, type Operation } from '../operation'
import { obstacleError } from '../transfer-obstacles'
import { PresetSchema } from './preset-schemas'
import { showPreset } from './show-preset'

const moved = z.int().meta({ description: 'How many went; after a dry run, would go' })
const obstacle = z.enum(transferObstacles)

const Transferred = z
  .strictObject({
    moved,
    kept: z
      .array(z.strictObject({ uid: Uid, name: z.string().nullable(), obstacle }))
      .meta({ description: 'Those that stay, and why' }),
  })
  .meta({ id: 'PresetTransfer' })

const to = IdOrName.meta({
  description: 'Whose they are from then on: a login of GLPI, or the id of a user',
  example: 'irene.joliot',
})
/** What others made is handed over by whoever may change their keys, as in the console. */
const needs = { scope: 'presets:manage', permission: 'update-keys' } as const

export const presetTransferOperations: Operation[] = [
  changes({
    operationId: 'transferPreset',
    tag: 'Presets',
    summary: 'Transfer a preset: hand it over to another administrator',
    description: 'They have to be allowed to give what it gives.',
    method: 'post',
    path: '/presets/{uid}/transfers',
    ...needs,
    params: UidParams,
    body: z.strictObject({ to }).meta({ id: 'PresetToTransfer' }),
    refs: z.object({ uid: Uid }),
    answer: PresetSchema,
    perform: async (context, { caller: { actor, eventActor }, params: { uid }, body }) => {
      const { ownerUsersId: from } = await getPreset(context.db, uid, actor.scope)
      const asked = { from, to: await findPersonCalled(context, body.to, '/to'), uid, scope: actor.scope }
      const { kept } = await transferPresets(context, { actor: eventActor }, asked)
      for (const one of kept) throw obstacleError(one.obstacle)
      return { refs: { uid } }
    },
    present: (context, call, { uid }) => showPreset(context, call, uid),
  }),
  changes({
    operationId: 'transferPresets',
    tag: 'Presets',
    summary: 'Transfer the presets of an administrator: hand them over to another one',
    description: 'What they could not give stays where it is. `/key-transfers` hands over keys.',
    method: 'post',
    path: '/preset-transfers',
    ...needs,
    body: z
      .strictObject({
        owner: IdOrName.nullable().meta({
          description: 'Whose they are; null: those of the server',
          example: 'marie.curie',
        }),
        to,
        dryRun: z.boolean().default(false).meta({ description: 'Look, and leave everything as it is' }),
      })
      .meta({ id: 'PresetsToTransfer' }),
    refs: z.object({ moved, kept: z.array(z.object({ uid: Uid, obstacle })) }),
    answer: Transferred,
    perform: async (context, { caller: { actor, eventActor }, body: { owner, to: heir, dryRun } }) => {
      const from = owner === null ? undefined : await findPersonCalled(context, owner, '/owner')
      const asked = { from, to: await findPersonCalled(context, heir, '/to'), scope: actor.scope, dryRun }
      return { refs: await transferPresets(context, { actor: eventActor }, asked) }
    },
    present: async ({ db }, { caller }, refs) => {
      const there = refs.kept.length === 0 ? [] : await listPresets(db, caller.actor.scope)
      const names = new Map(there.map(({ uid, name }) => [uid, name]))
      return {
        moved: refs.moved,
        kept: refs.kept.map((one) => ({ ...one, name: names.get(one.uid) ?? null })),
      }
    },
  }),
]
