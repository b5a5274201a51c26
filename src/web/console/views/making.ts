import type { MakingField } from '../../../shared/i18n/console/messages/making'
import type { FormValues } from '../making/form-values'
import type { InvitationView } from '../making/invitation'
import type { ConsolePageView } from './page'

export interface SelectView {
  /** So long that a box to filter it by helps. */
  isLong: boolean
  options: { value: string; text: string; short: string; isChosen: boolean }[]
}

/** What the form of the invited does with one of its fields. */
export interface AskView {
  field: string
  label: string
  /** Of the list, for screen readers. */
  modeLabel: string
  /** `field=mode` */
  options: { value: string; text: string; isChosen: boolean }[]
  /** Where what stands in it already is typed; undefined: elsewhere, or nowhere. */
  fill: { name: MakingField; label: string; value: string; error: string | undefined } | undefined
}

/** The fields that both forms have. */
export interface MakingFormParts {
  csrf: string
  values: FormValues
  /** Finished messages. */
  errors: Partial<Record<MakingField, string>>
  /** For the summary above the form. */
  errorLines: { field: MakingField; text: string }[]
  lives: { value: string; text: string; isChecked: boolean; end: string }[]
  /** Whether a key without a limit is offered. */
  mayUnbound: boolean
  usesMax: number
  usesAtMost: string
  /** As a date field wants it. */
  untilMax: string
  lifeAtMost: string
  selects: Record<'profile' | 'entity' | 'title' | 'category' | 'location' | 'language', SelectView>
  groups: SelectView
  asks: AskView[]
  /** What profiles of the back office need, when there are any. */
  profileHint: string | undefined
  timeZoneHint: string
  /** Why no address could be proven now; undefined: it could. */
  proofHint: string | undefined
  /** Keys do not end on every day of the week. */
  skipsDays: boolean
  /** Empty while the form says nothing that could be put in words. */
  sentence: string
  /** JSON, for the browser to keep the sentence up to date. */
  sentenceParts: string
  isMoreOpen: boolean
}

/** The presets that a form may be filled from. */
interface PresetChoice {
  /** None: nothing is offered. */
  presets: { value: string; text: string; isChosen: boolean }[]
  /** Which one it was filled from. */
  presetUsed: string | undefined
}

export interface NewKeyView extends ConsolePageView, MakingFormParts, PresetChoice {
  /** Makes sending the form twice harmless. */
  token: string
  /** False: GLPI lets this person give nothing, and there is no form. */
  canGive: boolean
}

export interface NewBatchView extends ConsolePageView, MakingFormParts, PresetChoice {
  /** What the form sends along without showing it. */
  hidden: { name: string; value: string }[]
  canGive: boolean
  /** Lines that cannot be used, when none can. */
  lines: PreviewLine[]
}

export interface PreviewLine {
  line: string
  label: string
  address: string
  typed: string
  /** Undefined: a key will be made. */
  problem: string | undefined
}

export interface BatchPreviewView extends ConsolePageView {
  csrf: string
  token: string
  sentence: string
  summary: string
  /** How many are mailed their link; undefined: nobody is. */
  sendNote: string | undefined
  makeText: string
  lines: PreviewLine[]
  /** Everything that was typed, to be sent on. */
  fields: { name: string; value: string }[]
}

export interface MadeView extends ConsolePageView {
  invitation: InvitationView
  sentence: string
  cardTitle: string
  /** False: this is the only time it can be seen. */
  canShowAgain: boolean
  /** What is mailed; undefined: nothing. */
  sentNote: string | undefined
  /** What becomes of a link that is copied, when the address has to be proven. */
  proofNote: string | undefined
}

export interface BatchMadeView extends ConsolePageView {
  csrf: string
  batchUid: string
  label: string
  sentence: string
  sentNote: string | undefined
  invitations: InvitationView[]
  cardTitle: string
  canShowAgain: boolean
  copiedText: string
  /** Undefined when nobody in it can be mailed their link. */
  mails: { summary: string; rest: string | undefined; all: string | undefined } | undefined
  proofNote: string | undefined
}
