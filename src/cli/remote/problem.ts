import { z } from 'zod'
import { AppError, type ErrorCode } from '../../shared/errors'
import { exitCodeOf } from '../exit-codes'

const Problem = z.object({
  type: z.string(),
  title: z.string(),
  detail: z.string().optional(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
})

const typePrefix = 'urn:problem-type:glpi-invite:'

/** An answer from 400 on, as the error that it was on the server, with fields called as options are. */
export function errorFrom(status: number, body: unknown): AppError {
  const { data } = Problem.safeParse(body)
  if (data === undefined)
    return new AppError(codeOfStatus(status), `the server answered with status ${status}`)
  const { type, title, detail, errors } = data
  const said = errors?.map((one) => `${optionFor(one.pointer)}: ${one.detail}`) ?? []
  const text = said.length > 0 ? said.join('\n             ') : (detail ?? title)
  return new AppError(codeOfType(type) ?? codeOfStatus(status), text)
}

function codeOfType(type: string): ErrorCode | undefined {
  if (!type.startsWith(typePrefix)) return undefined
  const name = type.slice(typePrefix.length).toUpperCase().replaceAll('-', '_')
  return Object.keys(exitCodeOf).find((code): code is ErrorCode => code === name)
}

/** What a proxy on the way says, or a newer server. */
function codeOfStatus(status: number): ErrorCode {
  if (status === 401 || status === 403) return 'NOT_ALLOWED'
  if (status === 404) return 'NOT_FOUND'
  if (status === 429 || status >= 502) return 'SERVER_BUSY'
  return status < 500 ? 'INPUT_INVALID' : 'INTERNAL'
}

const optionOf: Readonly<Record<string, string>> = {
  emails: '--email',
  domains: '--domain',
  groups: '--group',
  fields: '--prefill, --lock or --field',
  form: '--field',
  shareInviter: '--hide-inviter',
  'account/from': '--account-from',
  account: '--account-valid',
  to: '--to',
}

/** `/expiresAt` is `--expires-at`; what no option says stays as it is. */
export function optionFor(pointer: string): string {
  const [, field = '', part = ''] = pointer.split('/')
  const own = optionOf[`${field}/${part}`] ?? optionOf[field]
  if (own !== undefined) return own
  if (!/^[a-z][A-Za-z]*$/.test(field)) return pointer || 'request'
  return `--${field.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}
