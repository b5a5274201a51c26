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
ajv.addSchema({ $id: 'api', ...describeApi('https://help.example.org') })
const validators = new Map<string, ValidateFunction>()

function validatorAt(pointer: string): ValidateFunction | undefined {
  const known = validators.get(pointer)
  if (known !== undefined) return known
  const found = ajv.getSchema(`api#${pointer}`)
  if (found !== undefined) validators.set(pointer, found)
  return found
}

/** @throws when the answer is none that the description allows */
export function ensureAsDescribed(method: string, path: string, response: Response, answer: unknown): void {
  const operation = operations.find((one) => one.method === method.toLowerCase() && fits(one.path, path))
  const isProblem = response.status >= 400
  const type = isProblem ? 'application/problem+json' : 'application/json'
  const got = response.headers.get('Content-Type') ?? ''
  if (!got.startsWith(type)) throw new Error(`${method} ${path} answered ${response.status} with ${got}`)
  const at = operation ?? (isProblem ? operations[0] : undefined)
  if (at === undefined) throw new Error(`${method} ${path} is not described, and answered ${response.status}`)
  const status = isProblem ? 'default' : String(response.status)
  const parts = ['paths', at.path, at.method, 'responses', status, 'content', type, 'schema']
  const validate = validatorAt(parts.map((part) => `/${escaped(part)}`).join(''))
  if (validate === undefined) throw new Error(`${method} ${path} answered ${status}, which is not described`)
  if (!validate(answer))
    throw new Error(`${method} ${path} is not as described: ${ajv.errorsText(validate.errors)}`)
}

const escaped = (part: string) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))

function fits(template: string, path: string): boolean {
  const pattern = template.replaceAll(/\{\w+\}/g, '[^/]+')
  return new RegExp(`^${pattern}$`).test(path.split('?')[0] ?? '')
}
