import { parseCode } from './code-form'

/** What somebody typed or pasted, as far as it matters. */
export interface Pasted {
  /** What to read the code from: a code, or all of the text where none is found in it. */
  code: string
  /** Of a mailed link. */
  secret: string | undefined
}

/** Longer than a mail around a link; nobody types that much. */
const longest = 10_000

const inLink = /\/R\/((?:GLPI|TEST)[0-9A-Z]{35})(?:\/([0-9A-HJKMNP-TV-Z]{26})(?![0-9A-Z]))?/
const anywhere = /(?=((?:GLPI|TEST)[0-9A-Z]{35}))/g

/**
 * Finds the code in what people paste: the code, the invitation link, with the secret of a mailed one, or the message
 * around either, even where a mail program has broken the line.
 */
export function readPasted(text: string): Pasted {
  const typed = text.slice(0, longest)
  if (parseCode(typed) !== undefined) return { code: typed, secret: undefined }
  const compact = typed.replace(/[\s\p{Pd}\u00ad\u200b]/gu, '').toUpperCase()
  const [, code, secret] = inLink.exec(compact) ?? []
  if (code !== undefined && parseCode(code) !== undefined) return { code, secret: secret?.toLowerCase() }
  const found = Array.from(compact.matchAll(anywhere), ([, one = '']) => one)
  return { code: found.find((one) => parseCode(one) !== undefined) ?? code ?? typed, secret: undefined }
}
