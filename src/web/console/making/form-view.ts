import type { Choice, Grantable, ProfileChoice } from '../../../glpi'
import type { Context } from '../../../context'
import { type AccountEnd, latestEnd } from '../../../keys'
import {
  type MakingField,
  makingFields,
  type MakingMessages,
} from '../../../shared/i18n/console/messages/making'
import { dayAt, parseDuration } from '../../../shared/time'
import type { Desk } from '../desk'
import { askViews } from './ask-views'
import type { MakingFormParts, SelectView } from '../views/making'
import { splitUp } from './check-carried'
import { checkTerms, type Terms } from './check-form'
import type { FormValues } from './form-values'
import { endOfLife, lives as fixedLives } from './life'
import { languageChoice } from './language-choice'
import { entriesOf, type Problems } from './problems'
import { sentenceFor, type Told } from './sentence'

/** Lists longer than this get a box to filter them by. */
const longList = 15

/** What both forms that make keys have in common, finished. */
export function formParts(
  { config, clock }: Context,
  { t: words, language, side, format, actor, csrf }: Desk,
  {
    values,
    problems,
    grantable,
    isEach,
  }: { values: FormValues; problems: Problems; grantable: Grantable; isEach: boolean },
): MakingFormParts {
  const { timeZone, workDays, graceDays } = config
  const { making: t } = words
  const rules = { timeZone, workDays, graceDays, now: clock.now() }
  const mayUnbound = actor.permissions.has('configure')
  const latest = latestEnd({ ...config, graceDays: 0 }, rules.now)
  const offered = (value: keyof MakingMessages['lives']) =>
    value === 'date' ||
    (value === 'never'
      ? mayUnbound && config.allowNever
      : (parseDuration(value) ?? 0) <= config.maxLifetimeMs)
  const lives = ([...fixedLives, 'date', 'never'] as const).filter(offered).map((value) => ({
    value,
    text: t.lives[value],
    isChecked: values.life === value,
    end: dayOf(format, endOfLife(value, undefined, rules)),
  }))
  const { terms } = checkTerms(values, {
    ...rules,
    side,
    grantable,
    mayUnbound,
    policy: config,
    settings: config,
  })
  return {
    csrf,
    values,
    errors: errorsFor(words, problems),
    errorLines: errorLines(words, problems),
    lives,
    mayUnbound: mayUnbound && config.allowUnlimited,
    usesMax: config.maxUses,
    usesAtMost: t.usesAtMost(config.maxUses),
    untilMax: dayAt(latest, config.timeZone),
    lifeAtMost: t.lifeAtMost(format.day(latest)),
    selects: {
      profile: selectOf(grantable.profiles.map(marked(t)), values.profile),
      entity: selectOf(grantable.entities, values.entity),
      title: selectOf(grantable.titles, values.title),
      category: selectOf(grantable.categories, values.category),
      location: selectOf(grantable.locations, values.location),
      language: languageChoice(language, values.language),
    },
    groups: {
      isLong: grantable.groups.length > longList,
      options: grantable.groups.map((choice) => ({
        ...optionOf(choice),
        isChosen: values.groups.includes(String(choice.id)),
      })),
    },
    profileHint: grantable.profiles.some((one) => one.opensBackOffice)
      ? [t.hints.backOffice, ...(config.smtpUrl === undefined ? [t.proofNeedsMail] : [])].join(' ')
      : undefined,
    asks: askViews(words, {
      values,
      errors: errorsFor(words, problems),
      hasTerms: config.termsOfUse !== undefined,
    }),
    timeZoneHint: t.timeZone(config.timeZone),
    proofHint: config.smtpUrl === undefined ? t.proofNeedsMail : undefined,
    skipsDays: workDays.size < 7,
    sentence: terms === undefined ? '' : tell(t, grantable, format, { terms, values, isEach }),
    sentenceParts: JSON.stringify({
      ...t.sentence,
      one: isEach ? t.sentence.each : t.sentence.one,
      workDays: Array.from(workDays),
    }),
    isMoreOpen:
      [...moreTexts.map((name) => values[name]), ...values.groups, ...values.asks].some(
        (value) => value !== '',
      ) ||
      [values.title, values.category, values.location].some((value) => value !== '' && value !== '0') ||
      !['', 'for-good'].includes(values.account) ||
      values.share === '' ||
      moreFields.some((field) => problems[field] !== undefined) ||
      (!isEach && (values.send !== '' || problems.send !== undefined)),
  }
}

