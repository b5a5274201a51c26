import type { ConsolePageView } from './page'

export interface StatusView extends ConsolePageView {
  summary: { text: string; tone: Tone }
  checks: { name: string; state: string; status: 'ok' | 'warn' | 'fail'; tone: Tone; message: string }[]
  jobs: {
    name: string
    state: string
    status: 'ok' | 'warn'
    tone: Tone | 'quiet'
    last: When | undefined
    next: When | undefined
    outcome: string
  }[]
}

interface When {
  text: string
  iso: string
}

export interface KillSwitchView extends ConsolePageView {
  csrf: string
  isOn: boolean
  /** Finished sentences: how it is, and what that means for the keys. */
  state: string
  keys: string
  error: string | undefined
}

type Tone = 'good' | 'warn' | 'bad'
