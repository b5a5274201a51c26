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

export interface PresetDeletionView extends ConsolePageView {
  csrf: string
  action: string
  backHref: string
}
