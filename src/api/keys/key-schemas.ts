import { z } from 'zod'
import {
  type AskedChange,
  type AskedKey,
  fieldModes,
  type KeyDescription,
  keyFieldNames,
  keyStates,
  type KeySummary,
  labelLength,
  type ListedKeyDescription,
  maxUsesCeiling,
  modedFields,
} from '../../keys'
import { keyProblems } from '../../shared/key-problems'
import { IdOrName, Instant, Named, orNull, Uid } from '../common-schemas'

const Issuer = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('system') }),
    z.strictObject({
      kind: z.literal('user'),
      usersId: z.int(),
      profilesId: z.int(),
      entitiesId: z.int(),
    }),
  ])
  .meta({
    id: 'Issuer',
    description: 'Who answers for the key: somebody in GLPI under one of their authorisations, or the server',
  })

const summary = {
  uid: Uid,
  label: z.string(),
  state: z.enum(keyStates),
  hint: z.string().meta({ description: 'The last four characters of its newest code' }),
  maxUses: z.int().nullable().meta({ description: 'Null: unlimited' }),
  usesCompleted: z.int(),
  usesHeld: z.int(),
  usesLeft: z.int().nullable(),
  notBefore: Instant.nullable(),
  expiresAt: Instant.nullable().meta({ description: 'When it is said to end; null: never' }),
  graceDays: z.int().meta({ description: 'It works this many days longer than is said' }),
  createdAt: Instant,
  revokedAt: Instant.nullable(),
  issuer: Issuer,
}

export const KeySummarySchema = z
  .strictObject(summary)
  .meta({ id: 'KeySummary' }) satisfies z.ZodType<KeySummary>

const authorisations = z.array(z.strictObject({ profile: Named, entity: Named, recursive: z.boolean() }))
const problem = z
  .enum(keyProblems)
  .nullable()
  .meta({ description: 'Why whoever comes with it would be turned away' })

export const ListedKeySchema = z
  .strictObject({
    ...summary,
    authorisations,
    issuerName: z
      .string()
      .nullable()
      .meta({ description: 'Null: the server, or nobody whom GLPI still has' }),
    batch: Uid.nullable(),
    revokedReason: z.string().nullable(),
    problem,
  })
  .meta({ id: 'ListedKey' }) satisfies z.ZodType<ListedKeyDescription>

export const KeySchema = z
  .strictObject({
    ...summary,
    grant: z.strictObject({
      authorisations,
      groups: z.array(Named),
      title: orNull(Named),
      category: orNull(Named),
      location: orNull(Named),
    }),
    emails: z.array(z.string()),
    pausedAt: Instant.nullable(),
    revokedReason: z.string().nullable(),
    batch: Uid.nullable().meta({ description: 'That of the keys it was made with' }),
    preset: Uid.nullable().meta({ description: 'What it was made with' }),
    problem,
    codes: z.array(
      z.strictObject({
        hint: z.string(),
        madeAt: Instant,
        madeBy: z.int().nullable(),
        validUntil: Instant.nullable(),
      }),
    ),
    domains: z.array(z.string()),
    account: z.strictObject({
      from: Instant.nullable(),
      days: z.int().nullable(),
      months: z.int().nullable(),
      until: Instant.nullable(),
    }),
    language: z.string().nullable(),
    fields: z.array(z.strictObject({ field: z.string(), value: z.string(), locked: z.boolean() })),
    form: z.record(z.string(), z.string()),
    proveAddress: z.boolean(),
    approval: z.boolean(),
    message: z.string().nullable(),
    shareInviter: z.boolean(),
  })
  .meta({ id: 'Key' }) satisfies z.ZodType<KeyDescription>

/** A key with what opens the form: only where somebody may see it. */
export const KeyWithLink = KeySchema.extend({
  code: z.string().nullable().meta({ description: 'Null when it cannot be shown again' }),
  link: z.string().nullable(),
}).meta({ id: 'KeyWithLink' })

const Text = (most: number) => z.string().max(most)
const Time = z.string().min(1).max(64)

