import { AppError } from '../../shared/errors'
import { errorFrom } from './problem'
import type { RemoteSettings } from './settings'

export type Fetch = typeof fetch

export interface ApiDeps {
  fetch: Fetch
  /** Waits so long. */
  pause: (ms: number) => Promise<void>
  /** Of this run of the command: no other has it. */
  runId: string
  /** Tells somebody who waits why. */
  tell: (text: string) => void
}

/** The API of a glpi-invite elsewhere. What it answers is taken to be what its description says. */
export interface Api {
  get<T>(path: string, query?: Readonly<Record<string, string | number | undefined>>): Promise<T>
  post<T>(path: string, body?: object): Promise<T>
  patch<T>(path: string, body: object): Promise<T>
  delete<T>(path: string): Promise<T>
}

const longestAnswerMs = 120_000
/** Before the second try, the third, and so on: half a minute in all. */
const pausesMs = [500, 1_000, 2_000, 4_000, 8_000, 16_000] as const
/** Who is asked to wait longer than that is told so instead. */
const longestWaitMs = 60_000
/** A server that ended in the middle of a request keeps others off it for a minute. */
const longestBusyMs = 90_000

/**
 * Every POST has an Idempotency-Key of its own, and keeps it when it is sent again: what arrived is done once, however
 * often the line drops.
 */
export function createApi(settings: () => RemoteSettings, deps: ApiDeps): Api {
  let posts = 0

  async function call<T>(method: string, path: string, body?: object): Promise<T> {
    const { apiUrl, token } = settings()
    const headers = {
      Authorization: `Bearer ${token}`,
      Accept: 'application/json, application/problem+json',
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(method === 'POST' ? { 'Idempotency-Key': `${deps.runId}/${(posts += 1)}` } : {}),
    }
    const request = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
    let [attempts, busyMs] = [0, 0]
    for (;;) {
      const answer = await tryOnce(deps.fetch, apiUrl, `${apiUrl}${path}`, request)
      if ('value' in answer) return answer.value as T
      const isBusy = answer.error.code === 'IDEMPOTENCY_KEY_BUSY' && busyMs < longestBusyMs
      const pauseMs = pausesMs[attempts]
      const waitMs = Math.max(answer.waitMs ?? 0, pauseMs ?? 0, isBusy ? 1_000 : 0)
      const isOver = pauseMs === undefined && !isBusy
      if (!answer.mayPass || isOver || waitMs > longestWaitMs) throw answer.error
      if (isBusy) busyMs += waitMs
      else attempts += 1
      deps.tell(`glpi-invite: ${answer.error.message}. Trying again in ${Math.ceil(waitMs / 1_000)} s …`)
      await deps.pause(waitMs)
    }
  }

  return {
    get: (path, query = {}) => call('GET', path + queryString(query)),
    post: (path, body = {}) => call('POST', path, body),
    patch: (path, body) => call('PATCH', path, body),
    delete: (path) => call('DELETE', path),
  }
}

type Answer = { value: unknown } | { error: AppError; mayPass: boolean; waitMs?: number }

async function tryOnce(send: Fetch, apiUrl: string, url: string, request: RequestInit): Promise<Answer> {
  try {
    const response = await send(url, {
      ...request,
      redirect: 'manual', // the token is for this address and no other
      signal: AbortSignal.timeout(longestAnswerMs),
    })
    return await read(apiUrl, response)
  } catch (error) {
    return unreachable(apiUrl, error)
  }
}

async function read(apiUrl: string, response: Response): Promise<Answer> {
  const { status } = response
  const text = await response.text()
  const isJson = /^application\/(problem\+)?json/.test(response.headers.get('Content-Type') ?? '')
  if (status < 300 && isJson) return { value: JSON.parse(text) }
  if (status < 400)
    return {
      error: new AppError('CONFIG_INVALID', `${apiUrl} is not the API of a glpi-invite: see GLPI_INVITE_URL`),
      mayPass: false,
    }
  const error = errorFrom(status, isJson ? JSON.parse(text) : undefined)
  const seconds = Number(response.headers.get('Retry-After') ?? '0')
  return {
    error,
    mayPass: [429, 502, 503, 504].includes(status) || error.code === 'IDEMPOTENCY_KEY_BUSY',
    waitMs: Number.isFinite(seconds) ? seconds * 1_000 : 0,
  }
}

/** What Node says of a connection that was not made or dropped; its own words may hold the request. */
function unreachable(apiUrl: string, error: unknown): Answer {
  const code = codeIn(error)
  const isTrust = /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS/.test(code)
  const why = isTrust
    ? `its certificate is not trusted (${code}): give your own authority's in NODE_EXTRA_CA_CERTS`
    : code
  return {
    error: new AppError('SERVER_BUSY', `${new URL(apiUrl).host} cannot be reached: ${why}`),
    mayPass: !isTrust,
  }
}

function codeIn(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const { cause } = error
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code
  if ('code' in error && typeof error.code === 'string') return error.code
  return error.name === 'TimeoutError' ? 'no answer in time' : 'the connection was lost'
}

function queryString(query: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  )
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`
}
