/**
 * A name or a label in one line: what comes from people may hold line breaks, and characters that turn the direction of
 * what follows, so that a subject reads as something else. Joiners stay: Persian and Indic names are written with them.
 */
export function plainWords(text: string, longest = 80): string {
  const line = withoutUnseen(text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' '))
    .replace(/\s+/gu, ' ')
    .trim()
  const characters = Array.from(line)
  return characters.length <= longest
    ? line
    : `${characters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`
}

/** The same for what was written in several lines: they stay, with one empty line between paragraphs at most. */
export function plainLines(text: string): string[] {
  return text
    .normalize('NFC')
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u)
    .map((line) => withoutUnseen(line.replace(/\p{Cc}/gu, ' ')).trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .split('\n')
}

const withoutUnseen = (text: string): string =>
  text.normalize('NFC').replace(/(?![\u200c\u200d])[\p{Cf}\p{Cs}\p{Co}]/gu, '')
