import { codeIn, type CodeUse, exitCodeOfUse, formOf, linesOfForm, linesOfUse } from '../check-view'
import type { CheckOptions } from '../definitions/lists'
import { exitCodeOf } from '../exit-codes'
import { print } from '../output'
import type { Remote } from './remote'

/** A typing error is told without asking anybody; of which helpdesk a code is, the server knows. */
export async function checkCode(
  { api, terminal, setExitCode }: Remote,
  asked: string,
  { ask, json }: CheckOptions,
): Promise<void> {
  const typed = await codeIn(asked)
  const { wellFormed } = formOf(typed, undefined)
  const use = ask && wellFormed ? await api.post<CodeUse>('/code-checks', { code: typed }) : undefined
  const form = formOf(typed, use && !foreign.includes(use.reason ?? ''))
  print(terminal, json, { ...form, ...use }, () => [
    ...linesOfForm(form, 'Whether there is such a key, here or elsewhere, the server tells with --ask.'),
    ...(use === undefined ? [] : linesOfUse(use)),
  ])
  const code = use === undefined ? undefined : exitCodeOfUse(use)
  if (code !== undefined) setExitCode(code)
  if (!wellFormed) setExitCode(exitCodeOf.KEY_MALFORMED)
}

const foreign = ['key-of-other-instance', 'key-of-test-instance']
