import { z } from 'zod'
import { importColumns } from '../../csv'
import {
  type Importer,
  type ImportRow,
  importRows,
  listSourceKeys,
  rowsAtOnce,
  usualSource,
} from '../../imports'
import { labelLength } from '../../keys'
import type { Caller } from '../caller'
import { pageOf, Uid } from '../common-schemas'
import { NewKeySchema } from '../keys/key-schemas'
import { changes, type Operation, reads } from '../operation'

const sourceName = z
  .string()
  .trim()
  .min(1)
  .max(64)
  .meta({ description: 'The name of the list that is imported again and again' })

const column = z.enum(importColumns)
const Cells = z.partialRecord(column, z.string().max(10_000))

const Problem = z.strictObject({
  column: column.nullable().meta({ description: 'Null: the row as a whole' }),
  code: z.string(),
  message: z.string().nullable().meta({ description: 'Null when the same request is answered again' }),
})

/** As they were found by whoever read the file: the row is refused with them, and with what else is wrong. */
const Found = z.strictObject({
  column: column.nullable(),
  code: z.string().min(1).max(64),
  message: z.string().min(1).max(1_000),
})

const Import = z
  .strictObject({
    source: sourceName.default(usualSource),
    rows: z
      .array(
        z.strictObject({
          line: z.int().min(1).meta({ description: 'Of the file, or counted: answers name it' }),
          cells: Cells.meta({
            description:
              'By the names of the columns; `externalId`, else `email`, says which row it is. Left out: nothing is said; empty: it is empty',
          }),
          problems: z.array(Found).max(100).optional().meta({
            description: 'What was found wrong with it when it was read: it is refused, and its key named',
          }),
        }),
      )
      .min(1)
      .max(rowsAtOnce),
    defaults: NewKeySchema.omit({ emails: true, send: true })
      .optional()
      .meta({ description: 'What all rows have that say nothing else' }),
    update: z.boolean().default(false).meta({ description: 'Change keys whose rows say something new' }),
    atomic: z.boolean().default(false).meta({ description: 'All or nothing' }),
    dryRun: z.boolean().default(false).meta({ description: 'Say what would be done, and do nothing' }),
    send: z
      .boolean()
      .optional()
      .meta({ description: 'Mail the links; left out: as the preset of a row says' }),
    batch: z.string().trim().min(1).max(labelLength).optional(),
  })
  .meta({
    id: 'Import',
    example: {
      source: 'hr',
      rows: [{ line: 2, cells: { externalId: '4711', email: 'irene@example.org', name: 'Irène Curie' } }],
      dryRun: true,
    },
  })

const Imported = z
  .strictObject({
    isDone: z.boolean().meta({ description: 'False: nothing was done' }),
    rows: z.array(
      z.strictObject({
        line: z.int(),
        outcome: z.enum(['created', 'unchanged', 'changed', 'updated', 'refused']),
        keyUid: Uid.nullable(),
        columns: z.array(column).meta({ description: 'Which say something new' }),
        why: z
          .enum(['not-asked', 'revoked', 'used-up', 'expired'])
          .nullable()
          .meta({ description: 'Why the key stays as it is' }),
        problems: z.array(Problem),
      }),
    ),
  })
  .meta({ id: 'ImportOutcome' })

const tag = 'Imports'

export const importOperations: Operation[] = [
  changes({
    operationId: 'importRows',
    tag,
    summary: `Make a key for each row of a list that has none yet: up to ${rowsAtOnce} rows at once`,
    description:
      'A row is known for ever by its `externalId`, else by its address: the same list again makes nothing, and mails nothing.',
    method: 'post',
    path: '/imports',
    scope: 'keys:create',
    permission: 'create-keys',
    body: Import,
    refs: Imported,
    answer: Imported,
    perform: async (context, { caller, body }) => {
      const asked = { ...body, rows: body.rows.map(rowFrom) }
      const { isDone, rows } = await importRows(context, importerFrom(caller), asked)
      return {
        refs: {
          isDone,
          rows: rows.map((row) => ({
            line: row.line,
            outcome: row.outcome,
            keyUid: row.keyUid ?? null,
            columns: 'columns' in row ? [...row.columns] : [],
            why: 'why' in row ? row.why : null,
            problems:
              'problems' in row
                ? row.problems.map(({ column: at, code }) => ({ column: at ?? null, code, message: null }))
                : [],
          })),
        },
        once: rows.flatMap((row) => ('problems' in row ? row.problems.map(({ message }) => message) : [])),
      }
    },
    present: (_context, _call, { isDone, rows }, _codeOf, once = []) => {
      const messages = once.values()
      return Promise.resolve({
        isDone,
        rows: rows.map((row) => ({
          ...row,
          problems: row.problems.map((one) => ({ ...one, message: nextOf(messages) })),
        })),
      })
    },
  }),
  reads({
    operationId: 'listSourceKeys',
    tag,
    summary: 'The keys of a list that people may still come to use',
    description:
      'By their uids, so that whoever has the list at hand knows which are in it no more; revoke those with /key-revocations.',
    path: '/import-sources/{name}/keys',
    scope: 'keys:read',
    permission: 'see-keys',
    params: z.strictObject({ name: sourceName }),
    query: z.strictObject({ after: Uid.optional() }),
    answer: pageOf(Uid),
    read: async (context, { caller, params, query }) => {
      const { keyUids, next } = await listSourceKeys(context, caller.actor, params.name, query.after)
      return { items: keyUids, next: next ?? null }
    },
  }),
]

const rowFrom = ({ problems, ...row }: z.output<typeof Import>['rows'][number]): ImportRow => ({
  ...row,
  problems: problems?.map((one) => ({ ...one, column: one.column ?? undefined })),
})

const nextOf = (texts: Iterator<string>): string | null => {
  const next = texts.next()
  return next.done === true ? null : next.value
}

/** What a row may do is what its owner may; a token that only makes keys changes none. */
const importerFrom = ({ actor, eventActor, issuer, scopes }: Caller): Importer => ({
  actor: eventActor,
  issuer,
  scope: actor.scope,
  mayMake: actor.permissions.has('create-keys'),
  mayUpdate: actor.permissions.has('update-keys') && scopes.has('keys:manage'),
})
