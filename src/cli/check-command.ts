import { createHome, parseCode, readCode, readPasted } from '../keys'
import { AppError } from '../shared/errors'
import type { CommandTools } from './command-tools'
import { exitCodeOf } from './exit-codes'
import { readInput } from './import/read-input'
import { print } from './output'

/** Whether a code can be one of this helpdesk; elsewhere, where nobody knows which that is, whether it can be one at all. */
export async function checkOffline(
  tools: CommandTools,
  asked: string,
  { json }: { json: boolean },
): Promise<void> {
  const text = asked === '-' ? (await readInput(asked)).toString('utf8') : asked
  const { code: typed } = readPasted(text)
  const code = parseCode(typed)
  const home = homeOf(tools)
  const refusal = home === undefined ? undefined : refusalOf(() => readCode(home, typed))
  const isGood = code !== undefined && refusal === undefined
  const shown = {
    wellFormed: code !== undefined,
    test: code === undefined ? null : code.prefix === 'TEST',
    instance: code?.tag ?? null,
    ofThisInstance: home === undefined || code === undefined ? null : refusal === undefined,
  }
  print(tools.terminal, json, shown, () => [
    ...(code === undefined
      ? ['The code has a typing error, or is none.']
      : [`The code is typed rightly${code.prefix === 'TEST' ? ', and for trying things out' : ''}.`]),
    ...(code === undefined ? [] : [sentenceOf(shown.ofThisInstance)]),
    ...(isGood ? ['Whether there is such a key, and whether it works still, only the database knows.'] : []),
  ])
  if (!isGood) tools.setExitCode(exitCodeOf[refusal ?? 'KEY_MALFORMED'])
}

function sentenceOf(ofThisInstance: boolean | null): string {
  if (ofThisInstance === null) return 'Of which helpdesk it is cannot be told here: PUBLIC_URL is not set.'
  return ofThisInstance ? 'It is of this helpdesk.' : 'It is of another helpdesk than this one.'
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
