import type { KeyDescription } from '../keys'
import { parseCode } from '../shared/code-form'
import { type ErrorCode, refusalCodes } from '../shared/errors'
import { readPasted } from '../shared/read-pasted'
import { exitCodeOf } from './exit-codes'
import { readInput } from './import/read-input'

/** What can be said of a code without asking anybody. */
export interface CodeForm {
  wellFormed: boolean
  test: boolean | null
  /** Which helpdesk it is of, as four characters. */
  instance: string | null
  /** Null: nobody here knows which helpdesk this is. */
  ofThisInstance: boolean | null
}

/** What whoever came with it now would be told; `reason` as the API says it, `key-expired`. */
export interface CodeUse {
  usable: boolean
  reason: string | null
  detail: string | null
  key: KeyDescription | null
}

/** The code in what somebody typed, or pasted with the mail around it; `-` reads standard input. */
export async function codeIn(asked: string): Promise<string> {
  const text = asked === '-' ? (await readInput(asked)).toString('utf8') : asked
  return readPasted(text).code
}

export function formOf(typed: string, ofThisInstance: boolean | undefined): CodeForm {
  const code = parseCode(typed)
  return {
    wellFormed: code !== undefined,
    test: code === undefined ? null : code.prefix === 'TEST',
    instance: code?.tag ?? null,
    ofThisInstance: code === undefined ? null : (ofThisInstance ?? null),
  }
}

/** @param unknown what to do where nobody here knows which helpdesk this is */
export const linesOfForm = ({ wellFormed, test, ofThisInstance }: CodeForm, unknown: string): string[] =>
  wellFormed
    ? [
        `The code is typed rightly${test === true ? ', and for trying things out' : ''}.`,
        ofThisInstance === null
          ? unknown
          : ofThisInstance
            ? 'It is of this helpdesk.'
            : 'It is of another helpdesk than this one.',
      ]
    : ['The code has a typing error, or is none.']

export const linesOfUse = ({ usable, detail, key }: CodeUse): string[] => [
  usable ? 'It can be used now.' : `It cannot be used now: ${detail ?? 'nobody says why'}.`,
  ...(key === null ? [] : [`Key      ${key.uid}`, `Label    ${key.label}`, `State    ${key.state}`]),
]

/** That of the reason why it cannot be used. */
export const exitCodeOfUse = ({ reason }: CodeUse): number | undefined =>
  reason === null
    ? undefined
    : exitCodeOf[refusalCodes.find((code) => reasonOf(code) === reason) ?? 'INTERNAL']

/** As the API writes it. */
export const reasonOf = (code: ErrorCode): string => code.toLowerCase().replaceAll('_', '-')
