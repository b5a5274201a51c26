import { z } from 'zod'
import { InputInvalid, type InputProblem } from '../shared/errors'

/** What the schema makes of it. @throws {InputInvalid} with one entry for everything that does not fit */
export function parsePart<T>(schema: z.ZodType<T> | undefined, value: unknown, base = ''): T {
  if (schema === undefined) return undefined as T
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new InputInvalid(problemsOf(result.error.issues, base))
}

function problemsOf(issues: readonly z.core.$ZodIssue[], base: string): InputProblem[] {
  return issues.flatMap((issue) => {
    const at = base + pointerTo(issue.path)
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ pointer: at + pointerTo([key]), reason: 'there is no such field' }))
    return [{ pointer: at, reason: sentenceOf(issue) }]
  })
}

/** RFC 6901 §3. */
export const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

const sentenceOf = (issue: z.core.$ZodIssue): string =>
  issue.message.replace(/^Invalid input: e/, 'e').replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())
