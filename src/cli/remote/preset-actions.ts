import type { PresetDescription } from '../../keys'
import { AppError } from '../../shared/errors'
import type { PresetActions } from '../definitions/presets'
import { changedPresetFrom } from '../changed-preset'
import { withFieldValues } from '../field-options'
import { askedGrantFrom } from '../grant-options'
import { print } from '../output'
import { linesOfPreset, linesOfPresets } from '../preset-view'
import { askedCarriedFrom, limitOf } from './asked-key'
import { presetCalled } from './many-keys-actions'
import type { Remote } from './remote'

/** The commands below `presets`, over the API. */
export const presetActions = ({ api, terminal }: Remote): PresetActions => ({
  async list({ json }) {
    const { items } = await api.get<{ items: PresetDescription[] }>('/presets')
    print(terminal, json, items, () => linesOfPresets(items))
  },
  async show(asked, { json }) {
    const preset = await presetCalled<PresetDescription>({ api }, asked)
    print(terminal, json, preset, () => linesOfPreset(preset))
  },
  async create(name, given) {
    const options = withFieldValues(given)
    if (options.accountFrom !== undefined)
      throw new AppError('INPUT_INVALID', 'a preset has no --account-from: say it when a key is made')
    const preset = await api.post<PresetDescription>('/presets', {
      name,
      ...(options.like === undefined
        ? {
            label: options.label,
            maxUses: limitOf(options.maxUses),
            days: options.days === 'never' ? null : options.days,
            ...askedGrantFrom(options),
            ...askedCarriedFrom(options),
            send: options.send,
          }
        : { like: options.like }),
    })
    print(terminal, options.json, preset, () => linesOfPreset(preset))
  },
  async change(asked, options, isGiven) {
    const before = await presetCalled<PresetDescription>({ api }, asked)
    const wanted = changedPresetFrom(options, isGiven, before)
    const preset = await api.patch<PresetDescription>(`/presets/${before.uid}`, wanted)
    print(terminal, options.json, preset, () => linesOfPreset(preset))
  },
  async delete(asked, { json }) {
    const preset = await presetCalled<PresetDescription>({ api }, asked)
    await api.delete(`/presets/${preset.uid}`)
    print(terminal, json, preset, () => [`Deleted preset ${preset.name}.`])
  },
})
