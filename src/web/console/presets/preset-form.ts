import { z } from 'zod'
import type { Context } from '../../../context'
import type { Grantable } from '../../../glpi'
import type { Preset, PresetTerms } from '../../../keys'
import type { PresetsMessages } from '../../../shared/i18n/console/messages/presets'
import type { Desk, Own } from '../desk'
import { checkBackOffice } from '../making/back-office'
import { checkTerms } from '../making/check-form'
import { FormValues, usualValues } from '../making/form-values'
import { formParts, problemText } from '../making/form-view'
import { defaultsFor, rulesFor } from '../making/new-key-routes'
import { valuesOfDays, valuesOfTerms } from '../making/preset-values'
import { type Problems, readCount } from '../making/problems'

const OwnFields = z.object({
  name: z.string().trim().catch(''),
  days: z.string().trim().catch(''),
  never: z.string().catch(''),
})

/** What was typed into the form of a preset. */
export interface PresetForm extends z.output<typeof OwnFields> {
  values: FormValues
}

type OwnErrors = Partial<Record<'name' | 'days', string>>

export interface PresetProblems {
  problems: Problems
  own: OwnErrors
}

export const noProblems: PresetProblems = { problems: {}, own: {} }

const nameLength = 255
const dayMs = 86_400_000
const usualDays = 14

export const newPresetForm = (desk: Desk, grantable: Grantable): PresetForm => ({
  name: '',
  days: String(usualDays),
  never: '',
  values: { ...usualValues, ...defaultsFor(desk, grantable) },
})

export const formOfPreset = ({ name, terms }: Preset, context: Context): PresetForm => ({
  name,
  days: terms.life === 'never' ? '' : String(terms.life.days),
  never: terms.life === 'never' ? 'yes' : '',
  values: valuesOfTerms(terms, context),
})

export function readPresetForm(body: unknown, context: Context): PresetForm {
  const own = OwnFields.parse(body ?? {})
  const days = readCount(own.days, daysAtMost(context))
  const life = own.never === '' ? valuesOfDays(days ?? 1, context) : { life: 'never', until: '' }
  return {
    ...own,
    values: { ...FormValues.parse(body ?? {}), ...life, starts: '', accountFrom: '', addresses: '' },
  }
}

const daysAtMost = ({ config }: Context): number => Math.floor(config.maxLifetimeMs / dayMs)

/** What is wrong with it, and the terms when nothing is. */
export function checkPreset(
  context: Context,
  desk: Desk,
  { name, days, never, values }: PresetForm,
  grantable: Grantable,
): PresetProblems & { terms: PresetTerms | undefined } {
  const { problems: t } = desk.t.presets
  const own: OwnErrors = {}
  if (name === '') own.name = t.nameRequired
  else if (Array.from(name).length > nameLength) own.name = t.nameTooLong(nameLength)
  const count = readCount(days, daysAtMost(context))
  if (never === '' && count === undefined) own.days = t.daysOutOfRange(daysAtMost(context))
  const { problems, terms } = checkTerms(values, { ...rulesFor(context, desk), grantable })
  // The address such a key needs comes with each key.
  checkBackOffice(values, { grantable, addresses: ['somebody'] }, problems)
  const { life, until, ...others } = problems
  const ofLife = life ?? until
  if (ofLife !== undefined) own.days ??= problemText(desk.t, ofLife)
  if (
    terms === undefined ||
    Object.keys(problems).length > 0 ||
    own.name !== undefined ||
    own.days !== undefined
  )
    return { problems: others, own, terms: undefined }
  const { authorisations, groupIds, usertitlesId, usercategoriesId, locationsId } = terms.grant
  return {
    problems: {},
    own: {},
    terms: {
      grant: {
        authorisations: authorisations.map((one) => ({ ...one })),
        groupIds: [...groupIds],
        usertitlesId,
        usercategoriesId,
        locationsId,
      },
      maxUses: terms.maxUses ?? 'unlimited',
      life: count === undefined || never !== '' ? 'never' : { days: count },
      label: values.label,
      language: terms.language,
      accountEnd: terms.accountValidity?.end,
      domains: [...(terms.domains ?? [])],
      needsProof: terms.needsProof ?? false,
      needsApproval: terms.needsApproval ?? false,
      sharesInviter: terms.sharesInviter ?? true,
      fields: [...(terms.fields ?? [])],
      form: terms.form ?? {},
      message: terms.message,
      send: values.send !== '',
    },
  }
}

/** The page: of a new preset, or of one that is there. */
export function presetView(
  context: Context,
  desk: Desk,
  {
    preset,
    form,
    grantable,
    found: { problems, own },
  }: { preset: Preset | undefined; form: PresetForm; grantable: Grantable; found: PresetProblems },
): Own<'preset'> {
  const { presets: t } = desk.t
  const parts = formParts(context, desk, { values: form.values, problems, grantable, isEach: false })
  const lines = (['name', 'days'] as const).flatMap((field) => {
    const message = own[field]
    return message === undefined ? [] : [{ field, text: desk.t.making.errorLine(t.fields[field], message) }]
  })
  const errorLines = [...lines, ...parts.errorLines]
  return {
    ...parts,
    title: titleOf(t, preset, errorLines.length > 0),
    action: `${desk.root}/presets${preset === undefined ? '' : `/${preset.uid}`}`,
    backHref: `${desk.root}/presets`,
    isNew: preset === undefined,
    canGive: grantable.profiles.length > 0,
    name: form.name,
    days: form.days,
    isNever: form.never !== '',
    daysMax: daysAtMost(context),
    daysAtMost: t.daysAtMost(daysAtMost(context)),
    mayNever: desk.actor.permissions.has('configure') && context.config.allowNever,
    errors: { ...parts.errors, ...own },
    errorLines,
  }
}

function titleOf(t: PresetsMessages, preset: Preset | undefined, isWrong: boolean): string {
  if (preset === undefined) return isWrong ? t.newTitleWithErrors : t.newTitle
  return isWrong ? t.editTitleWithErrors(preset.name) : t.editTitle(preset.name)
}
