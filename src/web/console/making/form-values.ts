import { DateTime } from 'luxon'
import { z } from 'zod'
import type { DetailedKey } from '../../../keys'
import { type End, type EndRules, statedEnd } from '../../../shared/ends'
import { endOfLife, lives } from './life'

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
  domains: text,
  account: text,
  accountDays: text,
  accountMonths: text,
  accountUntil: text,
  accountFrom: text,
  language: text,
  fillFirstname: text,
  fillRealname: text,
  fillEmail: text,
  fillLogin: text,
  locks: texts,
  message: text,
  prove: text,
  approve: text,
  share: text,
  people: text,
  count: text,
  bind: text,
  send: text,
  /** The preset that the form was filled from. */
  preset: text,
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
  domains: '',
  account: 'for-good',
  accountDays: '',
  accountMonths: '',
  accountUntil: '',
  accountFrom: '',
  language: '',
  fillFirstname: '',
  fillRealname: '',
  fillEmail: '',
  fillLogin: '',
  locks: [],
  message: '',
  prove: '',
  approve: '',
  share: 'yes',
  people: '',
  count: '',
  bind: 'yes',
  send: '',
  preset: '',
}

/** For one more like this; whom it is for is another person. */
export function valuesLike(key: DetailedKey, rules: EndRules): Partial<FormValues> {
  const { label, maxUses, grant } = key
  const [first] = grant.authorisations
  const life = lifeOf(key, rules)
  return {
    label,
    ...(maxUses === undefined ? { unlimited: 'yes' } : { uses: String(maxUses) }),
    ...(life === undefined ? {} : { life }),
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
    domains: key.domains.join('\n'),
    ...accountLike(key.accountValidity, rules.timeZone),
    language: key.language ?? '',
    prove: key.needsProof ? 'yes' : '',
    approve: key.needsApproval ? 'yes' : '',
    share: key.sharesInviter ? 'yes' : '',
  }
}

export function accountLike(
  { from, end }: DetailedKey['accountValidity'],
  timeZone: string,
): Partial<FormValues> {
  const day = (instant: Date) => DateTime.fromJSDate(instant, { zone: timeZone }).toISODate() ?? ''
  return {
    accountFrom: from === undefined ? '' : day(from),
    ...(end?.kind === 'days' ? { account: 'days', accountDays: String(end.days) } : {}),
    ...(end?.kind === 'months' ? { account: 'months', accountMonths: String(end.months) } : {}),
    ...(end?.kind === 'date' ? { account: 'date', accountUntil: day(end.at) } : {}),
  }
}

/** What would have to be chosen at the moment when the key was made, for it to end on the day on which it ends. */
function lifeOf(key: DetailedKey, rules: EndRules): string | undefined {
  const dayOf = (end: End | undefined) =>
    end && DateTime.fromJSDate(statedEnd(end, rules.timeZone), { zone: rules.timeZone }).toISODate()
  const { expiresAt, graceDays, notBefore, createdAt } = key
  if (expiresAt === undefined) return undefined
  const day = dayOf({ expiresAt, graceDays })
  return lives.find((life) => dayOf(endOfLife(life, notBefore, { ...rules, now: createdAt })) === day)
}

/** What an address asks for, as in `/keys/new?uses=3`. */
export function valuesFrom(query: unknown): Partial<FormValues> {
  const asked = FormValues.parse(query ?? {})
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value.length > 0))
}
