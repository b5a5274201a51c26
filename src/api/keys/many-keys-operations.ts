import { z } from 'zod'
import {
  countRevocable,
  getKeyInScope,
  revokeKeys,
  type Transferred,
  transferKeys,
  transferObstacles,
} from '../../keys'
import { IdOrName, Uid, UidParams } from '../common-schemas'
import { findPersonCalled } from '../find-person'
import { changes, type Operation } from '../operation'
import { obstacleError } from '../transfer-obstacles'
import { readSelection, Selection, upToOf } from './key-selection'
import { KeySchema } from './key-schemas'
import { showKey } from './show-key'

const upTo = Uid.nullable().meta({ description: 'The newest key that a filter meant' })

const Revoked = z
  .strictObject({
    keys: z.int().meta({ description: 'How many of those that were meant were alive' }),
    alreadyRevoked: z.int(),
    revoked: z.int(),
    upTo,
  })
  .meta({ id: 'KeyRevocation' })

const TransferredSchema = z
  .strictObject({
    moved: z.int().meta({ description: 'How many went; after a dry run, would go' }),
    kept: z.partialRecord(z.enum(transferObstacles), z.int()).meta({ description: 'How many stay, and why' }),
    keptKeys: z
      .array(z.strictObject({ uid: Uid, obstacle: z.enum(transferObstacles) }))
      .meta({ description: 'The first fifty of them' }),
    upTo,
  })
  .meta({ id: 'KeyTransfer' })

const to = IdOrName.meta({
  description: 'Who answers for them from then on: a login of GLPI, or the id of a user',
  example: 'marie.curie',
})

/** What is done to many keys: in pieces, since nobody who registers meanwhile is to wait for all of it. */
export const manyKeysOperations: Operation[] = [
  changes({
    operationId: 'revokeKeys',
    tag: 'Keys',
    summary: 'Revoke many keys: end them for good',
    description:
      'Accounts made with them stay; keys revoked before keep their date and reason. Done in pieces: what is done stays done, and the same again goes on.',
    method: 'post',
    path: '/key-revocations',
    inPieces: true,
    scope: 'keys:manage',
    permission: 'update-keys',
    body: Selection.extend({ reason: z.string().trim().max(10_000).optional() }).meta({
      example: { filter: { search: 'Irène' }, dryRun: true, reason: 'Starts elsewhere' },
    }),
    refs: Revoked,
    answer: Revoked,
    perform: async (context, { caller, body }) => {
      const selected = await readSelection(context, caller, body)
      const upTo = upToOf(selected)
      if (selected === undefined) return { refs: { keys: 0, alreadyRevoked: 0, revoked: 0, upTo } }
      const count = await countRevocable(context.db, selected, context.clock.now())
      const revoked = body.dryRun
        ? 0
        : await revokeKeys(context, { actor: caller.eventActor }, selected, body.reason || undefined)
      return { refs: { keys: count.alive, alreadyRevoked: count.revoked, revoked, upTo } }
    },
    present: (_context, _call, refs) => Promise.resolve(refs),
  }),
  changes({
    operationId: 'transferKeys',
    tag: 'Keys',
    summary: 'Transfer many keys: hand them over to another administrator',
    description:
      'A key that they may not give stays where it is; so do revoked ones. Done in pieces: what is done stays done, and the same again goes on.',
    method: 'post',
    path: '/key-transfers',
    inPieces: true,
    scope: 'keys:manage',
    permission: 'update-keys',
    body: Selection.extend({ to }).meta({
      example: { filter: { search: 'Irène' }, dryRun: true, to: 'marie.curie' },
    }),
    refs: TransferredSchema,
    answer: TransferredSchema,
    perform: async (context, { caller, body }) => {
      const heir = await findPersonCalled(context, body.to, '/to')
      const selected = await readSelection(context, caller, body)
      const by = { actor: caller.eventActor }
      const done: Transferred =
        selected === undefined
          ? { moved: 0, kept: {}, keptKeys: [] }
          : await transferKeys(context, by, { selection: selected, to: heir, dryRun: body.dryRun })
      return { refs: { ...done, upTo: upToOf(selected) } }
    },
    present: (_context, _call, refs) => Promise.resolve(refs),
  }),
  changes({
    operationId: 'transferKey',
    tag: 'Keys',
    summary: 'Transfer a key: hand it over to another administrator',
    description: 'They have to be allowed to give what it gives. A revoked key stays as it is.',
    method: 'post',
    path: '/keys/{uid}/transfers',
    scope: 'keys:manage',
    permission: 'update-keys',
    params: UidParams,
    body: z.strictObject({ to }),
    refs: z.object({ keyUid: Uid }),
    answer: KeySchema,
    perform: async (context, { caller, params, body }) => {
      const { scope } = caller.actor
      const { uid } = await getKeyInScope(context.db, params.uid, scope)
      const heir = await findPersonCalled(context, body.to, '/to')
      const by = { actor: caller.eventActor }
      const { keptKeys } = await transferKeys(context, by, { selection: { scope, uids: [uid] }, to: heir })
      const [kept] = keptKeys
      if (kept !== undefined) throw obstacleError(kept.obstacle)
      return { refs: { keyUid: uid } }
    },
    present: (context, call, { keyUid }) => showKey(context, call, keyUid),
  }),
]
