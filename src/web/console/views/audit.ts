import type { EventRow } from './event-row'
import type { ConsolePageView } from './page'

export interface AuditView extends ConsolePageView {
  events: EventRow[]
  count: string
  filter: {
    values: { kind: string; actor: string; key: string; from: string; to: string }
    kinds: { value: string; text: string }[]
    /** Something is asked for. */
    isOn: boolean
    /** Finished messages. */
    errors: { actor: string | undefined; key: string | undefined }
  }
  older: string | undefined
  newest: string | undefined
  csv: string
  /** Somebody sees from where others signed in. */
  showsFrom: boolean
}
