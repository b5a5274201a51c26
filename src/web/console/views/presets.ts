import type { MakingFormParts } from './making'
import type { ConsolePageView } from './page'

export interface PresetsView extends ConsolePageView {
  newHref: string | undefined
  rows: PresetRowView[]
}

export interface PresetRowView {
  name: string
  label: string
  grants: { profile: string; place: string }[]
  uses: string
  days: string
  owner: string
  /** Why this person makes no keys with it. */
  remark: string | undefined
  keysHref: string
  useHref: string | undefined
  editHref: string | undefined
  deleteHref: string | undefined
  transferHref: string | undefined
  /** Many keys at once. */
  useForManyHref: string | undefined
}

export interface PresetView extends ConsolePageView, Omit<MakingFormParts, 'errors' | 'errorLines'> {
  action: string
  backHref: string
  isNew: boolean
  canGive: boolean
  name: string
  days: string
  isNever: boolean
  daysMax: number
  daysAtMost: string
  /** Whether one without an end is offered. */
  mayNever: boolean
  errors: Record<string, string | undefined>
  errorLines: { field: string; text: string }[]
}

export interface PresetTransferView extends ConsolePageView {
  csrf: string
  action: string
  to: string
  error: string | undefined
  /** A box: all of its owner; undefined when this is the only one. */
  all: { text: string; isChecked: boolean } | undefined
  backHref: string
}

export interface PresetDeletionView extends ConsolePageView {
  csrf: string
  action: string
  backHref: string
}
