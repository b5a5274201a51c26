export type PhpValue = string | number | boolean | null

/** What is skipped, and then `public $name = value;` in one of its spellings. */
const token =
  /\/\*[\s\S]*?\*\/|(?:\/\/|#)[^\n]*|\b(?:public|protected|private|var)\b[^;$'"]*\$(\w+)\s*=\s*('(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*"|[\w.+-]+)\s*;|'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*"/g

/**
 * The properties that a PHP class gives a plain value, by name. No PHP is run: values that are computed are left out,
 * as are those in comments and strings.
 */
export function readPhpProperties(source: string): Map<string, PhpValue> {
  const properties = new Map<string, PhpValue>()
  for (const [, name, text] of source.matchAll(token)) {
    const value = text === undefined ? undefined : parseLiteral(text)
    if (name !== undefined && value !== undefined) properties.set(name, value)
  }
  return properties
}

function parseLiteral(text: string): PhpValue | undefined {
  if (text.startsWith("'")) return text.slice(1, -1).replace(/\\([\\'])/g, '$1')
  if (text.startsWith('"')) return parseDoubleQuoted(text.slice(1, -1))
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true'
  if (/^null$/i.test(text)) return null
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '\\': '\\', $: '$', '"': '"' }

/** PHP leaves a backslash that escapes nothing where it is. */
const parseDoubleQuoted = (text: string): string =>
  text.replace(/\\([\s\S])/g, (whole, letter: string) => escapes[letter] ?? whole)
