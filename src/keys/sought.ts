import { isEmail, normaliseEmail } from '../glpi'
import { hashOf, hintOf, parseCode } from './code'
import { wordsOf } from './words'

/** What somebody typed into the search box, as what it can be looked up by. Never the code that they may have pasted. */
export type Sought =
  | { kind: 'code'; hash: Buffer; hint: string }
  /** Meant as a code, with a typing error: it can be nobody's, and is not repeated either. */
  | { kind: 'misspelt-code'; hint: string }
  | { kind: 'uid'; uid: string }
  | { kind: 'text'; words: string[]; address: string | undefined; hint: string | undefined }

const uidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const hintForm = /^[0-9A-HJKMNP-TV-Z]{4}$/i
/** Our prefix and more characters than a label has in one piece: somebody pasted a link or read a code out. */
const codeForm = /(?:GLPI|TEST)[\s\p{Pd}]{0,3}(?:[0-9a-z][\s\p{Pd}]{0,3}){20,}/iu
/** A whole code, wherever it stands in what was pasted. */
const wholeCode = /(?:GLPI|TEST)[\s\p{Pd}]{0,3}(?:[0-9a-z][\s\p{Pd}]{0,3}){34}[0-9a-z]/iu

export function readSought(typed: string): Sought {
  const text = typed.trim()
  const code = parseCode(wholeCode.exec(text)?.[0] ?? text)
  if (code !== undefined) return { kind: 'code', hash: hashOf(code), hint: hintOf(code) }
  const misspelt = codeForm.exec(text)?.[0].trim()
  if (misspelt !== undefined) return { kind: 'misspelt-code', hint: misspelt.slice(-4).toUpperCase() }
  if (uidForm.test(text)) return { kind: 'uid', uid: text.toLowerCase() }
  const address = normaliseEmail(text)
  return {
    kind: 'text',
    words: wordsOf(text).slice(0, wordsAtMost),
    address: isEmail(address) ? address : undefined,
    hint: hintForm.test(text) ? text.toUpperCase() : undefined,
  }
}

/** Each costs a look-up for every key looked at. */
const wordsAtMost = 8
