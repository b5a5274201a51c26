import { z } from 'zod'
import { keyFieldNames } from './carried'
import { fieldModes, modedFields, modesLike } from './form-modes'
import type { DetailedKey } from './key'

const Id = z.number().int().min(0)
const Count = z.number().int().min(1)

/** What a preset gives, as it is kept: a key made with it is checked like any other, so nothing here is trusted. */
export const PresetTerms = z.object({
  grant: z.object({
    authorisations: z.array(z.object({ profilesId: Id, entitiesId: Id, isRecursive: z.boolean() })).min(1),
    groupIds: z.array(Id),
    usertitlesId: Id,
    usercategoriesId: Id,
    locationsId: Id,
  }),
  maxUses: z.union([Count, z.literal('unlimited')]),
  /** From the day on which the key begins. */
  life: z.union([z.object({ days: Count }), z.literal('never')]),
  label: z.string(),
  language: z.string().optional(),
  /** The account ends so long after joining, or at an instant. */
  accountEnd: z
    .union([
      z.object({ kind: z.literal('days'), days: Count }),
      z.object({ kind: z.literal('months'), months: Count }),
      z.object({ kind: z.literal('date'), at: z.coerce.date() }),
    ])
    .optional(),
  domains: z.array(z.string()),
  needsProof: z.boolean(),
  needsApproval: z.boolean().default(false),
  fields: z.array(
    z.object({
      field: z.enum(keyFieldNames),
      value: z.string(),
      isLocked: z.boolean(),
    }),
  ),
  /** Presets from before there were forms say nothing. */
  form: z.partialRecord(z.enum(modedFields), z.enum(fieldModes)).default({}),
  message: z.string().optional(),
  sharesInviter: z.boolean().default(true),
  /** Mail the link to those whom the key is for. */
  send: z.boolean(),
})
export type PresetTerms = z.output<typeof PresetTerms>

/** A named grant with limits and texts, for making keys alike. */
export interface Preset {
  uid: string
  name: string
  /** Where it is listed: the entity of the first thing that it gives. */
  entitiesId: number
  /** In `glpi_users`; undefined: the server itself. */
  ownerUsersId: number | undefined
  terms: PresetTerms
  createdAt: Date
  changedAt: Date
}

const dayMs = 86_400_000

/** What somebody would write down to have another key like this; whom it is for is somebody else. */
export function presetLike(key: DetailedKey): PresetTerms {
  const begin = key.notBefore ?? key.createdAt
  return {
    grant: {
      authorisations: key.grant.authorisations.map((one) => ({ ...one })),
      groupIds: [...key.grant.groupIds],
      usertitlesId: key.grant.usertitlesId,
      usercategoriesId: key.grant.usercategoriesId,
      locationsId: key.grant.locationsId,
    },
    maxUses: key.maxUses ?? 'unlimited',
    life:
      key.expiresAt === undefined
        ? 'never'
        : {
            days: Math.max(
              1,
              Math.round((key.expiresAt.getTime() - begin.getTime()) / dayMs) - key.graceDays,
            ),
          },
    label: key.label,
    language: key.language,
    accountEnd: key.accountValidity.end,
    domains: [...key.domains],
    needsProof: key.needsProof,
    needsApproval: key.needsApproval,
    fields: [],
    form: modesLike(key, 'required'),
    message: key.message,
    sharesInviter: key.sharesInviter,
    send: false,
  }
}