const Account = z
  .strictObject({
    from: Time.nullable().optional(),
    days: z.int().min(1).nullable().optional(),
    months: z.int().min(1).nullable().optional(),
    until: Time.nullable().optional(),
  })
  .meta({
    id: 'AccountLife',
    description: 'From when and how long the account lives; of days, months and until at most one',
  })

const asked = {
  preset: Text(255).min(1).optional().meta({ description: 'By uid or name; fills in what is left out' }),
  label: Text(labelLength).optional().meta({ description: 'What it is for; only administrators see it' }),
  maxUses: z
    .int()
    .min(1)
    .max(maxUsesCeiling)
    .nullable()
    .optional()
    .meta({ description: 'Null: unlimited. Left out: 1' }),
  notBefore: Time.nullable().optional().meta({ description: 'ISO 8601' }),
  expiresAt: Time.nullable().optional().meta({
    description: 'ISO 8601; a bare date is the end of that day. Null: never. Left out: in a week',
  }),
  expiresIn: Time.optional().meta({
    description: 'ISO 8601 duration in place of expiresAt',
    example: 'P14D',
  }),
  profile: IdOrName.optional(),
  entity: IdOrName.optional(),
  recursive: z.boolean().optional(),
  groups: z.array(IdOrName).max(100).optional(),
  title: IdOrName.nullable().optional(),
  category: IdOrName.nullable().optional(),
  location: IdOrName.nullable().optional(),
  emails: z
    .array(Text(255))
    .max(1000)
    .optional()
    .meta({ description: 'Only these addresses may register with it' }),
  domains: z.array(Text(255)).max(100).optional(),
  account: Account.optional(),
  language: Text(16).nullable().optional(),
  fields: z
    .array(z.strictObject({ field: z.enum(keyFieldNames), value: Text(255), locked: z.boolean().optional() }))
    .max(keyFieldNames.length)
    .optional(),
  form: z.partialRecord(z.enum(modedFields), z.enum(fieldModes)).optional(),
  proveAddress: z.boolean().optional(),
  approval: z.boolean().optional(),
  shareInviter: z.boolean().optional(),
  message: Text(10_000).nullable().optional(),
  send: z.boolean().optional().meta({ description: 'Mail the link to those addresses' }),
}

const changeable = {
  label: asked.label,
  maxUses: asked.maxUses.meta({ description: 'In all; null: unlimited' }),
  notBefore: Time.nullable().optional().meta({ description: 'ISO 8601; null: at once' }),
  expiresAt: Time.nullable()
    .optional()
    .meta({ description: 'ISO 8601; a bare date is the end of that day. Null: never' }),
  expiresIn: Time.optional().meta({
    description: 'ISO 8601 duration from now on, in place of expiresAt',
    example: 'P14D',
  }),
  emails: asked.emails.meta({
    description: 'Only these addresses may register with it, in place of those before',
  }),
}

export const KeyChangeSchema = z
  .strictObject({
    ...changeable,
    domains: asked.domains,
    account: orNull(Account).optional(),
    language: asked.language,
    fields: asked.fields,
    form: asked.form.meta({ description: 'Fields that are left out stay as they are' }),
    proveAddress: asked.proveAddress,
    approval: asked.approval,
    shareInviter: asked.shareInviter,
    message: asked.message,
  })
  .meta({
    id: 'KeyChange',
    description: 'What is left out stays as it is; null takes away; lists are replaced as a whole',
    example: { label: 'Irène starts in Paris', expiresIn: 'P14D' },
  }) satisfies z.ZodType<AskedChange>

const { maxUses, expiresAt, expiresIn, emails } = changeable
export const RenewalSchema = z.strictObject({ maxUses, expiresAt, expiresIn, emails }).meta({
  id: 'Renewal',
  description: 'A later end, more uses, or both',
  example: { expiresIn: 'P14D' },
}) satisfies z.ZodType<AskedChange>

export const NewKeySchema = z.strictObject(asked).meta({
  id: 'NewKey',
  example: { label: 'Irène starts', emails: ['irene@example.org'], expiresIn: 'P14D' },
}) satisfies z.ZodType<AskedKey>
