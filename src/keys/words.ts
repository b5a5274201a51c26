const wordLength = 64

/**
 * The words a label is found by: runs of letters and digits of any script, in lower case, each once. A search cuts what
 * it looks for in the same way.
 */
export function wordsOf(label: string): string[] {
  const words = label.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return Array.from(new Set(words.map((word) => Array.from(word).slice(0, wordLength).join(''))))
}
