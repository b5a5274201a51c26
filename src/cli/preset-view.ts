import type { KeyDescription, PresetTerms } from '../keys'
import { modedFields } from '../shared/key-form'
import { written } from './field-options'
import { table } from './output'

/** A preset as programs are told it. */
export interface PresetDescription extends Omit<
  PresetTerms,
  'grant' | 'life' | 'accountEnd' | 'language' | 'message'
> {
  uid: string
  name: string
  owner: number | null
  days: number | 'never'
  language: string | null
  message: string | null
  accountEnd: PresetTerms['accountEnd'] | null
  grant: KeyDescription['grant']
  createdAt: string
  changedAt: string
}

export const linesOfPresets = (presets: readonly PresetDescription[]): string[] =>
  presets.length === 0
    ? ['There are no presets. Make one with "glpi-invite presets create".']
    : table([
        ['PRESET', 'NAME', 'USES', 'DAYS', 'GRANTS'],
        ...presets.map((one) => [one.uid, one.name, `${one.maxUses}`, `${one.days}`, grantsOf(one)]),
      ])

export const linesOfPreset = (shown: PresetDescription): string[] => [
  `Preset   ${shown.uid}`,
  `Name     ${shown.name}`,
  ...(shown.label === '' ? [] : [`Label    ${shown.label}`]),
  `Uses     ${shown.maxUses}`,
  `Days     ${shown.days}`,
  `Grants   ${grantsOf(shown)}`,
  ...(shown.domains.length === 0 ? [] : [`Only for ${shown.domains.join(', ')}`]),
  ...(shown.language === null ? [] : [`Language ${shown.language}`]),
  ...modedFields.flatMap((field) => {
    const mode = shown.form[field]
    return mode === undefined ? [] : [`Form     ${written(field)}: ${mode}`]
  }),
  ...(shown.send ? ['Mails    the link, to those whom a key is for'] : []),
]

const grantsOf = ({ grant }: PresetDescription): string =>
  grant.authorisations
    .map(({ profile, entity, recursive }) => {
      const place = `${profile.name ?? `#${profile.id}`} in ${entity.name ?? `#${entity.id}`}`
      return recursive ? `${place} and below` : place
    })
    .join(', ')
