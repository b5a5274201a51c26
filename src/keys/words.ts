const wordLength = 64

/** The words of a label, as the search finds them by their beginnings: lower case, letters and digits. */
export function wordsOf(label: string): string[] {
  const words = label.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return Array.from(new Set(words.map((word) => Array.from(word).slice(0, wordLength).join(''))))
}
