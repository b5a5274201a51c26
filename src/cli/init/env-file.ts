import { AppError } from '../../shared/errors'
import type { PlannedSettings } from './plan-settings'

/** The example file with the planned values in their places: every other setting keeps its line and its comment. */
export function fillExample(example: string, { set, proposed }: PlannedSettings): string {
  let filled = example
  for (const [name, value] of Object.entries(set))
    filled = replaceLine(filled, name, `${name}=${quoted(value)}`)
  for (const [name, value] of Object.entries(proposed)) {
    filled = replaceLine(filled, name, `# ${name}=${quoted(value)}`)
  }
  return filled
}

function replaceLine(text: string, name: string, line: string): string {
  const before = new RegExp(`^(?:# )?${name}=.*$`, 'm')
  if (!before.test(text)) throw new Error(`the example file has no line for ${name}`)
  return text.replace(before, () => line)
}

/** A `#` or a space would end a bare value. Between quotes nothing means anything but the same quote. */
function quoted(value: string): string {
  if (/^[\w.:/@?=&%+,~-]+$/.test(value)) return value
  const quote = ["'", '`'].find((candidate) => !value.includes(candidate))
  if (quote === undefined || /[\r\n]/.test(value)) {
    throw new AppError('INPUT_INVALID', `this cannot be written into a .env file: ${value}`)
  }
  return quote + value + quote
}
