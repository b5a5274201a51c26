import type { Server } from 'node:http'
import type { Context, Overrides } from '../context'
import type { EventActor } from '../audit'
import type { Config } from '../shared/config'
import type { Terminal } from './output'

/** How far something is that takes its time. */
export interface Progress {
  advance(): void
  stop(): void
}

/** What `main.ts` lends the command line: it knows the environment and how to build things; commands do not. */
export interface CommandTools {
  terminal: Terminal
  /** The person at the keyboard, for the audit. */
  actor: Exclude<EventActor, { kind: 'invitee' | 'stranger' }>
  readConfig(): Config
  createContext(config: Config, overrides?: Pick<Overrides, 'log'>): Context
  listen(context: Context): Promise<Server>
  /** Runs `work` with everything it may need, and closes it all afterwards. */
  withContext(work: (context: Context) => Promise<void>): Promise<void>
  setExitCode(code: number): void
  /** A bar on the terminal of whoever waits; undefined where nobody looks. */
  startProgress?: ((total: number) => Promise<Progress>) | undefined
}
