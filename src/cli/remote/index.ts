import { randomUUID } from 'node:crypto'
import { AppError } from '../../shared/errors'
import { batchesCommand } from '../definitions/batches'
import { completionCommand } from '../definitions/completion'
import { eventsCommand } from '../definitions/events'
import { grantableCommand } from '../definitions/grantable'
import { keysCommand } from '../definitions/keys'
import { presetsCommand } from '../definitions/presets'
import { registrationsCommand } from '../definitions/registrations'
import { requestsCommand } from '../definitions/requests'
import { tokensCommand } from '../definitions/tokens'
import { webhooksCommand } from '../definitions/webhooks'
import { exitCode } from '../exit-codes'
import type { CommandTools } from '../command-tools'
import { programWith, report } from '../run-program'
import { createApi, type Fetch } from './api'
import { batchActions } from './batch-actions'
import { eventActions } from './event-actions'
import { showGrantable } from './grantable-action'
import { keyActions } from './key-actions'
import { meCommand } from './me-command'
import { presetActions } from './preset-actions'
import { registrationActions } from './registration-actions'
import type { Remote } from './remote'
import { requestActions } from './request-actions'
import { markServerOnly, pathOf, serverOnly, serverOnlyCommands } from './server-only'
import { readRemoteSettings } from './settings'
import { tokenActions } from './token-actions'
import { webhookActions } from './webhook-actions'

export interface RemoteTools extends Pick<CommandTools, 'terminal' | 'startProgress'> {
  env: Readonly<Record<string, string | undefined>>
  fetch: Fetch
  pause: (ms: number, signal?: AbortSignal) => Promise<void>
}

/** Runs one command line over the API: no database, and nothing compiled, is needed for it. @returns the exit code */
export async function runRemotely(
  tools: RemoteTools,
  version: string,
  args: readonly string[],
): Promise<number> {
  const { terminal, env } = tools
  let allowHttp = false
  let code: number = exitCode.ok
  const told = new Set<string>()
  const warn = (text: string) => {
    if (!told.has(text)) terminal.err(text)
    told.add(text)
  }
  const deps = { ...tools, runId: randomUUID(), tell: (text: string) => terminal.err(text) }
  const api = createApi(() => readRemoteSettings(env, { allowHttp, warn }), deps)
  const remote: Remote = { ...tools, api, setExitCode: (wanted) => (code = wanted) }
  const program = programWith(terminal, version, remoteCommands(remote))
    .option('--allow-http', 'send the token over http:// too, where anybody on the way can read it', false)
    .hook('preAction', (_program, command) => {
      allowHttp = program.opts<{ allowHttp: boolean }>().allowHttp
      const isHere = serverOnly[pathOf(command)] === undefined
      if (isHere && command.opts<{ as?: string }>().as !== undefined)
        throw new AppError('INPUT_INVALID', '--as works on the server only: a token acts as its owner')
    })
  markServerOnly(program.commands)
  serverOnlyCommands().forEach((command) => program.addCommand(command, { hidden: true }))
  try {
    await program.parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    return report(terminal, error)
  }
}

/** Those that work over the API, under the names that they have on the server. */
export const remoteCommands = (remote: Remote) => [
  keysCommand(keyActions(remote)),
  batchesCommand(batchActions(remote)),
  presetsCommand(presetActions(remote)),
  grantableCommand(showGrantable(remote)),
  registrationsCommand(registrationActions(remote)),
  requestsCommand(requestActions(remote)),
  eventsCommand(eventActions(remote)),
  tokensCommand(tokenActions(remote)),
  webhooksCommand(webhookActions(remote)),
  meCommand(remote),
  completionCommand(remote.terminal),
]
