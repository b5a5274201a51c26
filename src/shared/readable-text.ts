/** What somebody writes for others to read: with its line breaks, without anything else that cannot be seen. */
export const readableText = (typed: string): string =>
  typed
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim()
