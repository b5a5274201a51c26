import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { describeApi } from '../../src/api/openapi'
import { operations } from '../../src/api/operations'
import type { TestApp } from './test-app'

export interface ApiAnswer {
  status: number
  headers: Headers
  /** What the JSON says. */
  body: Record<string, unknown>
}

export interface ApiClient {
  get(path: string): Promise<ApiAnswer>
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<ApiAnswer>
  patch(path: string, body?: unknown): Promise<ApiAnswer>
  delete(path: string): Promise<ApiAnswer>
}

/** Calls the API as a program does. Every answer is held against the OpenAPI description: what it does not allow, throws. */
export function apiClient(app: Pick<TestApp, 'url'>, token: string | undefined): ApiClient {
  async function call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<ApiAnswer> {
    const response = await fetch(`${app.url}/api/v1${path}`, {
      method,
      headers: {
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const answer = (await response.json()) as Record<string, unknown>
    ensureAsDescribed(method, path, response, answer)
    return { status: response.status, headers: response.headers, body: answer }
  }
  return {
    get: (path) => call('GET', path),
    post: (path, body, headers) => call('POST', path, body, headers),
    patch: (path, body) => call('PATCH', path, body),
    delete: (path) => call('DELETE', path),
  }
}

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats(ajv)
const description = describeApi('https://help.example.org')
ajv.addSchema({ $id: 'api', ...description })
const patterns = operations.map(({ path }) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`))

/** @throws when the answer is none that the description allows */
export function ensureAsDescribed(method: string, path: string, response: Response, answer: unknown): void {
  const fits = patterns.map((pattern) => pattern.test(path.split('?')[0] ?? ''))
  const operation = operations.find((one, at) => fits[at] === true && one.method === method.toLowerCase())
  const isProblem = response.status >= 400
  const type = isProblem ? 'application/problem+json' : 'application/json'
  const got = response.headers.get('Content-Type') ?? ''
  if (!got.startsWith(type)) throw new Error(`${method} ${path} answered ${response.status} with ${got}`)
  const at = operation ?? (isProblem ? operations[0] : undefined)
  if (at === undefined) throw new Error(`${method} ${path} is not described, and answered ${response.status}`)
  const status = isProblem ? 'default' : String(response.status)
  const validate = validatorAt(['paths', at.path, at.method, 'responses', status, 'content', type, 'schema'])
  if (validate === undefined) throw new Error(`${method} ${path} answered ${status}, which is not described`)
  if (!validate(answer))
    throw new Error(`${method} ${path} is not as described: ${ajv.errorsText(validate.errors)}`)
}

const validators = new Map<string, ValidateFunction>()

/** One for all places with the same words, as problems have them everywhere: to compile one takes longer than a call. */
function validatorAt(place: readonly string[]): ValidateFunction | undefined {
  const words = JSON.stringify(place.reduce<unknown>(inside, description)) as string | undefined
  if (words === undefined) return undefined
  const known =
    validators.get(words) ?? ajv.getSchema(`api#${place.map((name) => `/${escaped(name)}`).join('')}`)
  if (known !== undefined) validators.set(words, known)
  return known
}

const inside = (whole: unknown, name: string): unknown =>
  (whole as Record<string, unknown> | undefined)?.[name]

const escaped = (part: string) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))
