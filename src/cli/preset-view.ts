import type { PresetDescription } from '../keys'
import { modedFields } from '../shared/key-form'
import { written } from './field-options'
import { table } from './output'

export const linesOfPresets = (presets: readonly PresetDescription[]): string[] =>
  presets.length === 0
    ? ['There are no presets. Make one with "glpi-invite presets create".']
    : table([
        ['PRESET', 'NAME', 'USES', 'DAYS', 'GRANTS'],
        ...presets.map((one) => [one.uid, one.name, usesOf(one), daysOf(one), grantsOf(one)]),
      ])

export const linesOfPreset = (shown: PresetDescription): string[] => [
  `Preset   ${shown.uid}`,
  `Name     ${shown.name}`,
  ...(shown.label === '' ? [] : [`Label    ${shown.label}`]),
  `Uses     ${usesOf(shown)}`,
  `Days     ${daysOf(shown)}`,
  `Grants   ${grantsOf(shown)}`,
  ...(shown.domains.length === 0 ? [] : [`Only for ${shown.domains.join(', ')}`]),
  ...(shown.language === null ? [] : [`Language ${shown.language}`]),
  ...modedFields.flatMap((field) => {
    const mode = shown.form[field]
    return mode === undefined ? [] : [`Form     ${written(field)}: ${mode}`]
  }),
  ...(shown.send ? ['Mails    the link, to those whom a key is for'] : []),
]

const usesOf = ({ maxUses }: PresetDescription): string => String(maxUses ?? 'unlimited')
const daysOf = ({ days }: PresetDescription): string => String(days ?? 'never')

const grantsOf = ({ grant }: PresetDescription): string =>
  grant.authorisations
    .map(({ profile, entity, recursive }) => {
      const place = `${profile.name ?? `#${profile.id}`} in ${entity.name ?? `#${entity.id}`}`
      return recursive ? `${place} and below` : place
    })
    .join(', ')
