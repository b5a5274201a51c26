import { DateTime } from 'luxon'
import { z } from 'zod'
import {
  type DetailedKey,
  type KeyFieldName,
  type ModedField,
  modedFields,
  modesLike,
  usualMode,
} from '../../../keys'
import type { MakingField } from '../../../shared/i18n/console/messages/making'
import { type End, type EndRules, statedEnd } from '../../../shared/ends'
import { endOfLife, lives } from './life'

const text = z.string().trim().catch('')
const texts = z.union([z.string().transform((one) => [one]), z.array(z.string())]).catch([])

const Typed = z.object({
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
  fillPhone: text,
  fillMobile: text,
  fillRegistrationNumber: text,
  /** `field=mode` */
  asks: texts,
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

/** What was typed into a form that makes keys, as it was typed; of what the form asks for, what is not usual. */
export const FormValues = Typed.transform((typed) => ({
  ...typed,
  asks: typed.asks.filter(isUnusual(typed)),
}))
export type FormValues = z.output<typeof FormValues>

/** To hide a field is usual, and to hide one with a value in it is a wish. */
const isUnusual =
  (typed: z.output<typeof Typed>) =>
  (ask: string): boolean => {
    const [name = '', mode] = ask.split('=')
    const field = modedFields.find((one) => one === name)
    const isFilled = field !== undefined && isFill(field) && typed[fills[field]] !== ''
    return field === undefined || mode !== usualMode(field) || (mode === 'hidden' && isFilled)
  }

const isFill = (field: ModedField): field is KeyFieldName => field in fills

/** The fields of this form with what stands in that of the invited. */
export const fills = {
  firstname: 'fillFirstname',
  realname: 'fillRealname',
  email: 'fillEmail',
  login: 'fillLogin',
  phone: 'fillPhone',
  mobile: 'fillMobile',
  registrationNumber: 'fillRegistrationNumber',
} as const satisfies Record<KeyFieldName, MakingField>

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
  fillPhone: '',
  fillMobile: '',
  fillRegistrationNumber: '',
  asks: [],
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
    asks: Object.entries(modesLike(key, 'locked'))
      .filter(([field, mode]) => mode !== 'locked' || !lockBoxes.some((one) => one === field))
      .map(([field, mode]) => `${field}=${mode}`),
    locks: key.fields
      .filter(({ field, isLocked }) => isLocked && hasLockBox(field))
      .map(({ field }) => field),
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

/** What the form of the key asks for, as this one sends it: locks of names and addresses are boxes of their own. */
export const asksOf = ({ form, fields }: Pick<DetailedKey, 'form' | 'fields'>): string[] => [
  ...Object.entries(form).map(([field, mode]) => `${field}=${mode}`),
  ...fields
    .filter(({ field, isLocked }) => isLocked && !hasLockBox(field) && form[field] === undefined)
    .map(({ field }) => `${field}=locked`),
]

/** Whether a value is locked by a box beside it, and not in the list of what the form does. */
export const hasLockBox = (field: KeyFieldName): boolean => lockBoxes.includes(field)

const lockBoxes: readonly KeyFieldName[] = ['firstname', 'realname', 'email', 'login']
