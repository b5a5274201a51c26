import type { Context } from '../context'
import { createHome, describeKey, getKey, readCode } from '../keys'
import { inspectCode } from '../registration'
import { AppError } from '../shared/errors'
import { titles } from '../shared/problem-titles'
import { codeIn, type CodeUse, exitCodeOfUse, formOf, linesOfForm, linesOfUse, reasonOf } from './check-view'
import type { CommandTools } from './command-tools'
import type { CheckOptions } from './definitions/lists'
import { exitCodeOf } from './exit-codes'
import { print } from './output'

/** Whether a code can be one of this helpdesk; elsewhere, where nobody knows which that is, whether it can be one at all. */
export async function checkCode(
  tools: CommandTools,
  asked: string,
  { ask, json }: CheckOptions,
): Promise<void> {
  const typed = await codeIn(asked)
  const home = homeOf(tools)
  const refusal = home === undefined ? undefined : refusalOf(() => readCode(home, typed))
  const form = formOf(typed, home === undefined ? undefined : refusal === undefined)
  const wrong = form.wellFormed ? refusal : 'KEY_MALFORMED'
  const lines = linesOfForm(form, 'Of which helpdesk it is cannot be told here: PUBLIC_URL is not set.')
  if (ask && form.wellFormed) {
    await tools.withContext(async (context) => {
      const use = await useOf(context, typed)
      print(tools.terminal, json, { ...form, ...use }, () => [...lines, ...linesOfUse(use)])
      const code = exitCodeOfUse(use)
      if (code !== undefined) tools.setExitCode(code)
    })
    return
  }
  print(tools.terminal, json, form, () => [
    ...lines,
    ...(wrong === undefined
      ? ['Whether there is such a key, and whether it works still, is looked up with --ask.']
      : []),
  ])
  if (wrong !== undefined) tools.setExitCode(exitCodeOf[wrong])
}

async function useOf(context: Context, typed: string): Promise<CodeUse> {
  const { key, refusal } = await inspectCode(context, typed, undefined)
  return {
    usable: refusal === undefined,
    reason: refusal === undefined ? null : reasonOf(refusal),
    detail: refusal === undefined ? null : titles[refusal],
    key: key === undefined ? null : await describeKey(context, await getKey(context.db, key.uid)),
  }
}

function homeOf(tools: CommandTools) {
  try {
    const config = tools.readConfig()
    return createHome(config, config.previousPublicUrls)
  } catch (error) {
    if (error instanceof AppError && error.code === 'CONFIG_INVALID') return undefined
    throw error
  }
}

function refusalOf(work: () => unknown): AppError['code'] | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}
