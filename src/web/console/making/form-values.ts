import { z } from 'zod'
import type { DetailedKey } from '../../../keys'

const text = z.string().trim().catch('')
const texts = z.union([z.string().transform((one) => [one]), z.array(z.string())]).catch([])

/** What was typed into a form that makes keys, as it was typed. */
export const FormValues = z.object({
  label: text,
  uses: text,
  unlimited: text,
  life: text,
  until: text,
  starts: text,
  profile: text,
  entity: text,
  recursive: text,
  groups: texts,
  title: text,
  category: text,
  location: text,
  addresses: text,
  people: text,
  count: text,
  bind: text,
})
export type FormValues = z.output<typeof FormValues>

/** One person, seven days: what most keys are for. */
export const usualValues: FormValues = {
  label: '',
  uses: '1',
  unlimited: '',
  life: '7d',
  until: '',
  starts: '',
  profile: '',
  entity: '',
  recursive: '',
  groups: [],
  title: '',
  category: '',
  location: '',
  addresses: '',
  people: '',
  count: '',
  bind: 'yes',
}

/** For one more like this; whom it is for is another person. */
export function valuesLike({
  label,
  maxUses,
  expiresAt,
  createdAt,
  notBefore,
  grant,
}: DetailedKey): Partial<FormValues> {
  const [first] = grant.authorisations
  // To the minute: the end was reckoned a moment before the key was made.
  const minutes =
    expiresAt === undefined
      ? 0
      : Math.round((expiresAt.getTime() - (notBefore ?? createdAt).getTime()) / 60_000)
  const days = minutes / (24 * 60)
  return {
    label,
    ...(maxUses === undefined ? { unlimited: 'yes' } : { uses: String(maxUses) }),
    ...([1, 7, 30].includes(days) ? { life: `${days}d` } : {}),
    ...(first === undefined
      ? {}
      : {
          profile: String(first.profilesId),
          entity: String(first.entitiesId),
          recursive: first.isRecursive ? 'yes' : '',
        }),
    groups: grant.groupIds.map(String),
    title: String(grant.usertitlesId),
    category: String(grant.usercategoriesId),
    location: String(grant.locationsId),
  }
}

/** What an address asks for, as in `/keys/new?uses=3`. */
export function valuesFrom(query: unknown): Partial<FormValues> {
  const asked = FormValues.parse(query ?? {})
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value.length > 0))
}
