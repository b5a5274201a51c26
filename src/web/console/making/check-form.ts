import {
  type Choice,
  type GlpiSide,
  type Grant,
  type Grantable,
  isEmail,
  normaliseEmail,
  wholeGrant,
} from '../../../glpi'
import {
  addressesAtMost,
  type AskedCarried,
  type FormSettings,
  type KeyPolicy,
  labelLength,
  maxUsesCeiling,
} from '../../../keys'
import type { MakingField } from '../../../shared/i18n/console/messages/making'
import { endAt, type EndRules } from '../../../shared/ends'
import { dayForm, parseStart } from '../../../shared/time'
import { checkCarried, splitUp } from './check-carried'
import type { FormValues } from './form-values'
import { endOfLife } from './life'
import { problemsOfTerms } from './policy-problems'
import { entriesOf, type Problems, readCount } from './problems'

/** What the form asks for, once it is understood. */
export interface Terms extends AskedCarried {
  maxUses: number | undefined
  notBefore: Date | undefined
  expiresAt: Date | undefined
  graceDays: number
  grant: Grant
}

export interface Rules extends EndRules {
  side: GlpiSide
  grantable: Grantable
  mayUnbound: boolean
  now: Date
  policy: KeyPolicy
  settings: FormSettings
}

/** What is wrong with each field, and what the form asks for when nothing is. */
export function checkTerms(
  values: FormValues,
  rules: Rules,
): { problems: Problems; terms: Terms | undefined } {
  const problems: Problems = {}
  if (Array.from(values.label).length > labelLength)
    problems.label = { code: 'label-too-long', limit: labelLength }
  const maxUses = readUses(values, problems)
  const times = readTimes(values, rules, problems)
  const grant = readGrant(values, rules.grantable, problems)
  const carried = checkCarried(values, { ...rules, ...times, maxUses, grant }, problems)
  const beyond = problemsOfTerms(rules.policy, { maxUses, ...times }, values, rules.now)
  for (const [field, problem] of entriesOf(beyond)) problems[field] ??= problem
  const isUnbound = maxUses === undefined || values.life === 'never'
  if (
    isUnbound &&
    problems.life === undefined &&
    (!rules.mayUnbound || (maxUses === undefined && values.life === 'never'))
  )
    problems.life = { code: 'life-not-allowed' }
  const isGood = Object.keys(problems).length === 0
  return { problems, terms: isGood ? { ...carried, maxUses, ...times, grant } : undefined }
}

function readUses({ uses, unlimited }: FormValues, problems: Problems): number | undefined {
  if (unlimited !== '') return undefined
  const number = readCount(uses, maxUsesCeiling)
  if (number === undefined) problems.uses = { code: 'uses-out-of-range', limit: maxUsesCeiling }
  return number ?? 1
}

function readTimes(
  { life, until, starts }: FormValues,
  rules: Rules,
  problems: Problems,
): Pick<Terms, 'notBefore' | 'expiresAt' | 'graceDays'> {
  const notBefore = starts === '' ? undefined : parseStart(starts, rules.timeZone)
  if (starts !== '' && notBefore === undefined) problems.starts = { code: 'starts-unreadable' }
  if (life === 'never') return { notBefore, ...noEnd }
  if (life !== 'date') {
    const end = endOfLife(life, notBefore, rules)
    if (end === undefined) problems.life = { code: 'life-missing' }
    return { notBefore, ...(end ?? noEnd) }
  }
  const end = dayForm.test(until) ? endAt(until, rules) : undefined
  if (end === undefined) problems.until = { code: 'until-required' }
  else if (end.expiresAt <= rules.now) problems.until = { code: 'until-past' }
  else if (notBefore !== undefined && end.expiresAt <= notBefore)
    problems.starts = { code: 'starts-after-end' }
  return { notBefore, ...(end ?? noEnd) }
}

const noEnd = { expiresAt: undefined, graceDays: 0 }

function readGrant(values: FormValues, grantable: Grantable, problems: Problems): Grant {
  const pick = (field: MakingField, choices: readonly Choice[], typed: string): number => {
    const choice = choices.find(({ id }) => String(id) === typed)
    if (choice === undefined) problems[field] = { code: 'choice-gone' }
    return choice?.id ?? 0
  }
  const pickIfAny = (field: MakingField, choices: readonly Choice[], typed: string): number =>
    typed === '' || typed === '0' ? 0 : pick(field, choices, typed)

  return wholeGrant({
    authorisations: [
      {
        profilesId: pick('profile', grantable.profiles, values.profile),
        entitiesId: pick('entity', grantable.entities, values.entity),
        isRecursive: values.recursive !== '',
      },
    ],
    groupIds: Array.from(new Set(values.groups)).map((typed) => pick('groups', grantable.groups, typed)),
    usertitlesId: pickIfAny('title', grantable.titles, values.title),
    usercategoriesId: pickIfAny('category', grantable.categories, values.category),
    locationsId: pickIfAny('location', grantable.locations, values.location),
  })
}

/** One on each line, or as a mail program parts them. */
export function readAddresses({ addresses }: FormValues, problems: Problems): string[] {
  const typed = splitUp(addresses).map(normaliseEmail)
  const wrong = typed.filter((address) => !isEmail(address))
  if (wrong.length > 0) problems.addresses = { code: 'addresses-invalid', entries: wrong.join(', ') }
  else if (typed.length > addressesAtMost)
    problems.addresses = { code: 'addresses-too-many', limit: addressesAtMost }
  return typed
}