/** What stands under "More": shown at once when there is something in it. */
const moreTexts = [
  'starts',
  'addresses',
  'domains',
  'accountFrom',
  'language',
  'fillFirstname',
  'fillRealname',
  'fillEmail',
  'fillLogin',
  'fillPhone',
  'fillMobile',
  'fillRegistrationNumber',
  'message',
  'prove',
  'approve',
] as const
const moreFields = makingFields.slice(makingFields.indexOf('starts')).filter((field) => field !== 'send') // for many keys it stands beside the people

export function tell(
  t: MakingMessages,
  grantable: Grantable,
  format: Desk['format'],
  { terms, values, isEach }: { terms: Terms; values: FormValues; isEach: boolean },
): string {
  const [given] = terms.grant.authorisations
  const nameIn = (choices: readonly Choice[], id: number | undefined) =>
    choices.find((choice) => choice.id === id)?.short ?? ''
  const { notBefore } = terms
  return sentenceFor(t.sentence, {
    uses: terms.maxUses,
    isEach,
    entity: nameIn(grantable.entities, given?.entitiesId),
    isRecursive: given?.isRecursive ?? false,
    profile: nameIn(grantable.profiles, given?.profilesId),
    start: notBefore === undefined ? undefined : format.instant(notBefore),
    end: terms.expiresAt === undefined ? undefined : dayOf(format, terms),
    addresses: isEach ? [] : splitUp(values.addresses),
    domains: splitUp(values.domains).map((domain) => domain.replace(/^@/, '')),
    account: accountOf(terms.accountValidity?.end, format),
  })
}

function accountOf(end: AccountEnd | undefined, format: Desk['format']): Told['account'] {
  if (end === undefined) return undefined
  if (end.kind === 'date') return { kind: 'until', text: format.day(end.at) }
  return { kind: end.kind, n: end.kind === 'days' ? end.days : end.months }
}

/** All ends that the form can ask for are those of a day. */
function dayOf(format: Desk['format'], end: Pick<Terms, 'expiresAt' | 'graceDays'> | undefined): string {
  const stated = end && format.endOf(end)
  return stated === undefined ? '' : format.day(stated)
}

const marked =
  (t: MakingMessages) =>
  (choice: ProfileChoice): Choice =>
    choice.opensBackOffice ? { ...choice, name: t.backOffice(choice.name) } : choice

const optionOf = ({ id, name, short }: Choice) => ({ value: String(id), text: name, short })

function selectOf(choices: readonly Choice[], chosen: string): SelectView {
  return {
    isLong: choices.length > longList,
    options: choices.map((choice) => ({ ...optionOf(choice), isChosen: String(choice.id) === chosen })),
  }
}

function errorsFor(desk: Desk['t'], problems: Problems): Partial<Record<MakingField, string>> {
  return Object.fromEntries(
    entriesOf(problems).map(([field, problem]) => [field, problemText(desk, problem)]),
  )
}

export function problemText(
  { making, formFields }: Pick<Desk['t'], 'making' | 'formFields'>,
  { code, limit, entries, fields = [] }: NonNullable<Problems[MakingField]>,
): string {
  const names = fields.map((field) => formFields.names[field]).join(', ')
  if (isOfForm(formFields.problems, code)) return formFields.problems[code](names)
  return making.problems[code](limit ?? 0, entries ?? '')
}

function errorLines(desk: Desk['t'], problems: Problems): MakingFormParts['errorLines'] {
  const errors = errorsFor(desk, problems)
  const { making: t, formFields } = desk
  return makingFields.flatMap((field) => {
    const message = errors[field]
    const label = isOfForm(formFields.parts, field) ? formFields.parts[field] : t.fields[field]
    return message === undefined ? [] : [{ field, text: t.errorLine(label, message) }]
  })
}

const isOfForm = <T extends object>(words: T, name: PropertyKey): name is keyof T =>
  Object.hasOwn(words, name)
