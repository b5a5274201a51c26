import { runRemotely } from '../../src/cli/remote'

export interface RemoteRun {
  env?: Record<string, string | undefined>
  /** In place of the network. */
  send?: typeof fetch
  pause?: (ms: number) => Promise<void>
}

export interface RemoteSpoken {
  code: number
  out: string
  err: string
  json(): Record<string, unknown>
}

/** Runs one command line over the API, in this process, waiting for nothing. */
export const remoteCommand =
  (settings: Record<string, string>) =>
  async (
    args: readonly string[],
    { env = {}, send = fetch, pause }: RemoteRun = {},
  ): Promise<RemoteSpoken> => {
    const spoken = { out: '', err: '' }
    const tools = {
      terminal: {
        out: (text: string) => (spoken.out += `${text}\n`),
        err: (text: string) => (spoken.err += `${text}\n`),
      },
      env: { ...settings, ...env },
      fetch: send,
      pause: pause ?? (() => Promise.resolve()),
      startProgress: undefined,
    }
    const code = await runRemotely(tools, '0.0.0-test', args)
    return { code, ...spoken, json: () => JSON.parse(spoken.out) as Record<string, unknown> }
  }

/** Answers of these addresses get lost on the way, the first `times` of them. */
export function losing(path: string, times = 1): typeof fetch {
  let left = times
  return async (...request) => {
    const answer = await fetch(...request)
    if (left > 0 && addressOf(request[0]).includes(path)) {
      left -= 1
      throw new TypeError('fetch failed')
    }
    return answer
  }
}

/** What is asked for, as text. */
export const addressOf = (asked: Parameters<typeof fetch>[0]): string =>
  asked instanceof Request ? asked.url : asked.toString()
