import { z } from 'zod'
import type { AskedPreset, PresetDescription } from '../../keys'
import { fieldModes, modedFields } from '../../keys'
import { Instant, Uid } from '../common-schemas'
import { KeySchema, NewKeySchema } from '../keys/key-schemas'

const { grant, domains, language, fields, proveAddress, approval, message, shareInviter } = KeySchema.shape

export const PresetSchema = z
  .strictObject({
    uid: Uid,
    name: z.string(),
    owner: z.int().nullable().meta({ description: 'In GLPI; null: the server' }),
    label: z.string().meta({ description: 'Of keys made with it' }),
    maxUses: z.int().nullable().meta({ description: 'Null: unlimited' }),
    days: z.int().nullable().meta({ description: 'How long keys made with it work; null: for ever' }),
    grant,
    domains,
    account: KeySchema.shape.account.omit({ from: true }),
    language,
    fields,
    form: z.partialRecord(z.enum(modedFields), z.enum(fieldModes)),
    proveAddress,
    approval,
    message,
    shareInviter,
    send: z.boolean().meta({ description: 'Mail the link to those whom a key is for' }),
    createdAt: Instant,
    changedAt: Instant,
  })
  .meta({ id: 'Preset' }) satisfies z.ZodType<PresetDescription>

const name = z.string().trim().min(1).max(255)

const terms = {
  ...NewKeySchema.pick({
    label: true,
    maxUses: true,
    profile: true,
    entity: true,
    recursive: true,
    groups: true,
    title: true,
    category: true,
    location: true,
    domains: true,
    language: true,
    fields: true,
    form: true,
    proveAddress: true,
    approval: true,
    shareInviter: true,
    message: true,
    send: true,
  }).shape,
  days: z
    .int()
    .min(1)
    .max(99_999)
    .nullable()
    .optional()
    .meta({ description: 'How long keys made with it work; null: for ever. Left out: a week' }),
  account: NewKeySchema.shape.account.unwrap().omit({ from: true }).optional(),
}

export const NewPresetSchema = z
  .strictObject({
    name,
    like: Uid.optional().meta({ description: 'With the terms of this key, before what is said besides' }),
    ...terms,
  })
  .meta({
    id: 'NewPreset',
    example: { name: 'Interns', maxUses: 1, days: 14 },
  }) satisfies z.ZodType<AskedPreset>

export const PresetChangeSchema = z.strictObject({ name: name.optional(), ...terms }).meta({
  id: 'PresetChange',
  description: 'What is left out stays as it is',
  example: { days: 30 },
}) satisfies z.ZodType<AskedPreset>
