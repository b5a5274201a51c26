import type { FunnelSummary } from '../../../audit'
import { messagesFor } from '../../../shared/i18n'
import type { Desk } from '../desk'
import type { Bar, KeyView } from '../views/key'

/** How far people got, as bars that are compared with the longest of them. */
export function funnelBars(
  { t, language, format }: Pick<Desk, 't' | 'language' | 'format'>,
  { opened, started, sent, refused, reasons }: FunnelSummary,
  { made, signedIn }: { made: number; signedIn: number },
): KeyView['funnel'] {
  const words = t.key.funnel
  const counts = { opened, started, sent, refused, made, signedIn }
  const { refusals } = messagesFor(language)

  function why(reason: string): string {
    if (isIn(words.reasons, reason)) return words.reasons[reason]
    if (isIn(t.formFields.reasons, reason)) return t.formFields.reasons[reason]
    return isIn(refusals, reason) ? words.because(refusals[reason].heading) : words.other(reason)
  }

  return {
    steps: bars(names.map((name) => ({ text: words.steps[name], n: counts[name] }))),
    refusals: bars(reasons.map(({ reason, n }) => ({ text: why(reason), n }))),
  }

  function bars(rows: readonly { text: string; n: number }[]): Bar[] {
    const longest = Math.max(1, ...rows.map(({ n }) => n))
    return rows.map(({ text, n }) => ({
      text,
      n: format.number(n),
      percent: Math.round((100 * n) / longest),
    }))
  }
}

const names = ['opened', 'started', 'sent', 'refused', 'made', 'signedIn'] as const

const isIn = <T extends object>(words: T, name: PropertyKey): name is keyof T => Object.hasOwn(words, name)
